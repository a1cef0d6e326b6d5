"""Dates agree with each other and with the calendar."""

from collections.abc import Iterator
from datetime import date

from casebook.checks.finding import Finding, Material
from casebook.checks.sourcing import sources_of
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.standard import Instrument
from casebook.reading.nodes import Step
from casebook.reading.registers import MANDATES
from casebook.words.dates import PartialDate, date_in_words
from casebook.words.vocabulary import DIRECTED, About

_FIRST_YEAR = 1967
"""In which the Commission on Human Rights gave a mandate to experts for the first time."""

Dated = tuple[tuple[Step, ...], date | PartialDate | None]


def check_future(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """No date of something that has happened lies in the future."""
    yield from _later(dossier.path, _dates_of_dossier(dossier), material.today)
    if dossier.reference.year > material.today.year:
        yield Finding(
            dossier.path,
            f"{dossier.reference} is of a year that has not come: today is "
            f"{date_in_words(material.today)}.",
            "Correct the name of the folder.",
        )


def check_future_of_instrument(instrument: Instrument, material: Material) -> Iterator[Finding]:
    """No treaty is adopted, or joined, in the future."""
    yield from _later(instrument.path, _dates_of_instrument(instrument), material.today)


def _later(path: str, dates: Iterator[Dated], today: date) -> Iterator[Finding]:
    for steps, day in dates:
        if day is not None and _first_day(day) > today:
            message = f"{date_in_words(day)} lies in the future: today is {date_in_words(today)}."
            help_ = "Write a day that has come; null when the day is not known."
            yield Finding(path, message, help_, steps)


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


def check_replies(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """No reply comes before the letter that it answers."""
    for reply in dossier.replies:
        sent = _sent(dossier, material.today)
        if sent and reply.received and reply.received < sent:
            yield Finding(
                dossier.path,
                f"This reply came on {date_in_words(reply.received)}, before the letter of "
                f"{date_in_words(sent)}.",
                'Correct this date or "sent"; write null for one that is not known.',
                ("replies", reply.id, "received"),
            )


def _sent(dossier: Dossier, today: date) -> date | None:
    """Return the day of a letter; None when it is not known, or lies in the future, as reported."""
    return dossier.sent if dossier.sent and dossier.sent <= today else None


def check_year(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """A letter is sent in the year of its reference, or in one beside it.

    One that is numbered in December may go out in January. Of one that was withdrawn nothing is
    shown.
    """
    sent, year = _sent(dossier, material.today), dossier.reference.year
    if dossier.withdrawn or not sent:
        return
    if sent.year >= _FIRST_YEAR and abs(sent.year - year) > 1:
        yield Finding(
            dossier.path,
            f"{dossier.reference} is said to be sent on {date_in_words(sent)}, and its reference"
            f" is of {year}.",
            'Correct "sent" or the name of the folder; write null for a day that is not known.',
            ("sent",),
        )


def check_order(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """Everything that can only follow a letter follows it."""
    sent = _sent(dossier, material.today)
    if sent and sent.year < _FIRST_YEAR:
        yield Finding(
            dossier.path,
            f"This letter is said to be of {date_in_words(sent)}: nobody held a mandate before"
            f" {_FIRST_YEAR}.",
            'Correct "sent"; write null when it is not known.',
            ("sent",),
        )
    elif sent:
        yield from _before_sent(dossier, sent)
        if not dossier.withdrawn:
            yield from _before_earlier(dossier, sent, material)


def _before_earlier(dossier: Dossier, sent: date, material: Material) -> Iterator[Finding]:
    """Yield a finding for every letter that this one follows up, and that is later."""
    for at, related in enumerate(dossier.related):
        if related.kind not in DIRECTED:
            continue
        other = material.corpus.outlines.get(related.to)
        day = other.sent if other else None
        is_mutual = other and any(
            back.to == dossier.reference and back.kind in DIRECTED for back in other.related
        )
        if day and sent < day <= material.today and not is_mutual:
            yield Finding(
                dossier.path,
                f"This letter of {date_in_words(sent)} {related.kind.verb} {related.to}, which is "
                f"of {date_in_words(day)}.",
                "Put the relation into the dossier of the later letter, or correct the dates.",
                ("related", at, "as"),
            )


def check_order_of_instrument(instrument: Instrument, material: Material) -> Iterator[Finding]:
    """A treaty comes into force, and is joined, once it is adopted."""
    adopted = instrument.adopted
    if not adopted or _first_day(adopted) > material.today:
        return
    joined = [
        (("parties", code), PartialDate(day.year, day.month, day.day), f"{code} joined it")
        for code, day in instrument.parties.items()
    ]
    for steps, day, what in ((("in-force",), instrument.in_force, "It came into force"), *joined):
        if day and _is_before(day, adopted):
            message = f"{what} ({day.in_words}) before it was adopted ({adopted.in_words})."
            help_ = 'Correct this date or "adopted"; write null for one that is not known.'
            yield Finding(instrument.path, message, help_, steps)


def _is_before(day: PartialDate, other: PartialDate) -> bool:
    """Whether a date lies before another, as far as both are known."""
    for mine, theirs in zip(_parts(day), _parts(other), strict=True):
        if not mine or not theirs:
            return False
        if mine != theirs:
            return mine < theirs
    return False


def _before_sent(dossier: Dossier, sent: date) -> Iterator[Finding]:
    """Yield a finding for everything that comes before the letter was sent, and cannot."""
    stated = [
        (("press", at, "date"), date(*_parts(item.date)), "The press named the letter")
        for at, item in enumerate(dossier.press)
        if item.about is About.STATED and item.date and item.date.day
    ]
    source = dossier.documents[0].source if dossier.documents else None
    for steps, day, what in (
        (("published",), dossier.published, "The letter was published"),
        (("checked",), dossier.checked, "The source was checked for a reply"),
        (
            ("documents", "communication", "source", "retrieved"),
            source.retrieved if source else None,
            "The letter was fetched",
        ),
        *stated,
    ):
        if day and day < sent:
            yield Finding(
                dossier.path,
                f"{what} on {date_in_words(day)}, before it was sent on {date_in_words(sent)}.",
                'Correct this date or "sent"; write null for one that is not known.',
                steps,
            )


def check_terms(corpus: Corpus, _: Material) -> Iterator[Finding]:
    """A mandate holder's term does not end before it begins."""
    for mandate in corpus.mandates.values():
        for at, holder in enumerate(mandate.holders):
            if not holder.since or not holder.until:
                continue
            if _is_before(holder.until, holder.since):
                message = f"The term of {holder.name} ends in {holder.until} and begins in {holder.since}."
                help_ = 'Exchange or correct "since" and "until".'
                yield Finding(MANDATES.path, message, help_, (mandate.id, "holders", at, "until"))


def _parts(day: PartialDate) -> tuple[int, int, int]:
    return day.year, day.month, day.day
