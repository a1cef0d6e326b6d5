"""Tables in bulk: CSV for spreadsheets, JSON Lines for programs. No day of making stands in them."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from casebook.exports.basis import Basis, Listed, by_addressee
from casebook.exports.making import citation_rows, dossier_rows, reply_rows
from casebook.exports.rows import CitationRow, DossierRow, ReplyRow
from casebook.exports.shape import as_json, names_of
from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier
from casebook.model.site_file import Piece, SiteFile

Rows = Callable[[Basis, Iterable[Dossier]], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind, made from dossiers."""

    name: str
    record: type[Any]
    make_rows: Rows

    def rows(self, basis: Basis, references: Iterable[Reference]) -> Iterator[Any]:
        """Yield the rows of these dossiers."""
        return self.make_rows(basis, (basis.corpus.dossiers[held] for held in references))


TABLES = (
    Table("dossiers", DossierRow, dossier_rows),
    Table("citations", CitationRow, citation_rows),
    Table("replies", ReplyRow, reply_rows),
)


def plan_tables(basis: Basis) -> Iterator[SiteFile]:
    """Yield the tables in bulk. One piece an addressee: an edit makes one of them anew."""
    groups = [(code, group, Listed(group)) for code, group in by_addressee(basis.corpus.dossiers)]
    for table in TABLES:
        pieces = [(code, partial(table.rows, basis, group), told) for code, group, told in groups]
        yield SiteFile(
            f"data/{table.name}.csv",
            (
                Piece("head", partial(csv_lines, [names_of(table.record)])),
                *(Piece(code, partial(_csv, rows), told) for code, rows, told in pieces),
            ),
        )
        yield SiteFile(
            f"data/{table.name}.jsonl",
            tuple(Piece(code, partial(_json_lines, rows), told) for code, rows, told in pieces),
        )


def _csv(rows: Callable[[], Iterator[Any]]) -> bytes:
    return csv_lines([cell(getattr(row, name)) for name in names_of(type(row))] for row in rows())


def csv_lines(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV (RFC 4180), UTF-8."""
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows(rows)
    return lines.getvalue().encode()


def cell(value: object) -> str:
    """Return a value as a cell: several values with semicolons between, nothing for "not known".

    A spreadsheet would run a cell that begins like a formula: an apostrophe before it stops that
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | date):
        return str(value)
    return cell(several(value) if isinstance(value, tuple) else str(value))


def several(values: tuple[object, ...]) -> str:
    """Return several values as one: with semicolons between."""
    return "; ".join(map(str, values))


_FORMULA = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
"""The last four are the first, in the wide letters of East Asian keyboards: Excel reads both there."""


def _json_lines(rows: Callable[[], Iterator[Any]]) -> bytes:
    return "".join(f"{as_json(row)}\n" for row in rows()).encode()
