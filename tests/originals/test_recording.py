"""Nulls in dossier.yml become values; nothing else changes."""

from datetime import date

import pytest

from casebook.originals.pulling import Copy
from casebook.originals.recording import record_copy

URL = "https://example.org/letter.pdf"
CHECKSUM = "0" * 63 + "1"
COPY = Copy(CHECKSUM, date(2026, 11, 22), 12)
DAY = "2026-11-22"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            f'    source: {{publisher: OHCHR, url: "{URL}", retrieved: null, sha256: ~, pages: null}} # looked up',
            f'    source: {{publisher: OHCHR, url: "{URL}", retrieved: {DAY}, sha256: {CHECKSUM}, pages: 12}} # looked up',
            id="on one line",
        ),
        pytest.param(
            f"    source: {{url: {URL} }}",
            f"    source: {{url: {URL}, retrieved: {DAY}, sha256: {CHECKSUM}, pages: 12 }}",
            id="on one line, without the fields",
        ),
        pytest.param(
            f"    source: {{url: {URL}, sha256: , pages: null, }}",
            f"    source: {{url: {URL}, sha256: {CHECKSUM} , pages: 12, retrieved: {DAY}, }}",
            id="on one line, with a last comma",
        ),
        pytest.param(
            f"    source:\n      pages: null   # to be counted\n      url: {URL}\n      # when?\n      retrieved: null\n      sha256:\n",
            f"    source:\n      pages: 12   # to be counted\n      url: {URL}\n      # when?\n      retrieved: {DAY}\n      sha256: {CHECKSUM}\n",
            id="on several lines",
        ),
        pytest.param(
            f"    source:\n      sha256: Null\n      url: {URL}  # stable\n",
            f"    source:\n      sha256: {CHECKSUM}\n      url: {URL}  # stable\n      retrieved: {DAY}\n      pages: 12\n",
            id="on several lines, without the fields",
        ),
        pytest.param(
            f"    source:\n      url: '{URL}'",
            f"    source:\n      url: '{URL}'\n      retrieved: {DAY}\n      sha256: {CHECKSUM}\n      pages: 12",
            id="at the end of the file",
        ),
        pytest.param(
            f"    source: {{url: {URL}, sha256: {'a' * 64}, retrieved: 2020-01-01}}",
            f"    source: {{url: {URL}, sha256: {'a' * 64}, retrieved: 2020-01-01, pages: 12}}",
            id="what is said stays",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("place", ["documents:\n  communication", "replies:\n  reply-1"])
def test_only_nulls_change(before: str, after: str, line_end: str, place: str) -> None:
    head = f"# Ünïcode 😀 first\ntitle: 'A: bridge'\n{place}:\n"
    tail = "" if not before.endswith("\n") and "source:\n" in before else "\nchecked: null # last\n"
    source = f"{head}{before}{tail}".replace("\n", line_end)
    expected = f"{head}{after}{tail}".replace("\n", line_end)
    document = place.rsplit(maxsplit=1)[-1]
    assert record_copy(source, document, URL, COPY) == expected
    assert record_copy(expected, document, URL, COPY) is None


def test_both_places_of_a_reply_are_filled() -> None:
    source = (
        f"documents:\n  reply-1: {{source: {{url: {URL}}}}}\n"
        f"replies:\n  reply-1:\n    source: {{url: {URL}}}\n  reply-2:\n    source: {{url: {URL}}}\n"
    )
    changed = record_copy(source, "reply-1", URL, COPY)
    assert changed
    assert changed.count(CHECKSUM) == 2
    assert changed.endswith(f"reply-2:\n    source: {{url: {URL}}}\n")


@pytest.mark.parametrize(
    "source",
    [
        "",
        "title: A\n",
        "documents: null\n",
        "documents: {communication: null}\n",
        "documents: {communication: {source: null}}\n",
        "documents: {communication: {source: {url: https://example.org/other.pdf}}}\n",
        "documents: [communication]\n",
        f"documents: {{reply-1: {{source: {{url: {URL}}}}}}}\n",
        f"documents:\n  communication:\n    source: {{url: {URL}\n",
        f"documents: {{communication: {{source: {{url: {URL}, sha256: {{a: b}}}}}}}}\n",
        f"a: &b {{url: {URL}}}\ndocuments: {{communication: {{source: *b}}}}\n",
        f"? - {URL}\n: a\n",
        "\x00",
    ],
)
def test_where_there_is_nothing_to_fill_in_nothing_changes(source: str) -> None:
    assert record_copy(source, "communication", URL, COPY) is None


def test_pages_that_nobody_knows_stay_null() -> None:
    source = f"documents: {{communication: {{source: {{url: {URL}, pages: null}}}}}}\n"
    changed = record_copy(source, "communication", URL, Copy(CHECKSUM, COPY.retrieved, None))
    assert changed
    assert "pages: null" in changed
