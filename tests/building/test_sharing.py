"""Cites, frames and pictures are made again when what they show has changed, and only then."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser
from tests import factories as make
from tests.factories import build_corpus

from casebook.building.facts import watch
from casebook.building.head import Heads
from casebook.building.offers import Offers
from casebook.building.pages import FRAMED, Pages
from casebook.exports.alternates import feed_alternates
from casebook.exports.basis import Basis, basis_of
from casebook.exports.bibliography import cite_as, cite_document
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier, Withdrawal
from casebook.model.sharing import PICTURE_SIZE
from casebook.rendering.offer import Offer, Way
from casebook.rendering.picture import draw_picture
from casebook.rendering.shell import Shell
from casebook.rendering.templates import Templates
from casebook.views.catalogue import catalogue_of
from casebook.views.shared import shared_view
from casebook.words.vocabulary import Naming

THEME = Path(__file__).parents[2] / "hooks" / "theme"
SITE = "https://record.example/"
TODAY = date(2026, 11, 22)
FOLDER = "cases/xxx/7-2025/"
PICTURE, FRAME = f"{FOLDER}card.png", f"embed/{FOLDER}index.html"


def corpus_of(*dossiers: Dossier) -> Corpus:
    return build_corpus(dossiers, [], [make.mandate()], [], [make.addressee()])


def basis(*dossiers: Dossier) -> Basis:
    return basis_of(corpus_of(*dossiers), SITE, TODAY)


def offers(*dossiers: Dossier) -> Offers:
    held = basis(*dossiers)
    return Offers(held, feed_alternates(held))


def made(**given: Any) -> dict[str, bytes]:
    """Return the frame and the picture of a letter."""
    held = make.dossier(**given)
    basis = basis_of(corpus_of(held), SITE, TODAY)
    ready = watch(catalogue_of(basis.corpus), basis, {}, ())
    pages = Pages(
        ready.catalogue,
        Templates(THEME, ready.catalogue.corpus),
        {FRAMED: Shell(("", "body", ""))},
        Heads(ready.basis, {}),
        Offers(ready.basis, {}),
        SITE,
    )
    view = shared_view(ready.catalogue, held)
    return {
        FRAME: pages.frame(f"embed/{FOLDER}", held.reference),
        PICTURE: draw_picture(*view.drawn),
    }


def test_a_picture_has_its_size_and_can_be_made_again() -> None:
    picture = made()[PICTURE]
    assert Image.open(BytesIO(picture)).size == PICTURE_SIZE
    assert picture == made()[PICTURE]


@pytest.mark.parametrize(
    "changed",
    [
        {"summary": "Another."},
        {"topics": ("bridges",)},
        {"persons": (make.person("Ann Example"), make.person("Bob", Naming.WITHHELD))},
    ],
)
def test_what_they_do_not_show_does_not_change_them(changed: dict[str, Any]) -> None:
    assert made() == made(**changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Another bridge"},
        {"type": None},
        {"sent": date(2025, 3, 2)},
        {"checked": date(2026, 1, 1)},
        {"replies": (make.reply(),)},
        {"withdrawn": Withdrawal(TODAY, "Wrong.")},
    ],
)
def test_what_they_show_changes_them(changed: dict[str, Any]) -> None:
    before, after = made(), made(**changed)
    assert before[PICTURE] != after[PICTURE]
    assert before[FRAME] != after[FRAME]


def test_a_frame_leads_out_of_itself() -> None:
    page = LexborHTMLParser(made()[FRAME].decode())
    link = page.css_first("h1 a")
    assert link
    assert link.attributes == {
        "href": "../../../../cases/xxx/7-2025/",
        "target": "_top",
        "rel": "noopener",
    }


def test_a_withdrawn_dossier_has_a_frame_of_one_line() -> None:
    withdrawn = Withdrawal(date(2026, 1, 5), "asked for by Ann Example")
    page = LexborHTMLParser(made(withdrawn=withdrawn)[FRAME].decode())
    assert page.body
    assert " ".join(page.body.text().split()) == "XXX 7/2025. Withdrawn on 5 January 2026."


def test_a_page_says_how_to_cite_it_as_the_exports_do() -> None:
    held = make.dossier(mandates=("wgad",))
    offer = offers(held).of_dossier(held)
    assert offer.cite_page == cite_as(held, "State of XXX", f"{SITE}{FOLDER}")
    assert offer.cite_document == cite_document(corpus_of(held), held, "State of XXX")
    assert offer.cite_page != offer.cite_document


def test_a_withdrawn_dossier_offers_nothing() -> None:
    held = make.dossier(withdrawn=Withdrawal(TODAY, "Wrong."))
    assert offers(held).of_dossier(held) == Offer()


def test_a_page_offers_the_feeds_that_there_are() -> None:
    ways = (
        Way("Atom", "feeds/addressee/xxx.atom", "application/atom+xml"),
        Way("JSON", "feeds/addressee/xxx.json", "application/feed+json"),
    )
    dated, undated = make.dossier(), make.dossier("XXX 8/2025", sent=None)
    assert offers(dated).of_page("cases/xxx/").follow == ways
    assert offers(dated).of_dossier(dated).follow == ways
    assert offers(undated).of_page("cases/xxx/").follow == ()
    assert offers(dated).of_page("coverage/") == Offer()


def test_an_offer_depends_on_letters_beside_its_own() -> None:
    # Whether there is a feed depends on all letters to the addressee.
    alone, other = make.dossier("XXX 8/2025", sent=None), make.dossier()
    before, after = offers(alone), offers(alone, other)
    assert before.of_dossier(alone) != after.of_dossier(alone)
