"""The exports of the real collection are as their schemas say, and parse."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker
from tests.exports import records

from casebook.exports.files import plan_exports
from casebook.reading.collection import read_collection

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def real() -> Mapping[str, bytes]:
    corpus = read_collection(ROOT).corpus
    plan = plan_exports(corpus, records.SITE, records.TODAY)
    return {export.path: export.make() for export in plan}


def test_every_file_is_as_the_schema_that_it_names(real: Mapping[str, bytes]) -> None:
    validators: dict[str, Draft202012Validator] = {}
    for path, content in real.items():
        is_named = path.startswith("api/v1/") or path.endswith("/dossier.json")
        if not is_named or "/schema/" in path or path.endswith("openapi.json"):
            continue
        found = json.loads(content)
        name = found["schema"].removeprefix(records.SITE)
        if name not in validators:
            schema = json.loads(real[name])
            validators[name] = Draft202012Validator(schema, format_checker=FormatChecker())
        assert [error.message for error in validators[name].iter_errors(found)] == [], path


def test_every_feed_and_calendar_parses(real: Mapping[str, bytes]) -> None:
    feeds = [path for path in real if path.endswith(".atom")]
    assert feeds
    for path in feeds:
        parsed = feedparser.parse(real[path])
        assert not parsed.bozo, path
        assert parsed.entries, path
    (event,) = Calendar.from_ical(real["feeds/addressee/blr.ics"]).walk("VEVENT")
    assert event.decoded("dtstart") == date(2025, 11, 7)


def test_the_first_letter_is_all_there(real: Mapping[str, bytes]) -> None:
    record = json.loads(real["cases/blr/7-2025/dossier.json"])
    (text,) = record["documents"][0]["texts"]
    labels = [each["label"] for each in text["paragraphs"] if each["label"]]
    assert {*map(str, range(1, 27)), *(f"q{number}" for number in range(1, 7))} == {*labels}
    targets = {
        target
        for each in text["paragraphs"]
        for citation in each["citations"]
        for target in citation["targets"]
    }
    assert {"iccpr#article-14.7", "bangkok-rules#rule-52.3", "BLR 6/2024"} <= targets
    rows = json.loads(real["api/v1/citations.json"])["items"]
    listed = [row for row in rows if row["reference"] == "BLR 7/2025"]
    assert {row["target"] for row in listed if row["target"]} == targets
