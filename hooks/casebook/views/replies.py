"""The record of many replies: how many, of how many, as of when, and where those letters stand.

What is known of one reply is computed in `casebook.model.reply_state`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import ClassVar

from casebook.model.reply_state import ReplyState
from casebook.views.page import LinkTo
from casebook.views.row import DossierRow

_RECEIVED, _KNOWN = "Reply on record", "State known"
_STATE_WORDS = {
    ReplyState.SUBSTANTIVE: "Substantive reply received",
    ReplyState.RECEIVED: "Reply reported, document not seen",
    ReplyState.NONE_FOUND: "No reply found at the last check",
}


def state_words(state: ReplyState) -> str:
    """Return what a state is called where letters are counted by it."""
    return _STATE_WORDS.get(state, state.in_words)


def counting_words(state: ReplyState) -> tuple[str, ...]:
    """Return what the ledger finds a letter in a state by: the words of all that count it."""
    received = (_RECEIVED,) if state.is_received else ()
    known = (_KNOWN,) if state is not ReplyState.NOT_KNOWN else ()
    return (state_words(state), *received, *known)


@dataclass(frozen=True, slots=True)
class ReplyRecord:
    """The replies to many letters, with what each number is out of."""

    letters: int
    received: int
    none_found: int
    not_known: int
    withheld: int
    """Of those received."""
    acknowledged: int
    """Of those received."""
    days: tuple[int, ...]
    """To the first reply, of every letter where both days are known; ascending."""
    first_checked: date | None
    last_checked: date | None
    counted: str
    """Where the letters counted are listed: the ledger, with a filter, or a place on a page."""

    words: ClassVar[Mapping[str, str]] = {
        "letters": "",
        "received": _RECEIVED,
        "known": _KNOWN,
        "none_found": state_words(ReplyState.NONE_FOUND),
        "not_known": state_words(ReplyState.NOT_KNOWN),
        "withheld": state_words(ReplyState.WITHHELD),
        "acknowledged": state_words(ReplyState.ACKNOWLEDGEMENT),
    }
    """What the ledger finds the letters by that each number counts."""

    @property
    def known(self) -> int:
        """The denominator of a reply rate: letters whose state of reply is known."""
        return self.received + self.none_found

    @property
    def median_days(self) -> float | None:
        """The median time to the first reply."""
        return median(self.days) if self.days else None


@dataclass(frozen=True, slots=True)
class RecordLine:
    """The record of one addressee or one year."""

    link: LinkTo
    record: ReplyRecord


def reply_record(rows: Iterable[DossierRow], counted: str = "#letters") -> ReplyRecord:
    """Count the replies to letters that are listed at a place, from the root or of the same page."""
    held = tuple(row.reply for row in rows)
    states = [outcome.state for outcome in held]
    checks = [outcome.checked for outcome in held if outcome.checked]
    return ReplyRecord(
        letters=len(held),
        received=sum(state.is_received for state in states),
        none_found=states.count(ReplyState.NONE_FOUND),
        not_known=states.count(ReplyState.NOT_KNOWN),
        withheld=states.count(ReplyState.WITHHELD),
        acknowledged=states.count(ReplyState.ACKNOWLEDGEMENT),
        days=tuple(sorted(outcome.days for outcome in held if outcome.days is not None)),
        first_checked=min(checks, default=None),
        last_checked=max(checks, default=None),
        counted=counted,
    )
