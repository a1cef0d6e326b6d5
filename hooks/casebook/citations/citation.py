"""A citation: an occurrence in a text, and the records it points at."""

import re
from dataclasses import dataclass, field
from functools import cache

from casebook.identifiers.provision import Provision, parse_provision
from casebook.identifiers.reference import Reference, parse_printed
from casebook.identifiers.symbol import Symbol, parse_symbol
from casebook.words.vocabulary import CitationKind, Origin


@dataclass(frozen=True, slots=True)
class StandardTarget:
    """An instrument we hold, or one provision of it."""

    instrument: str
    """The id of the instrument: the name of its file in standards/."""
    provision: Provision | None = None

    def at(self, place: Provision) -> "StandardTarget":
        """Return a provision of the same instrument."""
        return StandardTarget(self.instrument, place)

    def __str__(self) -> str:
        return f"{self.instrument}#{self.provision}" if self.provision else self.instrument


@dataclass(frozen=True, slots=True)
class DocumentTarget:
    """A UN document by its symbol, or one paragraph of it."""

    symbol: Symbol
    pinpoint: Provision | None = None

    def at(self, place: Provision) -> "DocumentTarget":
        """Return a paragraph of the same document."""
        return DocumentTarget(self.symbol, place)

    def __str__(self) -> str:
        return f"{self.symbol}#{self.pinpoint}" if self.pinpoint else str(self.symbol)


Target = StandardTarget | DocumentTarget | Reference
"""Printed with str(): `iccpr#article-14.7`, `A/HRC/41/33#para-74`, `BLR 6/2024`."""


@cache
def parse_target(printed: str) -> Target | None:
    """Return the target that str() printed so, or None. Kept: few are cited again and again."""
    if reference := parse_printed(printed):
        return reference
    held, _, place = printed.partition("#")
    provision = parse_provision(place) if place else None
    if place and not provision:
        return None
    if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", held):
        return StandardTarget(held, provision)
    symbol = parse_symbol(held)
    return DocumentTarget(symbol, provision) if symbol else None


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in a paragraph."""

    kind: CitationKind
    surface: str
    """The words of the text that make the citation."""
    targets: tuple[Target, ...]
    """In reading order; empty when it could not be resolved."""
    start: int
    """Where the surface begins in the paragraph's plain text, in characters."""
    origin: Origin
    unresolved: str | None = None
    """Why there is no target, in words an editor understands."""
    spans: tuple[tuple[int, int], ...] = field(default=(), compare=False, repr=False)
    """Where each target's own number stands in the plain text, one a target: "7" and "10" in
    "articles 7 and 10 of the ICCPR". The members of a range share the words of the range; a
    target without a number has the whole surface."""

    @property
    def printed(self) -> tuple[str, ...]:
        """The targets, as printed."""
        return tuple(map(str, self.targets))

    @property
    def end(self) -> int:
        """Where the surface ends in the paragraph's plain text."""
        return self.start + len(self.surface)
