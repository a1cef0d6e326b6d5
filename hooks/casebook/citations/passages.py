"""A passage: the words of one paragraph, and where the links of editors stand in them."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from casebook.citations.citation import DocumentTarget, StandardTarget, Target
from casebook.citations.names import InstrumentName, Names
from casebook.citations.plain import Plain
from casebook.identifiers.provision import Unit
from casebook.words.vocabulary import InstrumentKind


@dataclass(frozen=True, slots=True)
class Taken:
    """A span in which nothing is found: a link, code, an address."""

    start: int
    end: int
    target: Target | None
    """Where an editor's link leads; a standard serves as antecedent of what follows."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The plain words of one paragraph, without markup and label."""

    text: str
    section: str = ""
    """The heading it stands under."""
    taken: tuple[Taken, ...] = ()
    head: str = ""
    """What heads its column or begins its row, in a table."""
    is_of_numbers: bool = False
    """Whether numbers alone are provisions of what that names."""


class Link(NamedTuple):
    """A link of an editor to a standard or to a document, where it stands in a plain text."""

    start: int
    end: int
    instrument: InstrumentName | None
    """None for a document."""
    unit: Unit | None
    """What it leads to in the instrument; None for all of it."""

    @property
    def governor(self) -> InstrumentName | None:
        """What a number may be of that stands before it: "article 9 of" and a link to the whole."""
        is_whole = not self.unit or (
            self.instrument and self.instrument.kind is InstrumentKind.GENERAL_COMMENT
        )
        return self.instrument if is_whole else None


def links_in(passage: Passage, plain: Plain, names: Names) -> list[Link]:
    """Return the links to standards that we hold, and to documents, in reading order."""

    def place(at: int) -> int:
        return at if plain.positions is None else bisect_left(plain.positions, at)

    found = []
    for taken in passage.taken:
        target, start, end = taken.target, place(taken.start), place(taken.end)
        if isinstance(target, DocumentTarget):
            found.append(Link(start, end, None, None))
        elif isinstance(target, StandardTarget) and target.instrument in names.instruments:
            unit = target.provision.unit if target.provision else None
            found.append(Link(start, end, names.instruments[target.instrument], unit))
    return sorted(found, key=lambda each: (each.start, each.end))
