"""The persons that a letter seems to name: proposed to the editor, never entered."""

import re
from collections.abc import Iterable, Iterator

from casebook.importing.mandate_names import HEAD
from casebook.importing.pieces import Chunk

_PART = r"[^\W\d_a-z][\w'’-]+"
_PARTICLES = r"(?:(?:al|bin|ben|bint|da|de|del|der|di|dos|el|ibn|la|las|le|los|van|von|y)[ -]){0,2}"
_NAME = rf"{_PART}(?: {_PARTICLES}{_PART}){{0,4}}"
_TITLED = re.compile(
    rf"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Mme|Mlle|MM|M|Sr|Sra|Srta)\.? (?P<name>{_NAME})"
    rf"|\b(?:Madame|Monsieur|la señora|el señor|la Sra\.|el Sr\.) (?P<other>{_NAME})"
)
_BOLD = re.compile(rf"{_PART}(?: {_PARTICLES}{_PART}){{1,3}}")
_NO_NAMES = re.compile(
    r"\b(?:Government|Working|Group|Committee|Rights|Convention|Article|Council|Minist|Code|Law)"
)


def find_persons(chunks: Iterable[Chunk]) -> tuple[str, ...]:
    """Return names after Ms., Mr. and the like, and bold ones; a last name alone only if no fuller."""
    found: dict[str, None] = {}
    for chunk in chunks:
        for name in _names(chunk):
            found.setdefault(name)
    names = list(found)
    return tuple(
        name
        for name in names
        if not any(other != name and other.endswith(f" {name}") for other in names)
    )


def _names(chunk: Chunk) -> Iterator[str]:
    for match in _TITLED.finditer(chunk.words):
        name = re.sub(r"['’]s$", "", match["name"] or match["other"])
        if not HEAD.match(name):
            yield name
    for piece in chunk.pieces:
        words = piece.text.strip(" ,.;:")
        if piece.is_bold and _BOLD.fullmatch(words) and not _NO_NAMES.search(words):
            yield words
