"""What a text cites: tokens, a grammar, citations, and where each one leads."""
