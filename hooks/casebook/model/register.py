"""The registers: mandates, topics, addressees and protected names, each kept in one file."""

from dataclasses import dataclass

from casebook.words.dates import PartialDate
from casebook.words.vocabulary import AddresseeKind, MandateKind


@dataclass(frozen=True, slots=True)
class MandateHolder:
    """A person who held a mandate, as far as a source says."""

    name: str
    role: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Mandate:
    """A Special Procedures mandate: who writes the letters."""

    id: str
    name: str
    kind: MandateKind
    also: tuple[str, ...] = ()
    """Names in other languages, and former names."""
    abbreviation: str | None = None
    established: PartialDate | None = None
    established_by: str | None = None
    resolution: str | None = None
    """The symbol of the resolution that letters cite for it."""
    label: str | None = None
    """What the official register calls it."""
    holders: tuple[MandateHolder, ...] = ()
    note: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that dossiers share."""

    id: str
    name: str
    gloss: str


@dataclass(frozen=True, slots=True)
class AddresseeNote:
    """A fact about an addressee that belongs to no dossier."""

    text: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who receives letters: a State, or the other bodies under one code."""

    code: str
    """Three capital letters, as in references."""
    name: str
    kind: AddresseeKind
    takes_article: bool = False
    """Whether a sentence says "the" before the name."""
    notes: tuple[AddresseeNote, ...] = ()

    @property
    def in_sentence(self) -> str:
        """The name as it stands in a sentence: the United Kingdom, other addressees."""
        if self.kind is AddresseeKind.OTHER:
            return self.name[:1].lower() + self.name[1:]
        return f"the {self.name}" if self.takes_article else self.name


@dataclass(frozen=True, slots=True)
class Protected:
    """Names that may stand nowhere, as salted hashes: the register says nothing of them."""

    path: str
    """The register's file."""
    salt: bytes
    hashes: frozenset[str]
