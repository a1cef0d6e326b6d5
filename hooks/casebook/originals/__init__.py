"""Originals: fetched from where dossiers say they are, filed by content, compared with our texts."""
