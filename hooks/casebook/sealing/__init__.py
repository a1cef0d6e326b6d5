"""What keeps a site whole and safe: what may be in it, what must stay, what must not get out."""
