"""What stands on pages and is no part of the document: running heads, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from casebook.citations.grammar.levels import value_of
from casebook.identifiers.reference import Reference
from casebook.importing.layout.paper import Line, Page
from casebook.importing.letter.reference_line import find_mentions, own_reference

_DEEP = 4
"""How many lines from the top or the bottom of a page are looked at."""
_PAGE_NUMBER = re.compile(
    r"(?P<word>p ?a ?g ?e|página|pagina|p\.|pág\.|Seite|стр\.|страница|صفحة|الصفحة)?:?\s*[-–—|(\[~]?\s*"
    r"(?P<number>(?-i:[0-9]{1,4}|[ivxl]{1,6}|[IVXL]{1,6}))\s*[-–—|)\]~]?"
    r"(?:\s*(?:of|de|sur|von|di|из|من|/)\s*[0-9]{1,4})?(?P<after>\s*\|\s*(?:p ?a ?g ?e))?",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:(?:our )?r[eé]f(?:[eé]rence)?\.?\s*:?\s*|communication\s+)?(?:[A-Z]{2,3} )?[A-Z]{3} [0-9]{1,3}/[0-9]{4}",
    re.IGNORECASE,
)
"""On a later page, a line with the letter's reference alone."""
_ENDED = re.compile(r"[.?!;:,]$")
_GAP = 1.4
"""Sizes of a letter: more room divides what stands at the edge from the text."""
_FEWEST = 2
_MANY = 3
"""On so many pages, a line is a running head though it stands close to the text."""
_MOST = 0.6
"""Of all pages have such a line; the first often has none."""
_LONGEST = 200
_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,4}(?![0-9])")
_SENTENCE = re.compile(r"[^\W\d_]{2}.*[.?!;:]$")
_HEADED = re.compile(r"[^\W\d_]{2,}\W*#\W*")
"""Annex 1 and Annex 2 may each begin a page."""


class _Side(NamedTuple):
    """A page from its top or from its bottom: its lines, the outermost first."""

    page: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Furniture:
    """What a document's pages repeat on one side."""

    returning: frozenset[str]
    own: Reference | None
    shifts: frozenset[int]
    """What may lie between the number printed on a page and the count of pages."""
    counting: frozenset[tuple[str, int]]
    """Lines that count the pages in words of their own, with # for the number, and their shift."""


def without_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages without page numbers, and without lines that return on several pages.

    Only the first and last lines of a page are in question. A letterhead that is only on the
    first page stays. A number is a page's only where it counts the pages: the last word of a
    sentence may stand alone on a line, and so may a cell of a table.
    """
    shifts = _shifts(pages)
    mention = own_reference([line.words for line in pages[0].lines]) if pages else None
    own = mention.reference if mention else None
    tops = [_Side(page.number, page.lines) for page in pages]
    bottoms = [_Side(page.number, page.lines[::-1]) for page in pages]
    counting = _counting(tops) | _counting(bottoms)
    heads = _Furniture(_returning(tops, shifts), own, shifts, counting)
    feet = _Furniture(_returning(bottoms, shifts), own, shifts, counting)
    done = []
    for page, top, bottom in zip(pages, tops, bottoms, strict=True):
        count = len(page.lines)
        start, is_numbered = _depth(top, heads, count)
        end, _ = _depth(bottom, feet, count - start, is_numbered=is_numbered)
        done.append(replace(page, lines=page.lines[start : count - end]))
    return tuple(done)


def _depth(
    side: _Side, furniture: _Furniture, most: int, *, is_numbered: bool = False
) -> tuple[int, bool]:
    """Return how many of the outermost lines are furniture, and whether the page has its one number."""
    for at in range(min(_DEEP, most)):
        is_number = not is_numbered and _is_number(side, at, furniture)
        if not is_number and not _is_repeated(side.lines[at], side.page, furniture):
            return at, is_numbered
        is_numbered = is_numbered or is_number
    return min(_DEEP, most), is_numbered


def _is_repeated(line: Line, page: int, furniture: _Furniture) -> bool:
    if page > 1 and _REFERENCE.fullmatch(line.words):
        named = [mention.reference for mention in find_mentions(line.words.upper())]
        if named == [furniture.own]:
            return True
    if not furniture.counting.isdisjoint(_counts(line, page)):
        return True
    return _shape(line, page, furniture.shifts) in furniture.returning


def _is_number(side: _Side, at: int, furniture: _Furniture) -> bool:
    """Whether a line is the number of its page: it counts them, and nothing is beside it."""
    line = side.lines[at]
    number = _PAGE_NUMBER.fullmatch(line.words)
    if not number:
        return False
    if number["word"] or number["after"]:
        return True
    beside = (each for each in side.lines if each is not line and each.top == line.top)
    if any(_shape(each, side.page, furniture.shifts) not in furniture.returning for each in beside):
        return False
    if _fits(number["number"], side.page, furniture.shifts):
        return True
    return number["number"] == str(side.page) and _is_apart(side.lines, at)


def _fits(number: str, page: int, shifts: frozenset[int]) -> bool:
    return _value(number) - page in shifts


def _value(number: str) -> int:
    return int(number) if number.isdigit() else value_of(number)


def _shifts(pages: Sequence[Page]) -> frozenset[int]:
    """Return how far the numbers on pages are from their count, where several pages agree."""
    counts: Counter[int] = Counter()
    for page in pages:
        counts.update({_value(number) - page.number for number in _numbers(page)})
    return frozenset(shift for shift, count in counts.items() if count >= _FEWEST)


def _numbers(page: Page) -> Iterator[str]:
    for line in {*page.lines[:_DEEP], *page.lines[-_DEEP:]}:
        if number := _PAGE_NUMBER.fullmatch(line.words):
            yield number["number"]


def _counting(sides: Sequence[_Side]) -> frozenset[tuple[str, int]]:
    """Return the lines that most pages have with another number, always as far from their count."""
    counts: Counter[tuple[str, int]] = Counter()
    for page, lines in sides:
        outer = [line for line in lines[:_DEEP] if not _opens_note(line)]
        counts.update({each for line in outer for each in _counts(line, page)})
    fewest = max(_MANY, _MOST * len(sides))
    return frozenset(
        each for each, count in counts.items() if count >= fewest and not _HEADED.fullmatch(each[0])
    )


def _counts(line: Line, page: int) -> Iterator[tuple[str, int]]:
    """Yield a line's words with # for each of its numbers, and how far that is from the page's."""
    words = line.words
    numbers = [*_NUMBER.finditer(words)] if len(words) < _LONGEST else []
    for number in numbers[:2] + numbers[2:][-2:]:
        if number[0] != words:
            yield f"{words[: number.start()]}#{words[number.end() :]}", int(number[0]) - page


def _returning(sides: Sequence[_Side], shifts: frozenset[int]) -> frozenset[str]:
    """Return the shapes of lines that stand at the edge of at least two pages, and of a third.

    On two pages only, they stand apart from the text.
    """
    counts: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    for page, lines in sides:
        shapes = {
            at: _shape(line, page, shifts)
            for at, line in enumerate(lines[:_DEEP])
            if not _opens_note(line)
        }
        counts.update({*shapes.values()})
        apart.update(
            {
                shape
                for at, shape in shapes.items()
                if _is_apart(lines, at, is_next=bool(_ENDED.search(shape)))
            }
        )
    return frozenset(
        shape
        for shape, count in counts.items()
        if shape and _returns(shape, count, apart[shape], len(sides))
    )


def _returns(shape: str, count: int, apart: int, pages: int) -> bool:
    if _ENDED.search(shape):
        # Answers of a reply may all be "No information.", and notes end with one day of a visit.
        return count >= max(_MANY, pages * 0.6) and apart * 2 > count
    return count >= max(_FEWEST, pages / 3) and (count >= _MANY or apart >= _FEWEST)


def _is_apart(lines: Sequence[Line], at: int, *, is_next: bool = False) -> bool:
    """Whether the lines from the edge to this one stand apart from what follows, or this one does."""
    if len(lines) <= _DEEP:
        return True
    if is_next:
        upper, lower = sorted(lines[at : at + 2], key=lambda line: line.top)
        return lower.top - upper.top > _GAP * upper.size
    return any(
        abs(inner.top - outer.top) > _GAP * max(outer.size, inner.size)
        for outer, inner in pairwise(lines[at : at + _DEEP + 1])
    )


def _shape(line: Line, page: int, shifts: frozenset[int]) -> str:
    """Return a line's words; the number in `Page 2` or `2/7` does not make it another line."""

    def counted(number: re.Match[str]) -> str:
        return f"{number[1]}#{number[3]}" if _fits(number[2], page, shifts) else number[0]

    words = re.sub(r"^(\W*)([0-9]{1,4})\b()", counted, line.words)
    words = re.sub(r"(?<!/)()\b([0-9]{1,4})(\W*)$", counted, words)
    return words if sum(map(str.isalpha, words)) > 2 else ""


def _opens_note(line: Line) -> bool:
    return bool(line.pieces) and line.pieces[0].is_raised
