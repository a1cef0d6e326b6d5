"""SQLite, ready for Datasette: a file with the facts of all letters, and their texts by addressee.

A build must not make everything anew for one edit. So the large file is put together from small
databases, one for the letters to each addressee, whose rows are copied as they are.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial

from casebook.exports.basis import Basis, Listed, by_addressee
from casebook.exports.database_tables import (
    DOSSIERS,
    FACTS,
    REGISTERS,
    STANDARDS,
    TEXTS,
    add_index,
    create,
    fill_dossiers,
    fill_facts,
    fill_registers,
    fill_standards,
    fill_texts,
    make_searchable,
)
from casebook.identifiers.reference import Reference
from casebook.model.site_file import Piece, SiteFile, whole_file

DATABASE = "data/casebook.sqlite"
TEXT_DATABASES = "data/texts/"

_PAGE_SIZE = 4096
_APPLICATION = 0x43415345  # "CASE", for file(1)


def text_database(code: str) -> str:
    """Return where the texts of letters to an addressee are: data/texts/blr.sqlite."""
    return f"{TEXT_DATABASES}{code.lower()}.sqlite"


def plan_database(basis: Basis) -> Iterator[SiteFile]:
    """Yield the database of all letters, and the texts of those to each addressee."""
    # Another SQLite may lay out the same rows in other ways.
    version = sqlite3.sqlite_version
    groups = [
        (code, group, (version, Listed(group)))
        for code, group in by_addressee(basis.corpus.dossiers)
    ]
    yield SiteFile(
        DATABASE,
        (
            Piece("registers", partial(_common, basis), version),
            *(Piece(code, partial(_facts, basis, group), told) for code, group, told in groups),
        ),
        assemble,
    )
    for code, group, told in groups:
        yield whole_file(text_database(code), partial(_texts, basis, group), told)


def _common(basis: Basis) -> bytes:
    """Return what belongs to no letter: registers and standards."""

    def fill(connection: sqlite3.Connection) -> None:
        create(connection, REGISTERS, STANDARDS)
        fill_registers(connection, basis)
        fill_standards(connection, basis)

    return _database(fill)


def _facts(basis: Basis, letters: Sequence[Reference]) -> bytes:
    """Return the facts of some letters."""
    dossiers = [basis.corpus.dossiers[reference] for reference in letters]

    def fill(connection: sqlite3.Connection) -> None:
        create(connection, DOSSIERS, FACTS)
        fill_dossiers(connection, basis, dossiers)
        fill_facts(connection, basis, dossiers)

    return _database(fill)


def _texts(basis: Basis, letters: Sequence[Reference]) -> bytes:
    """Return the texts of some letters, each with the row that says what it is."""
    dossiers = [basis.corpus.dossiers[reference] for reference in letters]

    def fill(connection: sqlite3.Connection) -> None:
        create(connection, DOSSIERS, TEXTS)
        fill_dossiers(connection, basis, dossiers)
        fill_texts(connection, basis, dossiers)
        add_index(connection, "paragraphs", "reference")
        make_searchable(connection, "paragraphs", "section, text")

    return _database(fill)


def assemble(pieces: Iterable[bytes]) -> bytes:
    """Return the database of all letters, from what belongs to none and the facts of each group."""

    def fill(connection: sqlite3.Connection) -> None:
        create(connection, REGISTERS, STANDARDS, DOSSIERS, FACTS)
        connection.commit()
        tables: Iterable[str] = (*REGISTERS, *STANDARDS)
        for piece in pieces:
            connection.execute("ATTACH ':memory:' AS piece")
            connection.deserialize(piece, name="piece")
            for table in tables:
                copy = f"INSERT INTO main.{table} SELECT * FROM piece.{table}"  # noqa: S608
                connection.execute(copy)
            connection.commit()
            connection.execute("DETACH piece")
            tables = (*DOSSIERS, *FACTS)
        add_index(connection, "citations", "reference")
        add_index(connection, "citations", "target")
        make_searchable(connection, "dossiers", "title, summary, persons, asked")

    return _database(fill)


def _database(fill: Callable[[sqlite3.Connection], None]) -> bytes:
    """Return a database. The same rows give the same bytes, with one version of SQLite."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            f"PRAGMA page_size = {_PAGE_SIZE}; PRAGMA auto_vacuum = NONE; "
            f"PRAGMA application_id = {_APPLICATION};"
        )
        fill(connection)
        connection.commit()
        return connection.serialize()
