"""What stands on a page apart from its run of words: footnotes, and the address at its foot."""

import re
from collections.abc import Iterator, Sequence

from casebook.importing.layout.measure import ENDED
from casebook.importing.layout.paper import ROW, Line, Page
from casebook.importing.layout.plain_notes import find_mark
from casebook.importing.letter import phrases
from casebook.importing.markers import name_of_note
from casebook.importing.pieces import Chunk, Pieces, Role, cut, joined
from casebook.importing.split_words import Vocabulary, join_lines

_NOTE = re.compile(
    r"(?P<name>[0-9]{1,3}(?![0-9.,;:)/–-])|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[[0-9]{1,3}\]|\*{1,3}|[†‡§])\s*(?=\S)"
)
_RULE = re.compile(r"[_\-–—]{5,}")
_SMALLER = 0.93
_WIDE_ROW = 1.5


def first_words(lines: Sequence[Line]) -> int:
    """Return where the letter itself begins on its first page; what is above is in columns."""
    for at, line in enumerate(lines):
        if any(
            sign.search(line.words)
            for sign in (phrases.SALUTATION, phrases.OPENING, phrases.COMPLIMENTS)
        ):
            return at
    return 0


def without_address(page: Page) -> tuple[tuple[Line, ...], list[Chunk]]:
    """Return a page's lines without the address that letters have at the foot of the first page."""
    lines = page.lines
    if page.number > 1:
        return lines, []
    for start in range(first_words(lines) + 1, len(lines)):
        if phrases.ADDRESS.search(lines[start].words) and len(lines[start].words) < 80:
            end = start + 1
            while end < len(lines) and _is_below(lines[end], lines[end - 1]):
                end += 1
            pieces = lines[start].pieces
            for line in lines[start + 1 : end]:
                pieces = joined(pieces, line.pieces, "\n")
            return (*lines[:start], *lines[end:]), [Chunk(pieces, Role.ADDRESS)]
    return lines, []


def _is_below(line: Line, before: Line) -> bool:
    return (
        abs(line.left - before.left) < before.size
        and 0 < line.top - before.top < 1.6 * max(before.size, 1)
        and not _RULE.fullmatch(line.words)
        and len(line.words) < 80
    )


def without_notes(
    lines: tuple[Line, ...], usual: float, *, before: Sequence[Line], has_pages: bool = True
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of the body, and those of the footnotes at the foot of the page.

    `usual` is the size of the letter's own words: footnotes are smaller. `before` are the footnotes of
    the page before, of which the last may go on. A text without pages says nowhere that
    a page ends: what follows its footnotes is body again, and may have footnotes too.
    """
    for at, line in enumerate(lines):
        # Plain text draws a rule above its footnotes.
        if (
            _RULE.fullmatch(line.words)
            and at + 1 < len(lines)
            and _NOTE.match(lines[at + 1].printed)
        ):
            if has_pages:
                return lines[:at], lines[at + 1 :]
            end = _end_of_notes(lines, at + 1)
            body, notes = without_notes(lines[end:], usual, before=(), has_pages=False)
            return (*lines[:at], *body), (*lines[at + 1 : end], *notes)
        if line.size == ROW and at and line.pieces[0].is_raised:
            end = next(
                (
                    below
                    for below in range(at + 1, len(lines))
                    if lines[below].top - lines[below - 1].top > _WIDE_ROW
                    and not lines[below].pieces[0].is_raised
                ),
                len(lines),
            )
            return (*lines[:at], *lines[end:]), lines[at:end]
    start = len(lines)
    while start and lines[start - 1].size < _SMALLER * usual:
        start -= 1
    while (
        start < len(lines)
        and not _opens_note(lines, start)
        and not (before and _continues(before, lines, start))
    ):
        start += 1
    return lines[:start], lines[start:]


def _end_of_notes(lines: Sequence[Line], start: int) -> int:
    """Return where the body goes on: below an empty row, with a line that opens no footnote."""
    return next(
        (
            at
            for at in range(start + 1, len(lines))
            if lines[at].top - lines[at - 1].top > _WIDE_ROW and not _NOTE.match(lines[at].printed)
        ),
        len(lines),
    )


def _opens_note(lines: Sequence[Line], at: int) -> bool:
    """Whether a small line opens a footnote: with a raised mark, or one that the body has."""
    match = _NOTE.match(lines[at].printed)
    if not match:
        return False
    name = name_of_note(match["name"])
    return (
        lines[at].pieces[0].is_raised
        or any(
            piece.is_raised and name_of_note(piece.text) == name
            for line in lines[:at]
            for piece in line.pieces
        )
        or find_mark(lines[:at], name) is not None
    )


def _continues(before: Sequence[Line], lines: Sequence[Line], start: int) -> bool:
    """Whether the foot of a page goes on with a footnote of the page before."""
    later = any(_opens_note(lines, at) for at in range(start, len(lines)))
    is_cut = not ENDED.search(before[-1].words)
    return later or is_cut or lines[start].printed[:1].islower()


def note_chunks(lines: Sequence[Line], vocabulary: Vocabulary, page: int) -> Iterator[Chunk]:
    """Yield the footnotes of a page; one that goes on from the page before has no marker."""
    notes: list[tuple[str, list[Pieces]]] = []
    has_raised = any(line.pieces[0].is_raised for line in lines)
    for line in lines:
        match = _NOTE.match(line.printed)
        is_raised = line.pieces[0].is_raised
        before = notes[-1][0] if notes else ""
        if match and (
            is_raised
            or not (has_raised or before)
            or _follows(before, match["name"], has_raised=has_raised)
        ):
            notes.append((name_of_note(match["name"]), [cut(line.pieces, match.end())]))
        elif notes:
            notes[-1][1].append(line.pieces)
        else:
            notes.append(("", [line.pieces]))
    for name, held in notes:
        yield Chunk(join_lines(held, vocabulary), Role.NOTE, name, page=page)


def _follows(before: str, name: str, *, has_raised: bool) -> bool:
    """Whether a number that is not raised is that of the next footnote."""
    digits = name_of_note(name)
    is_number = digits.isdigit() and before.isdigit()
    return not has_raised and is_number and int(digits) == int(before) + 1
