"""Marks of footnotes in PDFs, as programs raise them: a little, or by half a letter."""

import io

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import HRFlowable, Paragraph, SimpleDocTemplate

from casebook.importing.extraction import extract
from casebook.importing.healing import heal
from casebook.importing.pieces import Role

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=13.5, spaceAfter=8)
SMALL = ParagraphStyle("small", fontName="Times-Roman", fontSize=8.5, leading=10, spaceAfter=2)
WORDS = "The ferry has not sailed since the first day of the month, and no notice was put up."


def printed(*flow: Paragraph | HRFlowable) -> bytes:
    held = io.BytesIO()
    SimpleDocTemplate(held).build(list(flow))
    return held.getvalue()


@pytest.mark.parametrize("size_and_rise", ["", ' size="7" rise="3"', ' size="9" rise="5.5"'])
def test_a_mark_belongs_to_its_word_and_to_its_note(size_and_rise: str) -> None:
    pdf = printed(
        Paragraph(f"{WORDS} The quay is shut.<super{size_and_rise}>1</super> Why? {WORDS}", BODY),
        HRFlowable(width="30%", hAlign="LEFT"),
        Paragraph("<super>1</super> Order of the harbour master.", SMALL),
        Paragraph("<super>2</super> It was read aloud.", SMALL),
    )
    chunks = heal(extract(pdf).chunks)
    assert [(each.role, each.marker, each.words) for each in chunks] == [
        (Role.WORDS, "", f"{WORDS} The quay is shut. Why? {WORDS}"),
        (Role.NOTE, "1", "Order of the harbour master."),
        (Role.NOTE, "2", "It was read aloud."),
    ]
    assert [piece.note for piece in chunks[0].pieces if piece.note] == ["1"]
