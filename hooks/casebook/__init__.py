"""Casebook: case dossiers of UN Special Procedures, from files to a public site.

The rooms, lowest first; each imports only those below it:

- `words`: problems, the vocabulary of the field, dates, wording
- `identifiers`: references, symbols, provisions, paragraph labels
- `citations`: what a text cites, found and resolved
- `model`: dossiers, standards, registers, texts and the corpus that holds them
- `reading`: the only room that touches content on disk
- `checks`, `views`, `rendering`, `exports`, `importing`: what is done with a corpus
- `building`: pages planned, cached, written, sealed
- `doors`: the command; MkDocs comes in through hooks/*.py

Nothing in here imports mkdocs.
"""
