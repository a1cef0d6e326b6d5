"""Who cites something."""

from collections.abc import Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass
from functools import cached_property

from casebook.identifiers.reference import Reference


@dataclass(frozen=True, slots=True)
class CitedBy:
    """The letters that cite something."""

    letters: Mapping[Reference, int]
    """Newest first, with the number of citations that each makes."""

    @property
    def citations(self) -> int:
        """How many citations there are in all."""
        return sum(self.letters.values())


NOBODY = CitedBy({})


class Ranked(Mapping[Reference, int]):
    """Letters with their citations, known by rank until somebody asks which letters they are.

    Most ask only how many there are: of thousands, for hundreds of provisions.
    """

    def __init__(self, newest: Sequence[Reference], counts: Mapping[int, int]) -> None:
        """`newest` are all letters, newest first, and `counts` says how often each place cites."""
        self._newest = newest
        self._counts = dict(sorted(counts.items()))

    @cached_property
    def _letters(self) -> dict[Reference, int]:
        newest = self._newest
        return {newest[rank]: count for rank, count in self._counts.items()}

    def __getitem__(self, reference: Reference) -> int:
        return self._letters[reference]

    def __iter__(self) -> Iterator[Reference]:
        return map(self._newest.__getitem__, self._counts)

    def __len__(self) -> int:
        return len(self._counts)

    def values(self) -> ValuesView[int]:
        """Return the numbers of citations, newest first."""
        return self._counts.values()
