"""Tables with borders are read by them, wherever in its cell a word stands."""

import io

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table
from tests.importing.drawn import Drawn

from casebook.importing.extraction import extract
from casebook.importing.pieces import Role, plain

STYLE = ParagraphStyle("cell", fontName="Times-Roman", fontSize=11, leading=13)
LONG = "The ferry has not sailed since the first day of the month and no notice was put up."
GRID = ("GRID", (0, 0), (-1, -1), 0.5, "black")


def tables(*flow: Flowable) -> list[list[list[str]]]:
    """Return the cells of the tables of a PDF."""
    file = io.BytesIO()
    SimpleDocTemplate(file, invariant=1).build([Paragraph(LONG, STYLE), *flow])
    found = (chunk for chunk in extract(file.getvalue()).chunks if chunk.role is Role.TABLE)
    return [[[plain(cell) for cell in row] for row in chunk.rows] for chunk in found]


def cell(words: str) -> Paragraph:
    return Paragraph(words, STYLE)


@pytest.mark.parametrize("place", ["TOP", "MIDDLE", "BOTTOM"])
def test_a_cell_belongs_to_its_row_wherever_its_words_stand(place: str) -> None:
    rows = [["No.", "Facts"], ["1", cell(LONG * 3)], ["2", cell(LONG)]]
    style = [GRID, ("VALIGN", (0, 0), (-1, -1), place)]
    assert tables(Table(rows, colWidths=[60, 200], style=style)) == [
        [["No.", "Facts"], ["1", LONG * 3], ["2", LONG]]
    ]


def test_cells_that_span_others_stand_in_the_first_of_them() -> None:
    rows = [["Case", "Days", ""], ["", "Arrest", "Release"], ["Marrow", "1 May", "2 May"]]
    style = [GRID, ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0))]
    assert tables(Table(rows, colWidths=90, style=style)) == [
        [["Case", "Days", ""], ["", "Arrest", "Release"], ["Marrow", "1 May", "2 May"]]
    ]


def test_a_row_that_a_page_cuts_goes_on_on_the_next() -> None:
    rows = [[str(number), cell(LONG * 5)] for number in range(12)]
    style = [GRID, ("VALIGN", (0, 0), (-1, -1), "TOP")]
    first, second, *_ = tables(Table(rows, colWidths=[60, 200], style=style, splitInRow=1))
    assert [row[0] for row in first] == [str(at) for at in range(len(first))]
    assert [row[0] for row in second[1:3]] == [str(len(first)), str(len(first) + 1)]


def test_one_box_is_no_table() -> None:
    rows = [[cell(LONG)], [cell(LONG)]]
    assert not tables(Table(rows, colWidths=[300], style=[("BOX", (0, 0), (-1, -1), 1, "black")]))


def test_boxes_beside_each_other_are_read_one_after_the_other() -> None:
    boxes = Table([[cell(LONG * 2), cell(f"{LONG} {LONG}")]], colWidths=[150, 150], style=[GRID])
    assert tables(boxes) == [[[LONG * 2, f"{LONG} {LONG}"]]]


def test_words_marked_in_two_colours_are_no_cells() -> None:
    canvas = Drawn()
    for row, (first, second) in enumerate(
        (("The ferry has", "not sailed"), ("since the", "first."))
    ):
        height, left = 700 - 14 * row, 72.0
        for words, colour in ((first, "yellow"), (second, "lightgreen")):
            width = stringWidth(f"{words} ", "Helvetica", 12)
            canvas.setFillColor(colour)
            canvas.rect(left, height - 3, width, 14, stroke=0, fill=1)
            canvas.setFillColor("black")
            canvas.drawString(left, height, words)
            left += width
    (chunk,) = extract(canvas.data()).chunks
    assert chunk.words == "The ferry has not sailed since the first."
