"""Record pages as files of the site: what each depends on, and how it is made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from casebook.building.head import Heads
from casebook.building.offers import Offers
from casebook.building.site import SiteFile, digest
from casebook.model.corpus import Corpus
from casebook.model.text import paragraphs_in
from casebook.rendering.hyperlinks import Hyperlinks
from casebook.rendering.shell import Shell, canonical, root_of
from casebook.rendering.templates import Templates
from casebook.views.card import CardView, card_views
from casebook.views.catalogue import Catalogue
from casebook.views.dossier import DossierView
from casebook.views.page import Page
from casebook.views.site import plan_pages

_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every record page."""

    site_url: str
    shells: Mapping[str, Shell]
    """By section of the site, and "framed": for what other sites show."""
    theme: Path
    """The folder of templates."""
    glosses: str = ""
    """Where the links in glosses lead: glosses stand on pages of every kind."""

    @property
    def key(self) -> str:
        """A hash of all that turns views into bytes: shells, templates, the package itself."""
        shells = (repr(shell).encode() for _, shell in sorted(self.shells.items()))
        templates = (path.read_bytes() for path in sorted(self.theme.rglob("*.html")))
        said = (self.site_url, code_key(), self.glosses)
        return digest(*(each.encode() for each in said), *shells, *templates)


def code_key() -> str:
    """Return a hash of the package: other code may make other bytes of the same record."""
    return digest(*(path.read_bytes() for path in sorted(_PACKAGE.rglob("*.py"))))


def gloss_key(corpus: Corpus) -> str:
    """Return what stands for where the references and links in glosses lead."""
    hyperlinks = Hyperlinks(corpus, "")
    leads = {
        (str(target), hyperlinks.lead(target))
        for instrument in corpus.instruments.values()
        for blocks in (instrument.gloss, *(entry.gloss for entry in instrument.entries))
        for block in blocks
        for paragraph in paragraphs_in(block)
        for citation in paragraph.citations
        for target in citation.targets
    }
    return repr(sorted(leads, key=repr))


@dataclass(frozen=True, slots=True)
class Record:
    """A record page that the site will have."""

    page: Page
    template: str
    view: Any


def plan_records(catalogue: Catalogue, today: date) -> Iterator[Record]:
    """Yield every record page but the home, whose first words are written by hand."""
    for planned in plan_pages(catalogue, today):
        if planned.address:
            view = planned.view()
            yield Record(view.page, planned.template, view)


def record_files(
    records: Iterable[Record], templates: Templates, frame: Frame, heads: Heads, offers: Offers
) -> Iterator[SiteFile]:
    """Yield the pages of records."""
    surroundings = frame.key.encode()
    for record in records:
        # A text stands in a view's repr by its digest, so this is short and says everything.
        address = record.page.address
        said = (record.template, repr(record.view), heads.key(address), offers.key(address))
        key = digest(surroundings, "\0".join(said).encode())
        make = partial(_page, record, templates, frame, heads, offers)
        yield SiteFile(f"{address}index.html", key, make)


def card_files(catalogue: Catalogue, templates: Templates, frame: Frame) -> Iterator[SiteFile]:
    """Yield the card of every standard."""
    surroundings = frame.key.encode()
    for instrument in catalogue.corpus.instruments.values():
        for view in card_views(catalogue, instrument):
            key = digest(surroundings, repr(view).encode())
            make = partial(_card, view, templates)
            yield SiteFile(view.address, key, make)


def _card(view: CardView, templates: Templates) -> bytes:
    return templates.body("card", view, root_of(view.address)).encode()


def _page(
    record: Record, templates: Templates, frame: Frame, heads: Heads, offers: Offers
) -> bytes:
    page, view = record.page, record.view
    root = root_of(page.address)
    own = view.row.reference if isinstance(view, DossierView) else None
    robots = "" if page.is_indexed else '<meta name="robots" content="noindex">\n'
    slots = {
        "title": escape(page.title),
        "description": escape(page.description),
        "canonical": canonical(frame.site_url, page.address),
        "root": root,
        "head": robots + heads.html(page.address, page.title, page.description),
        "body": templates.body(record.template, view, root, own, offer=offers.of(page.address)),
        "language": escape(page.language),
    }
    return frame.shells[page.section].splice(slots).encode()
