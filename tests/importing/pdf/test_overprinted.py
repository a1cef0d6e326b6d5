"""A name over which somebody typed other signs stays out of the text of a PDF."""

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from casebook.importing.extraction import extract

FONT, SIZE = "Helvetica", 11
LINES = [
    "Excellency, we write to you about what happened in May of this year.",
    "The police took Ms. Olga Rudak from her house and nobody knows where.",
    "We ask for an answer within sixty days, as the mandates provide.",
]
LEFT = 72 + stringWidth("The police took Ms. ", FONT, SIZE)
BASELINE = 684.0


def words_of(draw: Callable[[Canvas], None]) -> str:
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4)
    canvas.setFont(FONT, SIZE)
    for at, line in enumerate(LINES):
        canvas.drawString(72, 700 - 16 * at, line)
    draw(canvas)
    canvas.save()
    return " ".join(chunk.words for chunk in extract(held.getvalue()).chunks)


@pytest.mark.parametrize(
    "signs", ["XXXXXXXX", "xxxxxxxxxx", "X X X X X X", "#########", "—————", "-" * 14, "HHHHHHH"]
)
def test_a_row_of_signs_hides_what_is_under_it(signs: str) -> None:
    read = words_of(lambda canvas: canvas.drawString(LEFT, BASELINE, signs))
    assert "The police took Ms. ███ from her house and nobody" in read
    assert signs[:3] not in read


def test_squares_of_a_font_of_symbols_hide_too() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", SIZE)
        canvas.drawString(LEFT, BASELINE, "n" * 7)

    assert "Ms. ███ from her house" in words_of(draw)


def test_rows_of_dashes_above_each_other_hide_too() -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(10):
            canvas.drawString(LEFT, BASELINE - 2 + at, "-" * 14)

    read = words_of(draw)
    assert "Ms. ███ from her house" in read
    assert "--" not in read


@pytest.mark.parametrize(
    ("signs", "lower"), [("_" * 10, 0), ("." * 20, 0), ("Olga", 0), ("XXXXXXXX", 48), ("-----", 8)]
)
def test_a_line_under_words_and_signs_beside_them_hide_nothing(signs: str, lower: float) -> None:
    read = words_of(lambda canvas: canvas.drawString(LEFT, BASELINE - lower, signs))
    assert "Ms. Olga Rudak from her house" in read


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        for nudge in (0, 0.3, 0.6):
            canvas.drawString(72 + nudge, 600, "We are most concerned.")

    assert words_of(draw).count("We are most concerned.") == 1
