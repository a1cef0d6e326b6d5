"""Bytes as text, and plain text as pages of lines."""
