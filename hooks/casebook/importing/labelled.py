"""Texts that are in our dialect already: their labels stay, and where they can, they stay whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from casebook.identifiers.label import Label, parse_label
from casebook.importing.pieces import Chunk, Pieces, Role, cut, joined, plain, split_lines
from casebook.reading.characters import find_refused
from casebook.reading.dialect import parse_dialect
from casebook.reading.labels import LABEL_AT_START

_LABEL = re.compile(rf"^(?! {{4}}|\t){LABEL_AT_START.pattern}[ \t]+(?=\S)", re.MULTILINE)
_MARK = re.compile(r"(?<=[^\s\\])\[([1-9][0-9]{0,2})\](?![(\[:])")
_EMPTY_LINES = re.compile(r"\n[ \t]*\n")
_MARKUP = re.compile(r"\s*(?:[#|>+*-]|\[\^|$)")
"""How a block begins that needs no label."""
_FEWEST = 2


def find_labels(text: str) -> tuple[Label, ...]:
    """Return the labels of a text in our dialect, in order; none for any other text.

    A list of footnotes has such numbers too, each of which stands in the words as well, or all
    stand at the end; and so may a few paragraphs of any text.
    """
    found = [*_LABEL.finditer(text)]
    labels = [label for match in found if (label := parse_label(match[1].strip("[]")))]
    if len(found) < _FEWEST or len(labels) < len(found) or not _is_counted(labels):
        return ()
    if {str(label) for label in labels} & {match[1] for match in _MARK.finditer(text)}:
        return ()
    start = found[0].start()
    blocks = [block for block in _EMPTY_LINES.split(text[start:]) if not _MARKUP.match(block)]
    labelled = sum(bool(_LABEL.match(block)) for block in blocks)
    is_most = start * 2 <= len(text) and labelled * 2 >= len(blocks)
    return tuple(labels) if is_most else ()


def _is_counted(labels: Sequence[Label]) -> bool:
    """Whether labels count up, paragraphs from 1 and requests by themselves."""
    counts: list[list[tuple[int, str]]] = [[], []]
    for label in labels:
        digits = label.number.rstrip("abcdefghijklmnopqrstuvwxyz")
        counts[label.is_request].append((int(digits), label.number[len(digits) :]))
    rises = all(one < other for each in counts for one, other in pairwise(each))
    return rises and (bool(counts[True]) or counts[False][0][0] == 1)


def with_labels(chunks: Iterable[Chunk], labels: Iterable[Label]) -> Iterator[Chunk]:
    """Yield chunks, those that begin with one of the labels, in turn, with it as their label."""
    waiting = iter(labels)
    due = next(waiting, None)
    for chunk in chunks:
        if chunk.role is not Role.WORDS:
            yield chunk
            continue
        label: Label | None = None
        held: Pieces = ()
        for line in split_lines(chunk.pieces):
            opening = f"[{due}] "
            if due and plain(line).startswith(opening):
                if held:
                    yield replace(chunk, pieces=held, label=label)
                label, held = due, cut(line, len(opening))
                due = next(waiting, None)
            else:
                held = joined(held, line, "\n") if held else line
        if held:
            yield replace(chunk, pieces=held, label=label)


def is_whole(text: str) -> bool:
    """Whether a text can stay as it is: the dialect reads all of it, and a reader sees all of it."""
    return not find_refused(text) and not parse_dialect(text, "").problems
