"""Pages of lines as chunks, wherever the pages came from: columns, tables, paragraphs, footnotes."""
