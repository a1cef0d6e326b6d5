"""The databases have the rows of the API, and can be searched as Datasette searches."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace

import pytest
from tests.exports import records
from tests.factories import build_corpus

from casebook.exports.basis import basis_of
from casebook.exports.database import DATABASE, plan_database, text_database
from casebook.exports.tables import cell
from casebook.model.corpus import Corpus
from casebook.model.site_file import SiteFile

TABLES = ("dossiers", "citations", "replies")
OF_OTHERS = {"mandates", "topics", "answers", "provisions", "parties"}
"""Fields with several values, which are tables of their own."""


@pytest.fixture
def database(files: Mapping[str, bytes]) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files[DATABASE])
        yield connection


@pytest.fixture
def texts(files: Mapping[str, bytes]) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files[text_database("XXX")])
        yield connection


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    cursor = connection.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


@pytest.mark.parametrize("which", ["files", "hostile_files"])
@pytest.mark.parametrize("name", [*TABLES, "standards"])
def test_the_database_has_the_rows_of_the_api(
    name: str, which: str, request: pytest.FixtureRequest
) -> None:
    files = request.getfixturevalue(which)
    listed = json.loads(files[f"api/v1/{name}.json"])["items"]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files[DATABASE])
        rows = _rows(connection, name)
    assert len(rows) == len(listed)
    for row, record in zip(rows, listed, strict=True):
        assert set(row) - {"asked"} == set(record) - OF_OTHERS
        for column in set(record) - OF_OTHERS:
            value = record[column]
            assert row[column] == ("; ".join(value) if isinstance(value, list) else value), column


def test_the_database_has_the_cells_of_the_tables(
    database: sqlite3.Connection, files: Mapping[str, bytes]
) -> None:
    for name in TABLES:
        held = csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode(), newline=""))
        for line, row in zip(held, _rows(database, name), strict=True):
            for column in set(row) & set(line):
                assert line[column] == cell(row[column]), column


def test_each_request_is_a_row(database: sqlite3.Connection, files: Mapping[str, bytes]) -> None:
    record = json.loads(files["cases/xxx/7-2025/dossier.json"])
    assert _rows(database, "requests") == [
        {
            "reference": record["reference"],
            "request": asked["id"],
            "address": asked["address"],
            "what": asked["what"],
        }
        for asked in record["requests"]
    ]


def test_the_databases_are_whole_and_consistent(files: Mapping[str, bytes]) -> None:
    paths = [path for path in files if path.endswith(".sqlite")]
    assert sorted(paths) == [DATABASE, text_database("OTH"), text_database("XXX")]
    for path in paths:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(files[path])
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], path
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == [], path
            for table in ("dossiers", "paragraphs"):
                if connection.execute(
                    "SELECT 1 FROM sqlite_schema WHERE name = ?", (f"{table}_fts",)
                ).fetchone():
                    check = (
                        f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)"
                    )
                    connection.execute(check)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("everything", ["XXX 7/2025"]),
        ("summary words", ["XXX 7/2025"]),
        ("publica", ["XXX 7/2025"]),
        ("what was done", ["XXX 7/2025"]),
        ('"invented matter" 3', ["XXX 3/2025"]),
        ("withdrawn", []),
    ],
)
def test_letters_are_found_by_title_summary_person_and_request(
    database: sqlite3.Connection, words: str, found: list[str]
) -> None:
    query = (
        "SELECT reference FROM dossiers WHERE rowid IN "
        "(SELECT rowid FROM dossiers_fts WHERE dossiers_fts MATCH ?)"
    )
    assert [row[0] for row in database.execute(query, (words,))] == found


def test_texts_can_be_searched(texts: sqlite3.Connection) -> None:
    found = texts.execute(
        "SELECT paragraphs.address, dossiers.title, snippet(paragraphs_fts, 1, '[', ']', '…', 4) "
        "FROM paragraphs_fts JOIN paragraphs ON paragraphs.rowid = paragraphs_fts.rowid "
        "JOIN dossiers USING (reference) WHERE paragraphs_fts MATCH '\"the convention\"'"
    ).fetchall()
    address = "https://record.example/cases/xxx/7-2025/#p1"
    assert found == [
        (address, "A dossier in which everything is known", "…1 and [the Convention]."),
    ]


def test_texts_are_those_of_the_record(
    texts: sqlite3.Connection, files: Mapping[str, bytes]
) -> None:
    record = json.loads(files["cases/xxx/7-2025/dossier.json"])
    expected = [
        (paragraph["address"], paragraph["text"])
        for document in record["documents"]
        for text in document["texts"]
        for paragraph in text["paragraphs"]
    ]
    query = "SELECT address, text FROM paragraphs WHERE reference = 'XXX 7/2025'"
    assert texts.execute(query).fetchall() == expected


def test_datasette_finds_the_search_of_each_table(
    database: sqlite3.Connection, texts: sqlite3.Connection
) -> None:
    # As datasette.utils.detect_fts_sql asks.
    for connection, table in ((database, "dossiers"), (texts, "paragraphs")):
        made = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema") if sql]
        pattern = rf'VIRTUAL TABLE.*USING FTS.*content="{table}"'
        assert [sql for sql in made if re.search(pattern, sql, re.IGNORECASE)]


def test_values_with_several_members_are_tables(database: sqlite3.Connection) -> None:
    mandates = database.execute(
        "SELECT mandate FROM dossier_mandates WHERE reference = 'XXX 7/2025'"
    ).fetchall()
    assert mandates == [("wg-samples",), ("sr-examples",)]
    answers = database.execute("SELECT * FROM answers").fetchall()
    assert answers == [("XXX 7/2025", "reply-1", "q1", "partly")]
    persons = database.execute("SELECT name FROM persons").fetchall()
    assert persons == [("Publica Name",), ("O. S.",)]


def _planned(corpus: Corpus) -> dict[str, SiteFile]:
    basis = basis_of(corpus, records.SITE, records.TODAY)
    return {planned.path: planned for planned in plan_database(basis)}


def test_after_an_edit_other_addressees_keep_their_pieces_and_texts() -> None:
    before = records.corpus()
    held = [
        replace(dossier, title="Edited") if dossier.reference == records.reference(7) else dossier
        for dossier in before.dossiers.values()
    ]
    after = build_corpus(
        held,
        before.instruments.values(),
        before.mandates.values(),
        before.topics.values(),
        before.addressees.values(),
    )
    old, new = _planned(before), _planned(after)
    were = {piece.name: piece.make() for piece in old[DATABASE].pieces}
    now = {piece.name: piece.make() for piece in new[DATABASE].pieces}
    assert [name for name in now if now[name] != were[name]] == ["XXX"]
    assert old[text_database("OTH")].make() == new[text_database("OTH")].make()
    assert old[text_database("XXX")].make() != new[text_database("XXX")].make()
    assert new[DATABASE].join((were | {"XXX": now["XXX"]}).values()) == new[DATABASE].make()
