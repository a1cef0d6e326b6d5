"""The closed lists of the field, each kept in one place."""

from enum import StrEnum


class CommunicationType(StrEnum):
    """The kind of letter, as the register of communications codes it."""

    UA = "UA"
    AL = "AL"
    OL = "OL"
    JUA = "JUA"
    JAL = "JAL"
    JOL = "JOL"

    @property
    def in_words(self) -> str:
        """The type spelled out: urgent appeal."""
        return _TYPES[self]

    @property
    def is_joint(self) -> bool:
        """Whether several mandates sent it."""
        return self.startswith("J")


_TYPES = {
    CommunicationType.UA: "urgent appeal",
    CommunicationType.AL: "allegation letter",
    CommunicationType.OL: "other letter",
    CommunicationType.JUA: "joint urgent appeal",
    CommunicationType.JAL: "joint allegation letter",
    CommunicationType.JOL: "joint other letter",
}


class Naming(StrEnum):
    """How a person may appear on the site."""

    PUBLIC = "public"
    INITIALS = "initials"
    WITHHELD = "withheld"


class ReplyStatus(StrEnum):
    """What kind of reply was published."""

    SUBSTANTIVE = "substantive"
    ACKNOWLEDGEMENT = "acknowledgement"
    WITHHELD = "withheld"
    UNTRANSLATED = "untranslated"

    @property
    def in_words(self) -> str:
        """The status as a reader reads it."""
        return _REPLY_STATUSES[self]


_REPLY_STATUSES = {
    ReplyStatus.SUBSTANTIVE: "substantive reply",
    ReplyStatus.ACKNOWLEDGEMENT: "acknowledgement only",
    ReplyStatus.WITHHELD: "received, withheld as confidential",
    ReplyStatus.UNTRANSLATED: "received, not translated",
}


class AnswerState(StrEnum):
    """What a reply does with one request."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NOT_ADDRESSED = "not-addressed"
    REFUSED = "refused"

    @property
    def in_words(self) -> str:
        """The state as a reader reads it."""
        return {"partly": "partly answered"}.get(self.value, self.value.replace("-", " "))


class Capture(StrEnum):
    """How the words of a verbatim text came out of the document."""

    BORN_DIGITAL = "born-digital"
    OCR = "ocr"
    TRANSCRIBED = "transcribed"

    @property
    def in_words(self) -> str:
        """How, as the end of a sentence about the text: it was …."""
        return _CAPTURES[self]


_CAPTURES = {
    Capture.BORN_DIGITAL: "taken from the document’s own characters",
    Capture.OCR: "read off pictures of its pages by a machine, and may have errors",
    Capture.TRANSCRIBED: "typed from the document by hand",
}


class Translation(StrEnum):
    """Who made the texts of a document in other languages than its own."""

    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"
    MACHINE = "machine"

    @property
    def in_words(self) -> str:
        """What the translation is: a machine translation."""
        return _TRANSLATIONS[self]


_TRANSLATIONS = {
    Translation.OFFICIAL: "official translation",
    Translation.UNOFFICIAL: "unofficial translation",
    Translation.MACHINE: "machine translation, not checked by a person",
}


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


class InstrumentKind(StrEnum):
    """What kind of text a standard is."""

    TREATY = "treaty"
    DECLARATION = "declaration"
    RULES = "rules"
    GENERAL_COMMENT = "general-comment"
    RESOLUTION = "resolution"
    REPORT = "report"
    CONCLUDING_OBSERVATIONS = "concluding-observations"
    OPINION = "opinion"
    NATIONAL_LAW = "national-law"

    @property
    def in_words(self) -> str:
        """The kind as a heading over several: Treaties."""
        return _INSTRUMENT_KINDS[self]


_INSTRUMENT_KINDS = {
    InstrumentKind.TREATY: "Treaties",
    InstrumentKind.DECLARATION: "Declarations",
    InstrumentKind.RULES: "Rules and principles",
    InstrumentKind.GENERAL_COMMENT: "General comments and recommendations",
    InstrumentKind.RESOLUTION: "Resolutions",
    InstrumentKind.REPORT: "Reports",
    InstrumentKind.CONCLUDING_OBSERVATIONS: "Concluding observations",
    InstrumentKind.OPINION: "Opinions",
    InstrumentKind.NATIONAL_LAW: "National law",
}


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
