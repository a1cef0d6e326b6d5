"""Calendars of the days on which letters become public by their own rule. No deadlines."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from icalendar import Calendar, Event

from casebook.exports.basis import Basis
from casebook.exports.entries import authority
from casebook.exports.export import Export, export
from casebook.exports.publisher import NAME
from casebook.identifiers.reference import Reference
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
    empty = bytes(days.to_ical(sorted=False)).removesuffix(_END)
    events = (
        basis.reads.keep((_event, letter), partial(_event, basis, letter))
        for letter in held.letters
    )
    return b"".join((empty, *events, _END))


_END = b"END:VCALENDAR\r\n"


def _event(basis: Basis, letter: Reference) -> bytes:
    """Return the event of one letter. Kept: calendars of its addressee and its mandates have it."""
    dossier = basis.corpus.dossiers[letter]
    day = publication_day(dossier)
    if not day or not dossier.sent or not dossier.publication:
        return b""
    return bytes(_publication(basis, dossier, dossier.sent, day).to_ical(sorted=False))


def _publication(basis: Basis, dossier: Dossier, sent: date, day: date) -> Event:
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
