"""The shape of `dossier.json`: the whole record of one communication."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from casebook.exports.document_record import DocumentRecord, SourceRecord
from casebook.exports.rows import AnswerRow
from casebook.exports.shape import Url
from casebook.model.happenings import Happening
from casebook.model.reply_state import ReplyState
from casebook.words.dates import PartialDate
from casebook.words.vocabulary import (
    About,
    AddresseeKind,
    CommunicationType,
    Naming,
    Relation,
)


@dataclass(frozen=True, slots=True)
class Citable:
    """A thing that can be cited."""

    cite_as: Annotated[str, "In plain words."]
    url: Annotated[Url | None, "Where it is; null when that is not known to us."]
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Citables:
    """The UN's document and our page about it: two things, each cited by itself."""

    document: Annotated[Citable, "The letter itself, which is the authority."]
    page: Annotated[Citable, "Our page."]


@dataclass(frozen=True, slots=True)
class AddresseeRecord:
    """Who received the letter."""

    code: str
    name: str
    kind: AddresseeKind | None
    address: Annotated[Url, "Our page of the addressee; for OTH of all that are no States."]
    recipient: Annotated[str | None, "Who it was, when the addressee is no State."]


@dataclass(frozen=True, slots=True)
class Named:
    """A mandate or a topic."""

    id: str
    name: str
    address: Url


@dataclass(frozen=True, slots=True)
class SignatoryRecord:
    """Who signed for a mandate."""

    mandate: str
    name: str
    title: str | None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person whom the published letter names, as the name may be shown."""

    name: str
    naming: Annotated[Naming, "public: the name; initials: the initials only."]
    also: Annotated[tuple[str, ...], "Other spellings and scripts of a public name."]
    role: str | None


@dataclass(frozen=True, slots=True)
class PublicationRecord:
    """When the letter itself says it will be published. Not a deadline for the reply."""

    days: int
    rule_from: Annotated[str, "Where the rule stands."]
    day: Annotated[date | None, "That many days after it was sent, computed."]


@dataclass(frozen=True, slots=True)
class ReplyStateRecord:
    """What is known of the reply, computed when the site was built from what is recorded."""

    state: ReplyState
    words: str
    as_of: Annotated[date | None, "The day this rests on: of the reply, or of the last check."]
    received: date | None
    days: Annotated[int | None, "From the letter to the first reply."]
    checked: Annotated[date | None, "The last day on which someone looked at the source."]


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A numbered request of the letter, in our words."""

    id: str
    address: Url
    what: str


@dataclass(frozen=True, slots=True)
class AssessmentRecord:
    """What somebody says of a reply; never our verdict."""

    by: str
    what: str
    address: Annotated[str | None, "Where they say it."]


@dataclass(frozen=True, slots=True)
class ReplyRecord:
    """A reply that was published, or that a source reports."""

    id: str
    address: Url
    state: ReplyState
    received: date | None
    days: int | None
    language: str | None
    source: SourceRecord | None
    assessed_by: str | None
    answers: tuple[AnswerRow, ...]
    assessments: tuple[AssessmentRecord, ...]


@dataclass(frozen=True, slots=True)
class RelatedRecord:
    """Another communication, and how this one stands to it."""

    reference: str
    relation: Relation
    words: Annotated[str, "Read from this letter: follows up, is followed up by."]
    is_stated_here: Annotated[bool, "Whether this dossier says so, or the other one."]
    address: Url


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """Another dossier that cites this communication."""

    reference: str
    address: Url


@dataclass(frozen=True, slots=True)
class EventRecord:
    """A dated fact."""

    date: PartialDate
    kind: Happening
    what: str
    note: str
    is_computed: Annotated[bool, "Whether it follows from a rule, and nobody saw it happen."]


@dataclass(frozen=True, slots=True)
class PressRecord:
    """A public report, and how it is known to concern this letter."""

    publisher: str
    title: str | None
    date: PartialDate | None
    url: str | None
    about: About
    note: str | None


@dataclass(frozen=True, slots=True)
class BasisRecord:
    """Where facts of the dossier come from."""

    gives: str
    publisher: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """What was wrong, and since when it is right."""

    date: date
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class FilesRecord:
    """The same record for reference managers."""

    bibtex: Url
    ris: Url
    csl: Url


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """Everything published about one communication."""

    schema_version: str
    schema: Url
    reference: str
    label: Annotated[str, "The reference with the type before it: UA BLR 7/2025."]
    address: Url
    citable: Citables
    rights: str
    license: Annotated[Url, "Of what we write."]
    type: CommunicationType | None
    type_words: str | None
    title: str
    addressee: AddresseeRecord
    sent: date | None
    language: str | None
    mandates: Annotated[tuple[Named, ...] | None, "In the letter's order; null: not known."]
    mandates_note: str | None
    signatories: tuple[SignatoryRecord, ...]
    topics: tuple[Named, ...]
    summary: str | None
    persons: tuple[PersonRecord, ...]
    persons_withheld: Annotated[int, "How many persons are not named here."]
    publication: PublicationRecord | None
    published: date | None
    reply: ReplyStateRecord
    requests: Annotated[tuple[RequestRecord, ...] | None, "Null: not known."]
    replies: tuple[ReplyRecord, ...]
    related: tuple[RelatedRecord, ...]
    cited_by: tuple[MentionRecord, ...]
    events: Annotated[tuple[EventRecord, ...], "Oldest first."]
    press: tuple[PressRecord, ...]
    sources: tuple[BasisRecord, ...]
    corrections: tuple[CorrectionRecord, ...]
    files: FilesRecord
    documents: tuple[DocumentRecord, ...]


@dataclass(frozen=True, slots=True)
class WithdrawalRecord:
    """That a dossier was withdrawn."""

    date: date
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawnRecord:
    """What is left of a withdrawn dossier."""

    schema_version: str
    schema: Url
    reference: str
    address: Url
    withdrawn: WithdrawalRecord
