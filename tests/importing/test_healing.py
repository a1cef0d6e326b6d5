"""What printing did, undone."""

from time import process_time

import pytest

from casebook.importing.healing import heal
from casebook.importing.pieces import Chunk, Piece, Role
from casebook.importing.split_words import Vocabulary, join_lines, vocabulary_of


def healed(*words: str) -> list[str]:
    return [chunk.words for chunk in heal(Chunk((Piece(each),)) for each in words)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Letters from her", "arrive once in a season."),
        ("the Rules (the Mandela", "Rules). Under rule 3,"),
        ("as reported by Ms.", "Anna Example, who"),
        ("in the report of the", "Special Rapporteur on rivers"),
        ("the so-", "called emergency"),
    ],
)
def test_a_sentence_that_a_page_cut_is_one_again(first: str, second: str) -> None:
    assert len(healed(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ref.: UA XXX 1/2030", "(Please use this reference in your reply)"),
        ("8 May 2030", "Excellency,"),
        ("Excellency,", "We have the honour"),
        ("A heading", "A paragraph."),
        ("It ended.", "then it began."),
        ("the following:", "first"),
    ],
)
def test_what_is_not_cut_stays_apart(first: str, second: str) -> None:
    assert healed(first, second) == [first, second]


def test_a_footnote_is_lifted_out_of_the_sentence_that_it_interrupts() -> None:
    chunks = heal(
        Chunk((Piece(each),))
        for each in (
            "A law.¹ Then the word has no",
            "¹ A note, with 2² = 4.",
            "meaning at all, m² or not.",
        )
    )
    assert [chunk.words for chunk in chunks] == [
        "A law. Then the word has no meaning at all, m² or not.",
        "A note, with 2² = 4.",
    ]
    assert chunks[1].role is Role.NOTE
    assert [piece.note for piece in chunks[0].pieces if piece.note] == ["1"]


def test_footnotes_that_begin_anew_on_each_page_are_numbered_through() -> None:
    chunks = heal(
        (
            Chunk((Piece("One.¹"),)),
            Chunk((Piece("First."),), Role.NOTE, "1"),
            Chunk((Piece("Two.¹"),)),
            Chunk((Piece("Second."),), Role.NOTE, "1"),
        )
    )
    assert [chunk.marker for chunk in chunks if chunk.role is Role.NOTE] == ["1", "2"]
    assert [piece.note for chunk in chunks for piece in chunk.pieces if piece.note] == ["1", "2"]


def test_a_footnote_that_goes_on_on_the_next_page_is_one() -> None:
    chunks = heal(
        (
            Chunk((Piece("One.¹"),)),
            Chunk((Piece("A long"),), Role.NOTE, "1"),
            Chunk((Piece("note."),), Role.NOTE),
        )
    )
    assert [chunk.words for chunk in chunks] == ["One.", "A long note."]


def joined(*lines: str, known: str = "", splits: bool = False) -> str:
    vocabulary = Vocabulary(frozenset(known.split()), splits)
    return "".join(
        piece.text for piece in join_lines([(Piece(line),) for line in lines], vocabulary)
    )


@pytest.mark.parametrize(
    ("first", "second", "known", "splits", "expected"),
    [
        ("of impri-", "soned men", "imprisoned", False, "of imprisoned men"),
        ("of impri-", "soned men", "", True, "of imprisoned men"),
        ("a sage-", "femme", "", False, "a sage-femme"),
        ("the non-", "custodial", "", True, "the non-custodial"),
        ("a self-made", "man", "", False, "a self-made man"),
        ("a well-", "known man", "well-known wellknown", False, "a well-known man"),
        ("Franco-", "German", "", True, "Franco-German"),
        ("article 361-", "1 of", "", True, "article 361-1 of"),
        ("A/HRC/", "41/33", "", False, "A/HRC/41/33"),
        ("one", "two", "", False, "one two"),
    ],
)
def test_a_word_that_a_line_splits_is_made_whole(
    first: str, second: str, known: str, splits: bool, expected: str
) -> None:
    assert joined(first, second, known=known, splits=splits) == expected


def test_a_document_that_splits_words_is_known_by_them() -> None:
    assert vocabulary_of(["an infor-", "mation", "of information"]).splits_words
    assert vocabulary_of(["ab-", "cd ef-", "gh ij-", "kl"]).splits_words
    assert not vocabulary_of(["a sage-", "femme", "and more", "and more"]).splits_words


def test_raised_digits_that_name_no_footnote_stay_raised() -> None:
    pieces = (
        Piece("In 2019"),
        Piece("3", is_raised=True),
        Piece(" the 4"),
        Piece("th", is_raised=True),
    )
    (chunk,) = heal([Chunk(pieces)])
    assert chunk.words == "In 2019³ the 4th"


def test_footnotes_may_have_letters_for_names() -> None:
    chunks = (
        Chunk((Piece("The law says so"), Piece("a", is_raised=True), Piece("."))),
        Chunk((Piece("a ", is_raised=True), Piece("See the law."))),
    )
    body, note = heal(chunks)
    assert [piece.note for piece in body.pieces] == ["", "a", ""]
    assert (note.role, note.marker, note.words) == (Role.NOTE, "a", "See the law.")


def test_a_paragraph_of_very_many_parts_is_put_together_once() -> None:
    words = ["Words", *["go"] * 20_000]
    began = process_time()
    assert healed(*words) == [" ".join(words)]
    assert process_time() - began < 20
