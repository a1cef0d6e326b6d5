"""PDF files as pages of lines: what pdfium says of every letter, and what of it can be seen."""
