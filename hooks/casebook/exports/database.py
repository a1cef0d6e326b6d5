"""One SQLite file with everything in it and full-text search, ready for Datasette."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from casebook.exports.basis import Basis
from casebook.exports.export import Export, export
from casebook.exports.making import (
    citation_rows,
    dossier_rows,
    paragraph_rows,
    reply_rows,
    standard_rows,
)
from casebook.exports.rows import (
    CitationRow,
    DossierRow,
    ParagraphRow,
    ReplyRow,
    StandardRow,
)
from casebook.exports.shape import names_of

DATABASE = "data/casebook.sqlite"

_PAGE_SIZE = 4096
_APPLICATION = 0x43415345  # "CASE", for file(1)

_KEYS = {
    "addressees": "code TEXT PRIMARY KEY",
    "mandates": "id TEXT PRIMARY KEY",
    "topics": "id TEXT PRIMARY KEY",
    "dossiers": "reference TEXT PRIMARY KEY",
    "standards": "id TEXT PRIMARY KEY",
}
_REFERENCE = "reference TEXT NOT NULL REFERENCES dossiers(reference)"
_LISTS = frozenset({"mandates", "topics", "persons", "answers", "provisions", "parties"})
"""Fields with several values: they are tables of their own."""


def plan_database(basis: Basis) -> Iterator[Export]:
    """Yield the database. It is one piece: any change of the record makes it anew."""
    yield export(DATABASE, partial(database, basis))


def database(basis: Basis) -> bytes:
    """Return the database. The same record gives the same bytes, with one version of SQLite."""
    connection = sqlite3.connect(":memory:")
    try:
        fill_database(connection, basis)
        return connection.serialize()
    finally:
        connection.close()


def fill_database(connection: sqlite3.Connection, basis: Basis) -> None:
    """Put the whole record into an empty database: in memory, or in a file if that is too large."""
    connection.executescript(
        f"PRAGMA page_size = {_PAGE_SIZE}; PRAGMA auto_vacuum = NONE; "
        f"PRAGMA application_id = {_APPLICATION};"
    )
    _fill(connection, basis)
    connection.commit()


def _fill(connection: sqlite3.Connection, basis: Basis) -> None:
    corpus = basis.corpus
    dossiers = tuple(corpus.dossiers.values())
    shown = [dossier for dossier in dossiers if not dossier.withdrawn]
    _table(
        connection,
        "addressees",
        "name TEXT NOT NULL, kind TEXT NOT NULL",
        ((held.code, held.name, held.kind) for held in corpus.addressees.values()),
    )
    _table(
        connection,
        "mandates",
        "name TEXT NOT NULL, kind TEXT NOT NULL",
        ((held.id, held.name, held.kind) for held in corpus.mandates.values()),
    )
    _table(
        connection,
        "topics",
        "name TEXT NOT NULL, gloss TEXT NOT NULL",
        ((held.id, held.name, held.gloss) for held in corpus.topics.values()),
    )
    _records(connection, "dossiers", DossierRow, dossier_rows(basis, dossiers))
    _several(
        connection,
        "dossier_mandates",
        "mandate TEXT NOT NULL REFERENCES mandates(id)",
        ((str(held.reference), name) for held in shown for name in held.mandates or ()),
    )
    _several(
        connection,
        "dossier_topics",
        "topic TEXT NOT NULL REFERENCES topics(id)",
        ((str(held.reference), name) for held in shown for name in held.topics),
    )
    _several(
        connection,
        "persons",
        "name TEXT NOT NULL",
        (
            (str(held.reference), person.shown)
            for held in shown
            for person in held.persons
            if person.shown
        ),
    )
    _records(connection, "paragraphs", ParagraphRow, paragraph_rows(basis, dossiers))
    _records(connection, "citations", CitationRow, citation_rows(basis, dossiers))
    _records(connection, "replies", ReplyRow, reply_rows(basis, dossiers))
    _several(
        connection,
        "answers",
        "reply TEXT NOT NULL, request TEXT NOT NULL, state TEXT NOT NULL",
        (
            (row.reference, row.reply, answer.request, answer.state)
            for row in reply_rows(basis, dossiers)
            for answer in row.answers
        ),
    )
    instruments = tuple(standard_rows(basis, corpus.instruments.values()))
    _records(connection, "standards", StandardRow, instruments)
    _table(
        connection,
        "provisions",
        "standard TEXT NOT NULL REFERENCES standards(id), id TEXT NOT NULL, words TEXT NOT NULL, "
        "address TEXT NOT NULL, citations INTEGER NOT NULL, letters INTEGER NOT NULL",
        (
            (held.id, each.id, each.words, each.address, each.citations, each.letters)
            for held in instruments
            for each in held.provisions
        ),
    )
    _search(connection, "paragraphs", "section, text")
    _search(connection, "dossiers", "title, summary")
    for table, column in (("paragraphs", "reference"), ("citations", "reference")):
        connection.execute(f"CREATE INDEX {table}_{column} ON {table}({column})")
    connection.execute("CREATE INDEX citations_target ON citations(target)")


def _table(
    connection: sqlite3.Connection, name: str, columns: str, rows: Iterable[tuple[Any, ...]]
) -> None:
    key = _KEYS.get(name)
    columns = ", ".join(filter(None, (key, columns)))
    connection.execute(f"CREATE TABLE {name} ({columns})")
    kept = iter(rows)
    first = next(kept, None)
    if first is not None:
        marks = ", ".join("?" * len(first))
        insert = f"INSERT INTO {name} VALUES ({marks})"  # noqa: S608 - names are ours
        connection.executemany(insert, chain([first], kept))


def _several(
    connection: sqlite3.Connection, name: str, columns: str, rows: Iterable[tuple[Any, ...]]
) -> None:
    _table(connection, name, f"{_REFERENCE}, {columns}", rows)


def _records(
    connection: sqlite3.Connection, name: str, record: type[Any], rows: Iterable[Any]
) -> None:
    """Make a table of records: a column for each field that has one value."""
    hints = get_type_hints(record, include_extras=True)
    columns = [column for column in names_of(record) if column not in _LISTS]
    key = _KEYS.get(name, _REFERENCE)
    own = key.split()[0]
    rest = ", ".join(f"{column} {_column(hints[column])}" for column in columns if column != own)
    assert columns[0] == own, "the key comes first"
    connection.execute(f"CREATE TABLE {name} ({key}, {rest})")
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT INTO {name} VALUES ({marks})"  # noqa: S608 - names are ours
    connection.executemany(
        insert,
        ([_value(getattr(row, column)) for column in columns] for row in rows),
    )


def _column(kind: Any) -> str:
    """Return the type of a column, and whether it may be unknown."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    choices = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    affinity = "INTEGER" if {int, bool} & {*choices} else "TEXT"
    return affinity if NoneType in choices else f"{affinity} NOT NULL"


def _value(value: object) -> object:
    return value if value is None or isinstance(value, int | str) else str(value)


def _search(connection: sqlite3.Connection, table: str, columns: str) -> None:
    """Make a table searchable: words without accents, in the table `<table>_fts`."""
    connection.execute(
        f"CREATE VIRTUAL TABLE {table}_fts USING fts5({columns}, content='{table}', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    for command in ("rebuild", "optimize"):
        connection.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('{command}')")  # noqa: S608
