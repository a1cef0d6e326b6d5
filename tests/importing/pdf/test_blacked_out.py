"""What a file hides from its readers does not come out of it."""

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
from tests.importing.printed_word import zip_of

from casebook.importing.extraction import extract

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def words_of(data: bytes) -> str:
    return " ".join(chunk.words for chunk in extract(data).chunks)


def test_words_under_a_black_box_are_blacked_out() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
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
    canvas.save()
    read = words_of(file.getvalue())
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
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    for height, line in (
        (740, "The ferry has not sailed yet."),
        (700, "The witness Odo Marrow left."),
    ):
        text = canvas.beginText(72, height)
        text.setTextRenderMode(mode)
        text.textOut(line)
        canvas.drawText(text)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.save()
    read = words_of(file.getvalue())
    assert "The ferry has not sailed yet." in read
    assert "The witness ███ left." in read


def _scan(*, mode: int, whited: bool, lower: float = 0) -> bytes:
    """Return a scan of which a machine read the words, before or after somebody whited out a name."""
    lines = [f"Line {at} says that the ferry has not sailed." for at in range(8)]
    lines[3] = "They hold the witness Odo Marrow in the old fort."
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for at, line in enumerate(lines):
        canvas.drawString(72, 740 - 40 * at, line)
    canvas.save()
    picture = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=2).to_pil().convert("L")
    if whited:
        left = 72 + stringWidth("They hold the witness ", "Helvetica", 12)
        right = left + stringWidth("Odo Marrow", "Helvetica", 12)
        top = picture.height - 2 * 620
        ImageDraw.Draw(picture).rectangle((left * 2, top - 22, right * 2, top + 8), fill=255)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for at, line in enumerate(lines):
        text = canvas.beginText(72, 740 - 40 * at - lower)
        text.setTextRenderMode(mode)
        text.textOut(line)
        canvas.drawText(text)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.save()
    return file.getvalue()


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
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.drawString(72, 740, "The ferry has not sailed since the first day of the month.")
    canvas.drawString(72, 700, "The witness Odo Marrow left.")
    draw(canvas)
    canvas.save()
    return file.getvalue()


def test_what_nobody_sees_on_the_paper_of_a_pdf_is_not_read() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
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
    canvas.save()
    read = words_of(file.getvalue())
    assert "Words on a colour are there to be read." in read
    assert "Seen by ███ at night." in read
    assert not any(word in read for word in ("Beside", "Above", "Speck", "White", "Marrow"))


def word_file(runs: str, styles: str = "") -> bytes:
    body = f'<w:document xmlns:w="{_W}"><w:body><w:p>{runs}</w:p></w:body></w:document>'
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    parts = {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": body}
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{_W}">{styles}</w:styles>'
        parts["word/_rels/document.xml.rels"] = relations.replace(
            "relationships/officeDocument", "relationships/styles"
        ).replace("word/document.xml", "styles.xml")
    return zip_of({name: content.encode() for name, content in parts.items()})


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_hidden_text_of_word_stays_hidden() -> None:
    data = word_file(
        run("Seen ")
        + run("unseen ", "<w:vanish/>")
        + run("shown ", '<w:vanish w:val="false"/>')
        + run("Odo", '<w:highlight w:val="black"/>')
        + run(" white", '<w:highlight w:val="black"/><w:color w:val="FFFFFF"/>')
        + run(" shaded", '<w:shd w:fill="000000"/>')
        + run(" Marrow", '<w:shd w:fill="000000"/><w:color w:val="000000"/>')
    )
    assert words_of(data) == "Seen shown ███ white shaded ███"


BAR = '<w:shd w:val="clear" w:fill="101010"/>'
INK = '<w:color w:val="000000"/>'
STYLES = (
    f'<w:style w:type="character" w:styleId="Bar"><w:rPr>{INK}{BAR}</w:rPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="Ink"><w:rPr>{INK}</w:rPr></w:style>'
)


@pytest.mark.parametrize(
    "hiding",
    [
        run("Marrow", '<w:rStyle w:val="Bar"/>'),
        run("Marrow", INK + '<w:shd w:val="solid" w:color="000000" w:fill="auto"/>'),
        run("Marrow", '<w:color w:val="000080"/><w:highlight w:val="darkBlue"/>'),
        f"</w:p><w:p><w:pPr>{BAR}</w:pPr>" + run("Marrow", INK) + "</w:p><w:p>",
        f'</w:p><w:p><w:pPr><w:pStyle w:val="Ink"/>{BAR}</w:pPr>' + run("Marrow") + "</w:p><w:p>",
        f"</w:p><w:tbl><w:tr><w:tc><w:tcPr>{BAR}</w:tcPr><w:p>"
        + run("Marrow", INK)
        + "</w:p></w:tc></w:tr></w:tbl><w:p>",
    ],
)
def test_words_of_word_on_their_own_colour_are_blacked_out(hiding: str) -> None:
    assert words_of(word_file(run("Seen ") + hiding + run(" shown"), STYLES)) == "Seen ███ shown"


def test_words_of_word_on_another_colour_are_read() -> None:
    shown = (
        run("Odo ", '<w:color w:val="FFFFFF"/>' + BAR)
        + run("Marrow ", BAR)
        + run("left", '<w:color w:val="FF0000"/><w:highlight w:val="yellow"/>')
    )
    assert words_of(word_file(shown, STYLES)) == "Odo Marrow left"


def test_text_that_a_style_hides_stays_hidden() -> None:
    data = word_file(
        run("Seen ")
        + run("one ", '<w:rStyle w:val="Hidden"/>')
        + run("two ", '<w:rStyle w:val="After"/>')
        + run("shown.", '<w:rStyle w:val="After"/><w:vanish w:val="0"/>')
        + '</w:p><w:p><w:pPr><w:pStyle w:val="After"/></w:pPr>'
        + run("Three."),
        '<w:style w:type="paragraph" w:styleId="Hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="After"><w:name w:val="After"/><w:basedOn w:val="Hidden"/></w:style>',
    )
    assert words_of(data) == "Seen shown."


def test_words_in_the_colour_of_the_paper_are_not_read() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    data = word_file(
        run("Seen ")
        + run("white ", white)
        + run("speck ", '<w:sz w:val="2"/>')
        + run("on grey ", f'<w:shd w:fill="404040"/>{white}')
        + run("Marrow", '<w:shd w:fill="0D0D0D"/><w:color w:val="111111"/>')
        + "</w:p><w:tbl><w:tr><w:tc><w:p>"
        + run("Heading", white)
        + "</w:p></w:tc></w:tr></w:tbl><w:p>"
        + run(" end")
    )
    assert words_of(data) == "Seen on grey ███ Heading end"


def test_what_a_browser_does_not_show_is_not_read() -> None:
    page = (
        "<html><body><p>Seen.</p><p hidden>One</p><div style='Display : none'>Two</div>"
        "<p>And <span style='visibility:hidden'>three</span>this"
        "<span style='font-size:0px'>four</span><span style='opacity: 0.0'>five</span>"
        "<span style='opacity:0.9;font-size:0.9em'>, too</span>.</p></body></html>"
    )
    assert words_of(page.encode()) == "Seen. And this, too."


def test_blank_lines_before_a_pdf_do_not_hide_what_it_is() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.drawString(72, 700, "Words enough to be read.")
    canvas.save()
    assert words_of(b"\n" * 3000 + file.getvalue()) == "Words enough to be read."
