"""The state of several replies is that of the most telling one, with the day of that one."""

from datetime import date
from itertools import pairwise

import pytest
from tests import factories as make

from casebook.model.reply_state import ReplyState, reply_outcome, state_of
from casebook.words.vocabulary import ReplyStatus

EARLY, LATE = date(2025, 5, 1), date(2025, 8, 1)
ACKNOWLEDGED = make.reply(EARLY, status=ReplyStatus.ACKNOWLEDGEMENT)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (ReplyStatus.SUBSTANTIVE, "Reply received"),
        (ReplyStatus.UNTRANSLATED, "Reply received, not translated"),
        (None, "Reply received"),
        (ReplyStatus.WITHHELD, "Reply withheld as confidential"),
        (ReplyStatus.ACKNOWLEDGEMENT, "Acknowledged only"),
    ],
)
def test_acknowledged_only_is_said_where_nothing_else_came(
    status: ReplyStatus | None, words: str
) -> None:
    early, late = (
        ", 1 May 2025, 61 days after the letter",
        ", 1 August 2025, 153 days after the letter",
    )
    told = {LATE: late, None: ""}
    if status is ReplyStatus.ACKNOWLEDGEMENT:
        told = {LATE: early, None: early}
    for received, day in told.items():
        second = make.reply(received, 2, status=status)
        held = reply_outcome(make.dossier(replies=(ACKNOWLEDGED, second)))
        assert held.in_words == words + day
        # How long the first reply took is another number.
        assert (held.received, held.days) == (EARLY, 61)


def test_a_withheld_reply_does_not_hide_one_that_can_be_read() -> None:
    replies = (
        make.reply(EARLY, 1, status=ReplyStatus.WITHHELD),
        make.reply(LATE, 2, status=ReplyStatus.SUBSTANTIVE),
    )
    held = reply_outcome(make.dossier(replies=replies))
    assert held.in_words == "Reply received, 1 August 2025, 153 days after the letter"
    assert held.day == LATE


MOST_TELLING = (
    ReplyStatus.SUBSTANTIVE,
    ReplyStatus.UNTRANSLATED,
    None,
    ReplyStatus.WITHHELD,
    ReplyStatus.ACKNOWLEDGEMENT,
)


@pytest.mark.parametrize(("more", "less"), [*pairwise(MOST_TELLING)])
def test_of_two_replies_the_more_telling_one_gives_the_state(
    more: ReplyStatus | None, less: ReplyStatus | None
) -> None:
    first, second = make.reply(EARLY, 1, status=less), make.reply(LATE, 2, status=more)
    for replies in ((first, second), (second, first)):
        held = reply_outcome(make.dossier(replies=replies))
        assert (held.state, held.told) == (state_of(second), LATE)


@pytest.mark.parametrize(
    ("received", "words"),
    [
        (make.dossier().sent, "Reply received, 1 March 2025, on the day of the letter"),
        # One of the two days is wrong, and nobody knows which: a rule says so.
        (date(2025, 2, 1), "Reply received, 1 February 2025"),
    ],
)
def test_days_are_counted_from_the_day_of_the_letter_on(received: date, words: str) -> None:
    replies = (make.reply(received, status=ReplyStatus.SUBSTANTIVE),)
    assert reply_outcome(make.dossier(replies=replies)).in_words == words


def test_the_mark_of_a_state_tells_received_withheld_none_and_unknown_apart() -> None:
    marks = {state: state.mark for state in ReplyState}
    assert marks.pop(ReplyState.WITHHELD) == "withheld"
    assert marks.pop(ReplyState.NONE_FOUND) == "none"
    assert marks.pop(ReplyState.NOT_KNOWN) == "unknown"
    assert {*marks.values()} == {"received"}


@pytest.mark.parametrize(
    ("days", "first"),
    [
        ((None, LATE), None),  # it may have come before
        ((EARLY, None), EARLY),
        ((LATE, EARLY), EARLY),
        ((EARLY, None, LATE), EARLY),
        ((LATE, None, EARLY), None),
        ((None, None), None),
    ],
)
def test_the_first_reply_has_no_day_where_one_of_unknown_day_may_have_come_before(
    days: tuple[date | None, ...], first: date | None
) -> None:
    replies = tuple(make.reply(day, number) for number, day in enumerate(days, 1))
    held = reply_outcome(make.dossier(replies=replies))
    assert held.received == first
    assert (held.days is None) == (first is None)
