"""Word files: parts of an archive, made plain, then HTML."""
