"""Calendars of the days on which letters become public by their own rule. No deadlines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from heapq import nlargest

from icalendar import Calendar, Event

from casebook.exports.basis import Basis
from casebook.exports.entries import authority
from casebook.exports.export import Export, export, key_of
from casebook.exports.publisher import NAME
from casebook.model.address import addressee_address, dossier_address, mandate_address
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.happenings import publication_day
from casebook.words.dates import date_in_words

LATEST = 100
"""How many days a calendar has."""


@dataclass(frozen=True, slots=True)
class Days:
    """A calendar before it is written: of one addressee or mandate."""

    path: str
    title: str
    address: str
    """The page of its addressee or mandate."""
    dossiers: tuple[Dossier, ...]
    """With a publication day, earliest first; no more than LATEST."""


def calendars_of(corpus: Corpus) -> Iterator[Days]:
    """Yield a calendar for each addressee and mandate with a letter that has such a rule."""
    addressees: dict[str, list[tuple[date, Dossier]]] = defaultdict(list)
    mandates: dict[str, list[tuple[date, Dossier]]] = defaultdict(list)
    for dossier in corpus.published:
        if day := publication_day(dossier):
            addressees[dossier.reference.addressee].append((day, dossier))
            for name in dossier.mandates or ():
                mandates[name].append((day, dossier))
    for code, days in addressees.items():
        held = corpus.addressees.get(code)
        yield Days(
            f"feeds/addressee/{code.lower()}.ics",
            f"publication days of letters to {held.in_sentence if held else code}",
            addressee_address(code),
            _newest(days),
        )
    for name, mandate in corpus.mandates.items():
        if name in mandates:
            yield Days(
                f"feeds/mandate/{name}.ics",
                f"publication days of letters by the {mandate.name}",
                mandate_address(name),
                _newest(mandates[name]),
            )


def _newest(days: Iterable[tuple[date, Dossier]]) -> tuple[Dossier, ...]:
    newest = nlargest(LATEST, days, key=_order)
    return tuple(dossier for _, dossier in reversed(newest))


def plan_calendars(basis: Basis) -> Iterator[Export]:
    """Yield the calendars."""
    for days in calendars_of(basis.corpus):
        key = key_of(days.title, basis.fact_key(days.dossiers))
        title = f"{NAME}: {days.title}"
        yield export(days.path, key, partial(calendar, basis, title, days.dossiers))


def _order(dated: tuple[date, Dossier]) -> tuple[object, ...]:
    return (dated[0], dated[1].reference.sort_key)


def calendar(basis: Basis, title: str, dossiers: Sequence[Dossier]) -> bytes:
    """Return an iCalendar file (RFC 5545): the day of sending, and as many days as the letter says."""
    days = Calendar()
    days.add("prodid", f"-//{NAME}//{basis.site_url}//EN")
    days.add("version", "2.0")
    days.add("calscale", "GREGORIAN")
    days.add("x-wr-calname", title)
    for dossier in dossiers:
        day = publication_day(dossier)
        if day and dossier.sent and dossier.publication:
            days.add_component(_event(basis, dossier, dossier.sent, day))
    return bytes(days.to_ical(sorted=False))


def _event(basis: Basis, dossier: Dossier, sent: date, day: date) -> Event:
    assert dossier.publication
    address = basis.url(dossier_address(dossier.reference))
    note = (
        f"{dossier.title}. The letter of {date_in_words(sent)} says that it is published within "
        f"{dossier.publication.days} days. Computed; not a deadline for the reply."
    )
    if dossier.published:
        note += f" It was published on {date_in_words(dossier.published)}."
    slug = dossier.reference.folder.replace("/", "-")
    event = Event()
    event.add("uid", f"{slug}-publication-day@{authority(basis.site_url)}")
    # The moment of the information is that of the letter, which gives the rule; not the build's.
    event.add("dtstamp", datetime.combine(sent, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{dossier.label} is to be public by this day, by its own rule")
    event.add("description", note)
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event
