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


@pytest.mark.parametrize(
    "words",
    [
        *(
            "the police took Müller away",
            "Müller was arrested.",
            "The Müller case",
            "in Müller’s house",
        ),
        *(
            "It was said, Müller among them, that",
            "When al-Sharif left",
            "“al-Sharif” was the word",
        ),
    ],
)
def test_a_family_name_that_stands_alone_is_seen(words: str) -> None:
    assert Sought(NAMES).has_family_in(Words(words), ())


@pytest.mark.parametrize(
    "words",
    [
        "Judge Müller",
        "Müller Street",
        "Anna Müller",
        "Müller-Schmidt",
        "Müllerin",
        "the muller",
        "Sharif",
    ],
)
def test_a_family_name_of_somebody_else_is_not(words: str) -> None:
    assert not Sought(NAMES).has_family_in(Words(words), ())


def test_a_family_name_that_others_have_or_that_is_a_word_is_not() -> None:
    assert not Sought(["Ada Rivers"]).has_family_in(Words("Rivers rose."), {"rivers"})
    assert not Sought(["Ada Rivers"], ["Jane Rivers"]).has_family_in(Words("Rivers rose."), ())


@pytest.mark.parametrize(
    ("name", "words", "is_found"),
    [
        ("Ada Maria Test Sample", "Ada Test", True),
        ("Ada Maria Test Sample", "Ada Maria Test said", True),
        ("Ada Maria Test Sample", "Ms. Test", True),
        ("Ada Maria Test Sample", "Ms. Test Other", False),
        ("Ada Maria Sample", "Ada Maria Other", False),
        ("Ada-Maria Sample", "Ada Sample", True),
        ("Dr. Ada Sample", "A. Sample", True),
        ("Ada Sample", "Sample A.", True),
        ("Ada Sample", "Sample, A. B.", True),
        ("Ada Sample", "A. B. Sample", True),
        ("Ada Sample", "asample@example.org", True),
        ("Ada Sample", "asample", False),
        ("Ada Sample", "Ms. Ada", True),
        ("Ada Sample", "Ms. Ada Other", False),
        ("Sean O'Test", "Sean O Test", True),
        ("Ada Sample", "A\u00adda Sam\u200bple", True),
        ("Ada Sample", "Ada Sam-\nple", True),
    ],
)
def test_what_is_left_of_a_name_tells_who_is_meant(name: str, words: str, is_found: bool) -> None:
    assert Sought([name]).stands_in(Words(words)) is is_found
