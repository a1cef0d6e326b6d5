"""The documents of a dossier in its `dossier.json`: sources, texts, paragraphs, citations."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from casebook.citations.citation import Citation
from casebook.exports.basis import Basis
from casebook.exports.making import official
from casebook.exports.shape import Url
from casebook.model.dossier import Document, Dossier, Source
from casebook.model.occurrence import anchored_paragraphs
from casebook.model.text import Text
from casebook.words.vocabulary import CitationKind, Origin


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Where a public document is, and the copy that was seen."""

    publisher: str | None
    url: Url | None
    retrieved: date | None
    sha256: str | None
    pages: int | None


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """A citation in a paragraph."""

    surface: str
    start: Annotated[int, "Where the words begin in the paragraph's text, in characters."]
    kind: CitationKind
    origin: Origin
    targets: tuple[str, ...]
    addresses: Annotated[tuple[Url | None, ...], "Our page of each target; null where none is."]
    unresolved: str | None


@dataclass(frozen=True, slots=True)
class ParagraphRecord:
    """A paragraph. One without a label is reached by the label before it."""

    label: str | None
    anchor: str
    address: Url
    section: str
    text: str
    citations: tuple[CitationRecord, ...]


@dataclass(frozen=True, slots=True)
class TextRecord:
    """One text of a document, in one language."""

    language: str
    is_verbatim: Annotated[bool, "Whether these are the document's own words, or ours."]
    paragraphs: tuple[ParagraphRecord, ...]


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document of the dossier, with every text we hold of it."""

    id: str
    address: Url
    source: SourceRecord | None
    texts: tuple[TextRecord, ...]


def source_record(source: Source | None) -> SourceRecord | None:
    """Return the record of a source, where there is one."""
    if not source:
        return None
    return SourceRecord(
        source.publisher, official(source), source.retrieved, source.sha256, source.pages
    )


def document_record(basis: Basis, dossier: Dossier, document: Document) -> DocumentRecord:
    """Return the record of a document of a dossier."""
    page = basis.page_url(dossier)
    return DocumentRecord(
        document.id,
        basis.page_url(dossier, document.id),
        source_record(document.source),
        tuple(
            TextRecord(
                text.language,
                text.is_verbatim,
                tuple(_paragraphs(page, basis, dossier.text_id(document, text), text)),
            )
            for text in document.texts
        ),
    )


def _paragraphs(page: str, basis: Basis, text_id: str, text: Text) -> Iterator[ParagraphRecord]:
    for anchor, paragraph in anchored_paragraphs(text, text_id):
        yield ParagraphRecord(
            str(paragraph.label) if paragraph.label else None,
            anchor,
            Url(f"{page}#{anchor}" if anchor else page),
            paragraph.section,
            paragraph.plain,
            tuple(_citation(basis, citation) for citation in paragraph.citations),
        )


def _citation(basis: Basis, citation: Citation) -> CitationRecord:
    cited = [basis.cited(target) for target in citation.targets]
    return CitationRecord(
        citation.surface,
        citation.start,
        citation.kind,
        citation.origin,
        tuple(words for words, _ in cited),
        tuple(address for _, address in cited),
        citation.unresolved,
    )
