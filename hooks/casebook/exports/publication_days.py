"""Which letters' publication days a calendar has: of an addressee, or of a mandate."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from casebook.identifiers.reference import Reference
from casebook.model.address import addressee_address, mandate_address
from casebook.model.corpus import Corpus

LATEST = 100
"""How many days a calendar has."""


@dataclass(frozen=True, slots=True)
class Days:
    """A calendar before it is written: of one addressee or mandate."""

    path: str
    title: str
    address: str
    """The page of its addressee or mandate."""
    dated: Sequence[tuple[date, Reference]]
    """All letters with a publication day."""

    @property
    def letters(self) -> tuple[Reference, ...]:
        """Those that it has: the latest, earliest first; no more than LATEST."""
        newest = nlargest(LATEST, self.dated, key=_order)
        return tuple(reference for _, reference in reversed(newest))


def calendars_of(corpus: Corpus) -> Iterator[Days]:
    """Yield a calendar for each addressee and mandate with a letter that has such a rule.

    Like feeds, calendars are copied by others: letters that search engines shall not list stay out.
    """
    addressees: dict[str, list[tuple[date, Reference]]] = defaultdict(list)
    mandates: dict[str, list[tuple[date, Reference]]] = defaultdict(list)
    for reference in corpus.dossiers:
        outline = corpus.outlines[reference]
        if (day := outline.publication_day) and outline.is_indexed:
            addressees[reference.addressee].append((day, reference))
            for name in outline.mandates or ():
                mandates[name].append((day, reference))
    for code, days in addressees.items():
        yield Days(
            f"feeds/addressee/{code.lower()}.ics",
            f"publication days of letters to {corpus.addressee_in_sentence(code)}",
            addressee_address(code),
            days,
        )
    for name, mandate in corpus.mandates.items():
        if name in mandates:
            yield Days(
                f"feeds/mandate/{name}.ics",
                f"publication days of letters by the {mandate.name}",
                mandate_address(name),
                mandates[name],
            )


def _order(dated: tuple[date, Reference]) -> tuple[object, ...]:
    return (dated[0], dated[1].sort_key)
