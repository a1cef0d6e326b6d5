"""Feeds are valid, tell what happened, and date it as it happened."""

import json
import re
from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree as ET

import feedparser
import pytest
from tests.exports import records
from tests.exports.conftest import files_of

from casebook.exports.alternates import feed_alternates
from casebook.exports.basis import basis_of
from casebook.exports.files import plan_exports
from casebook.exports.subjects import LATEST
from casebook.model.dossier import Correction, Reply

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


def _feeds(files: Mapping[str, bytes], kind: str) -> dict[str, bytes]:
    found = {
        path: content
        for path, content in files.items()
        if path.startswith("feeds/") and path.endswith(kind)
    }
    assert found
    return found


@pytest.mark.parametrize("which", ["files", "hostile_files"])
def test_every_atom_feed_has_what_the_standard_requires(
    which: str, request: pytest.FixtureRequest
) -> None:
    for path, content in _feeds(request.getfixturevalue(which), ".atom").items():
        parsed = feedparser.parse(content)
        assert not parsed.bozo, path
        assert parsed.version == "atom10"
        root = ET.fromstring(content)
        for element in (root, *root.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                (one,) = element.findall(f"{ATOM}{name}")
                assert (one.text or "").strip(), f"{path}: {name}"
            assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or "")
            assert (element.findtext(f"{ATOM}id") or "").startswith("tag:record.example,2026:")
        assert root.find(f"{ATOM}author/{ATOM}name") is not None
        selves = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert [link.get("href") for link in selves] == [f"{records.SITE}{path}"]
        ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))
        days = [entry.findtext(f"{ATOM}updated") or "" for entry in root.iter(f"{ATOM}entry")]
        assert days == sorted(days, reverse=True)
        assert root.findtext(f"{ATOM}updated") == days[0]


@pytest.mark.parametrize("which", ["files", "hostile_files"])
def test_both_formats_tell_the_same(which: str, request: pytest.FixtureRequest) -> None:
    files = request.getfixturevalue(which)
    for path, content in _feeds(files, ".json").items():
        feed = json.loads(content)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == f"{records.SITE}{path}"
        root = ET.fromstring(files[path.replace(".json", ".atom")])
        told = [
            tuple(entry.findtext(f"{ATOM}{name}") for name in ("id", "published"))
            for entry in root.iter(f"{ATOM}entry")
        ]
        assert told == [(item["id"], item["date_published"]) for item in feed["items"]]


def _told(files: Mapping[str, bytes], path: str) -> dict[str, str]:
    items = json.loads(files[path])["items"]
    return {item["id"].rpartition("cases/")[2]: item["date_published"][:10] for item in items}


def test_events_have_the_days_on_which_they_happened(files: Mapping[str, bytes]) -> None:
    assert _told(files, "feeds/mandate/wg-samples.json") == {
        "xxx/7-2025/sent": "2025-01-07",
        "xxx/7-2025/reply-1": "2025-02-10",
        "xxx/7-2025/published": "2025-03-20",
        "xxx/7-2025/correction-2025-06-01": "2025-06-01",
        "xxx/7-2025/correction-2025-06-01-2": "2025-06-01",
    }


def test_a_withdrawal_is_told_and_nothing_else_of_that_letter(files: Mapping[str, bytes]) -> None:
    told = _told(files, "feeds/addressee/xxx.json")
    assert {key: day for key, day in told.items() if "4-2025" in key} == {
        "xxx/4-2025/withdrawal": "2026-01-05"
    }


def test_a_day_computed_from_a_rule_is_no_event(hostile_files: Mapping[str, bytes]) -> None:
    assert not any("published" in key for key in _told(hostile_files, "feeds/all.json"))


def test_there_is_a_feed_for_what_letters_concern_and_for_nothing_else(
    files: Mapping[str, bytes],
) -> None:
    assert {path.removesuffix(".atom") for path in _feeds(files, ".atom")} == {
        "feeds/all",
        "feeds/addressee/xxx",
        "feeds/mandate/wg-samples",
        "feeds/mandate/sr-examples",
        "feeds/topic/invented",
        "feeds/instrument/iex",
    }


def test_a_feed_has_the_latest_entries_only() -> None:
    many = tuple(
        records.dossier(1, reference=records.reference(number), sent=date(2024, 1, 1 + number % 28))
        for number in range(1, 80)
    )
    feed = json.loads(files_of(records.corpus(of=many))["feeds/all.json"])
    assert len(feed["items"]) == LATEST
    days = [item["date_published"] for item in feed["items"]]
    assert days == sorted(days, reverse=True)
    assert days[0] == "2024-01-28T00:00:00Z"


def test_what_is_to_come_is_not_told() -> None:
    corpus = records.corpus(records.dossier(9, sent=date(2030, 1, 1)))
    assert not any("9-2025" in key for key in _told(files_of(corpus), "feeds/all.json"))


def test_pages_can_name_their_feeds(files: Mapping[str, bytes]) -> None:
    named = feed_alternates(basis_of(records.corpus(), records.SITE, records.TODAY))
    addresses = {each.address for held in named.values() for each in held}
    assert addresses == {
        f"{records.SITE}{path}"
        for path in files
        if path.startswith("feeds/") and path.endswith((".atom", ".json", ".ics"))
    }
    assert {each.media_type for each in named["cases/xxx/"]} == {
        "application/atom+xml",
        "application/feed+json",
        "text/calendar",
    }


def test_characters_that_xml_cannot_hold_are_dropped() -> None:
    title = "bell \x07, escape \x1b, noncharacter \uffff"
    held = records.corpus(of=(records.dossier(1, title=title),))
    (feed,) = (
        each.make()
        for each in plan_exports(held, records.SITE, records.TODAY)
        if each.path == "feeds/all.atom"
    )
    assert "bell , escape , noncharacter" in ET.fromstring(feed)[-1].findtext(f"{ATOM}title", "")


def test_an_entry_says_of_which_letter_it_tells_and_what_happened() -> None:
    held = records.dossier(
        1,
        title="A bridge",
        summary="The experts ask.",
        sent=date(2025, 3, 4),
        replies=(Reply("reply-1", date(2025, 5, 6)),),
        corrections=(Correction(date(2025, 6, 1), "The day was wrong.", "A slip."),),
    )
    feed = json.loads(files_of(records.corpus(of=(held,)))["feeds/all.json"])
    told = {item["title"]: item["content_text"] for item in feed["items"]}
    assert told == {
        "AL XXX 1/2025, page corrected: A bridge": "Corrected: The day was wrong, 1 June 2025. A slip.",
        "AL XXX 1/2025, reply received: A bridge": "Reply received, 6 May 2025. 63 days after the letter.",
        "AL XXX 1/2025, letter sent: A bridge": "Letter sent, 4 March 2025. The experts ask.",
    }
