"""The members of a list, each with its own words."""

import pytest
from tests.citations.instruments import NAMES

from casebook.citations.finding import find_citations
from casebook.citations.members import find_members
from casebook.citations.passages import Passage


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("articles 7 and 10 of the ICCPR", [("articles 7", "7"), ("10 of the ICCPR", "10")]),
        ("article 9 of the ICCPR", [("article 9 of the ICCPR", "9")]),
        (
            "articles 6 to 8 and 10 of the ICCPR",
            [("articles 6 to 8", "6"), ("10 of the ICCPR", "10")],
        ),
        (
            "article 14 (3) (d) and (e) of the ICCPR",
            [("article 14 (3) (d)", "14.3.d"), ("(e) of the ICCPR", "14.3.e")],
        ),
    ],
)
def test_each_member_of_a_list_has_its_own_words(text: str, members: list[tuple[str, str]]) -> None:
    (citation,) = find_citations([Passage(text)], NAMES)[0]
    found = [
        (text[start:end], str(target).removeprefix("iccpr#article-"))
        for start, end, target in find_members(citation)
    ]
    assert found == members


def test_names_that_share_a_noun_are_two_members() -> None:
    text = "Tokyo and Bangkok Rules"
    (citation,) = find_citations([Passage(text)], NAMES)[0]
    members = [(text[start:end], str(target)) for start, end, target in find_members(citation)]
    assert members == [("Tokyo", "tokyo-rules"), ("Bangkok Rules", "bangkok-rules")]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "article 2 of both the ICCPR and the ICESCR",
            [("article 2 of both the ICCPR", "iccpr"), ("ICESCR", "icescr")],
        ),
        ("article 7 ICCPR/CAT", [("article 7 ICCPR", "iccpr"), ("CAT", "cat")]),
        ("articles 2 and 3 of both the ICCPR and the ICESCR", []),
    ],
)
def test_a_number_of_two_standards_has_the_words_of_both(
    text: str, members: list[tuple[str, str]]
) -> None:
    (citation,) = find_citations([Passage(text)], NAMES)[0]
    found = [
        (text[start:end], str(target).partition("#")[0])
        for start, end, target in find_members(citation)
    ]
    assert found == members
