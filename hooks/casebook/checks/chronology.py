"""Dates agree with each other and with the calendar."""

from collections.abc import Iterator
from datetime import date

from casebook.checks.finding import Finding, Material
from casebook.checks.sourcing import sources_of
from casebook.model.dossier import Dossier
from casebook.model.standard import Instrument
from casebook.reading.mapping import Step
from casebook.reading.registers import MANDATES
from casebook.words.dates import PartialDate, date_in_words

Dated = tuple[tuple[Step, ...], date | PartialDate | None]


def check_future(material: Material) -> Iterator[Finding]:
    """No date of something that has happened lies in the future."""
    for dossier in material.dossiers:
        yield from _later(dossier.path, _dates_of_dossier(dossier), material.today)
    for instrument in material.instruments:
        yield from _later(instrument.path, _dates_of_instrument(instrument), material.today)


def _later(path: str, dates: Iterator[Dated], today: date) -> Iterator[Finding]:
    for steps, day in dates:
        if day is not None and _first_day(day) > today:
            in_words = day.in_words if isinstance(day, PartialDate) else date_in_words(day)
            yield Finding(
                path,
                f"{in_words} lies in the future: today is {date_in_words(today)}.",
                "Write a day that has come; null when the day is not known.",
                steps,
            )


def _dates_of_dossier(dossier: Dossier) -> Iterator[Dated]:
    yield ("sent",), dossier.sent
    yield ("published",), dossier.published
    yield ("checked",), dossier.checked
    for steps, source in sources_of(dossier):
        yield (*steps, "retrieved"), source.retrieved
    for reply in dossier.replies:
        yield ("replies", reply.id, "received"), reply.received
    for at, item in enumerate(dossier.press):
        yield ("press", at, "date"), item.date
    for at, event in enumerate(dossier.events):
        yield ("events", at, "date"), event.date
    for at, correction in enumerate(dossier.corrections):
        yield ("corrections", at, "date"), correction.date
    if dossier.withdrawn:
        yield ("withdrawn", "date"), dossier.withdrawn.date


def _dates_of_instrument(instrument: Instrument) -> Iterator[Dated]:
    yield ("adopted",), instrument.adopted
    for code, day in instrument.parties.items():
        yield ("parties", code), day


def _first_day(day: date | PartialDate) -> date:
    return date(day.year, day.month or 1, day.day or 1)


def check_replies(material: Material) -> Iterator[Finding]:
    """No reply comes before the letter that it answers."""
    for dossier in material.dossiers:
        for reply in dossier.replies:
            if dossier.sent and reply.received and reply.received < dossier.sent:
                yield Finding(
                    dossier.path,
                    f"This reply came on {date_in_words(reply.received)}, before the letter of "
                    f"{date_in_words(dossier.sent)}.",
                    'Correct this date or "sent"; write null for one that is not known.',
                    ("replies", reply.id, "received"),
                )


def check_order(material: Material) -> Iterator[Finding]:
    """A letter is published, fetched, and looked at for a reply, only after it was sent."""
    for dossier in material.dossiers:
        if not dossier.sent:
            continue
        source = dossier.documents[0].source if dossier.documents else None
        for steps, day, what in (
            (("published",), dossier.published, "The letter was published"),
            (("checked",), dossier.checked, "The source was checked for a reply"),
            (
                ("documents", "communication", "source", "retrieved"),
                source.retrieved if source else None,
                "The letter was fetched",
            ),
        ):
            if day and day < dossier.sent:
                yield Finding(
                    dossier.path,
                    f"{what} on {date_in_words(day)}, before it was sent on "
                    f"{date_in_words(dossier.sent)}.",
                    'Correct this date or "sent"; write null for one that is not known.',
                    steps,
                )


def check_terms(material: Material) -> Iterator[Finding]:
    """A mandate holder's term does not end before it begins."""
    for mandate in material.mandates:
        for at, holder in enumerate(mandate.holders):
            if not holder.since or not holder.until:
                continue
            # Compared as far as both are known: 2020 to 2020-08 is in order.
            both = [
                (since, until)
                for since, until in zip(_parts(holder.since), _parts(holder.until), strict=True)
                if since and until
            ]
            if [until for _, until in both] < [since for since, _ in both]:
                yield Finding(
                    MANDATES.path,
                    f"The term of {holder.name} ends in {holder.until} and begins in {holder.since}.",
                    'Exchange or correct "since" and "until".',
                    (mandate.id, "holders", at, "until"),
                )


def _parts(day: PartialDate) -> tuple[int, int, int]:
    return day.year, day.month, day.day
