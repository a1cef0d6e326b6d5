"""Every record page of the site: which template shows it, and what computes its view.

A corpus gives one plan; the plan is computed quickly, its views only when a page is made.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

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
from casebook.views.coverage import coverage_view
from casebook.views.dossier import dossier_view
from casebook.views.home import home_view
from casebook.views.ledger import is_split, ledger_view, ledger_year_view
from casebook.views.listing import (
    LONGEST_LIST,
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
from casebook.views.provision import part_count, provision_view
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
    """Returns the view when called with `arguments`. A function of a module: it can be pickled."""
    arguments: tuple[Any, ...]
    """After the catalogue, where the function takes it."""

    def view(self) -> Any:
        """Return the page's view."""
        return self.compute(*self.arguments)


def plan_pages(catalogue: Catalogue, today: date) -> Iterator[PlannedPage]:
    """Yield every record page, the home first. Hand-written pages are not among them."""
    yield PlannedPage("home", "", home_view, (catalogue,))
    yield from _plan_cases(catalogue)
    yield from _plan_standards(catalogue)
    yield from _plan_registers(catalogue)
    yield from _plan_people(catalogue)
    yield PlannedPage("replies", "replies/", ledger_view, (catalogue,))
    if is_split(catalogue):
        for year in catalogue.by_year:
            yield PlannedPage("replies", f"replies/{year}/", ledger_year_view, (catalogue, year))
    yield PlannedPage("search", "search/", search_view, (catalogue,))
    yield PlannedPage("resolver", "r/", resolver_view, ())
    yield PlannedPage("coverage", "coverage/", coverage_view, (catalogue, today))


def _plan_cases(catalogue: Catalogue) -> Iterator[PlannedPage]:
    yield PlannedPage("cases", "cases/", cases_view, (catalogue,))
    for dossier in catalogue.corpus.dossiers.values():
        template = "withdrawn" if dossier.withdrawn else "dossier"
        address = dossier_address(dossier.reference)
        yield PlannedPage(template, address, dossier_view, (catalogue, dossier))
    for code in catalogue.addressees:
        yield PlannedPage("addressee", addressee_address(code), addressee_view, (catalogue, code))
    long = {code for code, rows in catalogue.by_addressee.items() if has_year_pages(rows)}
    for year, rows in catalogue.by_year.items():
        yield PlannedPage("listing", year_address(year), year_view, (catalogue, year))
        for code in sorted({row.reference.addressee for row in rows}):
            if code in long or len(rows) > LONGEST_LIST:
                address = year_address(year, code)
                yield PlannedPage("listing", address, addressee_year_view, (catalogue, year, code))


def _plan_standards(catalogue: Catalogue) -> Iterator[PlannedPage]:
    yield PlannedPage("standards", "standards/", standards_view, (catalogue,))
    for instrument in catalogue.corpus.instruments.values():
        address = instrument_address(instrument.id)
        yield PlannedPage("instrument", address, instrument_view, (catalogue, instrument))
        for provision, page in catalogue.provisions[instrument.id].items():
            for part in range(1, part_count(page) + 1):
                yield PlannedPage(
                    "provision",
                    provision_address(instrument, provision, part),
                    provision_view,
                    (catalogue, instrument, provision, part),
                )


def _plan_registers(catalogue: Catalogue) -> Iterator[PlannedPage]:
    yield PlannedPage("mandates", "mandates/", mandates_view, (catalogue,))
    for mandate in catalogue.corpus.mandates.values():
        address = mandate_address(mandate.id)
        yield PlannedPage("mandate", address, mandate_view, (catalogue, mandate))
        rows = catalogue.by_mandate.get(mandate.id, ())
        for year in years_of(rows) if has_year_pages(rows) else ():
            arguments = (catalogue, mandate, year)
            yield PlannedPage("listing", f"{address}{year}/", mandate_year_view, arguments)
    yield PlannedPage("topics", "topics/", topics_view, (catalogue,))
    for topic in catalogue.corpus.topics.values():
        address = topic_address(topic.id)
        yield PlannedPage("topic", address, topic_view, (catalogue, topic))
        rows = catalogue.by_topic.get(topic.id, ())
        for year in years_of(rows) if has_year_pages(rows) else ():
            yield PlannedPage(
                "listing", f"{address}{year}/", topic_year_view, (catalogue, topic, year)
            )


def _plan_people(catalogue: Catalogue) -> Iterator[PlannedPage]:
    index = people.person_index(catalogue)
    yield PlannedPage("people", "people/", people.people_view, (index,))
    if people.is_split(index):
        for initial in index:
            address = f"people/{initial.anchor}/"
            yield PlannedPage("people", address, people.people_part_view, (initial,))
