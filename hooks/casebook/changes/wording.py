"""Two wordings side by side: only the words that changed, with some around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

AROUND = 6
"""Words shown before and after a change."""

_LONGEST = 400_000
"""The product of two lengths up to which words are compared one by one."""


class Kept(StrEnum):
    """Whether words stayed."""

    SAME = "same"
    GONE = "gone"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row."""

    kept: Kept
    words: str


def changed_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return both wordings as one run of pieces, with … for words that stayed and are not shown."""
    old, new = before.split(), after.split()
    pieces = list(_pieces(old, new))
    last = len(pieces) - 1
    return tuple(
        Piece(piece.kept, _shortened(piece.words, is_first=at == 0, is_last=at == last))
        if piece.kept is Kept.SAME
        else piece
        for at, piece in enumerate(pieces)
    )


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    # What both begin and end with needs no search.
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start:
        yield Piece(Kept.SAME, " ".join(old[:start]))
    yield from _middle(old[start : len(old) - end], new[start : len(new) - end])
    if end:
        yield Piece(Kept.SAME, " ".join(old[len(old) - end :]))


def _middle(old: list[str], new: list[str]) -> Iterator[Piece]:
    if len(old) * len(new) > _LONGEST:
        opcodes = [("replace", 0, len(old), 0, len(new))]
    else:
        opcodes = [*SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]
    for tag, start, end, other_start, other_end in opcodes:
        if tag == "equal":
            yield Piece(Kept.SAME, " ".join(old[start:end]))
            continue
        if end > start:
            yield Piece(Kept.GONE, " ".join(old[start:end]))
        if other_end > other_start:
            yield Piece(Kept.CAME, " ".join(new[other_start:other_end]))


def _shortened(words: str, *, is_first: bool, is_last: bool) -> str:
    each = re.findall(r"\S+", words)
    head = [] if is_first else each[:AROUND]
    tail = [] if is_last else each[-AROUND:]
    if len(each) <= len(head) + len(tail) + 1:
        return words
    return " ".join((*head, "…", *tail))
