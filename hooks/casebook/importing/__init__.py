"""From the file of a letter or a reply to the draft of a dossier.

extraction.py   looks what a file is, and has it read in `pdf`, `word`, `web` or `text`
labelled.py     keeps the labels of a text that is in our dialect already
layout/         puts the lines of pages together to chunks; PDF and plain text need that
healing.py      undoes what printing did to the chunks
letter/         finds the parts of a letter in them, and what it says of itself
markdown.py     writes the letter in the dialect; importer.py proves that no word was lost
draft/          makes a dossier.yml of what was read, or fills in one that is there
"""
