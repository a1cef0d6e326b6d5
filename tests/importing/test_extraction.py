"""Files of every kind, good and bad: read for what they are, or turned down in one sentence."""

import io
import time
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.importing.drawn import Drawn, word_file
from tests.importing.measure import mandate_names
from tests.importing.printed_pdf import print_pdf
from tests.importing.printed_word import print_docx, zip_of
from tests.importing.sample import read_sample

from casebook.importing.extract import Form
from casebook.importing.extraction import extract
from casebook.importing.importer import take_apart
from casebook.importing.refusal import Refusal

SAMPLE = read_sample("en-other-letter")
PDF = print_pdf(SAMPLE)
WORD = print_docx(SAMPLE)


def encrypted_pdf() -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 700, "A letter.")
    canvas.save()
    return held.getvalue()


def picture_pdf() -> bytes:
    canvas = Drawn()
    for _ in range(3):
        canvas.rect(72, 72, 300, 300, fill=1)
        canvas.showPage()
    return canvas.data()


def password_word() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    )


@cache
def bomb_word() -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(200):
            part.write(b" " * 1_000_000)
    return held.getvalue()


def lying_word() -> bytes:
    """An archive that declares a small part, and holds a large one."""
    good = bytearray(zip_of({"word/document.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}))
    size = (5_000_007).to_bytes(4, "little")
    at = good.find(size)
    while at >= 0:
        good[at : at + 4] = (100).to_bytes(4, "little")
        at = good.find(size)
    return bytes(good)


def entities_word() -> bytes:
    """Ten to the power of nine times lol."""
    names = ["lol", *(f"lol{number}" for number in range(1, 10))]
    entities = '<!ENTITY lol "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    document = f'<?xml version="1.0"?><!DOCTYPE d [{entities}]><d>&lol9;</d>'
    return zip_of({"word/document.xml": document.encode(), "[Content_Types].xml": b"<Types/>"})


@cache
def inflating_pdf() -> bytes:
    """A page whose words inflate to 400 MB."""
    compressor = zlib.compressobj(9)
    stream = (
        b"".join(compressor.compress(b" " * 1_000_000) for _ in range(400)) + compressor.flush()
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>startxref\n%d\n%%%%EOF"
        % (table, len(body))
    )


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "zero bytes": (lambda: b"", "empty"),
    "blanks only": (lambda: b" \n\t\n", "empty"),
    "a PDF with a password": (encrypted_pdf, "protected by a password"),
    "a PDF cut off": (lambda: PDF[: len(PDF) // 8], "damaged or cut off"),
    "a PDF of noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged or cut off"),
    "a PDF of pictures": (picture_pdf, "pictures of pages and no words"),
    "a PDF that inflates": (inflating_pdf, "pictures of pages and no words"),
    "a Word file with a password": (password_word, "protected by a password"),
    "a Word file cut off": (lambda: WORD[: len(WORD) // 2], "damaged or cut off"),
    "a Word file that inflates": (bomb_word, "unpacks to far more"),
    "a Word file that lies about its size": (lying_word, "damaged or cut off"),
    "a Word file of entities": (entities_word, "damaged or cut off"),
    "an archive of something else": (
        lambda: zip_of({"letter.txt": b"A letter."}),
        "no Word document",
    ),
    "a file of the old Word format": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "old Word format",
    ),
    "RTF": (lambda: b"{\\rtf1 A letter.}", "RTF"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "PNG picture"),
    "noise": (lambda: bytes(range(256)) * 20, "no text either"),
    "an e-mail": (
        lambda: b"From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n\n<p>A letter.</p>",
        "an e-mail",
    ),
    "a page without words": (lambda: b"<html><body><script>x</script></body></html>", "no words"),
    "a Word file without words": (lambda: word_file("<w:p/>"), "no words"),
    "Markdown without words": (lambda: b"[a]: https://example.org\n\n# \n\n[](x)\n", "no words"),
    "a document of XML": (
        lambda: b'<?xml version="1.0"?><w:document>A letter.</w:document>',
        "XML",
    ),
    "Cyrillic of an old machine": (lambda: "Уважаемый господин".encode("cp1251"), "old encoding"),
    "Arabic of an old machine": (lambda: "رسالة إلى الحكومة".encode("cp1256"), "old encoding"),
    "far too many words": (lambda: b"word " * 1_200_000, "far more words"),
}
"""Files that are turned down, each made by the test that needs it, and what is said of it."""


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_turned_down_in_one_sentence(name: str) -> None:
    make, words = BAD[name]
    data = make()
    with pytest.raises(Refusal) as caught:
        extract(data)
    assert words in caught.value.message
    assert caught.value.message.endswith(".")
    assert caught.value.message.count(". ") == 0
    assert caught.value.help.endswith(".")


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (PDF, Form.PDF),
        (b"\n\n" + PDF, Form.PDF),
        (WORD, Form.WORD),
        (b"<!DOCTYPE html><p>A letter.</p>", Form.HTML),
        (b"<p>One.</p><p>Two.</p><div>Three.</div>", Form.HTML),
        (b"# A letter\n\nWith **bold** words.\n", Form.MARKDOWN),
        (b"A letter.\n\nWith words.\n", Form.TEXT),
        ("Côte d’Ivoire".encode("cp1252"), Form.TEXT),
        ("Été".encode("utf-16"), Form.TEXT),
        (b"\xef\xbb\xbfA letter.", Form.TEXT),
        (b"From: the Mission\nTo: the Office\nSubject: a reply\n\nA letter.", Form.TEXT),
        (b'<?xml version="1.0"?>\n<html><p>A letter.</p></html>', Form.HTML),
    ],
)
def test_a_file_is_what_its_bytes_say(data: bytes, form: Form) -> None:
    assert extract(data).form is form


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85"])
def test_a_line_ends_as_any_machine_ends_one(end: str) -> None:
    chunks = extract(f"A letter.{end}{end}Its words.".encode()).chunks
    assert [chunk.words for chunk in chunks] == ["A letter.", "Its words."]


def test_words_survive_old_encodings() -> None:
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        (chunk,) = extract("Détention à l’île".encode(encoding)).chunks
        assert chunk.words == "Détention à l’île"


def test_pages_are_counted_where_there_are_pages() -> None:
    assert extract(PDF).pages == 2
    assert extract(WORD).pages is None
    assert extract(b"One page.\fAnother.").pages == 2


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 60_000,
        b"> " * 40_000 + b"x",
        b"**" * 60_000 + b"x",
        b"(a) " * 60_000,
        b"# x\n" * 20_000,
        b"x-\ny" * 40_000,
        b"<p>x</p>" + b"<table><tr><td>" * 9_000 + b"</td></td></td></p></p></p>",
        b"a\n" * 20_000,
        b"Mr. A " * 40_000,
        b"".join(b"Mr. A%s Bc " % (b"b" * (at % 997)) for at in range(3_000)),
        "Mr. Ann “Bob ".encode() * 20_000,
        b"a" * 60_000,
        b"a" * 60_000 + b"-\nb",
        b"1 2 3 4 " * 40_000,
        b"- [^1]\n" * 20_000 + b"[x](#)",
        b"<!-- a -->\n" * 300 + b"<p>x</p>",
    ],
    ids=lambda data: str(data[:14]),
)
def test_a_text_made_to_be_slow_is_not(data: bytes) -> None:
    started = time.process_time()
    take_apart(extract(data), mandate_names())
    assert time.process_time() - started < 20


def test_three_hundred_pages_take_less_than_twenty_seconds() -> None:
    canvas = Drawn()
    for page in range(300):
        for row in range(45):
            canvas.drawString(72, 760 - 15 * row, f"Line {row} of page {page}, {'words ' * 11}")
        canvas.showPage()
    started = time.process_time()
    assert extract(canvas.data()).pages == 300
    assert time.process_time() - started < 20
