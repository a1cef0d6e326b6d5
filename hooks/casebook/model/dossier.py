"""A dossier: everything published about one communication."""

from dataclasses import dataclass, field
from datetime import date

from casebook.identifiers.label import COMMUNICATION, Label
from casebook.identifiers.reference import Reference
from casebook.model.text import Text
from casebook.words.dates import PartialDate
from casebook.words.vocabulary import (
    About,
    AnswerState,
    Capture,
    CommunicationType,
    Naming,
    ReplyStatus,
    Translation,
)
from casebook.words.vocabulary import Relation as RelationKind
from casebook.words.wording import count_words


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A paragraph of a dossier that we hold: BLR 7/2025#p8."""

    reference: Reference
    label: Label
    document: str = "communication"

    def __str__(self) -> str:
        return f"{self.reference}#{self.label.anchor_in(self.document)}"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a public document is, and the copy that was seen."""

    publisher: str | None = None
    url: str | None = None
    retrieved: date | None = None
    sha256: str | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in the published letter."""

    name: str
    """Empty where it is withheld and nobody wrote it down."""
    naming: Naming
    also: tuple[str, ...] = ()
    role: str | None = None

    @property
    def shown(self) -> str | None:
        """The name as it may be published: in full, as initials, or not at all."""
        match self.naming:
            case Naming.PUBLIC:
                return self.name
            case Naming.INITIALS:
                return " ".join(f"{part[0]}." for part in self.name.split())
            case Naming.WITHHELD:
                return None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed the letter for a mandate."""

    mandate: str
    name: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """When the letter itself says it will be published. Not a deadline for the reply."""

    days: int
    source: str

    @property
    def in_words(self) -> str:
        """The rule and who says so: within 60 days, says the letter."""
        return f"within {count_words(self.days, 'day')}, says the {self.source}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reply does with one request."""

    state: AnswerState
    at: tuple[Label, ...] = ()
    """Paragraphs of the reply."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What somebody says of a reply; never our verdict."""

    by: str
    what: str
    at: Pinpoint | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply that was published, or that a source reports."""

    id: str
    """The name of its document: reply-1."""
    received: date | None = None
    status: ReplyStatus | None = None
    """None when the document was not seen."""
    language: str | None = None
    source: Source | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    """By the id of the request: q1."""
    assessments: tuple[Assessment, ...] = ()
    assessed_by: str | None = None
    """Who compared the reply with the requests."""

    @property
    def number(self) -> int:
        """Its place among the replies, by its name: 2 for reply-2."""
        return int(self.id.rpartition("-")[2])


@dataclass(frozen=True, slots=True)
class RelatedTo:
    """How this communication stands to another."""

    to: Reference
    kind: RelationKind
    line: int = 0


@dataclass(frozen=True, slots=True)
class PressItem:
    """A public report, and how it is known to concern this letter."""

    publisher: str
    title: str | None
    date: PartialDate | None
    url: str | None
    about: About
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact that no other field gives."""

    date: PartialDate
    what: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong on this page, and since when it is right."""

    date: date
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why a dossier is no longer shown."""

    date: date
    reason: str


@dataclass(frozen=True, slots=True)
class Basis:
    """Where facts of the dossier come from: a paragraph we hold, or a public page."""

    gives: str
    at: Pinpoint | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the dossier: the communication, or a reply."""

    id: str
    """communication, reply-1, …"""
    source: Source | None = None
    texts: tuple[Text, ...] = ()
    """Every text we hold of it: verbatim first, then restated, then other languages."""
    capture: Capture | None = None
    """How the words of its verbatim text came out of it."""
    translation: Translation | None = None
    """Who made its texts in other languages than its own."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything published about one communication. None always means: not known."""

    reference: Reference
    title: str
    path: str
    """Its dossier.yml, relative to the collection."""
    type: CommunicationType | None = None
    addressee_name: str | None = None
    """Who received it, when the addressee is no State."""
    sent: date | None = None
    language: str | None = None
    mandates: tuple[str, ...] | None = None
    """Ids of mandates, in the letter's order."""
    mandates_note: str | None = None
    signatories: tuple[Signatory, ...] = ()
    topics: tuple[str, ...] = ()
    summary: str | None = None
    persons: tuple[Person, ...] = ()
    publication: Publication | None = None
    published: date | None = None
    requests: dict[str, str] | None = None
    """By id, in order: q1 to what was asked, in our own words."""
    documents: tuple[Document, ...] = ()
    """The communication first, then the replies in order."""
    replies: tuple[Reply, ...] = ()
    """By their numbers, which tell in what order they came."""
    checked: date | None = None
    """The last day on which someone looked at the source for a reply."""
    related: tuple[RelatedTo, ...] = ()
    press: tuple[PressItem, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Basis, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    noindex: bool = False

    @property
    def label(self) -> str:
        """The reference with the type before it, as the field prints it: UA BLR 7/2025."""
        return f"{self.type} {self.reference}" if self.type else str(self.reference)

    @property
    def has_more_senders(self) -> bool:
        """Whether others sent it with the one mandate that is known: a joint letter has several."""
        return bool(self.type and self.type.is_joint and self.mandates and len(self.mandates) == 1)

    @property
    def page_title(self) -> str:
        """What our page is called; of a withdrawn dossier, nothing but that."""
        return f"{self.reference}: withdrawn" if self.withdrawn else f"{self.label}: {self.title}"

    def document(self, document_id: str) -> Document | None:
        """Return one document of the dossier, or None."""
        return next((held for held in self.documents if held.id == document_id), None)

    def language_of(self, document: Document) -> str | None:
        """Return the language that a document was written in, or None."""
        if document.id == COMMUNICATION:
            return self.language
        return next((reply.language for reply in self.replies if reply.id == document.id), None)

    def text_id(self, document: Document, text: Text) -> str:
        """Return what anchors in a text carry: communication.restated-en, reply-1.verbatim.

        For the first text it is the document's id alone: other people link to its paragraphs.
        """
        if text is document.texts[0]:
            return document.id
        kind = "verbatim" if text.is_verbatim else "restated"
        is_own = text.language == self.language_of(document)
        return f"{document.id}.{kind}" if is_own else f"{document.id}.{kind}-{text.language}"
