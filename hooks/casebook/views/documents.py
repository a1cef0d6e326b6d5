"""The documents of a dossier, and where everything on its page comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casebook.identifiers.label import COMMUNICATION
from casebook.model.dossier import Document, Dossier, Source
from casebook.model.text import Text
from casebook.views.page import LinkTo
from casebook.views.place import pinpoint_link
from casebook.views.requests import reply_words
from casebook.words.language import language_name


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a document: its own words, a restatement, another language."""

    id: str
    """What anchors in it carry: nothing but the document's id for the first, which keeps the
    addresses that other people link to; communication.restated for another."""
    label: str
    """What a reader chooses it by: Word for word, Restated, In French."""
    text: Text
    language: str
    """The name of the language of the words shown."""
    translated_from: str | None
    """The language of the document itself, where the words shown are in another."""
    made: str | None
    """How the words came about, where somebody says: by a machine, by which translation."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of the dossier, with its texts."""

    id: str
    heading: str
    versions: tuple[Version, ...]
    """The first is shown; a reader can turn to the others."""
    source: Source | None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where something on the page comes from."""

    what: str
    publisher: str | None
    url: str | None
    place: LinkTo | None
    retrieved: date | None = None
    sha256: str | None = None
    pages: int | None = None


def document_lines(dossier: Dossier) -> tuple[DocumentLine, ...]:
    """Return the documents whose text we hold, the letter first."""
    return tuple(
        DocumentLine(
            id=document.id,
            heading="The letter"
            if document.id == COMMUNICATION
            else reply_words(dossier, document.id),
            versions=tuple(_versions(dossier, document)),
            source=document.source,
        )
        for document in dossier.documents
        if document.texts
    )


def _versions(dossier: Dossier, document: Document) -> Iterator[Version]:
    original = dossier.language_of(document)
    for text in document.texts:
        is_translated = bool(original and original != text.language)
        made = document.translation if is_translated else document.capture
        yield Version(
            id=dossier.text_id(document, text),
            label=_label(text, original),
            text=text,
            language=language_name(text.language),
            translated_from=language_name(original) if original and is_translated else None,
            made=made.in_words if made and text.is_verbatim else None,
        )


def _label(text: Text, original: str | None) -> str:
    what = "Word for word" if text.is_verbatim else "Restated"
    return what if text.language == original else f"{what}, in {language_name(text.language)}"


def source_lines(dossier: Dossier) -> tuple[SourceLine, ...]:
    """Return the sources of a page: of the documents first, then of single facts."""
    documents = [
        ("The letter" if document.id == COMMUNICATION else document.id, document.source)
        for document in dossier.documents
    ]
    replies = [
        (reply.id, reply.source) for reply in dossier.replies if not dossier.document(reply.id)
    ]
    held = tuple(
        SourceLine(
            name.replace("-", " ").capitalize(),
            source.publisher,
            source.url,
            None,
            source.retrieved,
            source.sha256,
            source.pages,
        )
        for name, source in (*documents, *replies)
        if source and (source.url or source.publisher)
    )
    return held + tuple(
        SourceLine(
            basis.gives,
            basis.publisher,
            basis.url,
            pinpoint_link(basis.at) if basis.at else None,
        )
        for basis in dossier.sources
    )
