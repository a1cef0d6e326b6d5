"""Templates: what a reader sees of a view."""

from pathlib import Path

from tests import factories as make

from casebook.rendering.templates import Templates
from casebook.views.catalogue import catalogue_of
from casebook.views.provision import provision_view

THEME = Path(__file__).parents[2] / "hooks" / "theme"


def test_a_citing_letter_is_told_as_lists_tell_it_with_its_company_and_its_language() -> None:
    covenant = make.instrument("iccpr", "article-7")
    words = make.paragraph("1", "Under [article 7](iccpr#article-7).")
    held = make.dossier(
        "OTH 1/2025", words, title="آزادی بیان", language="fa", addressee_name="Invented Mining Ltd"
    )
    corpus = make.build_corpus([held], [covenant], addressees=[make.addressee("OTH")])
    catalogue = catalogue_of(corpus)
    (article,) = catalogue.provisions["iccpr"]
    view = provision_view(catalogue, covenant, article)
    body = Templates(THEME, corpus).body("provision", view, "../../../")
    assert "<span>State of OTH: Invented Mining Ltd</span>" in body
    assert '<bdi lang="fa" dir="rtl">آزادی بیان</bdi>' in body
