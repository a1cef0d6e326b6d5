"""The search index: static files that a browser reads a few of, and no server."""
