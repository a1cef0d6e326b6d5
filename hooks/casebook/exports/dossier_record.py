"""From a dossier to its `dossier.json`."""

from collections.abc import Callable, Iterator, Mapping

from casebook.exports import dossier_shape as shape
from casebook.exports.api import schema_path
from casebook.exports.basis import Basis
from casebook.exports.bibliography import cite_as, cite_document
from casebook.exports.document_record import document_record, source_record
from casebook.exports.making import official, reply_rows, source_of
from casebook.exports.publisher import LICENSE, NAME, RIGHTS
from casebook.exports.rows import SCHEMA_VERSION
from casebook.exports.shape import Url, as_lines, members_of
from casebook.model.address import (
    addressee_address,
    communication_address,
    dossier_address,
    mandate_address,
    topic_address,
)
from casebook.model.dossier import Dossier, Pinpoint, Reply
from casebook.model.happenings import facts_of, publication_day
from casebook.model.register import Mandate, Topic
from casebook.model.reply_state import reply_outcome
from casebook.words.vocabulary import Naming


def dossier_json(basis: Basis, dossier: Dossier) -> bytes:
    """Return the record of a dossier; of a withdrawn one its reference, the day and the reason."""
    record = _withdrawn(basis, dossier) if dossier.withdrawn else _record(basis, dossier)
    return as_lines(members_of(record)).encode()


def _withdrawn(basis: Basis, dossier: Dossier) -> shape.WithdrawnRecord:
    assert dossier.withdrawn
    return shape.WithdrawnRecord(
        SCHEMA_VERSION,
        basis.url(schema_path("dossier")),
        str(dossier.reference),
        basis.page_url(dossier),
        shape.WithdrawalRecord(dossier.withdrawn.date, dossier.withdrawn.reason),
    )


def _record(basis: Basis, dossier: Dossier) -> shape.DossierRecord:
    corpus = basis.corpus
    publication = dossier.publication
    shown = [(person, person.shown) for person in dossier.persons]
    return shape.DossierRecord(
        schema_version=SCHEMA_VERSION,
        schema=basis.url(schema_path("dossier")),
        reference=str(dossier.reference),
        label=dossier.label,
        address=basis.page_url(dossier),
        citable=_citables(basis, dossier),
        rights=RIGHTS,
        license=Url(LICENSE),
        type=dossier.type,
        type_words=dossier.type.in_words if dossier.type else None,
        title=dossier.title,
        addressee=_addressee(basis, dossier),
        sent=dossier.sent,
        language=dossier.language,
        mandates=None
        if dossier.mandates is None
        else tuple(
            _named(basis, name, corpus.mandates, mandate_address) for name in dossier.mandates
        ),
        mandates_note=dossier.mandates_note,
        signatories=tuple(
            shape.SignatoryRecord(signed.mandate, signed.name, signed.title)
            for signed in dossier.signatories
        ),
        topics=tuple(_named(basis, name, corpus.topics, topic_address) for name in dossier.topics),
        summary=dossier.summary,
        persons=tuple(
            shape.PersonRecord(
                name,
                person.naming,
                person.also if person.naming is Naming.PUBLIC else (),
                person.role,
            )
            for person, name in shown
            if name
        ),
        persons_withheld=sum(name is None for _, name in shown),
        publication=shape.PublicationRecord(
            publication.days, publication.source, publication_day(dossier)
        )
        if publication
        else None,
        published=dossier.published,
        reply=_reply_state(dossier),
        requests=None
        if dossier.requests is None
        else tuple(
            shape.RequestRecord(name, basis.page_url(dossier, name), what)
            for name, what in dossier.requests.items()
        ),
        replies=tuple(_replies(basis, dossier)),
        related=tuple(_related(basis, dossier)),
        cited_by=tuple(
            shape.MentionRecord(str(other), basis.url(dossier_address(other)))
            for other in sorted(basis.corpus.mentioned.get(dossier.reference, ()))
        ),
        events=tuple(
            shape.EventRecord(fact.date, fact.kind, fact.what, fact.note, fact.is_computed)
            for fact in sorted(facts_of(dossier), key=lambda fact: fact.date)
        ),
        press=tuple(
            shape.PressRecord(
                item.publisher, item.title, item.date, item.url, item.about, item.note
            )
            for item in dossier.press
        ),
        sources=tuple(
            shape.BasisRecord(held.gives, held.publisher, held.url or _pinpoint(basis, held.at))
            for held in dossier.sources
        ),
        corrections=tuple(
            shape.CorrectionRecord(held.date, held.what, held.why) for held in dossier.corrections
        ),
        files=shape.FilesRecord(
            *(
                Url(f"{basis.page_url(dossier)}citation.{kind}")
                for kind in ("bib", "ris", "csl.json")
            )
        ),
        documents=tuple(document_record(basis, dossier, held) for held in dossier.documents),
    )


def _named(
    basis: Basis,
    name: str,
    register: Mapping[str, Mandate] | Mapping[str, Topic],
    address_of: Callable[[str], str],
) -> shape.Named:
    held = register.get(name)
    return shape.Named(name, held.name if held else name, basis.url(address_of(name)))


def _citables(basis: Basis, dossier: Dossier) -> shape.Citables:
    addressee = basis.corpus.recipient_of(dossier)
    address = basis.page_url(dossier)
    source = source_of(dossier, "communication")
    return shape.Citables(
        document=shape.Citable(
            cite_document(basis.corpus, dossier, addressee) or str(dossier.reference),
            official(source),
            source.publisher if source else None,
        ),
        page=shape.Citable(cite_as(dossier, addressee, address), address, NAME),
    )


def _addressee(basis: Basis, dossier: Dossier) -> shape.AddresseeRecord:
    code = dossier.reference.addressee
    held = basis.corpus.addressees.get(code)
    return shape.AddresseeRecord(
        code,
        basis.corpus.addressee_name(code),
        held.kind if held else None,
        basis.url(addressee_address(code)),
        dossier.addressee_name,
    )


def _reply_state(dossier: Dossier) -> shape.ReplyStateRecord:
    reply = reply_outcome(dossier)
    return shape.ReplyStateRecord(
        reply.state, reply.in_words, reply.day, reply.received, reply.days, reply.checked
    )


def _replies(basis: Basis, dossier: Dossier) -> Iterator[shape.ReplyRecord]:
    for row, reply in zip(reply_rows(basis, [dossier]), dossier.replies, strict=True):
        yield shape.ReplyRecord(
            id=row.reply,
            address=row.address,
            state=row.state,
            received=row.received,
            days=row.days,
            language=row.language,
            source=source_record(reply.source or source_of(dossier, reply.id)),
            assessed_by=row.assessed_by,
            answers=row.answers,
            assessments=tuple(_assessments(basis, reply)),
        )


def _assessments(basis: Basis, reply: Reply) -> Iterator[shape.AssessmentRecord]:
    for said in reply.assessments:
        yield shape.AssessmentRecord(said.by, said.what, said.url or _pinpoint(basis, said.at))


def _pinpoint(basis: Basis, at: Pinpoint | None) -> str | None:
    if not at:
        return None
    return basis.url(dossier_address(at.reference, at.label.anchor_in(at.document)))


def _related(basis: Basis, dossier: Dossier) -> Iterator[shape.RelatedRecord]:
    for relation in dossier.related:
        address = communication_address(basis.corpus, relation.to)
        yield shape.RelatedRecord(
            str(relation.to),
            relation.kind,
            relation.kind.verb,
            is_stated_here=True,
            address=basis.url(address),
        )
    for other, relation in basis.corpus.related_from.get(dossier.reference, ()):
        yield shape.RelatedRecord(
            str(other),
            relation.kind,
            relation.kind.reverse,
            is_stated_here=False,
            address=basis.url(dossier_address(other)),
        )
