"""Templates: what a reader sees of a view."""

import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from tests import factories as make
from tests.conftest import TODAY

from casebook.model.corpus import Corpus
from casebook.model.dossier import Correction
from casebook.rendering.templates import Templates
from casebook.views.addressee import addressee_view
from casebook.views.catalogue import catalogue_of
from casebook.views.coverage import coverage_view
from casebook.views.dossier import dossier_view
from casebook.views.ledger import ledger_view
from casebook.views.listing import year_view
from casebook.views.people import people_view
from casebook.views.provision import provision_view
from casebook.views.standard import standards_view
from casebook.words.vocabulary import ReplyStatus

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
    view = provision_view(catalogue, covenant.id, article)
    body = Templates(THEME, corpus).body("provision", view, "../../../")
    assert "<span>State of OTH: Invented Mining Ltd</span>" in body
    assert '<bdi lang="fa" dir="rtl">آزادی بیان</bdi>' in body


def body_of(template: str, view: object, corpus: Corpus) -> str:
    return Templates(THEME, corpus).body(template, view, "../")


def test_wherever_a_person_is_named_stands_whether_the_letter_was_answered() -> None:
    held = make.dossier("XXX 1/2025", persons=(make.person("Ada Example"),), checked=TODAY)
    corpus = make.build_corpus([held])
    body = body_of("people", people_view(catalogue_of(corpus)), corpus)
    assert "No reply found as of" in body


def test_a_page_that_was_corrected_says_so_at_its_top() -> None:
    mended = tuple(Correction(date(2026, month, 1), "A day.", "Misread.") for month in (3, 5, 4))
    corpus = make.build_corpus([make.dossier("XXX 1/2025", corrections=mended)])
    (letter,) = corpus.dossiers.values()
    body = body_of("dossier", dossier_view(catalogue_of(corpus), letter), corpus)
    top = body.partition('class="dossier-main"')[0]
    assert '<time datetime="2026-05-01">1 May 2026</time>: <a href="#corrections">' in top


def test_the_page_of_a_letter_says_beside_it_what_to_do_when_something_is_wrong() -> None:
    corpus = make.build_corpus([make.dossier("XXX 1/2025")])
    (letter,) = corpus.dossiers.values()
    body = body_of("dossier", dossier_view(catalogue_of(corpus), letter), corpus)
    (beside,) = re.findall(r"<aside.*?</aside>", body, re.DOTALL)
    assert 'href="../corrections/"' in beside


def test_each_number_of_a_year_leads_to_the_letters_that_it_counts() -> None:
    corpus = make.build_corpus(make.many(2, checked=TODAY))
    body = body_of("listing", year_view(catalogue_of(corpus), 2025), corpus)
    where = "../replies/?year=2025&amp;reply=No+reply+found+at+the+last+check#ledger"
    assert f'<a href="{where}">2</a> with no reply found' in body
    assert "2 letters: 0 with a reply on record" in body


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (ReplyStatus.WITHHELD, "withheld as confidential"),
        (ReplyStatus.ACKNOWLEDGEMENT, "acknowledged only"),
    ],
)
def test_a_kind_of_reply_is_counted_with_a_link_to_its_letters(
    status: ReplyStatus, words: str
) -> None:
    held = make.dossier("XXX 1/2025", replies=(make.reply(status=status),))
    corpus = make.build_corpus([held], addressees=[make.addressee()])
    catalogue = catalogue_of(corpus)
    body = body_of("addressee", addressee_view(catalogue, "XXX"), corpus)
    number = re.search(rf'reply=([^#"]+)#ledger">1</a> {words}', body)
    assert number
    (row,) = ledger_view(catalogue).rows
    assert unquote_plus(number[1]) in row.found_by


def test_thousands_are_set_apart_wherever_a_number_counts() -> None:
    letters = make.many(1001, words="Under [7](iccpr#article-7).")
    corpus = make.build_corpus(letters, [make.instrument("iccpr", "article-7")])
    body = body_of("standards", standards_view(catalogue_of(corpus)), corpus)
    assert '<td class="number">1,001</td>' in body
    assert '<a href="../standards/iccpr/#letters">1,001</a>' in body


def test_a_check_before_the_reply_is_not_said_to_have_found_no_further_one() -> None:
    letter = make.dossier("XXX 1/2025", checked=date(2025, 4, 1), replies=(make.reply(),))
    corpus = make.build_corpus([letter])
    (held,) = corpus.dossiers.values()
    body = body_of("dossier", dossier_view(catalogue_of(corpus), held), corpus)
    assert 'No reply found as of <time datetime="2025-04-01">' in body
    assert "urther reply" not in body


@pytest.mark.parametrize("mandates", [None, ()])
def test_a_letter_whose_mandates_nobody_knows_has_no_empty_list_of_them(
    mandates: tuple[str, ...] | None,
) -> None:
    corpus = make.build_corpus([make.dossier("XXX 1/2025", mandates=mandates)])
    (held,) = corpus.dossiers.values()
    body = body_of("dossier", dossier_view(catalogue_of(corpus), held), corpus)
    assert "<dt>Mandates</dt><dd>\nnot known" in body


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        (("YYY 1/2024",), "1 letter that other letters name and that has no page here"),
        (("YYY 1/2024", "YYY 2/2024"), "2 letters that other letters name and that have no page"),
    ],
)
def test_letters_cited_but_not_held_are_counted_in_good_english(
    cited: tuple[str, ...], words: str
) -> None:
    letter = make.dossier("XXX 1/2025", related=tuple(map(make.related, cited)))
    corpus = make.build_corpus([letter])
    assert words in body_of("addressee", addressee_view(catalogue_of(corpus), "YYY"), corpus)


@pytest.mark.parametrize(("letters", "is_cut"), [(200, False), (201, True)])
def test_a_list_of_things_to_do_says_when_it_is_cut_short(letters: int, is_cut: bool) -> None:
    corpus = make.build_corpus(make.many(letters))
    body = body_of("coverage", coverage_view(catalogue_of(corpus), TODAY), corpus)
    assert f"Reply never looked for: {letters}</h2>" in body
    assert ("The first 200 are shown." in body) == is_cut


@pytest.mark.parametrize(("letters", "more"), [(10, ""), (11, " and 1 more")])
def test_of_a_letter_not_held_the_letters_that_cite_it_add_up(letters: int, more: str) -> None:
    corpus = make.build_corpus(make.many(letters, words="As in [it](YYY 1/2024)."))
    body = body_of("addressee", addressee_view(catalogue_of(corpus), "YYY"), corpus)
    (told,) = re.findall(rf"is cited in {letters} letters: (.*)</summary>", body)
    assert told.count("(") == 10
    assert told.endswith(f"){more}")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((1,), "1 day (1 letter)"),
        ((1, 1), "1 day, 1 to 1 (2 letters)"),
        ((0, 1), "0.5 days, 0 to 1 (2 letters)"),
        ((1000, 2001), "1,500.5 days, 1,000 to 2,001 (2 letters)"),
        ((1000, 2000), "1,500 days, 1,000 to 2,000 (2 letters)"),
    ],
)
def test_times_to_the_first_reply_are_told_in_good_english(
    days: tuple[int, ...], words: str
) -> None:
    sent = date(2015, 3, 1)
    letters = [
        make.dossier(
            f"XXX {number}/2015", sent=sent, replies=(make.reply(sent + timedelta(days=each)),)
        )
        for number, each in enumerate(days, 1)
    ]
    corpus = make.build_corpus(letters, addressees=[make.addressee()])
    body = body_of("addressee", addressee_view(catalogue_of(corpus), "XXX"), corpus)
    assert f"<dt>Time to the first reply</dt><dd>{words}</dd>" in body
