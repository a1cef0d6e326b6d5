"""The closed lists of the field, each kept in one place."""

from enum import StrEnum
from typing import Self


class Worded(StrEnum):
    """A closed list of which each value is also said in words, as a reader reads it."""

    _value_: str
    in_words: str

    def __new__(cls, value: str, in_words: str = "") -> Self:
        """Take the value and the words that stand behind a member."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.in_words = in_words
        return member


class CommunicationType(Worded):
    """The kind of letter, as the register of communications codes it."""

    UA = "UA", "urgent appeal"
    AL = "AL", "allegation letter"
    OL = "OL", "other letter"
    JUA = "JUA", "joint urgent appeal"
    JAL = "JAL", "joint allegation letter"
    JOL = "JOL", "joint other letter"

    @property
    def is_joint(self) -> bool:
        """Whether several mandates sent it."""
        return self.startswith("J")


class Naming(StrEnum):
    """How a person may appear on the site."""

    PUBLIC = "public"
    INITIALS = "initials"
    WITHHELD = "withheld"


class ReplyStatus(Worded):
    """What kind of reply was published."""

    SUBSTANTIVE = "substantive", "substantive reply"
    ACKNOWLEDGEMENT = "acknowledgement", "acknowledgement only"
    WITHHELD = "withheld", "received, withheld as confidential"
    UNTRANSLATED = "untranslated", "received, not translated"


class AnswerState(Worded):
    """What a reply does with one request."""

    ANSWERED = "answered", "answered"
    PARTLY = "partly", "partly answered"
    NOT_ADDRESSED = "not-addressed", "not addressed"
    REFUSED = "refused", "refused"


class Capture(Worded):
    """How the words of a verbatim text came out of the document: it was … ends the sentence."""

    BORN_DIGITAL = "born-digital", "taken from the document’s own characters"
    OCR = "ocr", "read off pictures of its pages by a machine, and may have errors"
    TRANSCRIBED = "transcribed", "typed from the document by hand"


class Translation(Worded):
    """Who made the texts of a document in other languages than its own."""

    OFFICIAL = "official", "official translation"
    UNOFFICIAL = "unofficial", "unofficial translation"
    MACHINE = "machine", "machine translation, not checked by a person"


class Relation(StrEnum):
    """How one communication stands to another: a verb, and its reverse."""

    FOLLOWS_UP = "follows-up"
    CORRECTS = "corrects"
    PARALLEL_TO = "parallel-to"
    RELATES_TO = "relates-to"

    @property
    def verb(self) -> str:
        """Read from the letter that states the relation: this letter *follows up* that."""
        return _RELATIONS[self][0]

    @property
    def reverse(self) -> str:
        """Read from the other letter: this letter *is followed up by* that."""
        return _RELATIONS[self][1]


_RELATIONS = {
    Relation.FOLLOWS_UP: ("follows up", "is followed up by"),
    Relation.CORRECTS: ("corrects", "is corrected by"),
    Relation.PARALLEL_TO: ("was sent in parallel with", "was sent in parallel with"),
    Relation.RELATES_TO: ("relates to", "is related to"),
}


DIRECTED = frozenset({Relation.FOLLOWS_UP, Relation.CORRECTS})
"""Relations of a later letter to an earlier one."""


class About(StrEnum):
    """How a press item is known to concern a letter."""

    STATED = "stated"
    INFERRED = "inferred"


class InstrumentKind(Worded):
    """What kind of text a standard is; in words, as a heading over several."""

    TREATY = "treaty", "Treaties"
    DECLARATION = "declaration", "Declarations"
    RULES = "rules", "Rules and principles"
    GENERAL_COMMENT = "general-comment", "General comments and recommendations"
    RESOLUTION = "resolution", "Resolutions"
    REPORT = "report", "Reports"
    CONCLUDING_OBSERVATIONS = "concluding-observations", "Concluding observations"
    OPINION = "opinion", "Opinions"
    NATIONAL_LAW = "national-law", "National law"


class MandateKind(StrEnum):
    """Whether a mandate follows a theme or a country."""

    THEMATIC = "thematic"
    COUNTRY = "country"


class AddresseeKind(StrEnum):
    """What receives a letter."""

    STATE = "state"
    OTHER = "other"


class CitationKind(StrEnum):
    """What a citation points at."""

    PROVISION = "provision"
    COMMUNICATION = "communication"
    DOCUMENT = "document"
    RESOLUTION = "resolution"
    OPINION = "opinion"


class Origin(StrEnum):
    """Who made a citation: an editor's link, or the finder."""

    EDITOR = "editor"
    FOUND = "found"
