"""What a table says of its cells: the standard that heads their column, or begins their row."""

import re
from typing import NamedTuple

from casebook.citations.names import Names
from casebook.citations.plain import simplify
from casebook.model.text import Paragraph, Table
from casebook.reading.dialect import Dialect


class CellHead(NamedTuple):
    """What governs one cell."""

    name: str = ""
    """What may name a standard, and does so alone."""
    is_of_numbers: bool = False
    """Whether the cell's numbers are provisions of it, without a word that says so."""


def heads_of_cells(dialect: Dialect, names: Names) -> dict[int, CellHead]:
    """Return what governs each cell, by its identity.

    It is the standard that heads its column, else what begins its row; nothing where both name
    one, or the column names several.
    """
    heads: dict[int, CellHead] = {}
    for table in dialect.blocks:
        if isinstance(table, Table):
            rows = [row for row in table.rows if row]
            counts = bool(table.head) and _COUNTING.search(table.head[0].plain) is not None
            for at, title in enumerate(table.head):
                cells = [(row[0], row[at]) for row in rows if len(row) > at]
                column = _heads_of_column(at, title, cells, names)
                if counts:
                    column = {key: CellHead(head.name) for key, head in column.items()}
                heads.update(column)
    return heads


def _heads_of_column(
    at: int, title: Paragraph, cells: list[tuple[Paragraph, Paragraph]], names: Names
) -> dict[int, CellHead]:
    plain = simplify(title.plain).text.strip()
    has_lists = any(_LIST.search(simplify(cell.plain).text) for _, cell in cells)
    unit = _UNIT.fullmatch(plain)
    if unit and at:
        are_numbers = has_lists or _is_one(unit)
        return {id(cell): CellHead(first.plain, are_numbers) for first, cell in cells}
    name, unit = _without_unit(plain)
    found = names.match(name, 0)
    if not found and not _names_one(plain, names):
        return {id(cell): CellHead(first.plain) for first, cell in cells} if at else {}
    if not found or name[found.end :].strip(" :.()"):
        return {}
    are_numbers = has_lists or (unit is not None and _is_one(unit))
    if not unit and any(
        not _ONLY_NUMBERS.fullmatch(simplify(cell.plain).text) for _, cell in cells
    ):
        are_numbers = False
    return {
        id(cell): CellHead(name, are_numbers)
        for first, cell in cells
        if not (at and names.match(simplify(first.plain).text.removeprefix("The "), 0))
    }


_COUNTING = re.compile(
    r"\b(?:numbers?|totals?|counts?|complaints?|cases|communications|reports?|years?|dates?|ratif[a-z]+)\b",
    re.IGNORECASE,
)
_UNIT_WORDS = (
    r"(?:(?:[Rr]elevant|[Cc]ited|[Aa]lleged|[Kk]ey) )?"
    r"(?P<unit>(?:[Aa]rticle|[Pp]rovision|[Rr]ule|[Aa]rt|[Aa]rticulo|[Dd]isposition|[Dd]isposicion)(?P<many>s|es)?\.?(?P<or>\(s\))?)"
)
_UNIT = re.compile(
    rf"{_UNIT_WORDS}(?: (?:cited|violated|breached|invoked|concerned|engaged|at issue))?"
)
_UNIT_BEFORE = re.compile(
    rf"{_UNIT_WORDS}(?: (?:of|in|under|du|de|de la|del))?(?: the| la)? (?=[A-Z])"
)
_UNIT_BEHIND = re.compile(rf" ?[,:(-]? ?{_UNIT_WORDS}\)?$")
_LIST = re.compile(
    r"^ *[0-9]{1,3}(?: ?\((?:[0-9]{1,2}|[a-z])\)|(?: ?[,;-] ?| and )[0-9]{1,2}(?![0-9]))"
)
_ONLY_NUMBERS = re.compile(r"[0-9a-z(),;. -]*")
"""A column of numbers, some of which are lists, does not count anything."""


def _is_one(unit: re.Match[str]) -> bool:
    """Whether a heading announces one number, or any: "Articles" may say how many there are."""
    return unit["or"] is not None or unit["many"] is None


def _without_unit(title: str) -> tuple[str, re.Match[str] | None]:
    """Return a heading without the "Articles of the" before a name, or the "articles" behind it."""
    if before := _UNIT_BEFORE.match(title):
        return title[before.end() :], before
    if (behind := _UNIT_BEHIND.search(title)) and behind.start():
        return title[: behind.start()], behind
    return title.removeprefix("The "), None


def _names_one(title: str, names: Names) -> bool:
    return any(names.match(title, word.start()) for word in re.finditer(r"\b[A-Za-z]", title))
