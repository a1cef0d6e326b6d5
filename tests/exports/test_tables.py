"""CSV, JSON Lines and the API agree, and no cell runs in a spreadsheet."""

import csv
import io
import json
from collections.abc import Mapping

import pytest

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
        ("\uff1d1", "'\uff1d1"),
        ("plain", "plain"),
        (("a", "b"), "a; b"),
        (("=a", "b"), "'=a; b"),
        ((), ""),
    ],
)
def test_a_value_is_written_as_a_cell(value: object, written: str) -> None:
    assert cell(value) == written
