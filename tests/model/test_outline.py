"""What stands for the citations of a letter: each target by itself."""

from dataclasses import replace

from tests.exports import records

from casebook.identifiers.label import Label
from casebook.model.dossier import Document, Dossier
from casebook.model.occurrence import find_occurrences
from casebook.model.outline import outline_of
from casebook.model.reads import parts_of
from casebook.model.text import Paragraph


def paragraph(number: int, words: str, line: int | None = None) -> Paragraph:
    """Return a paragraph that cites the letter of its number at its end."""
    plain = f"{words} XXX {number}/2025"
    citation = records.cited(f"XXX {number}/2025", records.reference(number), start=len(words) + 1)
    return Paragraph((), line or number, Label(str(number)), "", plain, (citation,))


def letter(*paragraphs: Paragraph) -> Dossier:
    text = records.text("communication", *paragraphs)
    return records.dossier(7, documents=(Document("communication", None, (text,)),))


def quoted(*paragraphs: Paragraph) -> dict[str, str]:
    held = letter(*paragraphs)
    return parts_of(outline_of(held, find_occurrences(held)).quoted)


def test_words_around_one_citation_are_no_words_around_another() -> None:
    before = quoted(paragraph(1, "We recall"), paragraph(2, "We also recall"))
    after = quoted(paragraph(1, "We do recall"), paragraph(2, "We also recall"))
    assert before.keys() == after.keys() == {"XXX 1/2025", "XXX 2/2025"}
    assert before["XXX 1/2025"] != after["XXX 1/2025"]
    assert before["XXX 2/2025"] == after["XXX 2/2025"]


def test_a_line_that_moves_is_no_other_citation() -> None:
    held = (paragraph(1, "We recall", 1), paragraph(1, "We recall", 9))
    assert quoted(held[0]) == quoted(held[1])
    one, other = (outline_of(letter(each), find_occurrences(letter(each))) for each in held)
    assert one.cites != other.cites, "who shows the line asks for all of it"


def test_the_order_of_citations_is_part_of_them() -> None:
    one, two = paragraph(1, "We recall"), paragraph(2, "We also recall")
    assert quoted(one, two)["XXX 1/2025"] != quoted(two, one)["XXX 1/2025"]


def test_where_the_same_words_stand_is_part_of_them() -> None:
    before = paragraph(1, "We recall")
    assert quoted(before) != quoted(replace(before, label=Label("2")))
