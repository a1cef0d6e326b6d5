"""What stands on pages and is no part of the document: running heads, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from casebook.importing.paper import Line, Page

_DEEP = 4
"""How many lines from the top or the bottom of a page are looked at."""
_PAGE_NUMBER = re.compile(
    r"(?:page|página|p\.|pág\.)?\s*[-–—|(]?\s*(?P<number>[0-9]{1,4}|[ivxl]{1,6})\s*[-–—|)]?"
    r"(?:\s*(?:of|de|sur|/)\s*[0-9]{1,4})?(?:\s*\|\s*(?:p\s*a\s*g\s*e|page))?",
    re.IGNORECASE,
)


_REFERENCE = re.compile(
    r"(?:(?:our )?r[eé]f(?:[eé]rence)?\.?\s*:?\s*|communication\s+)?(?:[A-Z]{2,3} )?[A-Z]{3} [0-9]{1,3}/[0-9]{4}",
    re.IGNORECASE,
)
"""On a later page, a line with the letter's reference alone."""


def without_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages without page numbers, and without lines that return on several pages.

    Only the first and last lines of a page are in question. A letterhead that is only on the
    first page stays.
    """
    heads = _returning(pages, from_top=True)
    feet = _returning(pages, from_top=False)
    return tuple(_bare(page, heads, feet) for page in pages)


def _bare(page: Page, heads: frozenset[str], feet: frozenset[str]) -> Page:
    lines = list(page.lines)
    start, end = 0, len(lines)
    is_later = page.number > 1
    while start < min(_DEEP, end) and _is_furniture(lines[start], heads, is_later=is_later):
        start += 1
    lowest = max(start, len(lines) - _DEEP)
    while end > lowest and _is_furniture(lines[end - 1], feet, is_later=is_later):
        end -= 1
    return replace(page, lines=tuple(lines[start:end]))


def _is_furniture(line: Line, returning: frozenset[str], *, is_later: bool) -> bool:
    words = line.words
    is_own = is_later and bool(_REFERENCE.fullmatch(words))
    return is_own or bool(_PAGE_NUMBER.fullmatch(words)) or _shape(line) in returning


def _returning(pages: Sequence[Page], *, from_top: bool) -> frozenset[str]:
    """Return the shapes of lines that stand at the edge of at least two pages, and of a third."""
    counts: Counter[str] = Counter()
    for page in pages:
        edge = page.lines[:_DEEP] if from_top else page.lines[-_DEEP:]
        counts.update({_shape(line) for line in edge if not _opens_note(line)})
    fewest = max(2, len(pages) / 3)
    return frozenset(shape for shape, count in counts.items() if shape and count >= fewest)


def _shape(line: Line) -> str:
    """Return a line's words; the number in `Page 2` or `2/7` does not make it another line."""
    words = re.sub(r"^\W*[0-9]{1,4}\b|\b[0-9]{1,4}\W*$", "#", line.words)
    return words if sum(map(str.isalpha, words)) > 2 else ""


def _opens_note(line: Line) -> bool:
    return bool(line.pieces) and line.pieces[0].is_raised
