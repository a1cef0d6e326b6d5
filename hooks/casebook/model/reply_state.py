"""The state of the reply to a letter, computed and never written: every word about it stands here.

"Did not reply" is never said: the most anyone can know is that nothing was found at the source on
the day it was last checked. Days are counted between recorded dates only, never up to today.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casebook.model.dossier import Dossier, Reply
from casebook.words.dates import date_in_words
from casebook.words.vocabulary import ReplyStatus
from casebook.words.wording import count_words


class ReplyState(StrEnum):
    """What is known of the reply to one letter."""

    SUBSTANTIVE = "substantive"
    ACKNOWLEDGEMENT = "acknowledgement"
    WITHHELD = "withheld"
    UNTRANSLATED = "untranslated"
    RECEIVED = "received"
    """A source reports a reply; the document was not seen."""
    NONE_FOUND = "none-found"
    NOT_KNOWN = "not-known"

    @property
    def is_received(self) -> bool:
        """Whether a reply is on record, of whatever kind."""
        return self not in (ReplyState.NONE_FOUND, ReplyState.NOT_KNOWN)

    @property
    def mark(self) -> str:
        """The shape and colour it is drawn with: received, withheld, none or unknown."""
        return _MARKS.get(self, "received")

    @property
    def in_words(self) -> str:
        """The state where there is no room for a sentence."""
        return _STATES[self]


_STATES = {
    ReplyState.SUBSTANTIVE: "Reply received",
    ReplyState.ACKNOWLEDGEMENT: "Acknowledged only",
    ReplyState.WITHHELD: "Reply withheld as confidential",
    ReplyState.UNTRANSLATED: "Reply received, not translated",
    ReplyState.RECEIVED: "Reply received",
    ReplyState.NONE_FOUND: "No reply found",
    ReplyState.NOT_KNOWN: "Not known",
}

_MARKS = {
    ReplyState.WITHHELD: "withheld",
    ReplyState.NONE_FOUND: "none",
    ReplyState.NOT_KNOWN: "unknown",
}

_BY_STATUS = {
    ReplyStatus.SUBSTANTIVE: ReplyState.SUBSTANTIVE,
    ReplyStatus.ACKNOWLEDGEMENT: ReplyState.ACKNOWLEDGEMENT,
    ReplyStatus.WITHHELD: ReplyState.WITHHELD,
    ReplyStatus.UNTRANSLATED: ReplyState.UNTRANSLATED,
    None: ReplyState.RECEIVED,
}
_MOST_TELLING = (
    ReplyState.SUBSTANTIVE,
    ReplyState.UNTRANSLATED,
    ReplyState.RECEIVED,
    ReplyState.WITHHELD,
    ReplyState.ACKNOWLEDGEMENT,
)
"""Of several replies the most telling one gives the state: `Acknowledged only` is true of a letter
only if nothing else came."""


@dataclass(frozen=True, slots=True)
class ReplyOutcome:
    """The state of the reply to one letter, with the days it rests on."""

    state: ReplyState
    received: date | None = None
    """The day of the first reply; None where one of unknown day may have come before."""
    days: int | None = None
    """From the letter to the first reply."""
    checked: date | None = None
    """The last day on which someone looked at the source."""
    told: date | None = None
    """The day of the reply that gives the state: the first such, which may not be the first."""
    told_days: int | None = None
    """From the letter to that reply."""

    @property
    def in_words(self) -> str:
        """The state with its day: No reply found as of 22 November 2026."""
        match self.state:
            case ReplyState.NOT_KNOWN:
                return "Not known whether there is a reply"
            case ReplyState.NONE_FOUND if self.checked:
                return f"No reply found as of {date_in_words(self.checked)}"
        words = self.state.in_words
        if self.told:
            words += f", {date_in_words(self.told)}"
        return f"{words}, {days_after(self.told_days)}" if self.told_days is not None else words

    @property
    def day(self) -> date | None:
        """The day the state rests on: the reply's, or the last check."""
        return self.told if self.state.is_received else self.checked


def days_after(days: int) -> str:
    """Return a distance as a reader reads it: 58 days after the letter."""
    return f"{count_words(days, 'day')} after the letter" if days else "on the day of the letter"


def state_of(reply: Reply) -> ReplyState:
    """Return the state that one reply gives."""
    return _BY_STATUS[reply.status]


def reply_outcome(dossier: Dossier) -> ReplyOutcome:
    """Return what is known of the reply to a letter."""
    if not dossier.replies:
        state = ReplyState.NONE_FOUND if dossier.checked else ReplyState.NOT_KNOWN
        return ReplyOutcome(state, checked=dossier.checked)
    state = min(map(state_of, dossier.replies), key=_MOST_TELLING.index)
    received = _first_day(dossier.replies)
    if received and _may_be_earlier(dossier.replies, received):
        received = None
    told = _first_day(reply for reply in dossier.replies if state_of(reply) is state)
    return ReplyOutcome(
        state,
        received,
        days_between(dossier.sent, received),
        dossier.checked,
        told,
        days_between(dossier.sent, told),
    )


def _first_day(replies: Iterable[Reply]) -> date | None:
    return min((reply.received for reply in replies if reply.received), default=None)


def _may_be_earlier(replies: Sequence[Reply], first: date) -> bool:
    """Whether a reply whose day is not known stands before the first of those with a day."""
    days = [reply.received for reply in replies]
    return None in days[: days.index(first)]


def found_words(dossier: Dossier) -> str:
    """Return what the last check found: a reply that came later was none of it."""
    checked = dossier.checked
    days = [reply.received for reply in dossier.replies]
    is_further = any(not day or not checked or day <= checked for day in days)
    return "no further reply found" if is_further else "no reply found"


def days_between(first: date | None, last: date | None) -> int | None:
    """Return the days between two recorded dates; None unless both are known and in order."""
    return (last - first).days if first and last and first <= last else None
