import json

from tests.factories import addressee, build_corpus, dossier, instrument, mandate, paragraph, topic

from casebook.identifiers.reference import Reference
from casebook.indexing.aliases import alias_page, alias_path
from casebook.indexing.names import names_of, provision_pages
from casebook.indexing.series import series_of


def test_a_series_tells_what_is_held_and_what_is_cited() -> None:
    corpus = build_corpus(
        [dossier("XXX 7/2025", paragraph("1", "See [it](XXX 3/2023).")), dossier("XXX 2/2025")],
        addressees=[addressee()],
    )
    assert series_of(corpus) == {
        "XXX": {
            "name": "State of XXX",
            "held": {"2025": [2, 7]},
            "cited": {"2023": [3]},
            "moved": {},
        }
    }


def test_a_series_tells_which_numbers_lead_on_and_does_not_count_them_as_letters() -> None:
    moved = (Reference("YYY", 9, 2025), Reference("XXX", 70, 2025))
    assert series_of(build_corpus([dossier("XXX 7/2025")], addressees=[addressee()]), moved) == {
        "XXX": {
            "name": "State of XXX",
            "held": {"2025": [7]},
            "cited": {},
            "moved": {"2025": [70]},
        },
        "YYY": {"name": "YYY", "held": {}, "cited": {}, "moved": {"2025": [9]}},
    }


def test_every_page_of_a_record_is_found_by_its_names() -> None:
    corpus = build_corpus(
        [dossier("XXX 7/2025")],
        [instrument("iccpr", also=("Pacte",))],
        [mandate("wgad", abbreviation="WGAD", also=("Groupe",))],
        [topic("bridges")],
        [addressee("XXX"), addressee("YYY")],
    )
    assert json.loads(json.dumps(names_of(corpus, ["XXX"]))) == [
        ["instrument", "standards/iccpr/", ["ICCPR", "The iccpr in full", "Pacte"]],
        ["mandate", "mandates/wgad/", ["Working Group wgad", "WGAD", "Groupe"]],
        ["addressee", "cases/xxx/", ["State of XXX", "XXX"]],
        ["topic", "topics/bridges/", ["Bridges"]],
    ]


def test_provisions_have_pages_when_they_are_cited_or_explained() -> None:
    cites = dossier("XXX 7/2025", paragraph("1", "See [it](iccpr#article-14.7)."))
    corpus = build_corpus([cites], [instrument("iccpr", "article-7")])
    assert provision_pages(corpus) == {"iccpr": ["article-14", "article-7"]}


def test_an_alias_leads_to_its_dossier() -> None:
    reference = Reference("XXX", 7, 2025)
    assert alias_path(reference) == "r/xxx-7-2025/index.html"
    page = alias_page(reference, "https://site.test/", "default-src none").decode()
    assert '<a href="../../cases/xxx/7-2025/">' in page
    assert '<link rel="canonical" href="https://site.test/cases/xxx/7-2025/">' in page
