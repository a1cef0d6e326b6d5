"""The head of a dossier's page: what Zotero, search engines and cards read there."""

import json
from datetime import date

from tests.exports import records

from casebook.exports.metadata import json_ld, meta_tags, page_tags

CORPUS = records.corpus()


def _tags(name: str) -> list[str]:
    tags = meta_tags(CORPUS, records.full(), records.SITE)
    return [tag.content for tag in tags if tag.name == name]


def test_zotero_finds_title_authors_day_and_number() -> None:
    (title,) = _tags("citation_title")
    assert title == (
        "Urgent appeal UA XXX 7/2025 to the Example Islands "
        "[A dossier in which everything is known]"
    )
    assert _tags("citation_author") == [
        "Working Group on Samples, and Others",
        "Special Rapporteur on Examples",
    ]
    assert _tags("citation_publication_date") == ["2025/01/07"]
    assert _tags("citation_technical_report_number") == ["UA XXX 7/2025"]
    assert _tags("citation_public_url") == ["https://record.example/cases/xxx/7-2025/"]


def test_dublin_core_tells_the_page_from_its_source() -> None:
    assert _tags("DC.identifier") == ["https://record.example/cases/xxx/7-2025/"]
    assert _tags("DC.source") == ["https://un.example/letter?id=7"]
    assert _tags("DC.title") == ["UA XXX 7/2025: A dossier in which everything is known"]
    assert _tags("DC.creator") == _tags("DC.publisher") == ["Casebook"]
    assert _tags("DC.date") == []


def test_opengraph_tags_are_properties() -> None:
    tags = meta_tags(CORPUS, records.full(), records.SITE)
    assert all((tag.attribute == "property") == tag.name.startswith("og:") for tag in tags)
    assert _tags("og:description") == ["A summary, in our words."]


def test_json_ld_says_what_the_page_is_based_on() -> None:
    found = json_ld(CORPUS, records.full(), records.SITE, date(2026, 2, 1))
    assert found["dateModified"] == "2026-02-01"
    assert "dateModified" not in json_ld(CORPUS, records.full(), records.SITE)
    letter = found["isBasedOn"]
    assert letter["dateSent"] == "2025-01-07"
    assert letter["recipient"] == {
        "@type": "GovernmentOrganization",
        "name": "Government of the Example Islands",
        "areaServed": {"@type": "Country", "name": "Example Islands"},
        "url": "https://record.example/cases/xxx/",
    }
    assert letter["citation"] == [
        "https://record.example/standards/iex/article-14/#article-14.7",
        "https://record.example/cases/xxx/2-2025/",
    ]


def test_what_is_not_known_is_left_out() -> None:
    held = records.dossier(2, sent=None, mandates=None, type=None)
    letter = json_ld(CORPUS, held, records.SITE)["isBasedOn"]
    assert {"dateSent", "sender", "url", "citation"} & letter.keys() == set()
    names = {tag.name for tag in meta_tags(CORPUS, held, records.SITE)}
    assert "citation_publication_date" not in names


def test_a_company_is_no_country() -> None:
    held = next(each for each in CORPUS.dossiers.values() if each.addressee_name)
    recipient = json_ld(CORPUS, held, records.SITE)["isBasedOn"]["recipient"]
    assert recipient["@type"] == "Organization"
    assert recipient["name"] == "Invented Mining Ltd"


def test_no_name_that_is_not_public_and_nothing_of_a_withdrawn_dossier() -> None:
    for held in CORPUS.dossiers.values():
        said = f"{meta_tags(CORPUS, held, records.SITE)!r}" + json.dumps(
            json_ld(CORPUS, held, records.SITE), ensure_ascii=False
        )
        for name in (*records.WITHHELD, *records.INITIALS, "must not be shown", "Notshown"):
            assert name not in said


def test_a_card_of_a_link_has_a_picture_and_words_for_it() -> None:
    assert _tags("og:image") == ["https://record.example/cases/xxx/7-2025/card.png"]
    assert _tags("og:image:width") + _tags("og:image:height") == ["1200", "630"]
    (shown,) = _tags("og:image:alt")
    assert shown == (
        "Urgent appeal UA XXX 7/2025 to the Example Islands, 7 January 2025: "
        "A dossier in which everything is known. Reply received, 10 February 2025, "
        "34 days after the letter."
    )
    assert _tags("twitter:card") == ["summary_large_image"]


def test_other_pages_share_one_picture() -> None:
    tags = {tag.name: tag.content for tag in page_tags("Cases", "All.", "cases/", records.SITE)}
    assert tags["og:image"] == "https://record.example/assets/card.png"
    assert tags["og:url"] == "https://record.example/cases/"
    assert tags["og:title"] == "Cases"
