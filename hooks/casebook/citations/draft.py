"""A citation in the making: its positions count in the plain text."""

from typing import NamedTuple

from casebook.citations.citation import Citation, Target
from casebook.citations.plain import Plain
from casebook.words.vocabulary import CitationKind, Origin


class Draft(NamedTuple):
    """A citation before its positions are led back to the text it was found in.

    Drafts, groups and members are made by the thousand: a named tuple takes a third of the time of
    a frozen dataclass.
    """

    kind: CitationKind
    start: int
    end: int
    targets: tuple[Target, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    unresolved: str | None = None

    def citation(self, text: str, plain: Plain) -> Citation:
        """Return the citation, with the words of the text it stands in."""
        start, end = plain.original(self.start, self.end)
        return Citation(
            kind=self.kind,
            surface=text[start:end],
            targets=self.targets,
            start=start,
            origin=Origin.FOUND,
            unresolved=self.unresolved,
            spans=plain.originals(self.spans),
        )


def unsettled(start: int, end: int, reason: str) -> Draft:
    """Return the citation of a provision of which it is not certain what it is of, and why."""
    return Draft(CitationKind.PROVISION, start, end, unresolved=reason)
