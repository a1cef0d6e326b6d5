"""What each page needs, as plain data: no HTML, no clock, no MkDocs."""
