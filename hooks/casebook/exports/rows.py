"""The rows of the data: what one letter, citation, reply or standard is, in every format."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from casebook.exports.shape import Url
from casebook.model.reply_state import ReplyState
from casebook.words.dates import PartialDate
from casebook.words.vocabulary import (
    AnswerState,
    CitationKind,
    CommunicationType,
    InstrumentKind,
    Origin,
)

SCHEMA_VERSION = "1.2"
"""The version of the format, as docs/data-changelog.md tells it: its first number changes when
something that was there changes its meaning or goes."""


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One communication. Of a withdrawn dossier only reference, address, day and reason are given."""

    reference: Annotated[str, "The reference of the communication, such as BLR 7/2025."]
    address: Annotated[Url, "Our page of it."]
    record: Annotated[Url, "The whole record of it, as JSON."]
    title: Annotated[str | None, "What it is about, in our words."] = None
    type: Annotated[CommunicationType | None, "The kind of letter."] = None
    sent: Annotated[date | None, "The day of the letter."] = None
    addressee: Annotated[str | None, "The code of the addressee; OTH when it is no State."] = None
    addressee_name: Annotated[str | None, "Who received it."] = None
    language: Annotated[str | None, "The language of the letter, ISO 639-1."] = None
    mandates: Annotated[
        tuple[str, ...] | None, "Ids of the mandates that wrote it, in the letter's order."
    ] = None
    topics: Annotated[tuple[str, ...], "Ids of topics."] = ()
    summary: Annotated[str | None, "Two to five sentences in our words."] = None
    persons: Annotated[
        tuple[str, ...],
        "Persons whom the published letter or its official entry names, as they may be shown.",
    ] = ()
    persons_withheld: Annotated[int, "How many persons are not named here."] = 0
    requests: Annotated[int | None, "How many numbered requests it makes."] = None
    publication_days: Annotated[
        int | None, "After how many days the letter says it is published. Not a deadline."
    ] = None
    publication_day: Annotated[date | None, "That day, computed."] = None
    published: Annotated[date | None, "The day on which it was published, where known."] = None
    reply_state: Annotated[ReplyState | None, "What is known of the reply, computed."] = None
    reply_as_of: Annotated[
        date | None, "The day the state rests on: of the reply that gives it, or of the last check."
    ] = None
    reply_received: Annotated[
        date | None,
        "The day of the first reply, of whatever kind; nothing where one of unknown day may have "
        "come before.",
    ] = None
    reply_days: Annotated[int | None, "Days from the letter to the first reply."] = None
    replies: Annotated[int, "How many replies are on record."] = 0
    checked: Annotated[date | None, "The last day on which someone looked for a reply."] = None
    official: Annotated[Url | None, "The letter at its publisher."] = None
    withdrawn: Annotated[date | None, "The day on which the dossier was withdrawn."] = None
    withdrawn_reason: Annotated[str | None, "Why it was withdrawn."] = None


@dataclass(frozen=True, slots=True)
class CitationRow:
    """One target of one citation, where it stands. Several targets of one citation are several rows."""

    reference: Annotated[str, "The communication whose dossier cites."]
    document: Annotated[str, "The document of the dossier: communication, reply-1."]
    anchor: Annotated[str, "The paragraph on our page: p12, q2, reply-1.p3, fn1."]
    address: Annotated[Url, "That paragraph."]
    surface: Annotated[str, "The words that cite."]
    kind: Annotated[CitationKind, "What the citation points at."]
    origin: Annotated[Origin, "Whether an editor made it or the machine found it."]
    target: Annotated[
        str | None, "What is cited: iccpr#article-14.7, BLR 6/2024, A/HRC/41/33#para-74."
    ] = None
    target_address: Annotated[Url | None, "Our page of what is cited."] = None
    unresolved: Annotated[str | None, "Why there is no target."] = None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What a reply does with one request, as an editor reads it."""

    request: Annotated[str, "The id of the request: q1."]
    state: AnswerState
    at: Annotated[tuple[str, ...], "Paragraphs of the reply: reply-1.p3."]

    def __str__(self) -> str:
        return f"{self.request}: {self.state}"


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One numbered request of a letter, in our words. In SQLite only; the record has them too."""

    reference: str
    request: Annotated[str, "Its id in the letter: q1."]
    address: Annotated[Url, "The request on our page."]
    what: str


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """One reply on record. A letter without a row has none on record: see its reply_state."""

    reference: Annotated[str, "The communication that it answers."]
    reply: Annotated[str, "The reply's id in the dossier: reply-1."]
    address: Annotated[Url, "The reply on our page."]
    state: Annotated[ReplyState, "What kind of reply it is; received: the document was not seen."]
    received: date | None
    days: Annotated[int | None, "Days from the letter to the reply."]
    language: Annotated[str | None, "ISO 639-1."]
    official: Annotated[Url | None, "The reply at its publisher."]
    sha256: Annotated[str | None, "The checksum of the copy that was seen."]
    assessed_by: Annotated[str | None, "Who compared it with the requests."]
    answers: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """One provision that is cited or explained."""

    id: Annotated[str, "Its id in the instrument: article-14.7."]
    words: Annotated[str, "As it is printed: article 14(7)."]
    address: Url
    citations: int
    letters: Annotated[int, "How many letters make these citations."]

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class StandardRow:
    """One instrument that letters invoke."""

    id: str
    address: Url
    title: str
    short: str
    kind: InstrumentKind
    symbol: Annotated[str | None, "The symbol of the UN document."]
    adopted: PartialDate | None
    in_force: PartialDate | None
    official: Annotated[Url | None, "The official page."]
    citations: Annotated[int, "Of the instrument and all its provisions."]
    letters: Annotated[int, "How many letters make these citations."]
    parties: Annotated[
        dict[str, date],
        "Addressees known to us to be party, and the day of ratification, accession or succession. "
        "Not a full list.",
    ]
    provisions: tuple[ProvisionRow, ...]


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """One paragraph of a text that we hold. In SQLite only, with full-text search."""

    reference: str
    document: Annotated[str, "communication, reply-1."]
    language: Annotated[str, "Of these words, ISO 639-1."]
    is_verbatim: Annotated[bool, "Whether these are the document's own words, not our restatement."]
    label: Annotated[str | None, "Its number; the request's number with a q."]
    anchor: Annotated[str, "Its place on our page."]
    address: Url
    section: Annotated[str, "The heading it stands under."]
    text: str
