"""Pages set in two columns, like a newspaper: the right column is put below the left.

They are known by the gap in the middle, which no line crosses, and by prose that fills both sides
without holes. A table has holes where one cell is longer than the other, and is left alone.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from casebook.importing.layout.paper import Rule
from casebook.importing.pdf.lines import Run

_FEWEST = 8
"""Lines that each column has."""
_MIDDLE = (0.42, 0.58)
"""Where on the page the gap may be, of its width."""
_STEP = 2.0
_CLEAR = 4.0
"""How far on both sides nothing is printed."""
_HOLE = 2.6
"""Pitches that may lie between two lines of one column."""
_FILLED = 0.75
"""Of a column's width: how far most of its lines reach."""
_WORDS = 4
"""Words of a line of prose, at least."""
_SAME_ROW = 1.0


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one baseline."""

    baseline: float
    runs: tuple[Run, ...]

    def side(self, x: float, *, is_right: bool) -> tuple[Run, ...]:
        """Return what stands on one side of a place."""
        return tuple(run for run in self.runs if (run.left > x) is is_right)


def in_one_column(
    runs: Sequence[Run], width: float, rules: Sequence[Rule], height: float
) -> list[Run]:
    """Return the runs of a page, those of right columns moved below the left ones."""
    rows = _rows(runs)
    opened = [_open_places(row, width) for row in rows]
    upright = [rule for rule in rules if rule.is_upright]
    moved: list[Run] = []
    shift = 0.0
    at = 0
    while at < len(rows):
        band = _band(rows, opened, at, width)
        if not band or _is_ruled(rows[at : band[0]], band[1], upright, height):
            moved += [replace(run, baseline=run.baseline + shift) for run in rows[at].runs]
            at += 1
            continue
        end, x = band
        left = [run for row in rows[at:end] for run in row.side(x, is_right=False)]
        right = [run for row in rows[at:end] for run in row.side(x, is_right=True)]
        over = min(run.left for run in right) - min(run.left for run in left)
        lowest = min(run.baseline for run in left)
        pitch = median(_pitches(list(_lines(rows[at:end], x, is_right=False))))
        down = lowest - pitch - max(run.baseline for run in right)
        moved += [replace(run, baseline=run.baseline + shift) for run in left]
        moved += [
            replace(
                run,
                baseline=run.baseline + shift + down,
                left=run.left - over,
                right=run.right - over,
                head=run.head - over,
            )
            for run in right
        ]
        shift += min(run.baseline for run in right) + down - rows[end - 1].baseline
        at = end
    return moved if shift else [*runs]


def _open_places(row: _Row, width: float) -> int:
    """Return around which of the places in the middle nothing is printed: a bit for each."""
    first = width * _MIDDLE[0]
    count = int(width * (_MIDDLE[1] - _MIDDLE[0]) / _STEP)
    places = (1 << count) - 1
    for run in row.runs:
        begin = max(0, math.floor((run.left - _CLEAR - first) / _STEP) + 1)
        end = min(count, math.ceil((run.right + _CLEAR - first) / _STEP))
        if begin < end:
            places &= ~(((1 << (end - begin)) - 1) << begin)
    return places


def _rows(runs: Sequence[Run]) -> list[_Row]:
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: -each.baseline):
        if not run.text.strip():
            continue
        if rows and rows[-1][0].baseline - run.baseline < _SAME_ROW:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_Row(row[0].baseline, tuple(row)) for row in rows]


def _band(
    rows: Sequence[_Row],
    opened: Sequence[int],
    start: int,
    width: float,
) -> tuple[int, float] | None:
    """Return where columns that begin at a row end, and the middle of the gap between them."""
    clear, end = opened[start], start
    while end < len(rows) and clear & opened[end]:
        clear &= opened[end]
        end += 1
    if end - start < _FEWEST:
        return None
    places = [at for at in range(clear.bit_length()) if clear >> at & 1]
    x = width * _MIDDLE[0] + median(places) * _STEP
    if not _are_columns(rows[start:end], x):
        return None
    return end, x


def _is_ruled(band: Sequence[_Row], x: float, upright: Sequence[Rule], height: float) -> bool:
    """Whether a line is drawn in the gap, as between the cells of a table."""
    top, bottom = height - band[0].baseline, height - band[-1].baseline
    return any(
        abs(rule.left - x) < 2 * _CLEAR and rule.top < bottom and top < rule.bottom
        for rule in upright
    )


def _are_columns(band: Sequence[_Row], x: float) -> bool:
    """Whether both sides of a place are prose without holes, as wide as each other."""
    sides = [list(_lines(band, x, is_right=is_right)) for is_right in (False, True)]
    if any(len(side) < _FEWEST for side in sides):
        return False
    pitch = min(median(_pitches(side)) for side in sides)
    widths = []
    for side in sides:
        begin = min(row.runs[0].left for row in side)
        end = max(run.right for row in side for run in row.runs)
        reach = [max(run.right for run in row.runs) - begin for row in side]
        if median(reach) < _FILLED * (end - begin):
            return False
        words = [sum(len(run.text.split()) for run in row.runs) for row in side]
        if median(words) < _WORDS:
            return False
        if max(_pitches(side)) > _HOLE * pitch:
            return False
        widths.append(end - begin)
    return min(widths) > 0.8 * max(widths)


def _lines(band: Sequence[_Row], x: float, *, is_right: bool) -> Iterator[_Row]:
    for row in band:
        if runs := row.side(x, is_right=is_right):
            yield _Row(row.baseline, tuple(sorted(runs, key=lambda run: run.left)))


def _pitches(side: Sequence[_Row]) -> list[float]:
    """Return what lies between the lines of one column."""
    return [above.baseline - below.baseline for above, below in pairwise(side)]
