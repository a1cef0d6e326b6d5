"""A file of any kind to chunks: what it is shows in its bytes, not in its name."""

import re
from dataclasses import replace

from casebook.importing.extract import Extract, Form, shown
from casebook.importing.labelled import find_labels, is_whole, with_labels
from casebook.importing.layout.chunks import chunks_of
from casebook.importing.pdf.pages import read_pdf
from casebook.importing.refusal import Refusal
from casebook.importing.text.decoding import decode
from casebook.importing.text.pages import read_pages
from casebook.importing.web.markdown import is_markdown, read_markdown, without_front
from casebook.importing.web.page import read_web
from casebook.importing.word.document import read_word

_LARGEST_TEXT = 5_000_000

_SAVE = "Save it as PDF, DOCX, HTML, Markdown or text."

_PICTURES = {
    b"\x89PNG": "PNG picture",
    b"\xff\xd8\xff": "JPEG picture",
    b"II*\x00": "TIFF picture",
    b"MM\x00*": "TIFF picture",
    b"GIF8": "GIF picture",
}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MESSAGE = re.compile(r"(?:[\w-]+: .*\n(?:[ \t].*\n)*){0,40}?MIME-Version:", re.IGNORECASE)
_TAGS = re.compile(r"</(?:p|div|td|li|h[1-6])\s*>", re.IGNORECASE)
_FEWEST_TAGS = 3


def extract(data: bytes) -> Extract:
    """Return what a file says; Refusal says why one cannot be read."""
    if not data.strip(b"\0 \t\r\n"):
        raise Refusal("The file is empty.", "Fetch it again from its source.")
    read = _read(data)
    if not any(chunk.words for chunk in read.chunks):
        raise Refusal(
            "The file has no words that a reader sees.", "Fetch it again from its source."
        )
    return read


def _read(data: bytes) -> Extract:
    if not data.startswith(b"PK") and b"%PDF-" in data.lstrip()[:1024]:
        return read_pdf(data.lstrip())
    if data.startswith(b"PK\x03\x04"):
        return read_word(data)
    _refuse_by_magic(data)
    text, guessed = decode(data)
    read = _of_text(text)
    if not guessed:
        return read
    doubt = (
        "it does not say how its letters are encoded, and was read as Western text: look at"
        f" {shown(guessed)} and at names, or save it as UTF-8"
    )
    return replace(read, lost=(doubt, *read.lost))


def _of_text(text: str) -> Extract:
    if len(text) > _LARGEST_TEXT:
        raise Refusal(
            "The file holds far more words than any letter.",
            "Take the letter's own words out of it.",
        )
    if _MESSAGE.match(text[:8000].lstrip()):
        raise Refusal(
            "The file is an e-mail, or a web page saved as one.",
            "Take the letter out of it, or save the page as HTML.",
        )
    is_page = bool(_HTML.match(text[:4000]))
    if not is_page and text.lstrip().startswith(("<?xml", "%!PS")):
        raise Refusal("The file is of a kind that is not known: XML or PostScript.", _SAVE)
    if is_page or len(_TAGS.findall(text)) >= _FEWEST_TAGS:
        return read_web(text)
    text = without_front(text)
    if labels := find_labels(text):
        read = read_markdown(text)
        chunks = tuple(with_labels(read.chunks, labels))
        written = f"{text.strip(chr(10))}\n" if is_whole(text) else ""
        return replace(read, chunks=chunks, written=written)
    if is_markdown(text):
        return read_markdown(text)
    pages = read_pages(text)
    return Extract(Form.TEXT, chunks_of(pages), len(pages) if len(pages) > 1 else None)


def _refuse_by_magic(data: bytes) -> None:
    for magic, name in _PICTURES.items():
        if data.startswith(magic):
            raise Refusal(
                f"The file is a {name}.",
                "Put the pages into one PDF; OCRmyPDF makes one of pictures, with the words.",
            )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data:
            raise Refusal(
                "The Word file is protected by a password.",
                "Save a copy without password.",
            )
        raise Refusal("The file is of the old Word format.", _SAVE)
    if data.startswith(b"{\\rtf"):
        raise Refusal("The file is an RTF document.", _SAVE)
