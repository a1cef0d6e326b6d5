"""Plain text as pages of lines: a character is a column, a line a row, a form feed a new page."""

import re
from collections.abc import Iterator
from itertools import pairwise

from casebook.importing.layout.paper import ROW, Line, Page
from casebook.importing.markers import follows, is_first, is_marker
from casebook.importing.normalisation import tidy
from casebook.importing.pieces import Piece

_WIDE_GAP = re.compile(r"(?<=\S)( {4,}|\t+ *)(?=\S)")
_TAB = 8
_DRAWN = ("|", "+-", "│", "┌", "├", "└")
"""What begins a row of a table that is drawn with signs."""
_LONGEST_WRAPPED = 200
"""Lines beyond this were not broken by anybody: each is a paragraph."""

_NUMBER_OF_PAGE = re.compile(
    r"\s*(?:[-–—] ?|[Pp]age )?([1-9][0-9]{0,2})(?: ?[-–—]| ?(?:/|of|de|sur) ?[0-9]{1,3})?\s*"
)
_SHORTEST = 12
"""So many rows with words a page has at least."""
_INDENTED = 20


def read_pages(text: str) -> tuple[Page, ...]:
    """Return the pages of a plain text: between form feeds, else between the numbers of pages."""
    pages = text.split("\f") if "\f" in text else _between_numbers(text.split("\n"))
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    seen: set[str] = set()
    return tuple(_page(number, source, seen) for number, source in enumerate(pages, 1))


def _between_numbers(rows: list[str]) -> list[str]:
    """Return the pages of a text that lost its form feeds, without the numbers that stand alone.

    Numbers of pages count up by one, with many rows and some paragraphs between them: others
    number paragraphs.
    """
    ends: list[int] = []
    due, last = {"1", "2"}, -1
    for at, row in enumerate(rows):
        number = _NUMBER_OF_PAGE.fullmatch(row)
        if not number or number[1] not in due:
            continue
        if any(map(str.strip, rows[max(at - 1, 0) : at] + rows[at + 1 : at + 2])):
            continue
        page = [bool(row.strip()) for row in rows[last + 1 : at]]
        paragraphs = sum(is_filled and not above for above, is_filled in pairwise([False, *page]))
        if sum(page) >= _SHORTEST and paragraphs > 1:
            ends.append(at)
            due, last = {str(int(number[1]) + 1)}, at
    if not ends or (len(ends) == 1 and not rows[ends[0]].startswith(" " * _INDENTED)):
        return ["\n".join(rows)]
    borders = [-1, *ends, len(rows)]
    return ["\n".join(rows[start + 1 : end]) for start, end in pairwise(borders)]


def _page(number: int, source: str, seen: set[str]) -> Page:
    rows = [row.expandtabs(_TAB).rstrip() for row in source.split("\n")]
    _join_markers(rows, seen)
    width = max(map(len, rows), default=0)
    lines = tuple(line for row, text in enumerate(rows) for line in _lines(text, row))
    return Page(number, float(width), float(len(rows)), lines)


def _join_markers(rows: list[str], seen: set[str]) -> None:
    """Put numbers that a converter left alone on a row before the words that they number.

    `seen` are the numbers so far: `14.` alone is one only after 13, else the end of a sentence.
    """
    for at, row in enumerate(rows):
        marker = row.strip()
        below = next((each for each in range(at + 1, min(at + 3, len(rows))) if rows[each]), None)
        if not below or not is_marker(marker) or is_marker(rows[below].strip()):
            continue
        if is_first(marker) or any(follows(before, marker) for before in seen):
            seen.add(marker)
            rows[below] = f"{row} {rows[below].lstrip()}"
            rows[at] = ""


def _lines(text: str, row: int) -> Iterator[Line]:
    """Yield the pieces of a row: wide gaps divide columns, unless the row is a whole paragraph."""
    is_whole = len(text) > _LONGEST_WRAPPED or text.lstrip().startswith(_DRAWN)
    gaps = [] if is_whole else list(_WIDE_GAP.finditer(text))
    # What stands between a number and its words is no gap between columns.
    gaps = [gap for gap in gaps if not is_marker(text[: gap.start()].strip())]
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(text)]
    for start, end in zip(starts, ends, strict=True):
        words = tidy(text[start:end])
        if words.strip():
            left = start + len(text[start:end]) - len(text[start:end].lstrip())
            width = float(len(words.split()[0]))
            yield Line((Piece(words.strip()),), float(left), float(end), float(row), ROW, width)
