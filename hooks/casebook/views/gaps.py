"""Numbers of a series that nobody here knows anything of.

References are numbered by addressee and year. A number between the lowest and the highest known
one may exist, may never have been published, or was not collected: nobody can tell which.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from casebook.identifiers.reference import Reference
from casebook.views.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class YearGaps:
    """What is known of one year of one addressee's series."""

    year: int
    known: int
    """How many numbers are held or cited."""
    highest: int
    missing: tuple[tuple[int, int], ...]
    """Runs of numbers, each with its first and last."""

    @property
    def missing_count(self) -> int:
        """How many numbers the runs hold."""
        return sum(last - first + 1 for first, last in self.missing)

    @property
    def in_words(self) -> str:
        """The runs as a reader reads them: 2, 5–9."""
        return ", ".join(
            str(first) if first == last else f"{first}–{last}" for first, last in self.missing
        )


def gaps_of(catalogue: Catalogue, code: str) -> tuple[YearGaps, ...]:
    """Return the years of an addressee in which numbers are missing, latest first."""
    held = (row.reference for row in catalogue.by_addressee.get(code, ()))
    return find_gaps((*held, *catalogue.withdrawn.get(code, ()), *catalogue.not_held.get(code, ())))


def find_gaps(known: Iterable[Reference]) -> tuple[YearGaps, ...]:
    """Return the years in which numbers are missing between the lowest and the highest known."""
    years: dict[int, set[int]] = {}
    for reference in known:
        years.setdefault(reference.year, set()).add(reference.number)
    found = (_year(year, sorted(numbers)) for year, numbers in sorted(years.items(), reverse=True))
    return tuple(gaps for gaps in found if gaps.missing)


def _year(year: int, numbers: list[int]) -> YearGaps:
    runs = tuple(
        (before + 1, after - 1) for before, after in pairwise(numbers) if after > before + 1
    )
    return YearGaps(year, len(numbers), numbers[-1], runs)
