"""Calendars read back with icalendar, and hold days that follow from the letter's own rule."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar
from tests.exports import records
from tests.exports.conftest import files_of
from tests.factories import build_corpus


def _events(files: Mapping[str, bytes]) -> list[Any]:
    return list(Calendar.from_ical(files["feeds/addressee/xxx.ics"]).walk("VEVENT"))


def test_a_letter_with_a_rule_has_its_day(files: Mapping[str, bytes]) -> None:
    (event,) = _events(files)
    assert event["dtstart"].dt == date(2025, 3, 8)
    assert event["dtend"].dt == date(2025, 3, 9)
    assert event["uid"] == "xxx-7-2025-publication-day@record.example"
    assert event["url"] == "https://record.example/cases/xxx/7-2025/"
    assert "not a deadline" in event["description"]
    assert "published on 20 March 2025" in event["description"]
    assert event["dtstamp"].dt.date() == date(2025, 1, 7)


def test_no_rule_no_calendar_and_no_event_of_a_withdrawn_letter(
    files: Mapping[str, bytes],
) -> None:
    assert {path for path in files if path.endswith(".ics")} == {
        "feeds/addressee/xxx.ics",
        "feeds/mandate/wg-samples.ics",
        "feeds/mandate/sr-examples.ics",
    }


def test_a_letter_that_search_engines_shall_not_list_is_in_no_calendar() -> None:
    files = files_of(build_corpus([replace(records.full(), noindex=True)]))
    assert [path for path in files if path.endswith(".ics")] == []


@pytest.mark.parametrize("number", range(1, len(records.HOSTILE) + 1))
def test_titles_come_through(number: int, hostile_files: Mapping[str, bytes]) -> None:
    events = {event["uid"]: event for event in _events(hostile_files)}
    assert len(events) == len(records.HOSTILE)
    description = events[f"xxx-{number}-2025-publication-day@record.example"]["description"]
    told = str(description).replace("\r\n", "\n")
    assert told.startswith(records.HOSTILE[number - 1].replace("\r\n", "\n"))


def test_lines_are_folded_and_end_as_the_standard_says(files: Mapping[str, bytes]) -> None:
    content = files["feeds/addressee/xxx.ics"]
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
