"""Chunks as a letter or a reply: its parts, and what it says of itself."""
