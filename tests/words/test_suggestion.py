import time

import pytest

from casebook.words.suggestion import nearest, some_of


@pytest.mark.parametrize(
    ("word", "choices", "expected"),
    [
        ("tittle", ["type", "title", "topics"], "title"),
        ("SR-Tortur", ["sr-torture", "sr-rivers"], "sr-torture"),
        ("fish", ["sr-torture"], None),
        ("sr-water", ["sr-slavery", "sr-water-sanitation"], "sr-water-sanitation"),
        ("sr-freedom", ["sr-freedom-of-expression", "sr-freedom-of-religion"], None),
        ("sr-water", ["sr-slavery", "sr-torture"], None),
        ("sr-older-person", ["ie-older-persons"], "ie-older-persons"),
        ("article-14", ["article-41"], None),
        ("", ["a"], None),
        ("a", [], None),
    ],
)
def test_the_nearest_choice_is_the_one_that_was_meant(
    word: str, choices: list[str], expected: str | None
) -> None:
    assert nearest(word, choices) == expected


def test_long_words_are_not_compared_to_their_end() -> None:
    start = time.perf_counter()
    nearest("ab" * 1_000_000, [f"choice-{number}" for number in range(200)])
    assert time.perf_counter() - start < 2


def test_many_choices_are_counted_not_listed() -> None:
    assert some_of(["a", "b"]) == "a, b"
    assert some_of(list("abcde"), most=3) == "a, b, c and 2 more"
