from typing import Any

import pytest

from casebook.reading import values
from casebook.reading.findings import Findings
from casebook.reading.kinds import Value
from casebook.reading.nodes import Scalar

GOOD: list[tuple[Value[Any], str, str]] = [
    (values.DAY, "2025-09-08", "2025-09-08"),
    (values.PARTIAL_DAY, "2025", "2025"),
    (values.PARTIAL_DAY, "2025-09", "2025-09"),
    (values.REFERENCE, "BLR 7/2025", "BLR 7/2025"),
    (values.PINPOINT, "BLR 7/2025#p8", "BLR 7/2025#p8"),
    (values.PINPOINT, "BLR 7/2025#q2", "BLR 7/2025#q2"),
    (values.PINPOINT, "OTH 1/2025#reply-1.p3", "OTH 1/2025#reply-1.p3"),
    (values.WEB_ADDRESS, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    (values.WEB_ADDRESS, "HTTP://example.org:8080/", "HTTP://example.org:8080/"),
    (values.DAYS, "60 days", "60"),
    (values.DAYS, "1 day", "1"),
    (values.COUNT, "12", "12"),
    (values.YES, "true", "True"),
    (values.YES, "false", "False"),
    (values.LANGUAGE, "be-Latn", "be-Latn"),
    (values.SYMBOL, "A/HRC/41/33", "A/HRC/41/33"),
    (values.REPLY_ID, "reply-12", "reply-12"),
    (values.LINE, "  one \n two ", "one two"),
    (values.PERSON_NAME, "Ada  B. Example", "Ada B. Example"),
]


@pytest.mark.parametrize(("value", "words", "printed"), GOOD)
def test_a_value_is_read(value: Value[Any], words: str, printed: str) -> None:
    findings = Findings("x")
    assert str(value.read(Scalar(words, 1, 1), findings)) == printed
    assert findings.problems == []


BAD: list[tuple[Value[Any], str, str | None]] = [
    # (kind, what an editor wrote, what the help says to write)
    (values.DAY, "8 September 2025", "2025-09-08"),
    (values.DAY, "September 8, 2025", "2025-09-08"),
    (values.DAY, "2025-9-8", "2025-09-08"),
    (values.DAY, "2025-02-30", None),
    (values.DAY, "8th of Sept. 2025", "2025-09-08"),
    (values.DAY, "2025‑09–08", "2025-09-08"),
    (values.DAY, "20250908", "2025-09-08"),
    (values.DAY, "2025-09-08T10:00:00Z", "2025-09-08"),
    (values.DAY, "30 February 2025", None),
    (values.PARTIAL_DAY, "Sept 2025", "2025-09"),
    (values.DAY, "2025", None),
    (values.DAY, "٢٠٢٥-٠٩-٠٨", None),
    (values.REFERENCE, "UA BLR 7/2025", "BLR 7/2025"),
    (values.REFERENCE, "blr-7-2025", "BLR 7/2025"),
    (values.REFERENCE, "BLR 7", None),
    (values.PERSON_NAME, "Ab " * 70, None),
    (values.PINPOINT, "BLR 7/2025", None),
    (values.PINPOINT, "BLR 7/2025#annex.p1", None),
    (values.WEB_ADDRESS, "www.example.org/x", "https://www.example.org/x"),
    (values.WEB_ADDRESS, "//example.org", "https://example.org"),
    (values.WEB_ADDRESS, "javascript:alert(1)", None),
    (values.WEB_ADDRESS, "https://user:word@example.org/", None),
    (values.WEB_ADDRESS, "https://", None),
    (values.WEB_ADDRESS, "https://example.org/a b", "https://example.org/a%20b"),
    (values.WEB_ADDRESS, "https://пример.рф/x", "https://xn--e1afmkfd.xn--p1ai/x"),
    (values.WEB_ADDRESS, "https://someone@example.org/", None),
    (values.WEB_ADDRESS, "https://example.org:port/", None),
    (values.WEB_ADDRESS, "https://[::1", None),
    (values.WEB_ADDRESS, "ftp://example.org/", None),
    (values.CHECKSUM, "AB" * 32, "ab" * 32),
    (values.CHECKSUM, "abc", None),
    (values.DAYS, "48 hours", "2 days"),
    (values.DAYS, "2 weeks", "14 days"),
    (values.DAYS, "60", "60 days"),
    (values.DAYS, "24 hours", "1 day"),
    (values.DAYS, "1000", "1000 days"),
    (values.DAYS, "36 hours", None),
    (values.COUNT, "0", None),
    (values.COUNT, "twelve", None),
    (values.YES, "yes", "true"),
    (values.LANGUAGE, "English", "en"),
    (values.LANGUAGE, "EN", "en"),
    (values.LANGUAGE, "en-GB", "en"),
    (values.LANGUAGE, "eng", "en"),
    (values.LANGUAGE, "xx", None),
    (values.ID, "SR Torture", "sr-torture"),
    (values.REGISTERED, "SR-Torture", "sr-torture"),
    (values.REGISTERED, "Special Rapporteur on torture", None),
    (values.ID, "1", None),
    (values.REPLY_ID, "Reply 2", "reply-2"),
    (values.PINPOINT, "UA BLR 7/2025, para. 8", "BLR 7/2025#p8"),
    (values.PINPOINT, "BLR 7/2025#8", "BLR 7/2025#p8"),
    (values.PINPOINT, "BLR 7/2025", None),
    (values.REPLY_ID, "reply2", "reply-2"),
    (values.REQUEST_ID, "3", "q3"),
    (values.REQUEST_ID, "Q3", "q3"),
    (values.REQUEST_ID, "p3", None),
    (values.PARAGRAPH, "12", "p12"),
    (values.ADDRESSEE_CODE, "blr", "BLR"),
    (values.UNIT, "articles", "article"),
    (values.LINE, " ", None),
]


@pytest.mark.parametrize(("value", "words", "guess"), BAD)
def test_what_is_no_value_is_a_problem_with_the_value_that_was_meant(
    value: Value[Any], words: str, guess: str | None
) -> None:
    findings = Findings("x")
    assert value.read(Scalar(words, 3, 7), findings) is None
    (problem,) = findings.problems
    assert (problem.line, problem.column) == (3, 7)
    if guess:
        assert problem.help == f"Write {guess}."
    else:
        assert problem.help.endswith(value.help)


@pytest.mark.parametrize(("value", "words", "guess"), [row for row in BAD if row[2]])
def test_following_the_help_works(value: Value[Any], words: str, guess: str) -> None:
    findings = Findings("x")
    assert value.read(Scalar(guess, 1, 1), findings) is not None
    assert findings.problems == []


@pytest.mark.parametrize(
    "value",
    [each for each in vars(values).values() if isinstance(each, Value)],
    ids=lambda v: v.what,
)
def test_null_is_no_problem(value: Value[Any]) -> None:
    findings = Findings("x")
    assert value.read(Scalar(None, 1, 1), findings) is None
    assert findings.problems == []
