"""Languages are known by their names."""

from itertools import product
from string import ascii_lowercase

import pytest

from casebook.words.language import direction_of, is_language, language_name
from casebook.words.script import scripts_of_language


def test_every_language_that_a_file_may_have_has_a_name() -> None:
    """A page that says "in am" says it to nobody."""
    codes = map("".join, product(ascii_lowercase, repeat=2))
    named = [code for code in codes if is_language(code) and language_name(code) != code]
    assert len(named) == 183


@pytest.mark.parametrize(
    ("code", "direction"),
    [
        ("ar", "rtl"),
        ("ckb", "rtl"),  # Sorani
        ("prs", "rtl"),  # Dari
        ("ku", "rtl"),
        ("ku-Latn", "ltr"),  # Kurmanji
        ("uz", "ltr"),
        ("uz-Arab", "rtl"),
        ("pa-Arab", "rtl"),
        ("ff-Adlm", "rtl"),
        ("sr-Latn", "ltr"),
        ("en", "ltr"),
        ("ru", "ltr"),
    ],
)
def test_a_text_is_written_the_way_of_its_script(code: str, direction: str) -> None:
    assert direction_of(code) == direction
    assert language_name(code) != code


def test_words_in_the_script_that_a_text_names_are_its_own() -> None:
    assert scripts_of_language("uz-Arab") == {"Arab"}
    assert scripts_of_language("ku-Latn") == frozenset()
