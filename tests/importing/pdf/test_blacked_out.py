"""What a PDF hides from its readers does not come out of it."""

import ctypes
import io
from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image, ImageDraw
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from tests.importing.drawn import Drawn, words_of


def test_words_under_a_black_box_are_blacked_out() -> None:
    canvas = Drawn()
    canvas.drawString(72, 700, "The witness, Odo Marrow, left on the fourth.")
    start = 72 + stringWidth("The witness, ", "Helvetica", 12)
    canvas.rect(start, 697, stringWidth("Odo Marrow", "Helvetica", 12), 14, fill=1)
    canvas.rect(72, 640, 300, 20, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(80, 645, "White words on black are there to be read.")
    canvas.setFillColorRGB(1, 1, 0)
    canvas.rect(72, 597, 200, 14, fill=1, stroke=0)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(72, 600, "So are words on yellow.")
    read = words_of(canvas.data())
    assert "The witness, ███, left on the fourth." in read
    assert "White words on black are there to be read." in read
    assert "So are words on yellow." in read


def _thick(canvas: Canvas) -> None:
    canvas.setLineWidth(16)
    canvas.line(130, 704, 205, 704)


def _picture(canvas: Canvas) -> None:
    canvas.drawImage(
        ImageReader(Image.new("RGBA", (9, 4), (0, 0, 0, 255))), 130, 697, 75, 16, "auto"
    )


def _several(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for at in range(8):
        path.rect(130 + at * 10, 697, 10, 16)
    canvas.drawPath(path, fill=1, stroke=0)


def _rounded(canvas: Canvas) -> None:
    canvas.roundRect(130, 697, 75, 16, 4, fill=1)


def _form(canvas: Canvas) -> None:
    canvas.beginForm("bar")
    canvas.rect(0, 0, 75, 16, fill=1, stroke=0)
    canvas.endForm()
    canvas.translate(130, 697)
    canvas.doForm("bar")


def _white_form(canvas: Canvas) -> None:
    canvas.beginForm("patch")
    canvas.setFillGray(1)
    canvas.rect(0, 0, 75, 16, fill=1, stroke=0)
    canvas.endForm()
    canvas.translate(130, 697)
    canvas.doForm("patch")


def _blur(canvas: Canvas) -> None:
    picture = Image.effect_noise((30, 8), 60).convert("RGB")
    canvas.drawImage(ImageReader(picture), 130, 697, 75, 16)


def _gradient(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(130, 697, 75, 16)
    canvas.clipPath(path, stroke=0)
    canvas.linearGradient(130, 697, 205, 697, (colors.blue, colors.red))


def _scribble(canvas: Canvas) -> None:
    canvas.setLineWidth(1.5)
    for at in range(14):
        canvas.line(130, 697 + at * 1.2, 205, 697 + at * 1.2)


def _short(canvas: Canvas) -> None:
    canvas.rect(134, 697, 71, 16, fill=1)


def _frame(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(60, 690, 240, 28)
    path.rect(64, 694, 232, 20)
    canvas.drawPath(path, fill=1, stroke=0)


def _glass(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGBA", (9, 4), (0, 0, 0, 0))), 130, 697, 75, 16, "auto")


def _under(canvas: Canvas) -> None:
    canvas.setLineWidth(2)
    canvas.line(130, 697, 205, 697)


@pytest.mark.parametrize(
    "draw",
    [
        _thick,
        _picture,
        _several,
        _rounded,
        _form,
        _white_form,
        _blur,
        _gradient,
        _scribble,
        _short,
    ],
)
def test_words_are_hidden_whatever_was_put_on_them(draw: Callable[[Canvas], None]) -> None:
    read = words_of(_drawn_over(draw))
    assert "███ left." in read
    assert not any(name in read for name in ("Odo", "Marrow", "arrow"))
    assert read.endswith("left.")


@pytest.mark.parametrize("draw", [_frame, _glass, _under])
def test_frames_and_lines_hide_nothing(draw: Callable[[Canvas], None]) -> None:
    assert "The witness Odo Marrow left." in words_of(_drawn_over(draw))


def test_a_mark_with_a_picture_of_its_own_hides_words() -> None:
    plain = _drawn_over(lambda canvas: canvas.setFont("Helvetica", 12))
    document = pypdfium2.PdfDocument(plain)
    page = document[0]
    mark = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_SQUARE)
    pdfium.FPDFAnnot_SetRect(mark, pdfium.FS_RECTF(130, 713, 205, 697))
    pdfium.FPDFAnnot_SetFlags(mark, 4)
    painted = "0.2 0.4 0.2 rg 130 697 75 16 re f".encode("utf-16-le") + b"\0\0"
    words = (ctypes.c_ushort * (len(painted) // 2)).from_buffer_copy(painted)
    pdfium.FPDFAnnot_SetAP(mark, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, words)
    pdfium.FPDFPage_CloseAnnot(mark)
    file = io.BytesIO()
    document.save(file)
    read = words_of(file.getvalue())
    assert "███ left." in read
    assert "Marrow" not in read


@pytest.mark.parametrize("mode", [0, 3])
def test_words_behind_a_scan_are_hidden_where_the_scan_is_black(mode: int) -> None:
    picture = Image.new("L", (1190, 1684), 255)
    draw = ImageDraw.Draw(picture)
    for top in (184, 264):
        for left in range(144, 400, 12):
            draw.rectangle((left, top, left + 6, top + 18), fill=20)
    draw.rectangle((260, 256, 410, 292), fill=0)
    canvas = Drawn()
    for height, line in (
        (740, "The ferry has not sailed yet."),
        (700, "The witness Odo Marrow left."),
    ):
        canvas.drawString(72, height, line, mode=mode)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    read = words_of(canvas.data())
    assert "The ferry has not sailed yet." in read
    assert "The witness ███ left." in read


def _scan(*, mode: int, whited: bool, lower: float = 0) -> bytes:
    """Return a scan of which a machine read the words, before or after somebody whited out a name."""
    lines = [f"Line {at} says that the ferry has not sailed." for at in range(8)]
    lines[3] = "They hold the witness Odo Marrow in the old fort."
    canvas = Drawn()
    for at, line in enumerate(lines):
        canvas.drawString(72, 740 - 40 * at, line)
    picture = pypdfium2.PdfDocument(canvas.data())[0].render(scale=2).to_pil().convert("L")
    if whited:
        left = 72 + stringWidth("They hold the witness ", "Helvetica", 12)
        right = left + stringWidth("Odo Marrow", "Helvetica", 12)
        top = picture.height - 2 * 620
        ImageDraw.Draw(picture).rectangle((left * 2, top - 22, right * 2, top + 8), fill=255)
    canvas = Drawn()
    for at, line in enumerate(lines):
        canvas.drawString(72, 740 - 40 * at - lower, line, mode=mode)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    return canvas.data()


@pytest.mark.parametrize("mode", [0, 3])
def test_words_that_were_taken_off_a_scan_after_it_was_read_are_hidden(mode: int) -> None:
    read = words_of(_scan(mode=mode, whited=True))
    assert "They hold the witness ███ in the old fort." in read
    assert "Odo" not in read
    assert "█" not in words_of(_scan(mode=mode, whited=False))


def test_words_that_lie_beside_those_of_their_scan_are_not_hidden() -> None:
    read = words_of(_scan(mode=3, whited=True, lower=16))
    assert "They hold the witness Odo Marrow in the old fort." in read
    assert "█" not in read


def _drawn_over(draw: Callable[[Canvas], None]) -> bytes:
    canvas = Drawn()
    canvas.drawString(72, 740, "The ferry has not sailed since the first day of the month.")
    canvas.drawString(72, 700, "The witness Odo Marrow left.")
    draw(canvas)
    return canvas.data()


def test_what_nobody_sees_on_the_paper_of_a_pdf_is_not_read() -> None:
    canvas = Drawn()
    canvas.setFillColorRGB(0.9, 0.9, 0.6)
    canvas.rect(72, 697, 300, 14, fill=1, stroke=0)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(72, 700, "Words on a colour are there to be read.")
    canvas.drawString(-300, 660, "Beside")
    canvas.drawString(72, 900, "Above")
    canvas.setFont("Helvetica", 0.4)
    canvas.drawString(72, 660, "Speck")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 620, "Seen by ")
    canvas.drawString(130, 620, "Odo Marrow")
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 640, "White")
    canvas.rect(128, 617, 90, 14, fill=1, stroke=0)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(230, 620, "at night.")
    read = words_of(canvas.data())
    assert "Words on a colour are there to be read." in read
    assert "Seen by ███ at night." in read
    assert not any(word in read for word in ("Beside", "Above", "Speck", "White", "Marrow"))


def test_blank_lines_before_a_pdf_do_not_hide_what_it_is() -> None:
    canvas = Drawn()
    canvas.drawString(72, 700, "Words enough to be read.")
    assert words_of(b"\n" * 3000 + canvas.data()) == "Words enough to be read."
