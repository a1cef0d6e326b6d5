"""Every record page of the site: which template shows it, and what computes its view.

A corpus gives one plan; the plan is computed quickly, its views only when a page is made.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from casebook.identifiers.reference import Reference
from casebook.model.address import (
    addressee_address,
    dossier_address,
    instrument_address,
    mandate_address,
    provision_address,
    topic_address,
    year_address,
)
from casebook.views import people
from casebook.views.addressee import addressee_view
from casebook.views.catalogue import Catalogue
from casebook.views.counted import is_split
from casebook.views.coverage import coverage_view
from casebook.views.dossier import DossierView, TombstoneView, dossier_view
from casebook.views.ledger import ledger_view, ledger_year_view
from casebook.views.listing import (
    LONGEST_LIST,
    ListingView,
    addressee_year_view,
    cases_view,
    has_year_pages,
    year_view,
    years_of,
)
from casebook.views.mandate import (
    mandate_view,
    mandate_year_view,
    mandates_view,
    topic_view,
    topic_year_view,
    topics_view,
)
from casebook.views.provision import part_sizes, provision_view
from casebook.views.row import DossierRow
from casebook.views.search import resolver_view, search_view
from casebook.views.standard import instrument_view, standards_view


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page that the site will have."""

    template: str
    """Its template among the theme's records: dossier, provision."""
    address: str
    """From the site's root, with a slash at its end; empty for the home."""
    compute: Callable[..., Any]
    arguments: tuple[Any, ...] = ()
    """What tells the page: references and names, by which it looks records up."""

    def view(self, catalogue: Catalogue) -> Any:
        """Return the page's view."""
        return self.compute(catalogue, *self.arguments)


def plan_pages(
    catalogue: Catalogue, today: date, is_wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[PlannedPage]:
    """Yield every record page but those of dossiers. Hand-written pages are not among them.

    `is_wanted` tells whether a page is asked for whose address begins so: of what is not, most is
    left out.
    """
    if is_wanted("cases/"):
        yield from _plan_cases(catalogue)
    if is_wanted("standards/"):
        yield from _plan_standards(catalogue, is_wanted)
    if is_wanted("mandates/"):
        yield from _plan_mandates(catalogue)
    if is_wanted("topics/"):
        yield from _plan_topics(catalogue)
    if is_wanted("people/"):
        yield from _plan_people(catalogue)
    yield PlannedPage("replies", "replies/", ledger_view)
    if is_split(catalogue):
        for year in catalogue.by_year:
            yield PlannedPage("replies", f"replies/{year}/", ledger_year_view, (year,))
    yield PlannedPage("search", "search/", lambda _: search_view())
    yield PlannedPage("resolver", "r/", lambda _: resolver_view())
    yield PlannedPage("coverage", "coverage/", coverage_view, (today,))


def plan_dossier(catalogue: Catalogue, reference: Reference) -> PlannedPage:
    """Return the page of a dossier; of a withdrawn one, its tombstone."""
    template = "withdrawn" if catalogue.corpus.outlines[reference].is_withdrawn else "dossier"
    return PlannedPage(template, dossier_address(reference), _dossier, (reference,))


def _dossier(catalogue: Catalogue, reference: Reference) -> DossierView | TombstoneView:
    return dossier_view(catalogue, catalogue.corpus.dossiers[reference])


def _plan_cases(catalogue: Catalogue) -> Iterator[PlannedPage]:
    yield PlannedPage("cases", "cases/", cases_view)
    for code in catalogue.addressees:
        yield PlannedPage("addressee", addressee_address(code), addressee_view, (code,))
    long = {code for code, rows in catalogue.by_addressee.items() if has_year_pages(rows)}
    for year, rows in catalogue.by_year.items():
        yield PlannedPage("listing", year_address(year), year_view, (year,))
        for code in sorted({row.reference.addressee for row in rows}):
            if code in long or len(rows) > LONGEST_LIST:
                address = year_address(year, code)
                yield PlannedPage("listing", address, addressee_year_view, (year, code))


def _plan_standards(
    catalogue: Catalogue, is_wanted: Callable[[str], bool]
) -> Iterator[PlannedPage]:
    yield PlannedPage("standards", "standards/", standards_view)
    for name, instrument in catalogue.corpus.instruments.items():
        yield PlannedPage("instrument", instrument_address(name), instrument_view, (name,))
        for provision in catalogue.provisions[name]:
            if not is_wanted(provision_address(instrument, provision)):
                continue
            for part in range(1, len(part_sizes(catalogue.pages[name, provision])) + 1):
                address = provision_address(instrument, provision, part)
                yield PlannedPage("provision", address, provision_view, (name, provision, part))


def _plan_mandates(catalogue: Catalogue) -> Iterator[PlannedPage]:
    yield PlannedPage("mandates", "mandates/", mandates_view)
    for name in catalogue.corpus.mandates:
        address = mandate_address(name)
        yield PlannedPage("mandate", address, mandate_view, (name,))
        yield from _plan_years(catalogue.by_mandate.get(name, ()), address, mandate_year_view, name)


def _plan_topics(catalogue: Catalogue) -> Iterator[PlannedPage]:
    yield PlannedPage("topics", "topics/", topics_view)
    for name in catalogue.corpus.topics:
        address = topic_address(name)
        yield PlannedPage("topic", address, topic_view, (name,))
        yield from _plan_years(catalogue.by_topic.get(name, ()), address, topic_year_view, name)


def _plan_years(
    rows: Sequence[DossierRow], address: str, view: Callable[..., ListingView], name: str
) -> Iterator[PlannedPage]:
    for year in years_of(rows) if has_year_pages(rows) else ():
        yield PlannedPage("listing", f"{address}{year}/", view, (name, year))


def _plan_people(catalogue: Catalogue) -> Iterator[PlannedPage]:
    yield PlannedPage("people", "people/", people.people_view)
    if people.is_split(catalogue.persons):
        for letter, initial in catalogue.persons.items():
            address = f"people/{initial.anchor}/"
            yield PlannedPage("people", address, people.people_part_view, (letter,))
