"""Labels for paragraphs: the document's own numbers where it has them, else counted through."""

import re
from collections.abc import Iterator, Sequence

from casebook.identifiers.label import Label
from casebook.importing.pieces import Chunk, Role

_NUMBER = re.compile(r"([1-9][0-9]{0,2})[.)]?")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FEWEST = 3


def own_number(chunk: Chunk) -> int | None:
    """Return the number that a paragraph has in its document, or None."""
    match = _NUMBER.fullmatch(chunk.marker) if chunk.role is Role.ITEM and not chunk.depth else None
    return int(match[1]) if match else None


def has_own_numbers(chunks: Sequence[Chunk]) -> bool:
    """Whether a document numbers its paragraphs through: from 1, upwards, most of them."""
    numbers = [number for chunk in chunks if (number := own_number(chunk))]
    first = next((at for at, chunk in enumerate(chunks) if own_number(chunk)), 0)
    paragraphs = [chunk for chunk in chunks[first:] if chunk.role in (Role.WORDS, Role.ITEM)]
    return (
        len(numbers) >= _FEWEST
        and numbers == list(range(1, len(numbers) + 1))
        and len(numbers) * 2 >= len(paragraphs)
    )


def own_labels(chunks: Sequence[Chunk]) -> Iterator[Label | None]:
    """Yield a label for each chunk of a document that numbers its paragraphs.

    What has no number takes that of the paragraph above, and a letter: 3a, 3b. What stands before
    the first number has no label.
    """
    number, letters = 0, iter("")
    for chunk in chunks:
        own = own_number(chunk)
        if own:
            number, letters = own, iter(_LETTERS)
            yield Label(str(own))
        elif number and (letter := next(letters, "")):
            yield Label(f"{number}{letter}")
        else:
            yield None
