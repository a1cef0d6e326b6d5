"""The record of many replies: how many, of how many, as of when.

What is known of one reply is computed in `casebook.model.reply_state`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from casebook.model.reply_state import ReplyOutcome, ReplyState


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

    @property
    def known(self) -> int:
        """The denominator of a reply rate: letters whose state of reply is known."""
        return self.received + self.none_found

    @property
    def median_days(self) -> float | None:
        """The median time to the first reply."""
        return median(self.days) if self.days else None


def reply_record(outcomes: Iterable[ReplyOutcome]) -> ReplyRecord:
    """Count the replies to many letters."""
    held = tuple(outcomes)
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
    )
