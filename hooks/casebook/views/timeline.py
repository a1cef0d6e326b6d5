"""The timeline of a dossier: what happened, as a list, and where each event lies on a line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casebook.model.dossier import Dossier
from casebook.model.happenings import Happening, facts_of, on
from casebook.views.catalogue import Catalogue
from casebook.words.dates import PartialDate


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One dated event of a dossier."""

    date: PartialDate
    kind: Happening
    what: str
    note: str = ""
    """How it is known, where that needs saying."""
    link: str | None = None
    """Where it leads: an address of ours, or one on the web."""
    is_external: bool = False
    is_this: bool = False
    """Whether it is the letter whose page this is."""
    left: float = 0
    """Its place on the line, 0 to 100."""
    level: int = 0
    """The row above the line it is drawn in, so that marks do not cover each other."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events in order, and the years under the line."""

    events: tuple[TimelineEvent, ...]
    years: tuple[tuple[int, float], ...]
    """Each year that begins on the line, with its place, 0 to 100: of many only round ones."""
    levels: int

    @property
    def is_drawn(self) -> bool:
        """Whether there is enough to draw: two different days at least."""
        return len({event.date for event in self.events}) > 1


def timeline_of(catalogue: Catalogue, dossier: Dossier) -> Timeline:
    """Return what is known to have happened around a letter, oldest first."""
    events = sorted(_events(catalogue, dossier), key=lambda event: event.date)
    if not events:
        return Timeline((), (), 0)
    # Where only the year of the first is known, it is drawn behind others of that year.
    days = [_ordinal(event.date) for event in events]
    first, last = min(days), max(days)
    span = max(last - first, 1)
    row_ends: list[float] = []
    placed = []
    for event in events:
        left = round(2 + 96 * (_ordinal(event.date) - first) / span, 2)
        level = next(
            (row for row, end in enumerate(row_ends) if left - end >= _MARK_WIDTH), len(row_ends)
        )
        if level == len(row_ends):
            row_ends.append(left)
        row_ends[level] = left
        placed.append(replace(event, left=left, level=level))
    begun = range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1)
    step = next(step for step in _STEPS if len(begun) / step <= _MOST_YEARS)
    years = tuple(
        (year, round(2 + 96 * (date(year, 1, 1).toordinal() - first) / span, 2))
        for year in begun
        if not year % step
    )
    return Timeline(tuple(placed), years, len(row_ends))


_MARK_WIDTH = 7
"""The least distance between two marks in one row, in hundredths of the line."""

_STEPS = (1, 2, 5, 10, 20, 50, 100, 1000)
_MOST_YEARS = 10
"""So many are read beside each other on a narrow screen."""


def _events(catalogue: Catalogue, dossier: Dossier) -> Iterator[TimelineEvent]:
    for fact in facts_of(dossier):
        if fact.kind is not Happening.CORRECTION:  # these stand in a list of their own
            yield TimelineEvent(
                fact.date,
                fact.kind,
                fact.what,
                fact.note,
                f"#{fact.anchor}" if fact.anchor else fact.url,
                is_external=bool(fact.url),
                is_this=fact.kind is Happening.SENT,
            )
    yield from _letters(catalogue, dossier)


def _letters(catalogue: Catalogue, dossier: Dossier) -> Iterator[TimelineEvent]:
    """Yield the other letters of the chain that have a date."""
    for other in catalogue.chains.get(dossier.reference, ()):
        row = catalogue.rows.get(other)
        if row and row.sent and other != dossier.reference:
            yield TimelineEvent(
                on(row.sent), Happening.LETTER, f"{row.label} sent", row.title, row.address
            )


def _ordinal(day: PartialDate) -> int:
    """Return a day to draw at: the middle of a month or year that is all we know."""
    return date(day.year, day.month or 7, day.day or (15 if day.month else 1)).toordinal()
