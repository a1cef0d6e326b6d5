"""The normalisation: what it takes away, and that letters, digits, quotes and dashes stay."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.importing.normalisation import normalise, plain_words, source_words, tidy
from casebook.importing.pieces import Chunk, Piece, Role
from casebook.reading.characters import find_refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one  two\n three", "one two three"),
        ("one\u00a0two\u202f: three", "one two : three"),
        ("impri\u00adsoned", "imprisoned"),
        ("\ufeffof\u200bfice", "office"),
        ("of\ufb01ce \ufb02ow", "officee flow".replace("ee", "e")),
        ("Muiz\u030cnieks", "Muižnieks"),
        ("1. Please\n\n(a) first\n\n• second\n\nIV. Penalties", "Please first second Penalties"),
        ("In 2025. Then", "In 2025. Then"),
        ("‘quoted’ “twice” – 64-77 — ‐", "‘quoted’ “twice” – 64-77 — ‐"),
    ],
)
def test_what_the_normalisation_changes(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text())
@example(" \x1b ")
def test_it_is_done_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text(st.characters(codec="utf-8")))
def test_nothing_is_left_that_a_file_may_not_hold(text: str) -> None:
    assert find_refused(tidy(text)) is None


def test_markup_is_no_word() -> None:
    text = (
        "Masthead\\\nbelow\n\n## A *heading*\n\n[1] Words with [a link](/standards/iccpr.md#article-9), "
        "**bold**.[^1]\n\n---\n\n[q1] A request\n\n- a) below\n\n| A | B |\n| --- | --- |\n| C | D |\n\n[^1]: A note.\n"
    )
    assert normalise(plain_words(text)) == (
        "Masthead below A heading Words with a link, bold. A request below A B C D A note."
    )


def test_footnotes_stand_last() -> None:
    note = Chunk((Piece("A note."),), Role.NOTE, "1")
    words = Chunk((Piece("Words"), Piece("1", note="1"), Piece(".")))
    assert source_words((note, words)) == "Words.\n\nA note."
