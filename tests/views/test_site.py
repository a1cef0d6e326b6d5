"""The plan of the site holds every page once, and every page can be rendered and reached."""

import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests import factories as make
from tests.factories import build_corpus

from casebook.identifiers.reference import Reference
from casebook.model.corpus import Corpus
from casebook.model.dossier import Withdrawal
from casebook.model.text import Text
from casebook.rendering.shell import root_of
from casebook.rendering.templates import Templates
from casebook.views.catalogue import Catalogue, catalogue_of
from casebook.views.dossier import DossierView
from casebook.views.home import home_view
from casebook.views.site import PlannedPage, plan_dossier, plan_pages
from casebook.words.vocabulary import Naming, Relation

THEME = Path(__file__).parents[2] / "hooks" / "theme"
TODAY = date(2026, 11, 22)
PARTIES = {"XXX": date(1990, 1, 1), "ZZZ": date(1991, 1, 1)}
"""No letter to the second is held or cited: it has no page."""


def small() -> Corpus:
    return build_corpus(
        [
            make.dossier(
                "XXX 2/2025",
                make.paragraph("1", "Under [article 14(7)](iccpr#article-14.7) of [it](iccpr)."),
                make.paragraph("q1", "They recall [XXX 9/2024](XXX 9/2024)."),
                requests={"q1": "Why?"},
                mandates=("wgad",),
                topics=("bridges",),
                persons=(make.person("Ann <b>Example</b>"), make.person("Bob", Naming.WITHHELD)),
                checked=date(2026, 1, 1),
                related=(make.related("XXX 1/2025"), make.related("OTH 3/2025", Relation.CORRECTS)),
            ),
            make.dossier("XXX 1/2025", type=None, sent=None, replies=(make.reply(None),)),
            make.dossier("YYY 4/2020", withdrawn=Withdrawal(TODAY, "Wrong.")),
        ],
        [make.instrument("iccpr", "article-14", "article-20", parties=PARTIES)],
        [make.mandate()],
        [make.topic()],
        [make.addressee(), replace(make.addressee(), code="ZZZ", name="No Letters")],
    )


def large() -> Corpus:
    words = "Under [article 14](iccpr#article-14)."
    persons = tuple(make.person(f"Person A{number}") for number in range(301))
    return build_corpus(
        [
            *make.many(550, 2024, words, mandates=("wgad",), topics=("bridges",)),
            *make.many(551, 2025, words, mandates=("wgad",)),
            make.dossier("YYY 1/2025", persons=persons),
        ],
        [make.instrument("iccpr")],
        [make.mandate()],
        [make.topic()],
    )


@pytest.fixture(scope="module", params=[small, large], ids=["small", "large"])
def corpus(request: pytest.FixtureRequest) -> Corpus:
    made: Corpus = request.param()
    return made


@pytest.fixture(scope="module")
def catalogue(corpus: Corpus) -> Catalogue:
    return catalogue_of(corpus)


@pytest.fixture(scope="module")
def plan(catalogue: Catalogue) -> list[PlannedPage]:
    home = PlannedPage("home", "", home_view)
    dossiers = (plan_dossier(catalogue, held) for held in catalogue.corpus.dossiers)
    return [home, *dossiers, *plan_pages(catalogue, TODAY)]


def test_no_address_is_planned_twice(plan: list[PlannedPage]) -> None:
    assert [
        page for page, count in Counter(page.address for page in plan).items() if count > 1
    ] == []


def test_a_page_knows_its_own_address(catalogue: Catalogue, plan: list[PlannedPage]) -> None:
    for planned in plan:
        assert planned.view(catalogue).page.address == planned.address


def test_every_address_in_a_view_leads_to_a_planned_page(
    catalogue: Catalogue, plan: list[PlannedPage]
) -> None:
    planned = {page.address for page in plan}
    for page in plan:
        for address in _addresses(page.view(catalogue)):
            place = urlsplit(address).path
            assert place in planned, f"{page.address} leads to {address}"


def test_views_are_the_same_when_computed_again(
    catalogue: Catalogue, plan: list[PlannedPage]
) -> None:
    for page in plan[:40]:
        assert repr(page.view(catalogue)) == repr(page.view(catalogue))


def test_every_page_can_be_rendered(
    corpus: Corpus, catalogue: Catalogue, plan: list[PlannedPage]
) -> None:
    templates = Templates(THEME, corpus)
    dossiers = [planned for planned in plan if planned.template == "dossier"]
    for planned in (page for page in plan if page not in dossiers[20:]):
        view = planned.view(catalogue)
        own = view.row.reference if isinstance(view, DossierView) else None
        html = templates.body(planned.template, view, root_of(planned.address), own)
        assert html.count("<h1>") == (planned.template != "home"), planned.address
        assert " style=" not in html
        assert not re.search(r"<script(?![^>]* src=)", html)
        assert "<b>" not in html
        assert "Bob" not in html


def _addresses(thing: Any) -> set[str]:
    """Return every address in a view: the fields named so that hold one of ours."""
    found: set[str] = set()
    if isinstance(thing, Text | Reference) or not (
        is_dataclass(thing) or isinstance(thing, tuple | list)
    ):
        return found
    if isinstance(thing, tuple | list):
        return found.union(*map(_addresses, thing))
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.name == "address" and isinstance(value, str) and not re.match(r"https?:", value):
            found.add(value)
        else:
            found |= _addresses(value)
    return found
