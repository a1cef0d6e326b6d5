"""What a PDF prints in one go, put together to lines."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from casebook.importing.layout.paper import Line, Rule
from casebook.importing.normalisation import tidy
from casebook.importing.pdf.right_to_left import has_leftward, in_logical_order, is_leftward
from casebook.importing.pieces import Piece, neat

_BLANK = 0.16
"""Sizes of a letter: a wider gap is a blank, though no blank is printed."""
_LEFTWARD_BLANK = 0.21
"""The same where words run to the left: their letters stand less close."""
_COLUMN_GAP = 2.6
"""Sizes of a letter: a wider gap divides columns."""
_BORDERED = 0.35
"""Sizes of a letter around a border: words marked in two colours stand closer."""
_NARROW_GAP = 0.8
"""Sizes of a letter: a wider gap divides columns that other rows have in the same place."""
_ROW = 0.5
"""Sizes of a letter: what is nearer below stands in the same row."""
_RAISED = 0.62
"""Sizes of a letter: how high above its row a mark may stand; some programs raise it by half."""
_SMALL = 0.85
"""How large a raised mark is at the most, of the letters beside it."""
_LONGEST_MARK = 5
_EDGE = 1.5
"""Points by which the ends of two full lines may differ."""
_EVEN = 0.25
"""Sizes of a letter by which the rooms between words of a justified line may differ."""
_DEEPEST = 6
"""Sizes of a letter by which the first line of a paragraph may be indented."""
_NEAR = 3
"""How many rows up and down tell where columns are."""


@dataclass(frozen=True, slots=True)
class Font:
    """The style of a run."""

    size: float
    is_bold: bool
    is_italic: bool
    is_invisible: bool


@dataclass(frozen=True, slots=True)
class Run:
    """What the PDF prints in one go: some letters of one line, in one style."""

    text: str
    left: float
    right: float
    baseline: float
    font: Font
    head: float
    """Where its first word ends."""
    is_upright: bool = True


def lines_of(runs: list[Run], height: float, upright: Sequence[Rule]) -> Iterator[Line]:
    """Yield the lines of a page, from the top, those of one row from the left."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: (-each.baseline, each.left)):
        row = rows[-1] if rows else None
        if row and _is_in_row(run, row):
            row.append(run)
        else:
            rows.append([run])
    cells = []
    for row in rows:
        top = height - row[0].baseline
        borders = sorted(rule.left for rule in upright if rule.top - 2 < top < rule.bottom + 2)
        ordered = sorted(row, key=lambda each: each.left)
        is_one = not borders and is_leftward("".join(run.text for run in row))
        cells.append([ordered] if is_one else _cells(ordered, borders))
    cells = [
        _one_if_spread(row, cells[max(0, at - _NEAR) : at + _NEAR + 1])
        for at, row in enumerate(cells)
    ]
    for at, row_cells in enumerate(cells):
        near = [each for each in cells[max(0, at - _NEAR) : at + _NEAR + 1] if len(each) > 1]
        for cell in _divided(row_cells, near):
            yield _line(cell, height)


def _is_in_row(run: Run, row: Sequence[Run]) -> bool:
    """Whether a run stands on the baseline of those before it, or below marks raised over it."""
    drop = row[0].baseline - run.baseline
    if drop < _ROW * max(row[0].font.size, run.font.size) or row[-1].baseline == run.baseline:
        return True
    return drop < _RAISED * run.font.size and all(
        mark.font.size < _SMALL * run.font.size and len(mark.text.strip()) <= _LONGEST_MARK
        for mark in row
    )


def _cells(row: list[Run], borders: Sequence[float]) -> list[list[Run]]:
    cells: list[list[Run]] = []
    for run in row:
        cell = cells[-1] if cells else None
        if not run.text.strip():
            if cell:
                cell[-1] = replace(cell[-1], text=f"{cell[-1].text} ")
            continue
        is_bordered = (
            cell
            and run.left - cell[-1].right > _BORDERED * run.font.size
            and bisect(borders, cell[-1].left) != bisect(borders, run.left)
        )
        if not cell or is_bordered or run.left - cell[-1].right > _COLUMN_GAP * run.font.size:
            cells.append([run])
        else:
            cell.append(run)
    return cells


def _one_if_spread(cells: list[list[Run]], near: Sequence[list[list[Run]]]) -> list[list[Run]]:
    """Return the cells of a row as one, if they are words that justification set wide apart.

    They stand as far from each other as each from the next, from edge to edge of a full line beside.
    """
    if len(cells) < 2:
        return cells
    runs = [run for cell in cells for run in cell]
    size = runs[0].font.size
    if any(" " in run.text.strip() for run in runs):
        return cells  # how wide its blanks are is not known
    rooms = [run.left - before.right for before, run in pairwise(runs)]
    rooms = [room for room in rooms if room > _BLANK * size]
    is_beside = any(
        abs(each[0][-1].right - runs[-1].right) < _EDGE
        and -_EDGE < runs[0].left - each[0][0].left < _DEEPEST * size
        for each in near
        if len(each) == 1
    )
    return [runs] if is_beside and max(rooms) - min(rooms) < _EVEN * size else cells


def _divided(cells: list[list[Run]], near: Sequence[list[list[Run]]]) -> Iterator[list[Run]]:
    """Yield the cells of a row: one with a gap where rows near it have one is two."""
    gaps = [(first[-1].right, second[0].left) for row in near for first, second in pairwise(row)]
    for cell in cells:
        start = 0
        rooms = sorted(run.left - before.right for before, run in pairwise(cell))
        for at, (before, run) in enumerate(pairwise(cell), 1):
            room = run.left - before.right
            # Justified words stand wide apart too, but all of them.
            is_widest = len(rooms) < 2 or (room == rooms[-1] and rooms[-2] < room * 0.6)
            if (room > _NARROW_GAP * run.font.size and is_widest) and any(
                left < run.left and before.right < right and room < right - left
                for left, right in gaps
            ):
                yield cell[start:at]
                start = at
        yield cell[start:]


def _line(runs: list[Run], height: float) -> Line:
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[run.font.size] += len(run.text)
    size = max(sizes, key=lambda each: (sizes[each], each))
    bases: Counter[float] = Counter()
    for run in runs:
        if run.font.size == size:
            bases[round(run.baseline, 1)] += len(run.text)
    baseline = bases.most_common(1)[0][0]
    pieces: list[Piece] = []
    blank = _BLANK
    if any(has_leftward(run.text) for run in runs):
        # A blank at the end of what runs to the left is printed before it.
        runs = [replace(run, text=run.text.strip()) for run in runs]
        blank = _LEFTWARD_BLANK
    for before, run in zip((None, *runs), runs, strict=False):
        font = run.font
        is_raised = run.baseline - baseline > 0.15 * size and font.size < _SMALL * size
        if before and run.left - before.right > blank * max(font.size, 0.7 * size):
            pieces.append(Piece(" ", font.is_bold, font.is_italic))
        pieces.append(Piece(run.text, font.is_bold, font.is_italic, is_raised))
    tidied = neat(in_logical_order(pieces))
    return Line(
        tuple(replace(piece, text=tidy(piece.text)) for piece in tidied),
        left=runs[0].left,
        right=runs[-1].right,
        top=height - baseline,
        size=size,
        first_width=_first_width(runs),
    )


def _first_width(runs: list[Run]) -> float:
    """Return the room that the first word takes; it may be printed in several runs."""
    end = runs[0].head
    for before, run in pairwise(runs):
        is_whole = before.head < before.right or before.text.endswith(" ")
        if is_whole or run.left - before.right > _BLANK * run.font.size:
            break
        end = run.head
    return end - runs[0].left
