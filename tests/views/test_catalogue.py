"""The catalogue indexes a corpus once for all pages."""

from datetime import date

from tests import factories as make
from tests.factories import build_corpus

from casebook.model.address import provision_address
from casebook.model.dossier import Withdrawal
from casebook.views.catalogue import catalogue_of
from casebook.words.vocabulary import Relation


def test_letters_come_newest_first_and_those_without_a_date_last() -> None:
    corpus = build_corpus(
        [
            make.dossier("XXX 1/2024"),
            make.dossier("XXX 2/2025", sent=None),
            make.dossier("XXX 9/2023", sent=date(2026, 1, 1)),
        ]
    )
    assert [str(held) for held in catalogue_of(corpus).rows] == [
        "XXX 9/2023",
        "XXX 1/2024",
        "XXX 2/2025",
    ]


def test_a_withdrawn_dossier_is_in_no_list() -> None:
    gone = make.dossier(withdrawn=Withdrawal(date(2026, 1, 1), "Asked for."), topics=("bridges",))
    catalogue = catalogue_of(build_corpus([gone]))
    assert not catalogue.rows
    assert not catalogue.by_topic
    assert catalogue.addressees == ("XXX",)


def test_a_chain_is_the_same_on_every_member_and_runs_by_date() -> None:
    corpus = build_corpus(
        [
            make.dossier("XXX 1/2025", related=(make.related("XXX 8/2024"),)),
            make.dossier("XXX 2/2025", related=(make.related("XXX 1/2025", Relation.CORRECTS),)),
            make.dossier("XXX 8/2024"),
            make.dossier("XXX 5/2025"),
        ]
    )
    chains = catalogue_of(corpus).chains
    expected = ["XXX 8/2024", "XXX 1/2025", "XXX 2/2025"]
    for member in expected:
        assert [str(each) for each in chains[make.reference(member)]] == expected
    assert make.reference("XXX 5/2025") not in chains


def test_letters_sent_in_parallel_are_one_group_whether_held_or_not() -> None:
    parallel = Relation.PARALLEL_TO
    letter = make.dossier(
        "XXX 1/2025",
        related=(make.related("OTH 4/2025", parallel), make.related("YYY 2/2025", parallel)),
    )
    groups = catalogue_of(build_corpus([letter])).parallels
    assert len(groups[make.reference("OTH 4/2025")]) == 3


def test_a_citation_of_two_provisions_on_one_page_is_counted_once() -> None:
    words = "Under [articles 14(1) and 14(7)](iccpr#article-14.1 + iccpr#article-14.7)."
    corpus = build_corpus(
        [make.dossier("XXX 1/2025", make.paragraph("1", words))],
        [make.instrument("iccpr", "article-14")],
    )
    (page,) = catalogue_of(corpus).pages.values()
    assert [str(place) for place in page.places] == ["article-14", "article-14.1", "article-14.7"]
    assert page.cited.citations == 1
    assert len(page.cited.letters) == 1


def test_a_run_of_paragraphs_has_one_page_named_after_its_first() -> None:
    corpus = build_corpus(
        [make.dossier("XXX 1/2025", make.paragraph("1", "See [para. 70](report#para-70)."))],
        [make.instrument("report", make.entry("para-64", "The run.", last="para-77"))],
    )
    catalogue = catalogue_of(corpus)
    assert [str(page) for page in catalogue.provisions["report"]] == ["para-64"]
    (page,) = catalogue.pages.values()
    report = corpus.instruments["report"]
    assert {provision_address(report, place) for place in page.places} == {
        "standards/report/para-64/",
        "standards/report/para-64/#para-70",
    }
