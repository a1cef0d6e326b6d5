"""CSV, JSON Lines and the API agree, and no cell runs in a spreadsheet."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date

import pytest
from tests.exports import records
from tests.exports.conftest import files_of
from tests.factories import build_corpus

from casebook.exports.tables import cell
from casebook.model.dossier import Reply
from casebook.words.vocabulary import ReplyStatus

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


def test_the_day_of_a_state_is_that_of_the_reply_which_gives_it() -> None:
    letter = records.dossier(
        1,
        replies=(
            Reply("reply-1", date(2025, 1, 5), ReplyStatus.ACKNOWLEDGEMENT),
            Reply("reply-2", date(2025, 6, 1), ReplyStatus.SUBSTANTIVE),
        ),
    )
    looked = records.dossier(2, checked=date(2025, 7, 1))
    files = files_of(build_corpus([letter, looked, records.dossier(3)]))
    rows = {row["reference"]: row for row in _csv(files["data/dossiers.csv"])}
    columns = ("reply_state", "reply_as_of", "reply_received", "reply_days")
    assert [[rows[f"XXX {number}/2025"][column] for column in columns] for number in (1, 2, 3)] == [
        ["substantive", "2025-06-01", "2025-01-05", "4"],
        ["none-found", "2025-07-01", "", ""],
        ["not-known", "", "", ""],
    ]
