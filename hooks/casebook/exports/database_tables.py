"""The tables of the databases, and what fills them: one letter is told alike in each of them."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from casebook.exports.basis import Basis
from casebook.exports.making import (
    citation_rows,
    dossier_rows,
    paragraph_rows,
    reply_rows,
    request_rows,
    standard_rows,
)
from casebook.exports.rows import (
    CitationRow,
    DossierRow,
    ParagraphRow,
    ReplyRow,
    RequestRow,
    StandardRow,
)
from casebook.exports.shape import names_of
from casebook.exports.tables import several
from casebook.model.dossier import Dossier

_REFERENCE = "reference TEXT NOT NULL REFERENCES dossiers(reference)"
_KEYS: Mapping[type[Any], str] = {
    DossierRow: "reference TEXT PRIMARY KEY",
    StandardRow: "id TEXT PRIMARY KEY",
}
_LISTS = frozenset({"mandates", "topics", "answers", "provisions", "parties"})
"""Fields with several values that are tables of their own."""


def _column(kind: Any) -> str:
    """Return the type of a column, and whether it may be unknown."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    choices = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    affinity = "INTEGER" if {int, bool} & {*choices} else "TEXT"
    return affinity if NoneType in choices else f"{affinity} NOT NULL"


def _columns(record: type[Any]) -> list[str]:
    return [column for column in names_of(record) if column not in _LISTS]


def _of_records(record: type[Any]) -> str:
    """Return the columns of a table of records: one for each field that is no table itself."""
    hints = get_type_hints(record, include_extras=True)
    key = _KEYS.get(record, _REFERENCE)
    own, *rest = _columns(record)
    assert own == key.split()[0], "the key comes first"
    return ", ".join((key, *(f"{column} {_column(hints[column])}" for column in rest)))


REGISTERS: Mapping[str, str] = {
    "addressees": "code TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL",
    "mandates": "id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL",
    "topics": "id TEXT PRIMARY KEY, name TEXT NOT NULL, gloss TEXT NOT NULL",
}
"""What dossiers refer to by id."""

STANDARDS: Mapping[str, str] = {
    "standards": _of_records(StandardRow),
    "provisions": (
        "standard TEXT NOT NULL REFERENCES standards(id), id TEXT NOT NULL, words TEXT NOT NULL, "
        "address TEXT NOT NULL, citations INTEGER NOT NULL, letters INTEGER NOT NULL"
    ),
}

# `asked` has the words of the requests, so that one search finds them with the rest.
DOSSIERS: Mapping[str, str] = {"dossiers": f"{_of_records(DossierRow)}, asked TEXT NOT NULL"}

FACTS: Mapping[str, str] = {
    "dossier_mandates": f"{_REFERENCE}, mandate TEXT NOT NULL REFERENCES mandates(id)",
    "dossier_topics": f"{_REFERENCE}, topic TEXT NOT NULL REFERENCES topics(id)",
    "persons": f"{_REFERENCE}, name TEXT NOT NULL",
    "requests": _of_records(RequestRow),
    "replies": _of_records(ReplyRow),
    "answers": f"{_REFERENCE}, reply TEXT NOT NULL, request TEXT NOT NULL, state TEXT NOT NULL",
    "citations": _of_records(CitationRow),
}
"""What else is known of dossiers, but for their texts."""

TEXTS: Mapping[str, str] = {"paragraphs": _of_records(ParagraphRow)}


def create(connection: sqlite3.Connection, *groups: Mapping[str, str]) -> None:
    """Create tables, empty."""
    for name, columns in chain.from_iterable(group.items() for group in groups):
        connection.execute(f"CREATE TABLE {name} ({columns})")


def fill_registers(connection: sqlite3.Connection, basis: Basis) -> None:
    """Fill the registers with all there are."""
    corpus = basis.corpus
    addressees = corpus.addressees.values()
    mandates = corpus.mandates.values()
    _insert(connection, "addressees", ((held.code, held.name, held.kind) for held in addressees))
    _insert(connection, "mandates", ((held.id, held.name, held.kind) for held in mandates))
    _insert(
        connection,
        "topics",
        ((held.id, held.name, held.gloss) for held in corpus.topics.values()),
    )


def fill_standards(connection: sqlite3.Connection, basis: Basis) -> None:
    """Fill the tables of standards with all there are, and how often each is cited."""
    rows = tuple(standard_rows(basis, basis.corpus.instruments.values()))
    _insert_records(connection, "standards", StandardRow, rows)
    _insert(
        connection,
        "provisions",
        (
            (held.id, each.id, each.words, each.address, each.citations, each.letters)
            for held in rows
            for each in held.provisions
        ),
    )


def fill_dossiers(
    connection: sqlite3.Connection, basis: Basis, dossiers: Sequence[Dossier]
) -> None:
    """Fill the table of dossiers."""
    columns = _columns(DossierRow)
    _insert(
        connection,
        "dossiers",
        (
            (*(_value(getattr(row, column)) for column in columns), _asked(dossier))
            for row, dossier in zip(dossier_rows(basis, dossiers), dossiers, strict=True)
        ),
    )


def _asked(dossier: Dossier) -> str:
    return "" if dossier.withdrawn else "\n".join((dossier.requests or {}).values())


def fill_facts(connection: sqlite3.Connection, basis: Basis, dossiers: Sequence[Dossier]) -> None:
    """Fill the tables of what else is known of these dossiers."""
    shown = [dossier for dossier in dossiers if not dossier.withdrawn]
    _insert(
        connection,
        "dossier_mandates",
        ((str(each.reference), name) for each in shown for name in each.mandates or ()),
    )
    _insert(
        connection,
        "dossier_topics",
        ((str(each.reference), name) for each in shown for name in each.topics),
    )
    _insert(
        connection,
        "persons",
        (
            (str(each.reference), person.shown)
            for each in shown
            for person in each.persons
            if person.shown
        ),
    )
    replies = tuple(reply_rows(basis, dossiers))
    _insert_records(connection, "requests", RequestRow, request_rows(basis, dossiers))
    _insert_records(connection, "replies", ReplyRow, replies)
    _insert(
        connection,
        "answers",
        (
            (row.reference, row.reply, answer.request, answer.state)
            for row in replies
            for answer in row.answers
        ),
    )
    _insert_records(connection, "citations", CitationRow, citation_rows(basis, dossiers))


def fill_texts(connection: sqlite3.Connection, basis: Basis, dossiers: Iterable[Dossier]) -> None:
    """Fill the table of paragraphs with those of these dossiers."""
    _insert_records(connection, "paragraphs", ParagraphRow, paragraph_rows(basis, dossiers))


def _insert_records(
    connection: sqlite3.Connection, name: str, record: type[Any], rows: Iterable[Any]
) -> None:
    columns = _columns(record)
    _insert(
        connection,
        name,
        (tuple(_value(getattr(row, column)) for column in columns) for row in rows),
    )


def _insert(connection: sqlite3.Connection, name: str, rows: Iterable[tuple[Any, ...]]) -> None:
    kept = iter(rows)
    first = next(kept, None)
    if first is not None:
        marks = ", ".join("?" * len(first))
        insert = f"INSERT INTO {name} VALUES ({marks})"  # noqa: S608 - names are ours
        connection.executemany(insert, chain([first], kept))


def _value(value: object) -> object:
    if value is None or isinstance(value, int | str):
        return value
    return several(value) if isinstance(value, tuple) else str(value)


_WORDS_AT_ONCE = 64_000_000
"""Bytes of words that are sorted in memory: more than a file has, so that they are written once."""
_WORDS_BY_DEFAULT = 1_048_576


def make_searchable(connection: sqlite3.Connection, table: str, columns: str) -> None:
    """Make a table searchable: words without accents, in the table `<table>_fts`.

    Datasette offers a search where it finds the name of the table in double quotes.
    """
    index = f"{table}_fts"
    connection.execute(
        f'CREATE VIRTUAL TABLE {index} USING fts5({columns}, content="{table}", '
        "tokenize='unicode61 remove_diacritics 2')"
    )
    tell = f"INSERT INTO {index}({index}, rank) VALUES (?, ?)"  # noqa: S608 - names are ours
    for command in (
        ("hashsize", _WORDS_AT_ONCE),
        ("rebuild", None),
        ("optimize", None),
        ("hashsize", _WORDS_BY_DEFAULT),
    ):
        connection.execute(tell, command)


def add_index(connection: sqlite3.Connection, table: str, column: str) -> None:
    """Make rows fast to find by a column."""
    connection.execute(f"CREATE INDEX {table}_{column} ON {table}({column})")
