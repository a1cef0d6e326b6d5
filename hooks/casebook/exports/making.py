"""From records of the corpus to rows of the data."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from casebook.exports.basis import Basis
from casebook.exports.rows import (
    AnswerRow,
    CitationRow,
    DossierRow,
    ParagraphRow,
    ProvisionRow,
    ReplyRow,
    RequestRow,
    StandardRow,
)
from casebook.exports.shape import Url
from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address, standard_address
from casebook.model.cited import NOBODY
from casebook.model.dossier import Dossier, Source
from casebook.model.happenings import publication_day
from casebook.model.occurrence import anchored_paragraphs
from casebook.model.reply_state import days_between, reply_outcome, state_of
from casebook.model.standard import Instrument

Row = TypeVar("Row")


def official(source: Source | None) -> Url | None:
    """Return where a document is at its publisher, where that is known."""
    return Url(source.url) if source and source.url else None


def source_of(dossier: Dossier, document: str) -> Source | None:
    """Return the source of one document of a dossier."""
    held = dossier.document(document)
    return held.source if held else None


def record_address(reference: Reference) -> str:
    """Return where the whole record of a communication is, from the site's root."""
    return f"{dossier_address(reference)}dossier.json"


def dossier_rows(basis: Basis, dossiers: Iterable[Dossier]) -> Iterator[DossierRow]:
    """Yield a row for each dossier, the withdrawn among them."""
    return (_kept(_dossier_row, basis, dossier) for dossier in dossiers)


def _kept(make: Callable[[Basis, Dossier], Row], basis: Basis, dossier: Dossier) -> Row:
    """Return rows of a dossier, made once for the tables and the database that have them."""
    return basis.reads.keep_lately((make, dossier.reference), partial(make, basis, dossier))


def _dossier_row(basis: Basis, dossier: Dossier) -> DossierRow:
    reference = str(dossier.reference)
    address = basis.url(dossier_address(dossier.reference))
    record = basis.url(record_address(dossier.reference))
    if dossier.withdrawn:
        return DossierRow(
            reference,
            address,
            record,
            withdrawn=dossier.withdrawn.date,
            withdrawn_reason=dossier.withdrawn.reason,
        )
    reply = reply_outcome(dossier)
    code = dossier.reference.addressee
    shown = tuple(person.shown for person in dossier.persons)
    return DossierRow(
        reference=reference,
        address=address,
        record=record,
        title=dossier.title,
        type=dossier.type,
        sent=dossier.sent,
        addressee=code,
        addressee_name=dossier.addressee_name or basis.corpus.addressee_name(code),
        language=dossier.language,
        mandates=dossier.mandates,
        topics=dossier.topics,
        summary=dossier.summary,
        persons=tuple(name for name in shown if name),
        persons_withheld=shown.count(None),
        requests=None if dossier.requests is None else len(dossier.requests),
        publication_days=dossier.publication.days if dossier.publication else None,
        publication_day=publication_day(dossier),
        published=dossier.published,
        reply_state=reply.state,
        reply_as_of=reply.day,
        reply_received=reply.received,
        reply_days=reply.days,
        replies=len(dossier.replies),
        checked=dossier.checked,
        official=official(source_of(dossier, "communication")),
    )


def citation_rows(basis: Basis, dossiers: Iterable[Dossier]) -> Iterator[CitationRow]:
    """Yield a row for each target of each citation, in reading order; one when it has none."""
    for dossier in dossiers:
        yield from _kept(_citation_rows, basis, dossier)


def _citation_rows(basis: Basis, dossier: Dossier) -> tuple[CitationRow, ...]:
    if dossier.withdrawn:
        return ()
    reference, page = str(dossier.reference), basis.page_url(dossier)
    rows = []
    for found in basis.corpus.occurrences[dossier.reference]:
        citation = found.citation
        address = Url(f"{page}#{found.anchor}" if found.anchor else page)
        for target in citation.targets or (None,):
            words, target_address = basis.cited(target) if target else (None, None)
            rows.append(
                CitationRow(
                    reference,
                    found.document,
                    found.anchor,
                    address,
                    citation.surface,
                    citation.kind,
                    citation.origin,
                    words,
                    target_address,
                    None if target else citation.unresolved or "not resolved",
                )
            )
    return tuple(rows)


def request_rows(basis: Basis, dossiers: Iterable[Dossier]) -> Iterator[RequestRow]:
    """Yield a row for each numbered request."""
    for dossier in dossiers:
        requests = {} if dossier.withdrawn else dossier.requests or {}
        for name, what in requests.items():
            address = basis.url(dossier_address(dossier.reference, name))
            yield RequestRow(str(dossier.reference), name, address, what)


def reply_rows(basis: Basis, dossiers: Iterable[Dossier]) -> Iterator[ReplyRow]:
    """Yield a row for each reply on record."""
    for dossier in dossiers:
        yield from _kept(_reply_rows, basis, dossier)


def _reply_rows(basis: Basis, dossier: Dossier) -> tuple[ReplyRow, ...]:
    return tuple(
        ReplyRow(
            reference=str(dossier.reference),
            reply=reply.id,
            address=basis.url(dossier_address(dossier.reference, reply.id)),
            state=state_of(reply),
            received=reply.received,
            days=days_between(dossier.sent, reply.received),
            language=reply.language,
            official=official(source),
            sha256=source.sha256 if source else None,
            assessed_by=reply.assessed_by,
            answers=tuple(
                AnswerRow(
                    request,
                    answer.state,
                    tuple(label.anchor_in(reply.id) for label in answer.at),
                )
                for request, answer in reply.answers.items()
            ),
        )
        for reply in (dossier.replies if not dossier.withdrawn else ())
        for source in [reply.source or source_of(dossier, reply.id)]
    )


def standard_rows(basis: Basis, instruments: Iterable[Instrument]) -> Iterator[StandardRow]:
    """Yield a row for each instrument, with its provisions in its order."""
    for instrument in instruments:
        corpus = basis.corpus
        anywhere = corpus.cited_anywhere[instrument.id]
        places: set[Provision] = {entry.provision for entry in instrument.entries}
        places.update(corpus.places.get(instrument.id, ()))
        yield StandardRow(
            id=instrument.id,
            address=basis.url(standard_address(instrument, None)),
            title=instrument.title,
            short=instrument.short,
            kind=instrument.kind,
            symbol=str(instrument.symbol) if instrument.symbol else None,
            adopted=instrument.adopted,
            in_force=instrument.in_force,
            official=Url(instrument.url) if instrument.url else None,
            citations=anywhere.citations,
            letters=len(anywhere.letters),
            parties=instrument.parties,
            provisions=tuple(
                ProvisionRow(
                    id=str(place),
                    words=place.in_words,
                    address=basis.url(standard_address(instrument, place)),
                    citations=cited.citations,
                    letters=len(cited.letters),
                )
                for place in sorted(places, key=lambda place: place.sort_key)
                for cited in [corpus.cited.get((instrument.id, place), NOBODY)]
            ),
        )


def paragraph_rows(basis: Basis, dossiers: Iterable[Dossier]) -> Iterator[ParagraphRow]:
    """Yield a row for each paragraph of every text held."""
    for dossier in dossiers:
        reference, page = str(dossier.reference), basis.page_url(dossier)
        for document in dossier.documents if not dossier.withdrawn else ():
            for text in document.texts:
                for anchor, paragraph in anchored_paragraphs(text, dossier.text_id(document, text)):
                    yield ParagraphRow(
                        reference=reference,
                        document=document.id,
                        language=text.language,
                        is_verbatim=text.is_verbatim,
                        label=str(paragraph.label) if paragraph.label else None,
                        anchor=anchor,
                        address=Url(f"{page}#{anchor}" if anchor else page),
                        section=paragraph.section,
                        text=paragraph.plain,
                    )
