"""The language of a document."""

import pytest

from casebook.importing.letter.tongues import language_of


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The letter of the Government that was sent to the experts is on the table.", "en"),
        ("La lettre du Gouvernement que les experts ont reçue est sur la table.", "fr"),
        ("La carta que el Gobierno envió a los expertos está en la mesa de la oficina.", "es"),
        ("Правительство направило ответ на письмо экспертов.", "ru"),
        ("Урад накіраваў адказ на ліст экспертаў, паўтараючы раней сказанае.", "be"),
        ("Уряд надіслав відповідь на лист, її отримали вчора, є й додатки.", "uk"),
        ("أرسلت الحكومة ردها على رسالة الخبراء", "ar"),
        ("XXX 1/2030 XXX 2/2030", None),
        ("", None),
    ],
)
def test_the_language_shows_in_small_words(words: str, language: str | None) -> None:
    assert language_of(words) == language
