"""Words are told apart by the script they are written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.words.script import language_tag, stretches


def apart(words: str, language: str = "en") -> list[tuple[str, str]]:
    return [(piece, script) for piece, script in stretches(words, language) if script]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Leyla Nahri", []),
        ("Łukasz Çelik, “née” Ñandú – 12 %", []),
        ("Лейла Нахри", [("Лейла Нахри", "Cyrl")]),
        ("known as ليلى نهري (teacher)", [("ليلى نهري", "Arab")]),
        ("Лейла, ليلى, Ελένη", [("Лейла", "Cyrl"), ("ليلى", "Arab"), ("Ελένη", "Grek")]),
        ("Лейла and Нахри", [("Лейла", "Cyrl"), ("Нахри", "Cyrl")]),
        ("李 明", [("李 明", "Hani")]),
        ("☂ 12 €", []),
    ],
)
def test_a_piece_goes_from_its_first_letter_to_its_last(
    words: str, expected: list[tuple[str, str]]
) -> None:
    assert apart(words) == expected


def test_the_script_of_the_language_itself_is_no_other() -> None:
    assert apart("Лейла, ليلى", "ru") == [("ليلى", "Arab")]
    assert apart("Лейла, ليلى", "fa") == [("Лейла", "Cyrl")]


@given(st.text())
def test_no_word_is_lost(words: str) -> None:
    assert "".join(piece for piece, _ in stretches(words)) == words


def test_a_language_is_named_only_if_it_is_written_so() -> None:
    assert language_tag("Cyrl", "be") == "be"
    assert language_tag("Cyrl", "ar") == "und-Cyrl"
    assert language_tag("Arab") == "und-Arab"
