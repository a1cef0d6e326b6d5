"""The files of cases/registers/: mandates, topics, addressees."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from casebook.model.register import Addressee, AddresseeNote, Mandate, MandateHolder, Topic
from casebook.reading.fields import Field, Record, read_mapping
from casebook.reading.kinds import ListOf, MapOf, Value, one_of
from casebook.reading.layout import ADDRESSEES_PATH, MANDATES_PATH, TOPICS_PATH
from casebook.reading.values import ADDRESSEE_CODE, ID, LINE, PARTIAL_DAY, PROSE
from casebook.words.problem import Problem
from casebook.words.vocabulary import AddresseeKind, MandateKind

T = TypeVar("T")

_HOLDER = Record(
    "a mandate holder",
    MandateHolder,
    (
        Field("name", LINE, "The holder's name.", is_required=True),
        Field("role", LINE, "The office in a working group: Chair-Rapporteur."),
        Field("since", PARTIAL_DAY, "When the term began."),
        Field("until", PARTIAL_DAY, "When the term ended."),
        Field("source", LINE, "Who says so."),
    ),
)

MANDATE: Record[dict[str, Any]] = Record(
    "a mandate",
    dict,
    (
        Field("name", LINE, "The full name.", is_required=True),
        Field("also", ListOf(LINE), "Names in other languages, and former names."),
        Field("abbreviation", LINE, "The usual abbreviation."),
        Field(
            "kind",
            one_of("a kind of mandate", MandateKind),
            "Whether it follows a theme or a country.",
            is_required=True,
        ),
        Field("established", PARTIAL_DAY, "When it was established."),
        Field("established-by", LINE, "The resolution that established it."),
        Field("resolution", LINE, "The resolution that letters cite for it."),
        Field("label", LINE, "What the official register calls it."),
        Field("holders", ListOf(_HOLDER), "Who holds or held it, as far as a source says."),
        Field("note", PROSE, "What a reader should know about it."),
        Field("sources", ListOf(LINE), "Where these facts come from."),
    ),
)

TOPIC: Record[dict[str, Any]] = Record(
    "a topic",
    dict,
    (
        Field("name", LINE, "The name as a heading.", is_required=True),
        Field("gloss", PROSE, "One sentence: which letters belong to it.", is_required=True),
    ),
)

_NOTE = Record(
    "a note",
    AddresseeNote,
    (
        Field("text", PROSE, "A fact about the addressee.", is_required=True),
        Field("source", LINE, "Who says so."),
    ),
)

_FORM = Value(
    "an article",
    {"the": True}.get,
    'Write the when a sentence says "the" before the name; otherwise leave the line out.',
    pattern="the",
)

ADDRESSEE: Record[dict[str, Any]] = Record(
    "an addressee",
    dict,
    (
        Field("name", LINE, "The name as pages print it.", is_required=True),
        Field(
            "kind",
            one_of("a kind of addressee", AddresseeKind),
            "Whether it is a state or other.",
            is_required=True,
        ),
        Field(
            "form",
            _FORM,
            'Whether a sentence says "the" before the name.',
            attribute="takes_article",
        ),
        Field("notes", ListOf(_NOTE), "Facts about it that belong to no dossier."),
    ),
)


@dataclass(frozen=True, slots=True)
class Register(Generic[T]):
    """One file of cases/registers/."""

    path: str
    table: MapOf[str, dict[str, Any]]
    build: Callable[..., T]
    """Takes the id first, then the fields by name."""

    def read(self, data: bytes) -> tuple[tuple[T, ...], list[Problem]]:
        """Return the records of the file, and every problem in it; a bad record is left out."""
        root, findings = read_mapping(data, self.path)
        values = (self.table.read(root, findings) if root else None) or {}
        read = tuple(self.build(key, **fields) for key, fields in values.items())
        return read, findings.problems


MANDATES = Register(MANDATES_PATH, MapOf(ID, MANDATE, "its fields"), Mandate)
TOPICS = Register(TOPICS_PATH, MapOf(ID, TOPIC, "its fields"), Topic)
ADDRESSEES = Register(ADDRESSEES_PATH, MapOf(ADDRESSEE_CODE, ADDRESSEE, "its fields"), Addressee)
