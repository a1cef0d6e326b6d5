"""Tables whose borders are drawn: what stands between four of them is a cell, wherever in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casebook.importing.layout.paper import Line, Rule
from casebook.importing.pieces import Pieces, joined

_SAME = 3.0
"""Points by which two ends of one border may differ."""
_INSIDE = 2.0
_MIDDLE = 0.3
"""Sizes of a letter above its baseline: a border below it is that of the cell above."""
_BLANK = 0.6
"""Sizes of a letter between the words of two cells, at least."""
_FEWEST = 3
"""Upright borders that a table has; beside each other in one row, boxes are one too."""
_MOST = 4000


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table, and which lines stand in it."""

    rows: tuple[tuple[Pieces, ...], ...]
    lines: range


def find_ruled_tables(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[RuledTable]:
    """Yield the tables of a page with borders around their cells, from the top."""
    upright = sorted((rule for rule in rules if rule.is_upright), key=lambda rule: rule.top)
    level = [rule for rule in rules if not rule.is_upright]
    if len(upright) < _FEWEST or len(rules) > _MOST:
        return
    for group in _groups(upright):
        if table := _table(lines, group, level):
            yield table


def _groups(upright: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield upright borders that follow each other without a gap down the page."""
    group: list[Rule] = []
    bottom = 0.0
    for rule in upright:
        if group and rule.top > bottom + _SAME:
            yield group
            group = []
        bottom = max(bottom, rule.bottom) if group else rule.bottom
        group.append(rule)
    if group:
        yield group


def _table(
    lines: Sequence[Line], upright: Sequence[Rule], level: Sequence[Rule]
) -> RuledTable | None:
    top, bottom = upright[0].top, max(rule.bottom for rule in upright)
    level = [rule for rule in level if top - _SAME <= rule.top <= bottom + _SAME]
    across, down = (
        _places([rule.left for rule in upright]),
        _places([top, *(rule.top for rule in level)]),
    )
    inside = [at for at, line in enumerate(lines) if top < line.top - _MIDDLE * line.size < bottom]
    if len(across) < _FEWEST or not inside:
        return None
    span = range(inside[0], inside[-1] + 1)
    rows: dict[int, dict[int, Pieces]] = {}
    for at in span:
        line = lines[at]
        middle = line.top - _MIDDLE * line.size
        sides = [rule.left for rule in upright if rule.top - _SAME <= middle <= rule.bottom + _SAME]
        # A row that a page cuts has no border above its rest.
        over = [top] + [
            rule.top
            for rule in level
            if rule.left - _SAME <= line.left <= rule.right + _SAME and rule.top <= middle
        ]
        left = max((side for side in sides if side <= line.left + _INSIDE), default=None)
        right = min((side for side in sides if side > line.left + _INSIDE), default=0.0)
        if (
            left is None
            or line.right > right + _INSIDE
            or (at > 0 and _goes_on(line, lines[at - 1]))
        ):
            return None  # beside the table, or across a border: no cell
        cells = rows.setdefault(_index(down, max(over)), {})
        column = _index(across, left)
        cells[column] = joined(cells.get(column, ()), line.pieces)
    used = sorted({column for cells in rows.values() for column in cells})
    if len(used) < _FEWEST - 1:
        return None
    ordered = (rows[row] for row in sorted(rows))
    return RuledTable(tuple(tuple(cells.get(at, ()) for at in used) for cells in ordered), span)


def _goes_on(line: Line, before: Line) -> bool:
    """Whether words stand as close to those on their left as in one sentence: marked in two colours."""
    return line.top == before.top and 0 <= line.left - before.right < _BLANK * line.size


def _places(ends: Sequence[float]) -> list[float]:
    """Return where borders lie, those as one that are nearly in one place."""
    places: list[float] = []
    for end in sorted(ends):
        if not places or end > places[-1] + _SAME:
            places.append(end)
    return places


def _index(places: Sequence[float], end: float) -> int:
    return max(at for at, place in enumerate(places) if place <= end)
