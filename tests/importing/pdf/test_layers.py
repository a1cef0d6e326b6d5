"""What a PDF prints over its words, and what of them it never prints."""

import zlib

import pytest
from tests.importing.drawn import Drawn, paragraphs_of

from casebook.importing.pdf.layers import has_layers

CATALOGUE = "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D << {off} >> >> >>"
OFF = "/OFF [6 0 R]"
PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<"
    " /Font << /F1 5 0 R >> /Properties << /L0 {layer} >> /XObject << /X0 7 0 R >> >> >>"
)


def said(height: int, text: str, mode: int = 0) -> str:
    return f"BT {mode} Tr /F1 12 Tf 72 {height} Td ({text}) Tj ET\n"


def pdf(middle: str, off: str = OFF, layer: str = "6 0 R") -> bytes:
    """Return a page of three lines, of which the middle one is given."""
    content = said(700, "The first line. It ends.") + middle + said(600, "I - the last line.")
    form = said(650, "hidden")
    objects = (
        CATALOGUE.format(off=off),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE.format(layer=layer),
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /OCG /Name (A layer) >>",
        (
            "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC 6 0 R /Resources <<"
            f" /Font << /F1 5 0 R >> >> /Length {len(form)} >>\nstream\n{form}\nendstream"
        ),
    )
    written, places = "%PDF-1.5\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 8\n0000000000 65535 f \n{table}trailer << /Size 8 /Root 1 0 R >>\nstartxref\n"
    return f"{written}{end}{len(written)}\n%%EOF".encode()


ON_LAYER = f"/OC /L0 BDC\n{said(650, 'hidden')}EMC\n"


@pytest.mark.parametrize(
    "data",
    [
        pdf(ON_LAYER),
        pdf(ON_LAYER, off="/BaseState /OFF"),
        pdf(ON_LAYER, layer="<< /Type /OCMD /OCGs [6 0 R] /P /AllOn >>"),
        pdf(f"/OC /L0 BDC\n/Span << /MCID 0 >> BDC\n{said(650, 'hidden')}EMC\nEMC\n"),
        pdf("/X0 Do\n"),
        pdf(f"q 0 0 10 10 re W n\n{said(650, 'hidden')}Q\n"),
        pdf(f"q\n{said(650, 'hidden', 3)}Q\n"),
        pdf(f"q\n{said(650, 'hidden', 7)}Q\n"),
    ],
)
def test_what_is_not_printed_is_not_read(data: bytes) -> None:
    assert paragraphs_of(data) == ["The first line. It ends.", "I - the last line."]


@pytest.mark.parametrize(
    "data",
    [
        pdf(ON_LAYER, off=""),
        pdf("/X0 Do\n", off=""),
        pdf(f"q 0 600 595 100 re W n\n{said(650, 'hidden')}Q\n"),
    ],
)
def test_what_is_printed_is_read(data: bytes) -> None:
    assert paragraphs_of(data) == ["The first line. It ends.", "hidden", "I - the last line."]


def test_a_catalogue_that_is_packed_is_looked_at() -> None:
    plain = pdf(ON_LAYER)
    named = plain.replace(b"/OCProperties", b"/OCPropertiez")
    packed = zlib.compress(b"1 0 << /OCProperties << >> >>")
    assert "hidden" in paragraphs_of(named)
    stream = b"9 0 obj << /Type /ObjStm /Length %d >> stream\n%s\nendstream endobj\n"
    assert has_layers(stream % (len(packed), packed))
    assert not has_layers(stream % (7, b"nothing"))


def test_a_form_that_was_filled_in_is_read() -> None:
    canvas = Drawn()
    canvas.drawString(72, 700, "The letter has a date that somebody filled in.")
    canvas.acroForm.textfield(name="date", value="17 March 2031", x=72, y=600, width=200, height=20)
    assert "17 March 2031" in paragraphs_of(canvas.data())
