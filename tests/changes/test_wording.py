"""Of two wordings, the words that changed are told, with a few around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.changes.wording import Kept, changed_words


def drawn(before: str, after: str) -> str:
    marks = {Kept.SAME: "", Kept.GONE: "-", Kept.CAME: "+"}
    return " ".join(f"{marks[each.kept]}({each.words})" for each in changed_words(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("a b c", "a x c", "(a) -(b) +(x) (c)"),
        ("a b", "a b c", "(a b) +(c)"),
        ("a b c", "b c", "-(a) (b c)"),
        ("a", "b", "-(a) +(b)"),
        ("", "b", "+(b)"),
        ("a a", "a", "(a) -(a)"),
        ("1 2 3 4 5 6 7 8 x", "1 2 3 4 5 6 7 8 y", "(… 3 4 5 6 7 8) -(x) +(y)"),
        ("x 1 2 3 4 5 6 7 8", "y 1 2 3 4 5 6 7 8", "-(x) +(y) (1 2 3 4 5 6 …)"),
        (
            "a 1 2 3 4 5 6 7 8 9 10 11 12 13 14 b",
            "x 1 2 3 4 5 6 7 8 9 10 11 12 13 14 y",
            "-(a) +(x) (1 2 3 4 5 6 … 9 10 11 12 13 14) -(b) +(y)",
        ),
    ],
)
def test_what_changed_is_told_with_a_few_words_around_it(
    before: str, after: str, told: str
) -> None:
    assert drawn(before, after) == told


WORDS = st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_off_it(before: str, after: str) -> None:
    pieces = changed_words(before, after)
    was = " ".join(each.words for each in pieces if each.kept is not Kept.CAME)
    now = " ".join(each.words for each in pieces if each.kept is not Kept.GONE)
    if "…" not in was:
        assert (was, now) == (before, after)


def test_long_texts_that_share_nothing_take_no_time() -> None:
    (gone, came) = changed_words("a " * 200_000, "b " * 200_000)
    assert (gone.kept, came.kept) == (Kept.GONE, Kept.CAME)
