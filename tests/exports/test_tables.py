"""CSV, JSON Lines, SQLite and the API agree, and no cell runs in a spreadsheet."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from tests.exports import records

from casebook.exports.basis import basis_of
from casebook.exports.database import fill_database
from casebook.exports.tables import cell

TABLES = ("dossiers", "citations", "replies")


def _csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("which", ["files", "hostile_files"])
@pytest.mark.parametrize("name", TABLES)
def test_all_formats_have_the_same_rows(
    name: str, which: str, request: pytest.FixtureRequest
) -> None:
    files = request.getfixturevalue(which)
    listed = json.loads(files[f"api/v1/{name}.json"])["items"]
    lines = [json.loads(line) for line in files[f"data/{name}.jsonl"].decode().split("\n") if line]
    rows = _csv(files[f"data/{name}.csv"])
    assert lines == listed
    assert len(rows) == len(listed)
    for row, record in zip(rows, listed, strict=True):
        assert list(row) == list(record)
        assert row["address"] == record["address"]
        assert row["address"].startswith("https://record.example/cases/")
        for column, value in record.items():
            if isinstance(value, str):
                assert row[column].removeprefix("'") == value.removeprefix("'")
            elif value is None:
                assert row[column] == ""


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_begins_like_a_formula(name: str, hostile_files: Mapping[str, bytes]) -> None:
    for row in _csv(hostile_files[f"data/{name}.csv"]):
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (60, "60"),
        (-60, "-60"),
        ("=1+1", "'=1+1"),
        ("\tx", "'\tx"),
        ("plain", "plain"),
        (("a", "b"), "a; b"),
        (("=a", "b"), "'=a; b"),
        ((), ""),
    ],
)
def test_a_value_is_written_as_a_cell(value: object, written: str) -> None:
    assert cell(value) == written


@pytest.fixture
def database(files: Mapping[str, bytes]) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files["data/casebook.sqlite"])
        yield connection


@pytest.mark.parametrize("name", [*TABLES, "standards"])
def test_the_database_has_the_rows_of_the_api(
    name: str, database: sqlite3.Connection, files: Mapping[str, bytes]
) -> None:
    listed = json.loads(files[f"api/v1/{name}.json"])["items"]
    cursor = database.execute(f"SELECT * FROM {name}")
    columns = [column[0] for column in cursor.description]
    assert [dict(zip(columns, row, strict=True)) for row in cursor] == [
        {column: record[column] for column in columns} for record in listed
    ]


def test_the_database_is_whole_and_consistent(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_texts_can_be_searched(database: sqlite3.Connection) -> None:
    found = database.execute(
        "SELECT paragraphs.address FROM paragraphs_fts "
        "JOIN paragraphs ON paragraphs.rowid = paragraphs_fts.rowid "
        "WHERE paragraphs_fts MATCH 'convention'"
    ).fetchall()
    assert found == [("https://record.example/cases/xxx/7-2025/#p1",)]


def test_values_with_several_members_are_tables(database: sqlite3.Connection) -> None:
    mandates = database.execute(
        "SELECT mandate FROM dossier_mandates WHERE reference = 'XXX 7/2025'"
    ).fetchall()
    assert mandates == [("wg-samples",), ("sr-examples",)]
    answers = database.execute("SELECT * FROM answers").fetchall()
    assert answers == [("XXX 7/2025", "reply-1", "q1", "partly")]
    persons = database.execute("SELECT name FROM persons").fetchall()
    assert persons == [("Publica Name",), ("O. S.",)]


def test_a_database_in_a_file_holds_the_same(database: sqlite3.Connection, tmp_path: Path) -> None:
    basis = basis_of(records.corpus(), records.SITE, records.TODAY)
    with closing(sqlite3.connect(tmp_path / "record.sqlite")) as in_file:
        fill_database(in_file, basis)
        assert list(in_file.iterdump()) == list(database.iterdump())
