"""What search knows of a dossier: a file of its own, from which the index is made and read back.

The browser takes titles and excerpts from it; a later build takes from it what the index said of
the dossier before. It holds nothing that the dossier's page does not show.
"""

import json
from collections.abc import Iterator, Sequence
from typing import TypedDict

from casebook.identifiers.label import COMMUNICATION
from casebook.identifiers.reference import Reference
from casebook.model.corpus import Corpus
from casebook.model.dossier import Document, Dossier
from casebook.model.occurrence import anchored_paragraphs
from casebook.model.reply_state import reply_outcome
from casebook.model.text import Text
from casebook.words.dates import date_in_words
from casebook.words.language import language_name
from casebook.words.vocabulary import Naming

TEXTS = "search/texts/"
"""Where records are published."""


class DocumentRecord(TypedDict):
    """One text of a document of the dossier, paragraph by paragraph."""

    name: str
    """What a reader calls it: the letter; reply 1; the letter, in French."""
    language: str
    paragraphs: list[tuple[str, str]]
    """The anchor on the dossier's page, and the words."""


class Facets(TypedDict):
    """What the dossier is filtered by; the year and the addressee are in its reference."""

    type: list[str]
    reply: list[str]
    language: list[str]
    mandate: list[str]
    topic: list[str]
    instrument: list[str]
    sent: list[str]


class Record(TypedDict):
    """What search knows of one dossier."""

    reference: str
    label: str
    title: str
    addressee: str
    sent: str
    """In words; empty when not known."""
    reply: str
    """The state of the reply, in words."""
    summary: str
    persons: list[list[str]]
    """Every person as the page shows them, other spellings after the first."""
    signatories: list[str]
    subjects: list[str]
    """The names of topics and of the instruments that it cites."""
    sources: list[str]
    """The addresses of the documents."""
    facets: Facets
    documents: list[DocumentRecord]


def record_path(reference: Reference) -> str:
    """Return where a dossier's record is published."""
    return f"{TEXTS}{reference.folder}.json"


def record_of(corpus: Corpus, dossier: Dossier, instruments: Sequence[str]) -> Record:
    """Return what search knows of a dossier that cites these instruments."""
    outcome = reply_outcome(dossier)
    name = corpus.addressee_name(dossier.reference.addressee)
    topics = [corpus.topics[topic].name for topic in dossier.topics if topic in corpus.topics]
    return {
        "reference": str(dossier.reference),
        "label": f"{dossier.type} {dossier.reference}" if dossier.type else str(dossier.reference),
        "title": dossier.title,
        "addressee": f"{dossier.addressee_name} ({name})" if dossier.addressee_name else name,
        "sent": date_in_words(dossier.sent) if dossier.sent else "",
        "reply": outcome.in_words,
        "summary": dossier.summary or "",
        "persons": [
            [shown, *(person.also if person.naming is Naming.PUBLIC else ())]
            for person in dossier.persons
            if (shown := person.shown)
        ],
        "signatories": [signatory.name for signatory in dossier.signatories],
        "subjects": topics + [corpus.instruments[held].short for held in instruments],
        "sources": list(dict.fromkeys(_sources(dossier))),
        "facets": {
            "type": [dossier.type.value] if dossier.type else [],
            "reply": [outcome.state.value],
            "language": [dossier.language] if dossier.language else [],
            "mandate": list(dossier.mandates or ()),
            "topic": list(dossier.topics),
            "instrument": list(instruments),
            "sent": [dossier.sent.isoformat()] if dossier.sent else [],
        },
        "documents": [
            *(
                _document(dossier, document, text)
                for document in dossier.documents
                for text in document.texts
            ),
            *_requests(dossier),
        ],
    }


def _sources(dossier: Dossier) -> Iterator[str]:
    held = [document.source for document in dossier.documents]
    for source in (*held, *(reply.source for reply in dossier.replies)):
        if source and source.url:
            yield source.url


def _document(dossier: Dossier, document: Document, text: Text) -> DocumentRecord:
    """Return one text of a document."""
    name = "the letter" if document.id == COMMUNICATION else document.id.replace("-", " ")
    text_id = dossier.text_id(document, text)
    if text_id != document.id:
        name += f", in {language_name(text.language)}"
    paragraphs = [
        (anchor, paragraph.plain)
        for anchor, paragraph in anchored_paragraphs(text, text_id)
        if paragraph.plain
    ]
    return {"name": name, "language": text.language, "paragraphs": paragraphs}


def _requests(dossier: Dossier) -> Iterator[DocumentRecord]:
    """Yield what was asked in our words, as far as no text of ours has it in English."""
    letter = dossier.document(COMMUNICATION)
    said = {
        label.anchor
        for text in (letter.texts if letter else ())
        if text.language == "en"
        for label, _ in text.labelled()
    }
    if asked := [
        (name, what) for name, what in (dossier.requests or {}).items() if name not in said
    ]:
        yield {"name": "the letter", "language": "en", "paragraphs": asked}


def write_record(record: Record) -> bytes:
    """Return a record as its file."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def read_record(content: bytes) -> Record:
    """Return the record that a file of ours holds."""
    record: Record = json.loads(content)
    return record
