"""Lists stay readable at any length, and their numbers add up."""

from collections import Counter
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from tests import factories as make
from tests.factories import build_corpus

from casebook.model.register import Addressee, Topic
from casebook.views.addressee import addressee_view
from casebook.views.catalogue import catalogue_of
from casebook.views.coverage import coverage_view
from casebook.views.gaps import find_gaps
from casebook.views.home import home_view
from casebook.views.ledger import ledger_view, ledger_year_view
from casebook.views.listing import LATEST, addressee_year_view, cases_view, year_view
from casebook.views.mandate import mandate_view, topic_view, topic_year_view, topics_view
from casebook.views.provision import provision_view
from casebook.views.replies import reply_record
from casebook.views.standard import LETTERS, instrument_view, standards_view
from casebook.words.vocabulary import AddresseeKind, Origin, Relation, ReplyStatus

TODAY = date(2026, 11, 22)


def test_a_long_list_is_split_by_year_and_shows_the_latest() -> None:
    catalogue = catalogue_of(build_corpus([*make.many(400, 2024), *make.many(150, 2025)]))
    letters = addressee_view(catalogue, "XXX").letters
    assert letters.is_split
    assert len(letters.rows) == LATEST
    assert [(year.link.address, year.number) for year in letters.years] == [
        ("cases/2025/xxx/", 150),
        ("cases/2024/xxx/", 400),
    ]
    assert addressee_year_view(catalogue, 2024, "XXX").record.letters == 400


def test_a_long_year_leads_to_its_addressees() -> None:
    catalogue = catalogue_of(build_corpus([*make.many(501), make.dossier("YYY 1/2025")]))
    shown = year_view(catalogue, 2025)
    assert shown.groups == ()
    assert [(part.link.address, part.number) for part in shown.parts] == [
        ("cases/2025/xxx/", 501),
        ("cases/2025/yyy/", 1),
    ]


def test_citations_beyond_two_hundred_are_split_into_linked_parts() -> None:
    words = "Under [article 14(7)](iccpr#article-14.7)."
    covenant = make.instrument("iccpr", "article-14")
    catalogue = catalogue_of(build_corpus(make.many(450, words=words), [covenant]))
    (article,) = catalogue.provisions["iccpr"]
    views = [provision_view(catalogue, covenant.id, article, part) for part in (1, 2, 3)]
    # Filled from the oldest letter on: a new one changes the first part only.
    assert [len(view.citing) for view in views] == [50, 200, 200]
    assert [view.page.address for view in views] == [
        "standards/iccpr/article-14/",
        "standards/iccpr/article-14/2/",
        "standards/iccpr/article-14/3/",
    ]
    assert [link.address for link in views[1].parts] == [view.page.address for view in views]
    assert {place.anchor for place in views[0].places} == {"article-14", "article-14.7"}
    assert (views[0].citations, views[0].letters) == (450, 450)


def test_every_letter_that_an_instruments_number_counts_is_listed_the_latest_first() -> None:
    words = "Under [article 7](iccpr#article-7) and [the Covenant](iccpr)."
    covenant = make.instrument("iccpr", "article-7")
    catalogue = catalogue_of(build_corpus(make.many(LETTERS + 1, words=words), [covenant]))
    view = instrument_view(catalogue, "iccpr")
    assert (view.citations, view.letters, view.whole_count) == (202, 101, 101)
    assert list(view.latest) == list(catalogue.rows.values())[:LETTERS]
    assert "cited 202 times in 101 letters" in view.page.description


def test_what_was_cited_one_time_was_cited_once() -> None:
    held = make.dossier(
        "XXX 1/2025", make.paragraph("1", "Under [article 7](iccpr#article-7).", Origin.EDITOR)
    )
    catalogue = catalogue_of(build_corpus([held], [make.instrument("iccpr", "article-7")]))
    assert "cited once in 1 letter" in instrument_view(catalogue, "iccpr").page.description


def test_the_state_of_a_citing_letters_reply_stands_beside_its_words() -> None:
    covenant = make.instrument("iccpr", "article-7")
    held = make.dossier(
        "XXX 1/2025",
        make.paragraph("1", "Under [article 7](iccpr#article-7).", Origin.FOUND),
        checked=TODAY,
    )
    catalogue = catalogue_of(build_corpus([held], [covenant]))
    (article,) = catalogue.provisions["iccpr"]
    (letter,) = provision_view(catalogue, covenant.id, article).citing
    assert letter.row.reply.in_words == "No reply found as of 22 November 2026"
    assert letter.snippets[0].is_found


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (["XXX 1/2025", "XXX 2/2025"], []),
        (["XXX 1/2025", "XXX 3/2025"], [(2025, "2", 1)]),
        (["XXX 2/2024", "XXX 9/2024", "XXX 5/2024"], [(2024, "3–4, 6–8", 5)]),
        (["XXX 7/2025"], []),
    ],
)
def test_numbers_missing_lie_between_the_lowest_and_the_highest_known(
    known: list[str], expected: list[tuple[int, str, int]]
) -> None:
    gaps = find_gaps(map(make.reference, known))
    assert [(year.year, year.in_words, year.missing_count) for year in gaps] == expected


def test_a_letter_cited_but_not_held_is_listed_with_who_cites_it() -> None:
    held = make.dossier(
        "XXX 3/2025",
        make.paragraph("4", "They recall [XXX 1/2025](XXX 1/2025)."),
        related=(make.related("XXX 2/2025", Relation.PARALLEL_TO),),
    )
    first, second = addressee_view(catalogue_of(build_corpus([held])), "XXX").not_held
    assert (first.reference, first.anchor) == ("XXX 1/2025", "n1-2025")
    assert first.citing[0].snippets[0].place == "paragraph 4"
    assert first.official.endswith("RelCom?code=XXX+1%2F2025")
    assert second.relations[0].verb == "was sent in parallel with"


def test_the_ledger_lists_every_letter_once_and_its_totals_are_the_sum_of_its_rows() -> None:
    corpus = build_corpus(
        [
            make.dossier("XXX 1/2025", replies=(make.reply(),)),
            make.dossier("XXX 2/2025", checked=TODAY),
            make.dossier("YYY 1/2024"),
        ]
    )
    view = ledger_view(catalogue_of(corpus))
    assert [line.row.label for line in view.rows] == [
        "AL XXX 2/2025",
        "AL XXX 1/2025",
        "AL YYY 1/2024",
    ]
    assert sum(count.number for count in view.states) == view.record.letters == 3
    for lines in (view.by_addressee, view.by_year):
        for what in ("letters", "received", "none_found", "not_known"):
            total = sum(getattr(line.record, what) for line in lines)
            assert total == getattr(view.record, what)
    assert (view.record.known, view.record.received) == (2, 1)


def test_a_long_ledger_has_a_page_for_every_year() -> None:
    catalogue = catalogue_of(build_corpus([*make.many(900, 2024), *make.many(101, 2025)]))
    whole, year = ledger_view(catalogue), ledger_year_view(catalogue, 2024)
    assert whole.rows == ()
    assert len(year.rows) == 900
    # What is counted leads to a list of it; over several years, to letters or years with states.
    assert [line.record.counted for line in whole.by_year] == ["replies/2025/?", "replies/2024/?"]
    assert [line.record.counted for line in whole.by_addressee] == ["cases/xxx/#years"]
    assert [line.record.counted for line in year.by_addressee] == ["replies/2024/?addressee=XXX"]
    assert (whole.record.counted, year.record.counted) == ("#by-year", "replies/2024/?")
    (line,) = cases_view(catalogue).addressees
    record = line.record
    assert (record.letters, record.received, record.counted) == (1001, 0, "cases/xxx/#years")
    held = addressee_view(catalogue, "XXX")
    assert held.years[0].record.counted == "replies/2025/?addressee=XXX"
    assert held.record.counted == "#years"


def test_numbers_count_letters_and_their_nouns_fit_them() -> None:
    replies = (make.reply(number=1), make.reply(number=2))
    words = make.paragraph("1", "See [article 7](iccpr#article-7) and [XXX 3/2025](XXX 3/2025).")
    corpus = build_corpus(
        [make.dossier("XXX 1/2025", words, replies=replies)],
        [make.instrument("iccpr", "article-7"), make.instrument("crc")],
    )
    catalogue = catalogue_of(corpus)
    assert [(figure.number, figure.link.words) for figure in home_view(catalogue).counts] == [
        (1, "letter"),
        (1, "letter with a reply on record"),
        (1, "instrument invoked"),
        (1, "letter cited but not held"),
    ]
    assert [
        (held.number, held.link.words) for held in coverage_view(catalogue, TODAY).holdings
    ] == [
        (1, "letter with a page"),
        (1, "letter with a reply on record"),
        (0, "texts word for word"),
        (1, "text restated in our own words"),
        (2, "instruments"),
        (0, "mandates"),
    ]
    listed = standards_view(catalogue)
    assert (listed.instruments, listed.invoked) == (2, 1)
    (line,) = cases_view(catalogue).addressees
    assert (line.record.received, line.record.counted) == (1, "replies/?addressee=XXX")


def test_what_was_not_looked_at_for_ninety_days_depends_on_the_day() -> None:
    catalogue = catalogue_of(build_corpus([make.dossier(checked=date(2026, 8, 1))]))
    assert coverage_view(catalogue, date(2026, 10, 30)).stale_count == 0
    assert coverage_view(catalogue, date(2026, 10, 31)).stale_count == 1


def test_a_reply_on_the_day_of_the_letter_counts_among_the_times() -> None:
    sent = date(2025, 3, 1)
    letters = [
        make.dossier(f"XXX {number}/2025", sent=sent, replies=(make.reply(day),))
        for number, day in enumerate((sent, date(2025, 3, 5), None), 1)
    ]
    record = reply_record(catalogue_of(build_corpus(letters)).rows.values())
    assert record.days == (0, 4)
    assert record.median_days == 2
    assert (record.received, record.known) == (3, 3)


def test_a_number_leads_to_as_many_letters_as_it_counts() -> None:
    statuses = (*ReplyStatus, None)
    letters = [
        make.dossier(f"XXX {number}/2025", replies=(make.reply(status=status),))
        for number, status in enumerate(statuses, 1)
    ]
    letters += [make.dossier("XXX 8/2025", checked=date(2025, 6, 1)), make.dossier("XXX 9/2025")]
    view = ledger_view(catalogue_of(build_corpus(letters)))
    found = Counter(words for line in view.rows for words in line.found_by)
    assert found["Reply on record"] == view.record.received == len(statuses)
    assert found["State known"] == view.record.known == len(statuses) + 1
    for count in view.states:
        assert found[count.words] == count.number


def test_parts_of_a_provision_are_filled_from_the_oldest_letter_on() -> None:
    words = {1: 100, 2: 100, 3: 150}
    cited = [
        make.dossier(
            f"XXX {number}/2025",
            make.paragraph("1", "[7](iccpr#article-7) " * times),
            sent=date(2025, number, 1),
        )
        for number, times in words.items()
    ]
    covenant = make.instrument("iccpr", "article-7")
    catalogue = catalogue_of(build_corpus(cited, [covenant]))
    (article,) = catalogue.provisions["iccpr"]
    parts = [provision_view(catalogue, covenant.id, article, part).citing for part in (1, 2)]
    assert [[letter.row.reference.number for letter in part] for part in parts] == [[3], [2, 1]]


def test_ways_in_lead_to_what_has_most_letters_first_and_then_by_name() -> None:
    letters = [make.dossier(f"{code} 1/2025") for code in ("ZZZ", "AAA")]
    letters += make.many(2)
    home = home_view(catalogue_of(build_corpus(letters)))
    assert [(way.link.words, way.number) for way in home.addressees] == [
        ("XXX", 2),
        ("AAA", 1),
        ("ZZZ", 1),
    ]


def test_two_mandates_of_one_label_are_told_apart_in_the_ledger() -> None:
    held = [
        make.mandate("ie-water", label="water"),
        make.mandate("sr-water", label="water"),
        make.mandate("sr-land", label="land"),
    ]
    letters = [
        make.dossier(f"XXX {number}/2025", mandates=(mandate.id, "sr-land"))
        for number, mandate in enumerate(held[:2], 1)
    ]
    catalogue = catalogue_of(build_corpus(letters, mandates=held))
    rows = ledger_view(catalogue).rows
    for mandate, number in zip(held, (1, 1, 2), strict=True):
        ((_, words),) = parse_qsl(
            urlsplit(mandate_view(catalogue, mandate.id).record.counted).query
        )
        found = [row for row in rows if words in {link.words for link in row.mandates}]
        assert len(found) == number


def test_the_numbers_of_a_topic_lead_to_its_letters_in_the_ledger() -> None:
    topics = [make.topic("floods"), Topic("storms", "Weather", ""), Topic("hail", "Weather", "")]
    letters = make.many(2, topics=("floods", "storms"))
    catalogue = catalogue_of(build_corpus(letters, topics=topics))
    whole, year = topic_view(catalogue, "storms"), topic_year_view(catalogue, "floods", 2025)
    # A name that two topics have would lead to the letters of both.
    assert (whole.record.letters, whole.record.counted) == (2, "replies/?topic=storms")
    assert year.record.counted == "replies/?topic=Floods&year=2025"
    assert [row.topics for row in ledger_view(catalogue).rows] == [("Floods", "storms")] * 2


def test_names_stand_in_the_order_of_the_alphabet_whatever_their_accents() -> None:
    named = [
        Addressee("CIV", "Côte d'Ivoire", AddresseeKind.STATE),
        Addressee("CZE", "Czechia", AddresseeKind.STATE),
    ]
    letters = [make.dossier("CZE 1/2025"), make.dossier("CIV 1/2025")]
    topics = [make.topic("zones"), Topic("ebay", "eBay", "Sales.")]
    catalogue = catalogue_of(build_corpus(letters, addressees=named, topics=topics))
    for links in (
        [line.link for line in cases_view(catalogue).addressees],
        [line.link for line in ledger_view(catalogue).by_addressee],
        [group.heading for group in year_view(catalogue, 2025).groups],
        [count.link for count in home_view(catalogue).addressees],
    ):
        assert [link.words for link in links] == ["Côte d'Ivoire", "Czechia"]
    assert [each.link.words for each in topics_view(catalogue).topics] == ["eBay", "Zones"]


def test_numbers_of_a_long_list_lead_to_its_years_and_of_a_short_one_to_its_letters() -> None:
    letters = [*make.many(600, 2024), *make.many(500, 2025), make.dossier("YYY 1/2025")]
    catalogue = catalogue_of(build_corpus(letters))
    wanted = {"XXX": "years", "YYY": "letters"}
    for lines in (cases_view(catalogue).addressees, ledger_view(catalogue).by_addressee):
        places = {line.link.words: line.record.counted.rpartition("#")[2] for line in lines}
        assert places == wanted
    for code, place in wanted.items():
        assert addressee_view(catalogue, code).record.counted == f"#{place}"
