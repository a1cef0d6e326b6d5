"""One spelling for every character, and the way back."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.citations.plain import TAKEN, simplify


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("articles 7\u00a0and\t10", "articles 7 and 10"),
        ("paras. 64–77, 64—77, 64‑77, 64−77", "paras. 64-77, 64-77, 64-77, 64-77"),
        ("l’article “x” «y»", 'l\'article "x" "y"'),
        ("résolution, artículo, à, Ñ", "resolution, articulo, a, N"),
        ("٧ ७ ７", "7 7 7"),
        ("6⁄2024", "6/2024"),
        ("٩، ١٤؛ 9、14。", "9, 14; 9,14."),
        ("n° 5, núm. 5, 5º", "no 5, num. 5, 5o"),
        ("14²", "14²"),
        ("статья 14", "статья 14"),
        ("art\u00adicle e\u0301", "article e"),
    ],
)
def test_a_text_has_one_spelling(text: str, plain: str) -> None:
    assert simplify(text).text == plain


@pytest.mark.parametrize("category", ["Nd", "Pd", "Zs"])
def test_every_digit_dash_and_blank_is_plain(category: str) -> None:
    for mark in map(chr, range(sys.maxunicode + 1)):
        if unicodedata.category(mark) == category:
            assert simplify(mark).text in set("0123456789- ")


def test_a_word_that_dots_divide_is_made_whole() -> None:
    found = simplify("the I.C.C.P.R. is, U.S.A. is not; C.A.T.", words={"iccpr", "cat"})
    assert found.text == "the ICCPR is, U.S.A. is not; CAT."
    assert found.original(4, 9) == (4, 14)


def test_what_is_taken_is_blotted_out() -> None:
    assert simplify("see article 9 now", [(4, 11), (4, 8)]).text == f"see {TAKEN * 7} 9 now"


@given(st.text())
def test_every_position_leads_back(text: str) -> None:
    plain = simplify(text)
    if plain.positions is None:
        assert len(plain.text) == len(text)
        return
    assert len(plain.positions) == len(plain.text)
    assert list(plain.positions) == sorted(set(plain.positions))
    for at, mark in enumerate(plain.text):
        start, end = plain.original(at, at + 1)
        assert simplify(text[start:end]).text == mark
