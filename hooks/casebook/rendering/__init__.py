"""HTML: the writer of the dialect, and the templates of record pages."""
