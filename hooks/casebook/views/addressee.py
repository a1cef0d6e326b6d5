"""The page of an addressee: `/cases/blr/`."""

from dataclasses import dataclass
from datetime import date

from casebook.citations.publishers import official_address
from casebook.identifiers.reference import Reference
from casebook.model.address import (
    addressee_address,
    dossier_address,
    instrument_address,
    not_held_anchor,
    year_address,
)
from casebook.model.register import AddresseeNote
from casebook.views.catalogue import Catalogue
from casebook.views.citing import CitingLetter, citing_communication
from casebook.views.counted import counted_at
from casebook.views.gaps import YearGaps, gaps_of
from casebook.views.listing import Letters, grouped, letters_of, place_of
from casebook.views.page import CASES, LinkTo, Page, Section
from casebook.views.replies import RecordLine, ReplyRecord, reply_record
from casebook.views.row import Communication
from casebook.words.wording import count_words

CITING_EACH = 10
"""How many letters that cite it are shown with a communication that is not held."""


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """What a letter we hold says of one that we do not."""

    communication: Communication
    verb: str
    """Read from the letter we do not hold: is followed up by."""


@dataclass(frozen=True, slots=True)
class NotHeldLine:
    """A communication that letters cite and that has no dossier."""

    reference: str
    anchor: str
    official: str
    """The official search for it."""
    relations: tuple[StatedRelation, ...]
    citing: tuple[CitingLetter, ...]
    citing_count: int
    """How many letters cite it; `citing` shows the first CITING_EACH."""


@dataclass(frozen=True, slots=True)
class TreatyLine:
    """A treaty the State is party to."""

    link: LinkTo
    title: str
    joined: date


@dataclass(frozen=True, slots=True)
class AddresseeView:
    """Everything that an addressee's page shows."""

    page: Page
    code: str
    name: str
    letters: Letters
    record: ReplyRecord
    years: tuple[RecordLine, ...]
    treaties: tuple[TreatyLine, ...]
    notes: tuple[AddresseeNote, ...]
    not_held: tuple[NotHeldLine, ...]
    gaps: tuple[YearGaps, ...]
    withdrawn: tuple[LinkTo, ...]


def addressee_view(catalogue: Catalogue, code: str) -> AddresseeView:
    """Return the page of an addressee."""
    corpus = catalogue.corpus
    held = corpus.addressees.get(code)
    name = catalogue.name_of(code)
    rows = catalogue.by_addressee.get(code, ())
    years = grouped(rows, lambda row: row.reference.year)
    letters = letters_of(rows, lambda year: year_address(year, code))
    counted = counted_at(catalogue, f"#{place_of(rows)}", addressee=name)
    record = reply_record(rows, counted)
    not_held = catalogue.not_held.get(code, ())
    return AddresseeView(
        page=Page(
            address=addressee_address(code),
            title=name,
            description=f"{count_words(len(rows), 'letter')} of UN human rights experts to "
            f"{corpus.addressee_in_sentence(code)}, {record.received:,} with a reply on record, "
            "and what is known to be missing.",
            section=Section.CASES,
            crumbs=(CASES,),
        ),
        code=code,
        name=name,
        letters=letters,
        record=record,
        years=tuple(
            RecordLine(
                LinkTo(str(year), year_address(year, code if letters.is_split else "")),
                reply_record(
                    years[year], counted_at(catalogue, "#letters", year=year, addressee=name)
                ),
            )
            for year in sorted(years, reverse=True)
        ),
        treaties=tuple(
            TreatyLine(
                LinkTo(instrument.short, instrument_address(instrument.id)),
                instrument.title,
                instrument.parties[code],
            )
            for instrument in corpus.instruments.values()
            if code in instrument.parties
        ),
        notes=held.notes if held else (),
        not_held=tuple(not_held_line(catalogue, reference) for reference in not_held),
        gaps=gaps_of(catalogue, code),
        withdrawn=tuple(
            LinkTo(str(reference), dossier_address(reference))
            for reference in catalogue.withdrawn.get(code, ())
        ),
    )


def not_held_line(catalogue: Catalogue, reference: Reference) -> NotHeldLine:
    """Return what is known of a communication without a dossier: who cites it, and how."""
    return NotHeldLine(
        reference=str(reference),
        anchor=not_held_anchor(reference),
        official=official_address(reference) or "",
        relations=tuple(
            StatedRelation(catalogue.communication(other), relation.kind.reverse)
            for other, relation in catalogue.corpus.related_from.get(reference, ())
        ),
        citing=citing_communication(catalogue, reference, CITING_EACH),
        citing_count=len(catalogue.corpus.mentioned.get(reference, ())),
    )
