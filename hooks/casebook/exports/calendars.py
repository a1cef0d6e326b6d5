"""Calendars of the days on which letters become public by their own rule. No deadlines."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from casebook.exports.basis import Basis
from casebook.exports.entries import authority
from casebook.exports.publisher import NAME
from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address
from casebook.model.happenings import Happening
from casebook.model.outline import Outline
from casebook.model.site_file import SiteFile, whole_file
from casebook.words.dates import date_in_words
from casebook.words.wording import count_words

if TYPE_CHECKING:
    from icalendar import Event


def plan_calendars(basis: Basis) -> Iterator[SiteFile]:
    """Yield the calendars."""
    for path in basis.calendars:
        yield whole_file(path, partial(calendar, basis, path))


def calendar(basis: Basis, path: str) -> bytes:
    """Return an iCalendar file (RFC 5545): the day of sending, and as many days as the letter says."""
    # Takes as long to load as all of ours together, and most builds make no calendar.
    from icalendar import Calendar  # noqa: PLC0415

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
    # An edit of a paragraph leaves the outline as it is, and so the calendars.
    outline = basis.corpus.outlines[letter]
    if not outline.sent or not outline.publication_day:
        return b""
    made = _publication(basis, outline, outline.sent, outline.publication_day)
    return bytes(made.to_ical(sorted=False))


def _publication(basis: Basis, outline: Outline, sent: date, day: date) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    address = basis.url(dossier_address(outline.reference))
    note = (
        f"{outline.title}. The letter of {date_in_words(sent)} says that it is published within "
        f"{count_words((day - sent).days, 'day')}. Computed; not a deadline for the reply."
    )
    published = {key: day for day, key in outline.events}.get(Happening.PUBLISHED)
    if published:
        note += f" It was published on {date_in_words(published)}."
    slug = outline.reference.folder.replace("/", "-")
    event = Event()
    event.add("uid", f"{slug}-publication-day@{authority(basis.site_url)}")
    # The moment of the information is that of the letter, which gives the rule; not the build's.
    event.add("dtstamp", datetime.combine(sent, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{outline.label} is to be public by this day, by its own rule")
    event.add("description", note)
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event
