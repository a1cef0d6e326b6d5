"""The kinds of citations, one file each: how one begins, and what of it is read."""
