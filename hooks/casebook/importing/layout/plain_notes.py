"""Footnotes in plain text: a converter prints their marks as plain numbers.

`regret that no answer has come. 1` in the text, and at the foot of the page `1 The registry …`, or
a line with `1` alone. What is found is raised, as print would have it; then it is like any other.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from casebook.importing.layout.paper import Line, Page
from casebook.importing.markers import name_of_note
from casebook.importing.pieces import Piece, neat, plain

_OPENS = re.compile(
    r"(?P<name>[0-9]{1,3}|\[[0-9]{1,3}\]|\*{1,3}|[†‡§])(?:\s+(?=\S)|$|(?=[^\W\d_]))"
)
_OPENS_SENTENCE = re.compile(r"[^\w\s]?[^\W\d_a-z]|[a-z]+://|[“«‘\"']")
_AFTER_STOP = r"(?<=[.,;:!?”\"’»)\]])[ ]?{0}(?=\s|$)"
_AFTER_WORD = r"(?<=[^\W\d_]){0}(?=[\s.,;:!?)»”]|$)"


def with_raised_marks(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return pages of plain text with the marks of their footnotes raised."""
    done: list[Page] = []
    last = 0
    for page in pages:
        lines, last = _raised(list(page.lines), last)
        done.append(replace(page, lines=tuple(lines)))
    return tuple(done)


def _raised(lines: list[Line], last: int) -> tuple[list[Line], int]:
    """Return one page with its marks raised; `last` is the number of the footnote before it."""
    at = 1
    while at < len(lines):
        match = _OPENS.match(lines[at].words)
        name = name_of_note(match["name"]) if match else ""
        words = lines[at].words[match.end() :] if match else ""
        alone = bool(name) and not words and at + 1 < len(lines)
        opens = _is_next(name, last) and (alone or _OPENS_SENTENCE.match(words))
        place = find_mark(lines[:at], name) if opens else None
        if place:
            row, span = place
            lines[row] = _with_mark(lines[row], name, *span)
            words = lines[at + 1].words if alone else words
            lines[at : at + 1 + alone] = [
                replace(
                    lines[at + alone],
                    pieces=(Piece(name, is_raised=True), Piece(f" {words}")),
                )
            ]
            last = int(name) if name.isdigit() else last
        at += 1
    return lines, last


def _is_next(name: str, last: int) -> bool:
    return bool(name) and (not name.isdigit() or int(name) in (1, last + 1))


def find_mark(lines: Sequence[Line], name: str) -> tuple[int, tuple[int, int]] | None:
    """Return where the mark of a footnote stands: row, and span in its words; None if unclear."""
    number = rf"(?:{re.escape(name)}|\[{re.escape(name)}\])"
    for pattern in (_AFTER_STOP, _AFTER_WORD):
        mark = re.compile(pattern.format(number))
        found = [
            (row, match.span())
            for row, line in enumerate(lines)
            if not line.pieces[0].is_raised
            for match in mark.finditer(plain(line.pieces))
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _with_mark(line: Line, name: str, start: int, end: int) -> Line:
    """Return a line with the words from `start` to `end` as a raised mark."""
    pieces: list[Piece] = []
    at = 0
    for piece in line.pieces:
        length = len(piece.text)
        inner = start - at, end - at
        if piece.note or inner[0] < 0 or inner[1] > length:
            pieces.append(piece)
        else:
            pieces.append(replace(piece, text=piece.text[: inner[0]]))
            pieces.append(replace(piece, text=name, is_raised=True))
            pieces.append(replace(piece, text=piece.text[inner[1] :]))
        at += 0 if piece.note else length
    return replace(line, pieces=neat(pieces))
