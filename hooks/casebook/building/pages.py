"""Pages of HTML: a view through its template, in the page that the theme puts around it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from casebook.building.head import Heads
from casebook.building.offers import Offers
from casebook.identifiers.reference import Reference
from casebook.rendering.moved import moved_body, moved_head
from casebook.rendering.offer import Offer
from casebook.rendering.shell import Shell, canonical, root_of
from casebook.rendering.templates import Templates
from casebook.views.card import card_views
from casebook.views.catalogue import Catalogue
from casebook.views.corrections import CORRECTIONS_PAGE, corrections_view
from casebook.views.home import home_view
from casebook.views.page import Section
from casebook.views.shared import shared_view
from casebook.views.site import PlannedPage

FRAMED = "framed"
"""The shell of what other sites show in a frame."""

ABOUT = "about"
"""The shell of pages written by hand, but for the home."""


@dataclass(frozen=True, slots=True)
class Written:
    """A page written by hand, as MkDocs rendered it."""

    address: str
    """From the site's root; empty for the home."""
    title: str
    """Of the document, with the name of the site."""
    description: str
    canonical: str
    content: str
    """HTML, clean."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Makes every page of the site."""

    catalogue: Catalogue
    templates: Templates
    shells: Mapping[str, Shell]
    """By section of the site, and FRAMED."""
    heads: Heads
    offers: Offers
    site_url: str

    def record(self, planned: PlannedPage) -> bytes:
        """Return the page of a record, a list or an index."""
        view = planned.view(self.catalogue)
        page = view.page
        head = self.heads.of_page(page.address, page.title, page.description)
        offer = self.offers.of_page(page.address)
        return self._page(planned.template, view, head, offer)

    def dossier(self, planned: PlannedPage, reference: Reference) -> bytes:
        """Return the page of a dossier; of a withdrawn one, its tombstone."""
        view = planned.view(self.catalogue)
        dossier = self.catalogue.corpus.dossiers[reference]
        offer = self.offers.of_dossier(dossier)
        head = self.heads.of_dossier(dossier, offer.changed)
        # A tombstone is told nothing of itself.
        own = None if dossier.withdrawn else reference
        return self._page(planned.template, view, head, offer, own)

    def _page(
        self, template: str, view: Any, head: str, offer: Offer, own: Reference | None = None
    ) -> bytes:
        page = view.page
        root = root_of(page.address)
        robots = "" if page.is_indexed else '<meta name="robots" content="noindex">\n'
        return self._spliced(
            page.section,
            title=escape(page.title),
            description=escape(page.description),
            canonical=canonical(self.site_url, page.address),
            root=root,
            head=robots + head,
            body=self.templates.body(template, view, root, own, offer=offer),
        )

    def written(self, page: Written) -> bytes:
        """Return a page written by hand; the home and the corrections have their record below."""
        root = root_of(page.address)
        body = page.content
        views: Mapping[str, Callable[[Catalogue], Any]] = {
            "home": home_view,
            "corrections": corrections_view,
        }
        template = {"": "home", CORRECTIONS_PAGE: "corrections"}.get(page.address)
        if template:
            view, offer = views[template](self.catalogue), self.offers.of_page("")
            body = self.templates.body(template, view, root, content=body, offer=offer)
        return self._spliced(
            ABOUT if page.address else Section.HOME,
            title=escape(page.title),
            description=escape(page.description),
            canonical=escape(page.canonical),
            root=root,
            head=self.heads.of_page(page.address, page.title, page.description),
            body=body,
        )

    def frame(self, address: str, reference: Reference) -> bytes:
        """Return what other sites show of a dossier in a frame."""
        view = shared_view(self.catalogue, self.catalogue.corpus.dossiers[reference])
        root = root_of(address)
        return self._spliced(
            FRAMED,
            title=escape(f"{view.label}: {view.title}"),
            description="",
            canonical=canonical(self.site_url, view.page),
            root=root,
            head="",
            body=self.templates.body("framed", view, root),
        )

    def moved(self, old: str, target: str) -> bytes:
        """Return the page at an address from which something moved."""
        root = root_of(old)
        return self._spliced(
            Section.HOME,
            title="This page has moved",
            description="This page has moved.",
            canonical=canonical(self.site_url, target.partition("#")[0]),
            root=root,
            head=moved_head(root),
            body=moved_body(root, target),
        )

    def cards(self, instrument: str) -> Iterator[tuple[str, bytes]]:
        """Yield the cards of an instrument and of its provisions, each with its path."""
        for view in card_views(self.catalogue, self.catalogue.corpus.instruments[instrument]):
            body = self.templates.body("card", view, root_of(view.address))
            yield view.address, body.encode()

    def _spliced(self, shell: str, **slots: str) -> bytes:
        return self.shells[shell].splice(slots).encode()
