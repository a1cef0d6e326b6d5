"""The letters of a file are those that its author wrote, or somebody is told that they may not be."""

import pytest

from casebook.importing.extraction import extract
from casebook.importing.refusal import Refusal
from casebook.importing.text.decoding import decode


@pytest.mark.parametrize(
    ("name", "codec", "words"),
    [
        ("windows-1251", "cp1251", "Ольга"),
        ("ISO-8859-2", "iso8859-2", "Wałęsa"),
        ("iso-8859-9", "cp1254", "Işık"),
        ("windows-1256", "cp1256", "حرية"),
        ("gb2312", "gb18030", "人权"),
        ("iso-8859-1", "cp1252", "Muñoz “x”"),
        ("iso-8859-1", "utf-8", "Wałęsa"),
        ("utf-8", "cp1252", "Muñoz"),
        ("x-unknown", "utf-8", "Işık"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(name: str, codec: str, words: str) -> None:
    for head in (
        f'<meta charset="{name}">',
        f"<meta http-equiv=Content-Type content='text/html; charset={name}'>",
        f'<?xml version="1.0" encoding="{name}"?><html>',
    ):
        assert decode(head.encode() + f"<p>{words}</p>".encode(codec)).text.endswith(
            f"<p>{words}</p>"
        )


def test_a_guess_is_told_with_a_word_that_may_be_wrong() -> None:
    assert decode("They hold Erdoğan.".encode("cp1254")).guessed == "Erdoðan"
    (told,) = extract("They hold Erdoğan.".encode("cp1254")).lost
    assert "Erdoðan" in told
    assert not decode("They hold Erdoğan.".encode()).guessed
    assert not decode(b"They hold him \x96 and her.").guessed
    assert not extract(b"<!DOCTYPE html><meta charset=windows-1252><p>Mu\xf1oz").lost


@pytest.mark.parametrize("words", ["Wałęsa and Błażej", "Ольга"])
def test_an_encoding_that_is_plainly_another_is_turned_down(words: str) -> None:
    codec = "cp1251" if words == "Ольга" else "iso8859-2"
    with pytest.raises(Refusal, match="old encoding"):
        decode(words.encode(codec))
