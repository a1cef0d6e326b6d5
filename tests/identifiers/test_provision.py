"""Provisions: ids parse and print, sort in the instrument's order, and know what they lie in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.identifiers.provision import Provision, Unit, parse_provision, runs_of

provisions = st.builds(
    Provision,
    st.sampled_from([unit for unit in Unit if unit is not Unit.PREAMBLE]),
    st.from_regex(r"[1-9][0-9]{0,2}(-[1-9])?", fullmatch=True),
    st.lists(st.from_regex(r"[1-9][0-9]?|[a-z]|[ivx]{2,4}", fullmatch=True), max_size=3).map(tuple),
)


@given(provisions)
def test_a_printed_provision_parses_back_to_itself(provision: Provision) -> None:
    assert parse_provision(str(provision)) == provision


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("article-14.7", "article 14(7)"),
        ("article-361-1", "article 361-1"),
        ("article-342.1", "article 342(1)"),
        ("rule-52.3", "rule 52(3)"),
        ("para-88.i", "paragraph 88(i)"),
        ("preamble", "preamble"),
        ("article-14.3.d", "article 14(3)(d)"),
    ],
)
def test_provisions_in_words(text: str, words: str) -> None:
    provision = parse_provision(text)
    assert provision
    assert provision.in_words == words


@pytest.mark.parametrize(
    "text",
    [
        *("", "article", "article-", "preamble-1", "Article-14", "article-14.", "art-14", "14"),
        *(f"rule-{'9' * 5_000}", f"rule-1.{'9' * 5_000}", f"rule-1{'.1' * 5_000}"),
    ],
)
def test_what_is_no_provision(text: str) -> None:
    assert parse_provision(text) is None


def test_provisions_sort_in_the_order_of_the_instrument() -> None:
    ordered = ["preamble", "article-2", "article-10", "article-14", "article-14.3",
               "article-14.3.d", "article-14.10", "article-361", "article-361-1"]  # fmt: skip
    parsed = [found for each in reversed(ordered) if (found := parse_provision(each))]
    assert [str(each) for each in sorted(parsed)] == ordered


def test_a_provision_knows_what_it_lies_in() -> None:
    provision = Provision(Unit.ARTICLE, "14", ("3", "d"))
    assert [str(each) for each in provision.parents] == ["article-14.3", "article-14"]
    assert str(provision.root) == "article-14"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["para-64", "para-65", "para-67"], [["para-64", "para-65"], ["para-67"]]),
        (["para-65", "para-64"], [["para-65"], ["para-64"]]),
        (["rule-1", "article-2"], [["rule-1"], ["article-2"]]),
        (["article-2.1", "article-2.2"], [["article-2.1"], ["article-2.2"]]),
        (["article-361", "article-361-1"], [["article-361"], ["article-361-1"]]),
        (["preamble", "preamble"], [["preamble"], ["preamble"]]),
        ([], []),
    ],
)
def test_provisions_that_follow_each_other_make_a_run(
    given: list[str], expected: list[list[str]]
) -> None:
    parsed = [found for each in given if (found := parse_provision(each))]
    assert [[str(each) for each in run] for run in runs_of(parsed)] == expected


def test_a_run_in_words_names_its_ends() -> None:
    assert Provision(Unit.ANNEX, "1").to_in_words(Provision(Unit.ANNEX, "3")) == "annexes 1 to 3"
