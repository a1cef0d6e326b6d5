"""A family name that stands once for several people is the name of each of them."""

import pytest

from casebook.words.families import Families
from casebook.words.spelling import words_of

NAMES = ("Ada Example", "Igor Sampleski", "Marina Testova")


def find(words: str) -> str | None:
    return Families({name: name for name in NAMES}).find(words, words_of(words))


@pytest.mark.parametrize(
    "words",
    [
        "Ada and Ben Example",
        "ADA AND BEN EXAMPLE",
        "Ada & Ben Example",
        "Cyd, Ada and Ben Example",
        "Ada, Ben, Cyd and Dia Example",
        "Ada (28) and Ben (30) Example",
        "Ms. Ada and Mr. Ben Example",
        "Ada and her younger sister, Cyd Example",
        "Ada, as well as Ben Example",
        "Ada and Ben Maria Example",
        "the house of Ada and Ben Examples",
        *(f"Ada {joined} Ben Example" for joined in ("et", "y", "e", "und", "i", "ve", "en", "og")),
        "Igor and Vera Sampleska",
        "Марина и Вера Тестовы",
        '{"title":"Ada and Ben Example"}',
        "(Ada and Ben Example)",
        "Марины и Веры Тестовых",
        "Марина та Вера Тестови",
    ],
)
def test_one_of_several_of_a_family_is_named(words: str) -> None:
    assert find(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ada Sample and Ben Example",
        "ADA SAMPLE AND BEN EXAMPLE",
        "Ms. Ada Sample and Ms. Cyd Example",
        "Ada Sample, Cyd Other and Ben Example",
        "Ada and her lawyer asked Ben Example",
        "Ada, who met Ben Example",
        "Ada and Ben. Example",
        "Ben and Cyd Example",
        "Ada and the Example",
        "Ada S. and Ben Example",
        "ada and ben example",
        "Марина Петрова и Вера Тестова",
    ],
)
def test_one_of_another_family_is_not_named(words: str) -> None:
    assert find(words) is None
