"""What stands on pages and is no part of the document: running heads, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class _Furniture:
    """What a document's pages repeat."""

    heads: frozenset[str]
    feet: frozenset[str]
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
    furniture = _Furniture(
        _returning(pages, shifts, from_top=True),
        _returning(pages, shifts, from_top=False),
        mention.reference if mention else None,
        shifts,
        _counting(pages, from_top=True) | _counting(pages, from_top=False),
    )
    return tuple(_bare(page, furniture) for page in pages)


def _bare(page: Page, furniture: _Furniture) -> Page:
    lines = page.lines
    start, end = 0, len(lines)
    is_numbered = False  # a page has one number
    while start < min(_DEEP, end):
        is_number = not is_numbered and _is_number(page, start, furniture, from_top=True)
        if not is_number and not _is_repeated(page, start, furniture.heads, furniture):
            break
        is_numbered = is_numbered or is_number
        start += 1
    lowest = max(start, len(lines) - _DEEP)
    while end > lowest:
        is_number = not is_numbered and _is_number(page, end - 1, furniture, from_top=False)
        if not is_number and not _is_repeated(page, end - 1, furniture.feet, furniture):
            break
        is_numbered = is_numbered or is_number
        end -= 1
    return replace(page, lines=tuple(lines[start:end]))


def _is_repeated(page: Page, at: int, returning: frozenset[str], furniture: _Furniture) -> bool:
    line = page.lines[at]
    if page.number > 1 and _REFERENCE.fullmatch(line.words):
        named = [mention.reference for mention in find_mentions(line.words.upper())]
        if named == [furniture.own]:
            return True
    if not furniture.counting.isdisjoint(_counts(line, page.number)):
        return True
    return _shape(line, page.number, furniture.shifts) in returning


def _is_number(page: Page, at: int, furniture: _Furniture, *, from_top: bool) -> bool:
    """Whether a line is the number of its page: it counts them, and nothing is beside it."""
    line = page.lines[at]
    number = _PAGE_NUMBER.fullmatch(line.words)
    if not number:
        return False
    if number["word"] or number["after"]:
        return True
    repeated = furniture.heads if from_top else furniture.feet
    beside = (each for each in page.lines if each is not line and each.top == line.top)
    if any(_shape(each, page.number, furniture.shifts) not in repeated for each in beside):
        return False
    if _fits(number["number"], page.number, furniture.shifts):
        return True
    is_first_count = number["number"] == str(page.number)
    return is_first_count and _is_apart(page, at, from_top=from_top)


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


def _counting(pages: Sequence[Page], *, from_top: bool) -> frozenset[tuple[str, int]]:
    """Return the lines that most pages have with another number, always as far from their count."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edge = page.lines[:_DEEP] if from_top else page.lines[-_DEEP:]
        counts.update(
            {each for line in edge if not _opens_note(line) for each in _counts(line, page.number)}
        )
    fewest = max(_MANY, _MOST * len(pages))
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


def _returning(pages: Sequence[Page], shifts: frozenset[int], *, from_top: bool) -> frozenset[str]:
    """Return the shapes of lines that stand at the edge of at least two pages, and of a third.

    On two pages only, they stand apart from the text.
    """
    counts: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    for page in pages:
        places = range(len(page.lines))
        edge = places[:_DEEP] if from_top else places[-_DEEP:]
        shapes = {
            at: _shape(page.lines[at], page.number, shifts)
            for at in edge
            if not _opens_note(page.lines[at])
        }
        counts.update(set(shapes.values()))
        apart.update(
            {
                shape
                for at, shape in shapes.items()
                if _is_apart(page, at, from_top=from_top, is_next=bool(_ENDED.search(shape)))
            }
        )
    return frozenset(
        shape
        for shape, count in counts.items()
        if shape and _returns(shape, count, apart[shape], len(pages))
    )


def _returns(shape: str, count: int, apart: int, pages: int) -> bool:
    if _ENDED.search(shape):
        # Answers of a reply may all be "No information.", and notes end with one day of a visit.
        return count >= max(_MANY, pages * 0.6) and apart * 2 > count
    return count >= max(_FEWEST, pages / 3) and (count >= _MANY or apart >= _FEWEST)


def _is_apart(page: Page, at: int, *, from_top: bool, is_next: bool = False) -> bool:
    """Whether the lines from the edge to this one stand apart from what follows, or this one does."""
    lines = page.lines
    if is_next and len(lines) > _DEEP:
        near = range(at, at + 1) if from_top else range(at - 1, at)
        return any(lines[each + 1].top - lines[each].top > 1.4 * lines[each].size for each in near)
    edge = range(at, min(at + _DEEP, len(lines) - 1)) if from_top else range(max(at - _DEEP, 0), at)
    return len(lines) <= _DEEP or any(
        lines[each + 1].top - lines[each].top > 1.4 * max(lines[each].size, lines[each + 1].size)
        for each in edge
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
