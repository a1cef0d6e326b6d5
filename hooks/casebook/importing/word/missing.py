"""Words that a Word file shows and that did not come out of it."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from casebook.importing.normalisation import tidy
from casebook.importing.pieces import Chunk, plain
from casebook.importing.word.elements import WORD

_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NOT_SHOWN = frozenset((f"{WORD}del", f"{WORD}moveFrom", f"{_CHOICES}Choice"))
"""What has been struck out, and what is there a second time."""


def missing_words(parts: Iterable[ET.Element], chunks: Iterable[Chunk]) -> str:
    """Return the first words of a file's parts that its chunks do not have; empty if they have all.

    Words are looked for behind those before them, then anywhere: notes stand elsewhere.
    """
    cells = ((each.pieces, *(cell for row in each.rows for cell in row)) for each in chunks)
    whole = _bare("".join(plain(pieces) for each in cells for pieces in each))
    for part in parts:
        at = 0
        for words in _shown(part):
            bare = _bare(words)
            found = whole.find(bare, at)
            if found < 0:
                found = whole.find(bare)
            if found < 0:
                return words.strip()
            at = found
    return ""


def _bare(words: str) -> str:
    return "".join(tidy(words).split())


def _shown(element: ET.Element) -> Iterator[str]:
    pending = [element]
    while pending:
        inner = pending.pop()
        if inner.tag == f"{WORD}t":
            yield inner.text or ""
        elif inner.tag not in _NOT_SHOWN and not _is_struck_row(inner):
            pending += reversed(inner)


def _is_struck_row(element: ET.Element) -> bool:
    return element.tag == f"{WORD}tr" and element.find(f"{WORD}trPr/{WORD}del") is not None
