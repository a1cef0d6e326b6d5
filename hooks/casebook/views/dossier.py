"""The page of a dossier: `/cases/blr/7-2025/`."""

from dataclasses import dataclass
from datetime import date

from casebook.citations.publishers import official_address
from casebook.model.address import (
    addressee_address,
    dossier_address,
    mandate_address,
    topic_address,
    year_address,
)
from casebook.model.dossier import Correction, Dossier, PressItem, Publication
from casebook.model.happenings import publication_day
from casebook.model.reply_state import found_words
from casebook.views.catalogue import Catalogue
from casebook.views.citing import CitingLetter, citing_communication
from casebook.views.documents import DocumentLine, SourceLine, document_lines, source_lines
from casebook.views.invoked import Invoked, invoked_by
from casebook.views.page import CASES, LinkTo, Page, Section
from casebook.views.received import AssessmentLine, ReplyLine, reply_lines
from casebook.views.related import RelatedGroup, related_groups
from casebook.views.requests import RequestLine, answered_in_words, request_lines
from casebook.views.row import DossierRow
from casebook.views.timeline import Timeline, timeline_of
from casebook.words.language import language_name
from casebook.words.wording import count_words


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A mandate that sent the letter, and who signed for it."""

    mandate: LinkTo
    signatories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person the published letter names."""

    shown: str
    also: tuple[str, ...]
    """Other spellings."""
    role: str | None


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything that a dossier's page shows. Empty parts do not appear."""

    page: Page
    row: DossierRow
    to: LinkTo
    """Who received it, as a sentence has it: the United Kingdom; a company by its own name."""
    mandates: tuple[MandateLine, ...] | None
    """None when nobody knows them."""
    mandates_note: str | None
    senders: str | None
    """How many mandates sent it, in words; None when nobody knows."""
    other_signatories: tuple[str, ...]
    persons: tuple[PersonLine, ...]
    withheld: int
    """How many persons the letter concerns whose names are withheld."""
    topics: tuple[LinkTo, ...]
    year: LinkTo
    language: str | None
    official: str
    """Where the official database is searched for the letter."""
    summary: str | None
    replies: tuple[ReplyLine, ...]
    said: tuple[AssessmentLine, ...]
    """What is said of the replies, each once."""
    found: str
    """What the last check of the source found: no further reply found."""
    publication: Publication | None
    publication_day: date | None
    """Computed from the day it was sent."""
    published: date | None
    requests: tuple[RequestLine, ...]
    answered: str
    """How many of them the replies answer, in words; empty when nobody compared them."""
    documents: tuple[DocumentLine, ...]
    timeline: Timeline
    invoked: Invoked
    cited_in: tuple[CitingLetter, ...]
    """Other letters that cite this one, newest first; no more than CITING_LETTERS."""
    cited_in_count: int
    related: tuple[RelatedGroup, ...]
    press: tuple[PressItem, ...]
    sources: tuple[SourceLine, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """What is left of a dossier that was withdrawn: its address, the day and the reason."""

    page: Page
    reference: str
    date: date
    reason: str


CITING_LETTERS = 25
"""How many letters that cite it a dossier's page shows; the rest is on the pages of standards."""


def dossier_page(catalogue: Catalogue, dossier: Dossier) -> Page:
    """Return a dossier's place in the site. A withdrawn one gives away nothing but that."""
    reference = dossier.reference
    crumbs = (CASES, catalogue.addressee_link(reference.addressee))
    title = dossier.page_title
    if dossier.withdrawn:
        return Page(
            dossier_address(reference), title, title, Section.CASES, crumbs, is_indexed=False
        )
    return Page(
        address=dossier_address(reference),
        title=title,
        description=dossier.summary or _description(catalogue, dossier),
        section=Section.CASES,
        crumbs=crumbs,
        is_indexed=not dossier.noindex,
    )


def dossier_view(catalogue: Catalogue, dossier: Dossier) -> DossierView | TombstoneView:
    """Return the page of a dossier; of a withdrawn one, its tombstone."""
    page = dossier_page(catalogue, dossier)
    if dossier.withdrawn:
        return TombstoneView(
            page, str(dossier.reference), dossier.withdrawn.date, dossier.withdrawn.reason
        )
    corpus = catalogue.corpus
    mandates = None if dossier.mandates is None else _mandates(catalogue, dossier)
    replies = reply_lines(dossier)
    requests = request_lines(dossier)
    known = {signatory.mandate for signatory in dossier.signatories} & {*(dossier.mandates or ())}
    return DossierView(
        page=page,
        row=catalogue.rows[dossier.reference],
        to=LinkTo(corpus.recipient_of(dossier), addressee_address(dossier.reference.addressee)),
        mandates=mandates,
        mandates_note=dossier.mandates_note,
        senders=_senders(dossier),
        other_signatories=tuple(
            _signatory(signatory.name, signatory.title)
            for signatory in dossier.signatories
            if signatory.mandate not in known
        ),
        persons=tuple(
            PersonLine(
                person.shown, person.also if person.shown == person.name else (), person.role
            )
            for person in dossier.persons
            if person.shown
        ),
        withheld=sum(person.shown is None for person in dossier.persons),
        topics=tuple(
            LinkTo(topic.name, topic_address(name))
            for name in dossier.topics
            if (topic := corpus.topics.get(name))
        ),
        year=LinkTo(str(dossier.reference.year), year_address(dossier.reference.year)),
        language=language_name(dossier.language) if dossier.language else None,
        official=official_address(dossier.reference) or "",
        summary=dossier.summary,
        replies=replies,
        said=tuple(dict.fromkeys(said for reply in replies for said in reply.assessments)),
        found=found_words(dossier),
        publication=dossier.publication,
        publication_day=publication_day(dossier),
        published=dossier.published,
        requests=requests,
        answered=answered_in_words(requests),
        documents=document_lines(dossier),
        timeline=timeline_of(catalogue, dossier),
        invoked=invoked_by(catalogue, dossier, corpus.occurrences[dossier.reference]),
        cited_in=citing_communication(catalogue, dossier.reference, CITING_LETTERS),
        cited_in_count=len(corpus.mentioned.get(dossier.reference, ())),
        related=related_groups(catalogue, dossier),
        press=dossier.press,
        sources=source_lines(dossier),
        corrections=dossier.corrections,
    )


def _description(catalogue: Catalogue, dossier: Dossier) -> str:
    words = dossier.type.in_words.capitalize() if dossier.type else "Communication"
    to = catalogue.corpus.recipient_of(dossier)
    return f"{words} {dossier.reference} to {to}: {dossier.title}."


def _mandates(catalogue: Catalogue, dossier: Dossier) -> tuple[MandateLine, ...]:
    signed: dict[str, list[str]] = {}
    for signatory in dossier.signatories:
        signed.setdefault(signatory.mandate, []).append(_signatory(signatory.name, signatory.title))
    held = catalogue.corpus.mandates
    return tuple(
        MandateLine(
            LinkTo(held[name].name, mandate_address(name)) if name in held else LinkTo(name),
            tuple(signed.get(name, ())),
        )
        for name in dossier.mandates or ()
    )


def _senders(dossier: Dossier) -> str | None:
    """Return how many mandates sent a letter, as far as that is known."""
    if not dossier.mandates:
        return None
    if dossier.has_more_senders:
        return "several mandates, one of them known"
    return count_words(len(dossier.mandates), "mandate")


def _signatory(name: str, title: str | None) -> str:
    return f"{name}, {title}" if title else name
