"""Reading: the only room that touches content on disk. Bad input becomes problems."""
