"""Lines that stand beside each other: a masthead in two columns, or a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casebook.importing.layout.paper import Line, Rule
from casebook.importing.layout.ruled_tables import find_ruled_tables
from casebook.importing.pieces import Pieces, joined

_SAME_ROW = 0.3
_FEWEST_ROWS = 3
_NEXT_BAND = 1.4
_ALIGNED = 1.5
"""Sizes of a letter by which cells of one column may be shifted."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells."""

    rows: tuple[tuple[Pieces, ...], ...]


def in_reading_order(
    lines: Sequence[Line], rules: Sequence[Rule] = (), *, has_tables: bool = True
) -> Iterator[Line | Grid]:
    """Yield lines in the order in which they are read: left column before right, tables as one.

    A masthead has columns and no tables. Tables are known by their borders, or else by their gaps.
    """
    start = 0
    for table in find_ruled_tables(lines, rules) if has_tables else ():
        if table.lines.start >= start:
            yield from _by_gaps(lines[start : table.lines.start], has_tables=True)
            yield Grid(table.rows)
            start = table.lines.stop
    yield from _by_gaps(lines[start:], has_tables=has_tables)


def _by_gaps(lines: Sequence[Line], *, has_tables: bool) -> Iterator[Line | Grid]:
    rows = _rows(lines)
    at = 0
    while at < len(rows):
        if len(rows[at]) == 1:
            yield rows[at][0]
            at += 1
            continue
        end = _region_end(rows, at)
        region = rows[at:end]
        grid = _grid(region) if has_tables else None
        if grid:
            yield grid
        else:
            yield from _columns(region)
        at = end


def signed_in_order(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of signatures: those beside each other are read one after the other."""
    for band in _bands(_rows(lines)) if lines else ():
        yield from _columns(band)


def _bands(region: Sequence[Sequence[Line]]) -> Iterator[Sequence[Sequence[Line]]]:
    """Yield the rows of a region, divided where more room is left than between its lines."""
    pitches = [after[0].top - before[0].top for before, after in pairwise(region)]
    usual = min((pitch for pitch in pitches if pitch > 0), default=0.0)
    start = 0
    for at, pitch in enumerate(pitches, 1):
        if pitch > _NEXT_BAND * usual:
            yield region[start:at]
            start = at
    yield region[start:]


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines, those beside each other together."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(line.top - rows[-1][-1].top) <= _SAME_ROW * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _region_end(rows: Sequence[Sequence[Line]], start: int) -> int:
    """Return where the rows end that share columns with the row at `start`."""
    starts = [line.left for line in rows[start]]
    end = start + 1
    last = start + 1
    while end < len(rows):
        row = rows[end]
        pitch = row[0].top - rows[end - 1][0].top
        if pitch > 4 * row[0].size * 1.3:
            break
        if len(row) > 1:
            end += 1
            last = end
        elif any(abs(row[0].left - left) < _ALIGNED * row[0].size for left in starts[1:]) or (
            row[0].right < starts[-1] and not _crosses(row[0], starts[1:])
        ):
            # A cell on two lines, or the longer of two columns.
            end += 1
            last = end if row[0].left > starts[0] + row[0].size else last
        else:
            break
    return last


def _crosses(line: Line, starts: Sequence[float]) -> bool:
    """Whether a line runs across the place where a column begins."""
    return any(line.left < start - line.size and start + line.size < line.right for start in starts)


def _grid(region: Sequence[Sequence[Line]]) -> Grid | None:
    """Return a table: at least three rows whose cells begin in the same places."""
    full = [row for row in region if len(row) > 1]
    width = max(map(len, full))
    heads = [row for row in full if len(row) == width]
    begun = _begun(region) if width == 2 and len(full) * 2 < len(region) else None
    if len(heads) < _FEWEST_ROWS or begun == frozenset():
        return None
    starts = [min(row[column].left for row in heads) for column in range(width)]
    rows: list[list[Pieces]] = []
    for at, row in enumerate(region):
        cells: list[Pieces] = [() for _ in range(width)]
        for line in row:
            column = max(
                (
                    place
                    for place, start in enumerate(starts)
                    if line.left >= start - _ALIGNED * line.size
                ),
                default=0,
            )
            cells[column] = joined(cells[column], line.pieces) if cells[column] else line.pieces
        if rows and (at not in begun if begun else not cells[0] and len(row) < width):
            rows[-1] = [
                joined(old, new) if old and new else old or new
                for old, new in zip(rows[-1], cells, strict=True)
            ]
        else:
            rows.append(cells)
    return Grid(tuple(map(tuple, rows)))


def _begun(region: Sequence[Sequence[Line]]) -> frozenset[int]:
    """Return which lines begin a row of a table that has few words on the left; none if it is none.

    Each time words begin on the left, others stand beside them; below, the right cell goes on alone.
    """
    left = min(line.left for row in region for line in row)
    begun = []
    goes_on = False
    for at, row in enumerate(region):
        has_left = row[0].left < left + _ALIGNED * row[0].size
        if has_left and not goes_on:
            begun.append(at)
        goes_on = has_left
    is_table = len(begun) >= _FEWEST_ROWS and all(len(region[at]) > 1 for at in begun)
    return frozenset(begun) if is_table else frozenset()


def _columns(region: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Yield the left column, then the right."""
    lines = [line for row in region for line in row]
    border = min(
        (row[1].left for row in region if len(row) > 1), default=max(each.right for each in lines)
    )
    size = lines[0].size
    yield from (line for line in lines if line.left < border - _ALIGNED * size)
    yield from (line for line in lines if line.left >= border - _ALIGNED * size)
