"""Web pages as chunks; Word files, and Markdown with HTML in it, are turned into such pages."""
