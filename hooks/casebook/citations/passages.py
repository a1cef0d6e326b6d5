"""A passage: the words of one paragraph, and where the links of editors stand in them."""

from bisect import bisect_left
from dataclasses import dataclass

from casebook.citations.citation import DocumentTarget, StandardTarget, Target
from casebook.citations.names import InstrumentName, Names
from casebook.citations.plain import Plain
from casebook.identifiers.provision import Unit


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


def ends_of_documents(passage: Passage, plain: Plain) -> frozenset[int]:
    """Return where an editor's links to documents end."""
    ends = (each.end for each in passage.taken if isinstance(each.target, DocumentTarget))
    if plain.positions is None:
        return frozenset(ends)
    return frozenset(bisect_left(plain.positions, end) for end in ends)


def antecedents_in(
    passage: Passage, plain: Plain, names: Names
) -> list[tuple[int, int, InstrumentName, Unit | None]]:
    """Return the editor's links to standards: where they stand, what they name."""
    found = []
    for taken in passage.taken:
        target = taken.target
        if isinstance(target, StandardTarget) and (
            held := names.instruments.get(target.instrument)
        ):
            unit = target.provision.unit if target.provision else None
            start, end = taken.start, taken.end
            if plain.positions is not None:
                start, end = bisect_left(plain.positions, start), bisect_left(plain.positions, end)
            found.append((start, end, held, unit))
    return sorted(found, key=lambda each: each[:2])
