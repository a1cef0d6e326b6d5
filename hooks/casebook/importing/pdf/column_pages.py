"""Pages set in two or three columns, like a newspaper: each is put below the one on its left.

They are known by the gaps between them, which no line crosses, and by prose that fills all of them
without holes. A table has holes where one cell is longer than the other, and is left alone.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from casebook.importing.layout.paper import Rule
from casebook.importing.pdf.lines import Run

_FEWEST = 8
"""Lines that each column has."""
_Gaps = tuple[tuple[float, float], ...]
_TWO: _Gaps = ((0.42, 0.58),)
"""Where on the page the gap between two columns may be, of its width."""
_THREE: _Gaps = ((0.28, 0.40), (0.60, 0.72))
_STEP = 2.0
_CLEAR = 4.0
"""How far on both sides nothing is printed."""
_HOLE = 2.6
"""Pitches that may lie between two lines of one column."""
_FILLED = 0.75
"""Of a column's width: how far most of its lines reach."""
_FULL = 0.9
"""Of a column's width: how far a line reaches behind which a paragraph may go on."""
_ENDED = re.compile(r"[.:;?!][\"”’»)]*\s*$")
_WORDS = 4
"""Words of a line of prose, at least."""
_SAME_ROW = 1.0


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one baseline."""

    baseline: float
    runs: tuple[Run, ...]

    def columns(self, places: Sequence[float]) -> list[tuple[Run, ...]]:
        """Return what stands before, between and behind places."""
        borders = (-math.inf, *places, math.inf)
        return [
            tuple(run for run in self.runs if begin < run.left <= end)
            for begin, end in pairwise(borders)
        ]


def in_one_column(
    runs: Sequence[Run], width: float, rules: Sequence[Rule], height: float
) -> list[Run]:
    """Return the runs of a page, those of other columns moved below the left ones."""
    rows = _rows(runs)
    upright = [rule for rule in rules if rule.is_upright]
    for gaps in (_TWO, _THREE):
        if moved := _moved(rows, width, upright, height, gaps):
            return moved
    return [*runs]


def _moved(
    rows: Sequence[_Row], width: float, upright: Sequence[Rule], height: float, gaps: _Gaps
) -> list[Run]:
    """Return the runs of rows in one column; none where there are no columns with such gaps."""
    opened = [[_open_places(row, width, gap) for gap in gaps] for row in rows]
    moved: list[Run] = []
    shift = 0.0
    at = 0
    while at < len(rows):
        band = _band(rows, opened, at, width, gaps)
        if not band or _is_ruled(rows[at : band[0]], band[1], upright, height):
            moved += [replace(run, baseline=run.baseline + shift) for run in rows[at].runs]
            at += 1
            continue
        end, places = band
        sides = list(zip(*(row.columns(places) for row in rows[at:end]), strict=True))
        first, *others = [[run for runs in side for run in runs] for side in sides]
        pitch = median(_pitches(_lines(rows[at:end], places)[0]))
        moved += [replace(run, baseline=run.baseline + shift) for run in first]
        lowest = min(run.baseline for run in first)
        for above, other in pairwise((first, *others)):
            over = min(run.left for run in other) - min(run.left for run in first)
            room = pitch * (2 if _ends_paragraph(above) else 1)
            down = lowest - room - max(run.baseline for run in other)
            moved += [
                replace(
                    run,
                    baseline=run.baseline + shift + down,
                    left=run.left - over,
                    right=run.right - over,
                    head=run.head - over,
                )
                for run in other
            ]
            lowest = min(run.baseline for run in other) + down
        shift += lowest - rows[end - 1].baseline
        at = end
    return moved if shift else []


def _ends_paragraph(column: Sequence[Run]) -> bool:
    """Whether a column ends with a paragraph: with a sentence, on a line that is not full."""
    last = min(run.baseline for run in column)
    line = [run for run in column if run.baseline - last < _SAME_ROW]
    end = max(line, key=lambda run: run.right)
    begin, far = min(run.left for run in column), max(run.right for run in column)
    return bool(_ENDED.search(end.text)) and end.right - begin < _FULL * (far - begin)


def _open_places(row: _Row, width: float, gap: tuple[float, float]) -> int:
    """Return around which of the places where a gap may be nothing is printed: a bit for each."""
    first = width * gap[0]
    count = int(width * (gap[1] - gap[0]) / _STEP)
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
    opened: Sequence[Sequence[int]],
    start: int,
    width: float,
    gaps: _Gaps,
) -> tuple[int, list[float]] | None:
    """Return where columns that begin at a row end, and the middles of the gaps between them."""
    clear, end = [*opened[start]], start
    while end < len(rows):
        narrower = [one & other for one, other in zip(clear, opened[end], strict=True)]
        if not all(narrower):
            break
        clear = narrower
        end += 1
    if end - start < _FEWEST:
        return None
    places = []
    for bits, gap in zip(clear, gaps, strict=True):
        found = [at for at in range(bits.bit_length()) if bits >> at & 1]
        places.append(width * gap[0] + median(found) * _STEP)
    return (end, places) if _are_columns(rows[start:end], places) else None


def _is_ruled(
    band: Sequence[_Row], places: Sequence[float], upright: Sequence[Rule], height: float
) -> bool:
    """Whether a line is drawn in a gap, as between the cells of a table."""
    top, bottom = height - band[0].baseline, height - band[-1].baseline
    return any(
        abs(rule.left - x) < 2 * _CLEAR and rule.top < bottom and top < rule.bottom
        for rule in upright
        for x in places
    )


def _are_columns(band: Sequence[_Row], places: Sequence[float]) -> bool:
    """Whether what stands between places is prose without holes, each as wide as the others."""
    sides = _lines(band, places)
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


def _lines(band: Sequence[_Row], places: Sequence[float]) -> list[list[_Row]]:
    """Return the lines of each column."""
    sides: list[list[_Row]] = [[] for _ in range(len(places) + 1)]
    for row in band:
        for side, runs in zip(sides, row.columns(places), strict=True):
            if runs:
                side.append(_Row(row.baseline, tuple(sorted(runs, key=lambda run: run.left))))
    return sides


def _pitches(side: Sequence[_Row]) -> list[float]:
    """Return what lies between the lines of one column."""
    return [above.baseline - below.baseline for above, below in pairwise(side)]
