"""What we hold and what is missing: `/coverage/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casebook.model.address import addressee_address, provision_address
from casebook.model.occurrence import Occurrence
from casebook.views.catalogue import Catalogue
from casebook.views.citing import Snippet, snippet_of
from casebook.views.counted import replied_at
from casebook.views.gaps import YearGaps, gaps_of
from casebook.views.listing import Count, addressee_counts, figure
from casebook.views.page import LinkTo, Page, Section
from casebook.views.row import DossierRow

STALE_AFTER = timedelta(days=90)
"""A reply that nobody looked for in this time should be looked for again."""
LONGEST_TODO = 200
"""How many entries a list of things to do shows; its total is always given."""


@dataclass(frozen=True, slots=True)
class AddresseeGaps:
    """The numbers missing in the series of one addressee."""

    link: LinkTo
    years: tuple[YearGaps, ...]


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What is known of an addressee, and belongs to no dossier: a letter without a reference."""

    link: LinkTo
    text: str


@dataclass(frozen=True, slots=True)
class UnresolvedLine:
    """A citation that leads nowhere, and why."""

    snippet: Snippet
    label: str
    reason: str
    file: str
    """The file and the line to mend."""


@dataclass(frozen=True, slots=True)
class UnexplainedLine:
    """A provision that letters cite and that nobody has described yet."""

    link: LinkTo
    citations: int
    file: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Everything that the page shows."""

    page: Page
    today: date
    holdings: tuple[Count, ...]
    """How much there is of each kind."""
    gaps: tuple[AddresseeGaps, ...]
    gap_count: int
    not_held: tuple[Count, ...]
    """By addressee, most first: communications cited but not held."""
    not_held_count: int
    notes: tuple[NoteLine, ...]
    stale: tuple[DossierRow, ...]
    """Letters whose source nobody looked at for STALE_AFTER, longest ago first."""
    stale_count: int
    unchecked: tuple[DossierRow, ...]
    """Letters without a reply whose source nobody is known to have looked at."""
    unchecked_count: int
    unresolved: tuple[UnresolvedLine, ...]
    unresolved_count: int
    unexplained: tuple[UnexplainedLine, ...]
    unexplained_count: int


def coverage_view(catalogue: Catalogue, today: date) -> CoverageView:
    """Return the page of what is held and what is missing, on one day."""
    gaps = tuple(
        AddresseeGaps(catalogue.addressee_link(code), found)
        for code in catalogue.addressees
        if (found := gaps_of(catalogue, code))
    )
    rows = catalogue.rows.values()
    not_held = {code: len(held) for code, held in catalogue.not_held.items()}
    stale = sorted(
        (row for row in rows if row.reply.checked and row.reply.checked < today - STALE_AFTER),
        key=lambda row: row.reply.checked or today,
    )
    unchecked = [row for row in rows if not row.reply.checked and not row.reply.state.is_received]
    unresolved = list(_unresolved(catalogue))
    unexplained = sorted(_unexplained(catalogue), key=lambda line: -line.citations)
    return CoverageView(
        page=Page(
            address="coverage/",
            title="Coverage",
            description="What this record holds, what it knows to be missing, "
            "and what waits to be checked.",
            section=Section.COVERAGE,
        ),
        today=today,
        holdings=_holdings(catalogue),
        gaps=gaps,
        gap_count=sum(year.missing_count for each in gaps for year in each.years),
        not_held=addressee_counts(catalogue, not_held, "not-held"),
        not_held_count=sum(not_held.values()),
        notes=tuple(
            NoteLine(LinkTo(addressee.name, addressee_address(addressee.code, "notes")), note.text)
            for addressee in catalogue.corpus.addressees.values()
            for note in addressee.notes
        ),
        stale=tuple(stale[:LONGEST_TODO]),
        stale_count=len(stale),
        unchecked=tuple(unchecked[:LONGEST_TODO]),
        unchecked_count=len(unchecked),
        unresolved=tuple(_unresolved_line(catalogue, found) for found in unresolved[:LONGEST_TODO]),
        unresolved_count=len(unresolved),
        unexplained=tuple(unexplained[:LONGEST_TODO]),
        unexplained_count=len(unexplained),
    )


def _holdings(catalogue: Catalogue) -> tuple[Count, ...]:
    corpus = catalogue.corpus
    texts = [is_verbatim for outline in corpus.shown for is_verbatim, _ in outline.texts]
    received = sum(row.reply.state.is_received for row in catalogue.rows.values())
    verbatim = sum(texts)
    return (
        figure(len(catalogue.rows), "letter", " with a page", "cases/"),
        figure(received, "letter", " with a reply on record", replied_at(catalogue)),
        figure(verbatim, "text", " word for word"),
        figure(len(texts) - verbatim, "text", " restated in our own words"),
        figure(len(corpus.instruments), "instrument", "", "standards/"),
        figure(len(corpus.mandates), "mandate", "", "mandates/"),
    )


def _unresolved(catalogue: Catalogue) -> Iterator[Occurrence]:
    corpus = catalogue.corpus
    for reference in corpus.dossiers:
        # Only those with a citation that leads nowhere are looked into.
        if () in corpus.outlines[reference].citations:
            yield from (each for each in corpus.occurrences[reference] if each.citation.unresolved)


def _unresolved_line(catalogue: Catalogue, found: Occurrence) -> UnresolvedLine:
    return UnresolvedLine(
        snippet_of(found),
        catalogue.rows[found.reference].label,
        found.citation.unresolved or "",
        f"{found.path}:{found.line}",
    )


def _unexplained(catalogue: Catalogue) -> Iterator[UnexplainedLine]:
    corpus = catalogue.corpus
    for name, places in corpus.places.items():
        instrument = corpus.instruments[name]
        for provision in places:
            entry = instrument.entry(provision)
            if not (entry and entry.gloss):
                yield UnexplainedLine(
                    LinkTo(
                        f"{instrument.short}, {provision.in_words}",
                        provision_address(instrument, provision),
                    ),
                    corpus.cited[name, provision].citations,
                    f"{instrument.path}:{entry.line}" if entry else instrument.path,
                )
