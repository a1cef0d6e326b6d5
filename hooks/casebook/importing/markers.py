"""What is printed before an item of a list: 1. 1) (a) iv. and bullets."""

import re
from dataclasses import replace

from casebook.importing.normalisation import ENUMERATOR, INITIAL
from casebook.importing.pieces import Chunk, Role, cut, plain

_MARKER = re.compile(ENUMERATOR)
_OPENING = re.compile(rf"(?P<marker>{ENUMERATOR})\s+(?=\S)")
_INITIAL = re.compile(INITIAL)


def is_marker(words: str) -> bool:
    """Whether words are nothing but a marker."""
    return bool(_MARKER.fullmatch(words))


def opening_marker(words: str) -> tuple[str, int] | None:
    """Return the marker with which words begin, and where the words after it start, or None."""
    match = _OPENING.match(words)
    if not match or _INITIAL.match(words):
        return None
    return match["marker"], match.end()


def with_marker(chunk: Chunk) -> Chunk:
    """Return a paragraph that begins with a typed marker as an item."""
    if chunk.role is not Role.WORDS:
        return chunk
    found = opening_marker(plain(chunk.pieces))
    if not found:
        return chunk
    marker, start = found
    return replace(chunk, role=Role.ITEM, marker=marker, pieces=cut(chunk.pieces, start))
