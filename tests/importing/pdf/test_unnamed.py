"""PDFs that do not say which letters they print: their fonts number glyphs, and name none."""

import pytest
from tests.importing.pdf.test_layers import pdf, said

from casebook.importing.extraction import extract
from casebook.importing.refusal import Refusal

GLYPHS = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Quay /Encoding /Identity-H /DescendantFonts"
    " [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Quay /DW 500 /CIDSystemInfo"
    " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type"
    " /FontDescriptor /FontName /ABCDEF+Quay /Flags 4 /FontBBox [0 0 999 999] /ItalicAngle 0"
    " /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>"
)


def test_a_letter_that_is_not_named_is_shown_and_told() -> None:
    middle = "BT /F2 12 Tf 72 650 Td <0037004b0048> Tj ET\n"
    data = pdf(middle, off="").replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 " + GLYPHS.encode(), 1)
    read = extract(data)
    assert [chunk.words for chunk in read.chunks][1] == "\ufffd\ufffd\ufffd"
    (told,) = read.lost
    assert told.startswith("page 1 has letters of which the file does not say which they are;")


def test_a_file_that_names_few_of_its_letters_is_turned_down() -> None:
    middle = f"BT /F2 12 Tf 72 650 Td <{'0037004b0048' * 40}> Tj ET\n"
    data = pdf(middle, off="").replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 " + GLYPHS.encode(), 1)
    with pytest.raises(Refusal) as caught:
        extract(data)
    assert caught.value.message == "The PDF does not say which letters it prints."


def test_letters_that_are_named_are_read() -> None:
    assert not extract(pdf(said(650, "shown"), off="")).lost
