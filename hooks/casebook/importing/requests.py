"""The requests of a letter: the numbered questions after the sentence that announces them."""

import re
from collections.abc import Sequence

from casebook.importing import phrases
from casebook.importing.pieces import Chunk, Role

_FEWEST = 2


def find_requests(run: Sequence[Chunk], passed: frozenset[int]) -> dict[int, tuple[int, ...]]:
    """Return the place of every request, and of what belongs to each: sub-items, more paragraphs.

    `passed` are the places of headings and signatures.
    """
    starts = [
        at + 1
        for at, chunk in enumerate(run[:-1])
        if at not in passed
        and run[at + 1].role is Role.ITEM
        and (words := chunk.words).endswith(":")
        and phrases.REQUESTS_FOLLOW.search(words[-400:])
    ]
    announced = [_list_from(run, start, passed) for start in starts]
    if announced:
        return max(announced, key=lambda items: _asking(run, items))
    for at, chunk in enumerate(run):
        is_first = chunk.role is Role.ITEM and (not at or run[at - 1].role is not Role.ITEM)
        if is_first and at not in passed:
            items = _list_from(run, at, passed)
            if len(items) >= _FEWEST and _asking(run, items) * 2 > len(items):
                return items
    return {}


def _asking(run: Sequence[Chunk], items: dict[int, tuple[int, ...]]) -> int:
    return sum(bool(phrases.ASKS.search(run[at].words)) for at in items)


def _list_from(
    run: Sequence[Chunk], start: int, passed: frozenset[int]
) -> dict[int, tuple[int, ...]]:
    style, depth = style_of(run[start].marker), run[start].depth
    items = [start]
    below: dict[int, list[int]] = {start: []}
    waiting: list[int] = []
    for at in range(start + 1, len(run)):
        if at in passed:
            break
        chunk = run[at]
        is_item = chunk.role is Role.ITEM
        if (
            is_item
            and chunk.depth <= depth
            and _follows(run[items[-1]].marker, chunk.marker, style)
        ):
            # What stood between two numbers belongs to the first of them.
            below[items[-1]] += waiting
            waiting = []
            items.append(at)
            below[at] = []
        elif is_item and not waiting:
            below[items[-1]].append(at)
        elif len(waiting) < 3 and chunk.role is not Role.TABLE:
            waiting.append(at)
        else:
            break
    return {item: tuple(below[item]) for item in items}


def style_of(marker: str) -> str:
    """Return the style of a marker: 1 for digits, a for letters, i for Roman numbers, or itself."""
    core = re.sub(r"[().]", "", marker)
    if core.isdigit():
        kind = "1"
    elif re.fullmatch(r"[ivx]+", core):
        kind = "i"
    elif re.fullmatch(r"[A-Za-z]", core):
        kind = "a"
    else:
        return marker
    return marker.replace(core, kind, 1)


def _follows(before: str, after: str, style: str) -> bool:
    """Whether a marker is the next of its list: of the same style, one further."""
    if style_of(after) == style and style.strip("().") not in ("1", "a", "i"):
        return True
    first, second = (re.sub(r"[().]", "", marker) for marker in (before, after))
    if after.replace(second, "") != before.replace(first, ""):
        return False
    if first.isdigit():
        return second.isdigit() and int(second) in (int(first) + 1, int(first) + 2)
    # h, i, j and v, vi: a letter can be a Roman number.
    if len(first) == len(second) == 1 and ord(second) == ord(first) + 1:
        return True
    numerals = [
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
        "xvii",
        "xviii",
        "xix",
        "xx",
    ]
    return (
        first in numerals
        and second in numerals
        and numerals.index(second) == numerals.index(first) + 1
    )
