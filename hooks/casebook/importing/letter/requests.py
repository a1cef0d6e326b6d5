"""The requests of a letter: the numbered questions after the sentence that announces them."""

from collections.abc import Sequence

from casebook.importing.letter import phrases
from casebook.importing.markers import follows, style_of
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
    number = run[start - 1].marker if start else ""
    items = [start]
    below: dict[int, list[int]] = {start: []}
    waiting: list[int] = []
    for at in range(start + 1, len(run)):
        if at in passed:
            break
        chunk = run[at]
        is_item = chunk.role is Role.ITEM
        if is_item and chunk.depth <= depth and follows(run[items[-1]].marker, chunk.marker, style):
            # What stood between two numbers belongs to the first of them.
            below[items[-1]] += waiting
            waiting = []
            items.append(at)
            below[at] = []
        elif is_item and number and follows(number, chunk.marker):
            break  # the numbers of the paragraphs go on, from the one that announces the requests
        elif is_item and not waiting:
            below[items[-1]].append(at)
        elif len(waiting) < 3 and chunk.role is not Role.TABLE:
            waiting.append(at)
        else:
            break
    return {item: tuple(below[item]) for item in items}
