"""The dated facts of a dossier, on which timeline, feeds and site map rest."""

from dataclasses import replace
from datetime import date

import pytest

from casebook.identifiers.reference import Reference
from casebook.model.dossier import (
    Correction,
    Dossier,
    PressItem,
    Publication,
    Reply,
    Withdrawal,
)
from casebook.model.happenings import Happening, facts_of, publication_day
from casebook.words.dates import PartialDate
from casebook.words.vocabulary import About, ReplyStatus

LETTER = Dossier(
    Reference("XXX", 1, 2025),
    "An invented letter",
    "cases/xxx/1-2025/dossier.yml",
    sent=date(2025, 1, 31),
    publication=Publication(60, "letter"),
)


def test_the_day_of_publication_follows_from_the_letters_own_rule_only() -> None:
    assert publication_day(LETTER) == date(2025, 4, 1)
    assert publication_day(replace(LETTER, publication=None)) is None
    assert publication_day(replace(LETTER, sent=None)) is None


def test_a_day_that_follows_from_a_rule_is_marked_as_computed() -> None:
    computed = {fact.key: fact.is_computed for fact in facts_of(LETTER)}
    assert computed == {"sent": False, "published": True}
    seen = replace(LETTER, published=date(2025, 4, 20))
    assert not any(fact.is_computed for fact in facts_of(seen))


def test_corrections_of_one_day_have_different_keys() -> None:
    twice = (Correction(date(2025, 6, 1), "a", "b"), Correction(date(2025, 6, 1), "c", "d"))
    keys = [fact.key for fact in facts_of(replace(LETTER, corrections=twice))]
    assert keys[-2:] == ["correction-2025-06-01", "correction-2025-06-01-2"]


def test_of_a_withdrawn_dossier_only_the_withdrawal_is_told() -> None:
    gone = replace(LETTER, withdrawn=Withdrawal(date(2026, 1, 1), "asked for"))
    assert [fact.kind for fact in facts_of(gone)] == [Happening.WITHDRAWAL]


def test_a_year_that_is_none_yet_gives_no_day_of_publication() -> None:
    assert publication_day(replace(LETTER, sent=date(9999, 12, 1))) is None


@pytest.mark.parametrize(
    ("replies", "found"),
    [
        ((), "no reply found"),
        ((Reply("reply-1"),), "no further reply found"),
        ((Reply("reply-1", received=date(2025, 6, 1)),), "no further reply found"),
        ((Reply("reply-1", received=date(2025, 6, 2)),), "no reply found"),
    ],
)
def test_a_check_says_whether_it_looked_for_the_first_reply(
    replies: tuple[Reply, ...], found: str
) -> None:
    checked = replace(LETTER, replies=replies, checked=date(2025, 6, 1))
    told = {fact.key: fact.what for fact in facts_of(checked)}
    assert told["checked"] == f"Source last checked: {found}"


@pytest.mark.parametrize(
    ("status", "what"),
    [
        (ReplyStatus.SUBSTANTIVE, "Reply received"),
        (None, "Reply received"),
        (ReplyStatus.ACKNOWLEDGEMENT, "Acknowledgement received"),
        (ReplyStatus.WITHHELD, "Reply received, withheld as confidential"),
        (ReplyStatus.UNTRANSLATED, "Reply received, not translated"),
    ],
)
def test_a_reply_is_told_for_what_it_is(status: ReplyStatus | None, what: str) -> None:
    reply = Reply("reply-1", received=date(2025, 3, 1), status=status)
    told = {fact.key: fact.what for fact in facts_of(replace(LETTER, replies=(reply,)))}
    assert told["reply-1"] == what


@pytest.mark.parametrize("about", About)
def test_only_of_a_report_tied_by_its_subject_that_is_said(about: About) -> None:
    report = PressItem("Example Press", None, PartialDate(2025, 5), None, about)
    (note,) = (
        fact.note for fact in facts_of(replace(LETTER, press=(report,))) if fact.key == "press-1"
    )
    assert bool(note) == (about is About.INFERRED)


@pytest.mark.parametrize(("days", "words"), [(1, "within 1 day;"), (60, "within 60 days;")])
def test_a_rule_of_publication_is_told_in_days(days: int, words: str) -> None:
    ruled = replace(LETTER, published=None, publication=Publication(days, "letter"))
    (note,) = (fact.note for fact in facts_of(ruled) if fact.is_computed)
    assert words in note
