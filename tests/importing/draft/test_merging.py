"""dossier.yml as people write it: filled in, never overwritten."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.importing.draft.merging import merge_entries, put_below
from casebook.importing.draft.yaml_lines import block, entry, flow, scalar
from casebook.importing.normalisation import tidy
from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import Mapping, Scalar

WRITTEN = """# a note of mine
type: AL  # sure
title: A flood

# of the day
sent: null
replies: {}
documents:
  communication:
    source: {publisher: OHCHR, url: null}
  # the end of it
related:
  - {to: XXX 1/2020, as: follows-up}
"""


@given(st.text(st.characters(codec="utf-8")).map(tidy))
@example("-")
def test_a_value_reads_as_it_was(text: str) -> None:
    line = " ".join(text.split())
    root, problems = parse_mapping(f"a: {scalar(text)}\nb: {flow({'c': text, 'd': None})}\n", "")
    if line:
        assert problems == []
        assert root
        value = root.entries["a"][1]
        inner = root.entries["b"][1]
        assert isinstance(value, Scalar)
        assert isinstance(inner, Mapping)
        assert value.text == line
        assert isinstance(inner.entries["c"][1], Scalar)
        assert inner.entries["c"][1].text == line


def test_what_is_there_stays_and_what_is_missing_is_filled() -> None:
    entries = [
        entry("type", "UA"),
        entry("title", "Other"),
        entry("sent", "2030-01-01"),
        entry("language", "en"),
        entry("summary", None, "Write one."),
        block("signatories", ["- {mandate: a, name: b}"]),
    ]
    merged = merge_entries(WRITTEN, entries)
    assert merged.kept == ("type", "title")
    assert merged.source == WRITTEN.replace(
        "sent: null\n",
        "sent: 2030-01-01\nlanguage: en\nsignatories:\n  - {mandate: a, name: b}\n",
    )


def test_force_replaces_what_differs_and_nothing_else() -> None:
    merged = merge_entries(WRITTEN, [entry("type", "UA"), entry("title", None)], force=True)
    assert merged.kept == ()
    assert merged.source == WRITTEN.replace("type: AL", "type: UA")


@pytest.mark.parametrize(
    ("held", "then"),
    [
        ("sent: null  # ask", "sent: 2030-01-01  # ask"),
        ("sent:   # ask\n  # twice", "sent: 2030-01-01  # ask\n  # twice"),
        ("sent: # ask\n  null # twice", "# twice\nsent: 2030-01-01  # ask"),
        ("sent: '2029-01-01 # no comment'", "sent: 2030-01-01"),
        ("sent: |  # ask\n  a # no comment", "sent: 2030-01-01  # ask"),
    ],
)
def test_a_comment_on_a_value_outlives_the_value(held: str, then: str) -> None:
    written = f"type: AL\n{held}\ntitle: A\n"
    merged = merge_entries(written, [entry("sent", "2030-01-01")], force=True)
    assert merged.source == f"type: AL\n{then}\ntitle: A\n"


def test_a_comment_on_a_name_with_fields_stays_with_it() -> None:
    written = "persons: null  # ask her\nreplies: {}  # none yet\ndocuments: null # ours\n"
    people = block("persons", ["- {name: A}"], "Check these.", is_draft=True)
    merged = merge_entries(written, [people]).source
    merged = put_below(merged, "replies", "reply-1", [entry("status", None)]).source
    assert merged == (
        "# Check these.\npersons:  # ask her\n  - {name: A}\n"
        "replies:  # none yet\n  reply-1:\n    status: null\ndocuments: null # ours\n"
    )


def test_notes_come_once_to_a_field_that_stays_empty() -> None:
    notes = [entry("sent", None, "Two dates were seen.")]
    once = merge_entries(WRITTEN, notes).source
    assert "# of the day\n# Two dates were seen.\nsent: null\n" in once
    assert merge_entries(once, notes).source == once


def test_a_reply_is_put_below_the_others() -> None:
    fields = [entry("received", "2030-02-02"), entry("status", None, "One of these.")]
    first = put_below(WRITTEN, "replies", "reply-1", fields).source
    below = (
        "replies:\n  reply-1:\n    received: 2030-02-02\n    # One of these.\n    status: null\n"
    )
    assert first == WRITTEN.replace("replies: {}\n", below)
    second = put_below(first, "replies", "reply-2", [entry("received", "2030-03-03")]).source
    assert second == first.replace(below, f"{below}  reply-2:\n    received: 2030-03-03\n")


def test_fields_of_a_reply_are_filled_one_by_one() -> None:
    source = "title: A\nreplies:\n  reply-1:\n    received: 2030-02-01\n    language: null\n"
    merged = put_below(
        source, "replies", "reply-1", [entry("received", "2030-02-02"), entry("language", "fr")]
    )
    assert merged.kept == ("replies.reply-1.received",)
    assert merged.source == source.replace("language: null", "language: fr")


@pytest.mark.parametrize(
    ("new", "expected", "kept"),
    [
        ({"publisher": None, "url": "https://a.org"}, "{publisher: OHCHR, url: https://a.org}", ()),
        ({"publisher": "OHCHR", "pages": "3"}, "{publisher: OHCHR, pages: 3, url: null}", ()),
        ({"publisher": "B"}, "{publisher: OHCHR, url: null}", ("documents.communication.source",)),
    ],
)
def test_a_source_is_completed(
    new: dict[str, str | None], expected: str, kept: tuple[str, ...]
) -> None:
    merged = put_below(WRITTEN, "documents", "communication", [entry("source", flow(new))])
    assert f"    source: {expected}\n" in merged.source
    assert merged.kept == kept
    assert "  # the end of it\n" in merged.source


def test_what_is_written_on_one_line_is_left_to_a_person() -> None:
    source = "title: A\nreplies: {reply-1: {received: 2030-02-01}}\n"
    merged = put_below(source, "replies", "reply-2", [entry("received", "2030-03-03")])
    assert merged.source == source
    assert merged.kept == ("replies.reply-2",)
    source = "title: A\nreplies:\n  reply-1: {received: 2030-02-01}\n"
    merged = put_below(source, "replies", "reply-1", [entry("status", "substantive")])
    assert merged.source == source
    assert merged.kept == ("replies.reply-1",)
