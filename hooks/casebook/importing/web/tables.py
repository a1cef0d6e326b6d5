"""Tables of web pages: which are there for the layout alone, and in which column a cell stands."""

from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from casebook.importing.pieces import Pieces
from casebook.importing.web.lists import read_number

_MOST_COLUMNS = 30
_MOST_PARAGRAPHS = 5
"""In a cell of a table that is no layout."""


def is_layout(rows: Sequence[Sequence[LexborNode]]) -> bool:
    """Whether the cells of a table are only places on the page: read one after the other."""
    widest = max((sum(bool(cell.text().strip()) for cell in row) for row in rows), default=0)
    return len(rows) < 2 or widest < 2 or any(_holds_page(cell) for row in rows for cell in row)


def _holds_page(cell: LexborNode) -> bool:
    return bool(cell.css("table, h1, h2, h3")) or len(cell.css("p, br")) > _MOST_PARAGRAPHS


def spread(rows: Iterable[Iterable[tuple[LexborNode, Pieces]]]) -> Iterator[tuple[Pieces, ...]]:
    """Yield rows in which every cell stands in its column: a wide or high one leaves room."""
    below: dict[int, int] = {}
    for row in rows:
        cells: list[Pieces] = []
        for cell, pieces in row:
            _leave_room(cells, below)
            wide, high = read_number(cell, "colspan", 1), read_number(cell, "rowspan", 1)
            for at in range(max(1, min(wide, _MOST_COLUMNS))):
                below[len(cells)] = high - 1
                cells.append(() if at else pieces)
        _leave_room(cells, below)
        yield tuple(cells)


def _leave_room(cells: list[Pieces], below: dict[int, int]) -> None:
    """Add empty cells where cells of rows above reach down; `below` says how far, by column."""
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append(())
