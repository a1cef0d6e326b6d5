"""What happened to a communication, as a list of dated facts: sent, published, answered, mended.

The timeline of a page, the feeds and the dates of a site map all begin here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from casebook.model.dossier import Dossier
from casebook.model.reply_state import (
    ReplyState,
    days_after,
    days_between,
    found_words,
    state_of,
)
from casebook.words.dates import PartialDate
from casebook.words.vocabulary import About
from casebook.words.wording import count_words


class Happening(StrEnum):
    """What kind of event it is; a timeline marks it so."""

    SENT = "sent"
    PUBLISHED = "published"
    REPLY = "reply"
    PRESS = "press"
    LETTER = "letter"
    EVENT = "event"
    CHECKED = "checked"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


TOLD = frozenset(
    {
        Happening.SENT,
        Happening.PUBLISHED,
        Happening.REPLY,
        Happening.CORRECTION,
        Happening.WITHDRAWAL,
    }
)
"""What feeds tell."""


@dataclass(frozen=True, slots=True)
class DatedFact:
    """One dated fact of a dossier."""

    date: PartialDate
    kind: Happening
    key: str
    """Names it within its dossier: sent, reply-1, correction-2026-11-22. Feeds need it for good,
    so only press and events, which they leave out, are counted."""
    what: str
    note: str = ""
    """How it is known, where that needs saying."""
    anchor: str = ""
    """Its place on the dossier's page, where it has one."""
    url: str | None = None
    """Where it can be read on another site."""
    is_computed: bool = False
    """Whether it follows from a rule, so that nobody saw it happen."""


def facts_of(dossier: Dossier) -> Iterator[DatedFact]:
    """Yield the dated facts of one dossier; of a withdrawn one, only that it was withdrawn."""
    if dossier.withdrawn:
        yield DatedFact(
            on(dossier.withdrawn.date),
            Happening.WITHDRAWAL,
            "withdrawal",
            "Withdrawn",
            dossier.withdrawn.reason,
        )
        return
    if dossier.sent:
        yield DatedFact(on(dossier.sent), Happening.SENT, "sent", "Letter sent")
    if dossier.published:
        yield DatedFact(on(dossier.published), Happening.PUBLISHED, "published", "Letter published")
    elif (day := publication_day(dossier)) and dossier.publication:
        yield DatedFact(
            on(day),
            Happening.PUBLISHED,
            "published",
            "To be public by this day, by the letter’s own rule",
            f"computed: within {count_words(dossier.publication.days, 'day')}; not a deadline for the reply",
            is_computed=True,
        )
    for reply in dossier.replies:
        if reply.received:
            days = days_between(dossier.sent, reply.received)
            yield DatedFact(
                on(reply.received),
                Happening.REPLY,
                reply.id,
                _REPLY_WORDS.get(state_of(reply), "Reply received"),
                days_after(days) if days is not None else "",
                anchor=reply.id,
            )
    yield from _reported(dossier)


def _reported(dossier: Dossier) -> Iterator[DatedFact]:
    for number, item in enumerate(dossier.press, 1):
        if item.date:
            yield DatedFact(
                item.date,
                Happening.PRESS,
                f"press-{number}",
                f"{item.publisher}: {item.title}" if item.title else f"{item.publisher} reports",
                "tied to this letter by its subject" if item.about is About.INFERRED else "",
                url=item.url,
            )
    for number, event in enumerate(dossier.events, 1):
        yield DatedFact(event.date, Happening.EVENT, f"event-{number}", event.what)
    if dossier.checked:
        yield DatedFact(
            on(dossier.checked),
            Happening.CHECKED,
            "checked",
            f"Source last checked: {found_words(dossier)}",
        )
    of_day: Counter[date] = Counter()
    for correction in dossier.corrections:
        of_day[correction.date] += 1
        number = of_day[correction.date]
        key = f"correction-{correction.date}" + (f"-{number}" if number > 1 else "")
        what = f"Corrected: {correction.what}"
        yield DatedFact(on(correction.date), Happening.CORRECTION, key, what, correction.why)


_REPLY_WORDS = {
    ReplyState.ACKNOWLEDGEMENT: "Acknowledgement received",
    ReplyState.WITHHELD: "Reply received, withheld as confidential",
    ReplyState.UNTRANSLATED: "Reply received, not translated",
}


def publication_day(dossier: Dossier) -> date | None:
    """Return the day on which the letter's own rule lets it be published. No deadline."""
    if not dossier.sent or not dossier.publication:
        return None
    days = timedelta(days=dossier.publication.days)
    # A year that is no year yet (9999) has its own problem, and must not end the reading here.
    return dossier.sent + days if dossier.sent < date.max - days else None


def on(day: date) -> PartialDate:
    """Return a day as a date that could have been known less exactly."""
    return PartialDate(day.year, day.month, day.day)
