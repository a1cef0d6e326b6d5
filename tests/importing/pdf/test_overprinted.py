"""A name over which somebody typed other signs stays out of the text of a PDF."""

from collections.abc import Callable

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from tests.importing.drawn import Drawn, words_of

from casebook.importing.extraction import extract

FONT, SIZE = "Helvetica", 11
LINES = [
    "Excellency, we write to you about what happened in May of this year.",
    "The police took Ms. Olga Rudak from her house and nobody knows where.",
    "We ask for an answer within sixty days, as the mandates provide.",
]
LEFT = 72 + stringWidth("The police took Ms. ", FONT, SIZE)
BASELINE = 684.0


def read_with(draw: Callable[[Canvas], None]) -> str:
    canvas = Drawn()
    canvas.setFont(FONT, SIZE)
    for at, line in enumerate(LINES):
        canvas.drawString(72, 700 - 16 * at, line)
    draw(canvas)
    return words_of(canvas.data())


@pytest.mark.parametrize(
    "signs", ["XXXXXXXX", "xxxxxxxxxx", "X X X X X X", "#########", "—————", "-" * 14, "HHHHHHH"]
)
def test_a_row_of_signs_hides_what_is_under_it(signs: str) -> None:
    read = read_with(lambda canvas: canvas.drawString(LEFT, BASELINE, signs))
    assert "The police took Ms. ███ from her house and nobody" in read
    assert signs[:3] not in read


def test_squares_of_a_font_of_symbols_hide_too() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", SIZE)
        canvas.drawString(LEFT, BASELINE, "n" * 7)

    assert "Ms. ███ from her house" in read_with(draw)


def test_rows_of_dashes_above_each_other_hide_too() -> None:
    def draw(canvas: Canvas) -> None:
        for at in range(10):
            canvas.drawString(LEFT, BASELINE - 2 + at, "-" * 14)

    read = read_with(draw)
    assert "Ms. ███ from her house" in read
    assert "--" not in read


@pytest.mark.parametrize(
    ("signs", "lower"), [("_" * 10, 0), ("." * 20, 0), ("Olga", 0), ("XXXXXXXX", 48), ("-----", 8)]
)
def test_a_line_under_words_and_signs_beside_them_hide_nothing(signs: str, lower: float) -> None:
    read = read_with(lambda canvas: canvas.drawString(LEFT, BASELINE - lower, signs))
    assert "Ms. Olga Rudak from her house" in read


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        for nudge in (0, 0.3, 0.6):
            canvas.drawString(72 + nudge, 600, "We are most concerned.")

    assert read_with(draw).count("We are most concerned.") == 1


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ("The name was Odo Marrow", "The name is Bea Thistle", True),
        ("The name was Odo Marrow", "The name was Odo Marrow", False),
        ("Name: ____________________", "Odo Marrow", False),
    ],
)
def test_words_printed_over_others_are_told(first: str, second: str, is_told: bool) -> None:
    canvas = Drawn()
    canvas.setFont(FONT, SIZE)
    for at, line in enumerate([*LINES, first]):
        canvas.drawString(72, 700 - 16 * at, line)
    canvas.drawString(72 + (first[-1] == "_") * 50, 700 - 16 * len(LINES), second)
    told = extract(canvas.data()).lost
    assert [each.startswith("page 1 has words printed over") for each in told] == [True] * is_told
