"""Calendars of the days on which letters become public by their own rule. No deadlines."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from icalendar import Calendar, Event

from casebook.exports.basis import Basis
from casebook.exports.entries import authority
from casebook.exports.export import Export, export
from casebook.exports.publisher import NAME
from casebook.model.address import dossier_address
from casebook.model.dossier import Dossier
from casebook.model.happenings import publication_day
from casebook.words.dates import date_in_words


def plan_calendars(basis: Basis) -> Iterator[Export]:
    """Yield the calendars."""
    for path in basis.calendars:
        yield export(path, partial(calendar, basis, path))


def calendar(basis: Basis, path: str) -> bytes:
    """Return an iCalendar file (RFC 5545): the day of sending, and as many days as the letter says."""
    held = basis.calendars[path]
    days = Calendar()
    days.add("prodid", f"-//{NAME}//{basis.site_url}//EN")
    days.add("version", "2.0")
    days.add("calscale", "GREGORIAN")
    days.add("x-wr-calname", f"{NAME}: {held.title}")
    for dossier in map(basis.corpus.dossiers.__getitem__, held.letters):
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
