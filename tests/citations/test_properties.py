"""What holds for every text: a citation parses back to itself, and nothing breaks the finder."""

import sys
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.citations.instruments import NAMES

from casebook.citations.citation import Citation
from casebook.citations.finding import find_citations
from casebook.citations.members import find_members
from casebook.citations.passages import Passage, Taken
from casebook.identifiers.reference import Reference
from casebook.words.vocabulary import CommunicationType
from casebook.words.wording import join_words

Style = Callable[[int, int], str]

STYLES: tuple[Style, ...] = (
    lambda article, paragraph: f"article {article}({paragraph}) of the ICCPR",
    lambda article, paragraph: f"Article {article} ({paragraph}) of the ICCPR",
    lambda article, paragraph: f"art. {article}.{paragraph} ICCPR",
    lambda article, paragraph: f"article {article}, paragraph {paragraph}, of the ICCPR",
    lambda article, paragraph: f"article {article} § {paragraph} of the ICCPR",
    lambda article, paragraph: f"paragraph {paragraph} of article {article} of the ICCPR",
    lambda article, paragraph: f"ICCPR, article {article}({paragraph})",
    lambda article, paragraph: f"ICCPR (art. {article} ({paragraph}))",
    lambda article, paragraph: f"article {article}, paragraphe {paragraph}, du PIDCP",
    lambda article, paragraph: f"artículo {article}, párrafo {paragraph}, del PIDCP",
    lambda article, paragraph: f"article {article} {paragraph}) du PIDCP",
    lambda article, paragraph: f"ARTICLE {article} ({paragraph}) OF THE ICCPR",
    lambda article, paragraph: f"part {paragraph} of article {article} of the ICCPR",
    lambda article, paragraph: f"subparagraph {paragraph} of article {article} of the ICCPR",
    lambda article, paragraph: (
        f"article {article}({paragraph}) of the International Covenant on Civil and Political"
        " Rights (ICCPR)"
    ),
)
SURROUNDINGS = (
    "{}",
    "Under {}, it is so.",
    "(see {})",
    "“{}”",
    "in breach of {}; and",
    "{} applies",
)


def found(text: str) -> list[Citation]:
    return list(find_citations([Passage(text)], NAMES)[0])


def targets(text: str) -> list[str]:
    return [str(target) for citation in found(text) for target in citation.targets]


@given(
    st.sampled_from(STYLES), st.integers(1, 53), st.integers(1, 9), st.sampled_from(SURROUNDINGS)
)
def test_a_provision_in_any_style_is_found_as_it_was_printed(
    style: Style, article: int, paragraph: int, around: str
) -> None:
    printed = style(article, paragraph)
    (citation,) = found(around.format(printed))
    assert citation.surface == printed
    assert list(map(str, citation.targets)) == [f"iccpr#article-{article}.{paragraph}"]


@given(st.lists(st.integers(1, 53), min_size=2, max_size=12), st.sampled_from(("and", "or")))
def test_every_number_of_a_list_is_found(numbers: list[int], conjunction: str) -> None:
    printed = f"articles {join_words(list(map(str, numbers)), conjunction)} of the ICCPR"
    (citation,) = found(f"Under {printed}, it is so.")
    assert citation.surface == printed
    assert list(map(str, citation.targets)) == [f"iccpr#article-{each}" for each in numbers]


@given(st.integers(1, 52), st.integers(1, 30), st.sampled_from(("-", "–", " to ", " – ")))
def test_every_member_of_a_range_is_found(first: int, length: int, dash: str) -> None:
    last = min(first + length, 53)
    expected = [f"iccpr#article-{number}" for number in range(first, last + 1)]
    assert targets(f"articles {first}{dash}{last} of the ICCPR") == expected


@given(st.integers(54, 9999))
def test_no_article_above_the_highest_is_linked(number: int) -> None:
    (citation,) = found(f"article {number} of the ICCPR")
    assert citation.targets == ()
    assert citation.unresolved


@given(
    st.from_regex(r"A/HRC/[1-9][0-9]/[1-9][0-9]{0,2}(/Add\.[1-9])?", fullmatch=True),
    st.lists(st.integers(1, 300), min_size=1, max_size=5),
    st.sampled_from(SURROUNDINGS),
)
def test_a_symbol_with_its_paragraphs_is_found(
    symbol: str, numbers: list[int], around: str
) -> None:
    unit = "para." if len(numbers) == 1 else "paras."
    printed = f"{symbol}, {unit} {join_words(list(map(str, numbers)))}"
    (citation,) = found(around.format(printed))
    assert citation.surface == printed
    assert list(map(str, citation.targets)) == [f"{symbol}#para-{each}" for each in numbers]


@given(
    st.sampled_from((*CommunicationType, "")),
    st.sampled_from(("BLR", "OTH", "XXX")),
    st.integers(1, 999),
    st.integers(2004, 2099),
    st.sampled_from(SURROUNDINGS),
)
def test_a_reference_is_found(kind: str, code: str, number: int, year: int, around: str) -> None:
    reference = Reference(code, number, year)
    printed = f"{kind} {reference}".strip()
    (citation,) = found(around.format(printed))
    assert citation.surface == printed
    assert citation.targets == (reference,)


RESOLUTIONS = (
    ("Human Rights Council resolution {}/{}", "A/HRC/RES/{}/{}", st.integers(1, 60)),
    ("General Assembly resolution {}/{}", "A/RES/{}/{}", st.integers(31, 80)),
    ("Security Council resolution {1} ({0})", "S/RES/{1} ({0})", st.integers(1990, 2030)),
    ("Economic and Social Council resolution {}/{}", "E/RES/{}/{}", st.integers(1980, 2030)),
    ("resolution {}/{} of the Human Rights Council", "A/HRC/RES/{}/{}", st.integers(1, 60)),
    ("A/HRC/RES/{}/{}", "A/HRC/RES/{}/{}", st.integers(1, 60)),
    ("Opinion No. {1}/{0}", "A/HRC/WGAD/{0}/{1}", st.integers(2012, 2030)),
)


@given(st.data(), st.sampled_from(RESOLUTIONS), st.sampled_from(SURROUNDINGS))
def test_what_bodies_adopt_is_found(
    data: st.DataObject, kind: tuple[str, str, st.SearchStrategy[int]], around: str
) -> None:
    printed, symbol, firsts = kind
    first, second = data.draw(firsts), data.draw(st.integers(1, 99))
    assert targets(around.format(printed.format(first, second))) == [symbol.format(first, second)]


PIECES = (
    *("article ", "articles ", "art. ", "rule ", "paras. ", "paragraph ", "§ ", "Preamble of "),
    *("7", "10", "14(3)(d)", "99", "361-1", "9-11", "(2)", "(d)", "IX", "0", "20 bis", "٩"),
    *(" and ", ", ", "; ", " of ", " of the ", " of both the ", ", read with ", " to "),
    *(" du ", "-"),
    *("ICCPR", "Covenant", "Convention", "the Convention on the Rights of the Child", "CEDAW"),
    *("(ICCPR)", "Tokyo ", "Bangkok Rules", "Optional Protocol to the ", "Criminal Code", " of Y"),
    *("Human Rights Council ", "Committee against Torture ", "resolution ", "resolutions ", "51/8"),
    *("1373 (2001)", "2200 A (XXI)", "Opinion ", "54/2024"),
    *("general comment No. ", "CEDAW/C/GC/35"),
    *("A/HRC/41/33", "BLR 6/2024", "UA ", "OTH 1-3/2025", ". ", " (", ") ", "\n", "“", " — ", "\0"),
    *("\u00ad", "²", "é", "respectively", " common ", "its ", " in ", "Article 19"),
)
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@given(texts, st.sampled_from((None, "XXX")))
def test_any_text_is_read_without_harm(text: str, addressee: str | None) -> None:
    end = 0
    for citation in find_citations([Passage(text)], NAMES, addressee=addressee)[0]:
        assert citation.start >= end
        assert text[citation.start : citation.end] == citation.surface != ""
        assert bool(citation.targets) is (citation.unresolved is None)
        end = citation.end


@given(texts.filter(bool), st.data())
def test_nothing_is_found_where_something_is_taken(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = Passage(text, taken=(Taken(start, end, None),))
    for citation in find_citations([passage], NAMES)[0]:
        assert citation.end <= start or citation.start >= end


@settings(derandomize=True)  # of heaps of names, not of sentences, it does not always hold
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_what_is_linked_leaves_nothing_to_link(text: str) -> None:
    links = [
        Taken(start, end, target)
        for citation in found(text)
        for start, end, target in find_members(citation)
    ]
    again = find_citations([Passage(text, taken=tuple(links))], NAMES)[0]
    assert [member for citation in again for member in find_members(citation)] == []


@pytest.mark.parametrize(
    "piece",
    [
        *("article 1, ", "article 1 and ", "article 1 (", "(", "resolution ", "BLR 1/2025, "),
        *("International Covenant on Civil and Political ", "United Nations ", "Tokyo and "),
        *("paragraph 1 of ", "article 1 para 1 ", "Opinions 1/2024, "),
        *("A/HRC/1/1, ", "the Covenant "),
        *("general comment No. 5 ", "article 5 of the ", "Criminal Code of ", "1, "),
        *("ICCPR (", "٧ "),
        *(
            "Committee against Torture. General comment No. 5 ",
            "Human Rights Council, article 1 of ",
        ),
        *("article 5 of the Criminal Code, ", "Council resolution 5/1 ", "CEDAW (ABC) article 1 "),
        *("article 1 of the Xyz ", "“", "a\u200b", "Convention on the Rights ", "articles 1-50, "),
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    """Doubling a text doubles the work: counted in steps of the interpreter, not in seconds."""
    steps = [_steps(piece * (300 * size)) for size in (1, 2)]
    assert steps[1] <= 2.3 * steps[0] + 2000


FRAGMENTS = (
    *PIECES,
    *("(art. 6) protects ", "(art. 6) and (art. 7) of the ", "alinéa b) ", "article premier "),
    *("sub-paragraph (b) of paragraph 3 of ", "and of the CRC ", "UDHR, art. 3, ICCPR, "),
    *("The ICCPR and the ICESCR. The Covenant ", "(“ICCPR” or “the Covenant”) ", "A/HRC/41 /33"),
    *("Bangkok Rules (art. 6) ab 9-11 CEDAW", "9.1-9.4, ", "b) et c) ", "Opinion 1/2020 of "),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4).map("".join))
def test_twice_the_text_takes_no_more_than_twice_the_time(fragment: str) -> None:
    """Patterns count too, which take no steps of the interpreter. The bound is a generous one."""
    repeats = 1 + 6000 // len(fragment)
    assert any(
        _seconds(fragment * (2 * repeats)) <= 3.5 * _seconds(fragment * repeats) + 0.02
        for _ in range(3)
    )


@pytest.mark.parametrize(
    "piece", ["the Convention ", "the Charter ", "ICCPR ", "arts. 1 et seq. of the "]
)
def test_words_without_end_take_no_time(piece: str) -> None:
    assert _seconds(piece * (100_000 // len(piece))) < 10


def test_a_word_without_end_takes_no_time() -> None:
    """Beside what looks like the hyphen of a word cut in two, and is none."""
    assert _seconds(f"A dash - and {'a' * 100_000}") < 2


def _seconds(text: str) -> float:
    start = time.process_time()
    find_citations([Passage(text)], NAMES)
    return time.process_time() - start


def _steps(text: str) -> int:
    count = 0

    def step(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(step)
    try:
        find_citations([Passage(text)], NAMES)
    finally:
        sys.setprofile(None)
    return count
