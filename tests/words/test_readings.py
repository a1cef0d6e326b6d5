"""What a reader sees in words that are written so that a machine sees something else."""

import time

import pytest

from casebook.checks.seeking import Sought, Words
from casebook.sealing.protection import Guard, key_of
from casebook.words.names_in_text import Spellings
from casebook.words.readings import readings

NAME = "Omar Sample"
SOUGHT = Sought([NAME])
GUARD = Guard({str(key_of(NAME)): "here"}, spellings=Spellings({NAME: "here"}))
HIDDEN = [
    "Omar \u0405ample",
    "Omar Sam\u0440le",
    "\u041em\u0430r \u0405\u0430m\u0440l\u0435",
    "\u039fmar Sampl\u0435",
    "O m a r S a m p l e",
    "O m a r   S a m p l e",
    "O.m.a.r. S.a.m.p.l.e.",
    "O-m-a-r S-a-m-p-l-e",
    "Omar S a m p l e",
    "Omar (known as the old baker) Sample",
    "Omar [the baker of the town] Sample",
    "Omar – as they called the baker – Sample",
    "Omar, alias the old baker, Sample",
    "Omar “the old baker” Sample",
    "Omar 'the old baker' Sample",
    'Omar "Old Baker" Sample',
    "Omar « le vieux boulanger » Sample",
    "Omar „der alte Bäcker“ Sample",
]


@pytest.mark.parametrize("words", HIDDEN)
def test_a_hidden_name_is_found(words: str) -> None:
    said = f"They said that {words} had left."
    assert SOUGHT.stands_in(Words(said))
    assert GUARD.find(said) == "here"


@pytest.mark.parametrize(
    "words",
    [
        "Omar (the baker), Sample (the miller)",
        "Omar (in 2025) Sample",
        "Omar (Jane Public) and Sample",
        "(a) one (b) two (c) three (d) four",
        "Омар и Сампо (Хельсинки) Самарин",
        "Omar (the baker) Jones, Jane (the miller) Sample",
    ],
)
def test_other_words_are_not_taken_for_it(words: str) -> None:
    assert not SOUGHT.stands_in(Words(words))
    assert GUARD.find(words) is None


def test_words_of_another_script_stay_what_they_are() -> None:
    words = "Людмила"
    assert [*readings(words, [0, len(words)])] == []


@pytest.mark.parametrize("piece", ["a-", " (a) A", "(", "О", " –a– A", ", alias a", " [a"])
def test_no_text_takes_for_ever(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    begun = time.perf_counter()
    GUARD.find(text)
    assert time.perf_counter() - begun < 5
