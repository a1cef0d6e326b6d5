"""Somebody is found in what is said, in every way of writing the name."""

import pytest

from casebook.checks.seeking import Sought, Words

NAMES = ("Mohammed al-Sharif", "Jürgen Müller")


@pytest.mark.parametrize(
    "words", ["كتب محمد الشريف", "Juergen Mueller", "Ms. Müller", "MUELLER, Jürgen", "J. Müller"]
)
def test_a_name_is_found(words: str) -> None:
    assert Sought(NAMES).stands_in(Words(words))


@pytest.mark.parametrize("words", ["محمد", "the mill", "خالد الشريف"])
def test_other_words_are_not_taken_for_it(words: str) -> None:
    assert not Sought(NAMES).stands_in(Words(words))
