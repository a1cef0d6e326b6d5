"""What a file is, by its bytes: servers say many things."""

import re
from enum import StrEnum
from pathlib import Path

from casebook.originals.places import Place

HEAD = 1024
"""How many bytes tell the kind."""


class Kind(StrEnum):
    """The kinds of originals that the importer reads."""

    PDF = "PDF"
    WORD = "DOCX"
    HTML = "HTML"
    TEXT = "text"


ACCEPTED = (
    "application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document, "
    "text/html, text/plain;q=0.9, */*;q=0.1"
)
"""What is asked for. The last part keeps servers from refusing what they have under another name."""

_HTML = re.compile(
    rb"(?:<\?xml[^>]*>|<!--(?:(?!-->).)*-->|\s)*<(?:!doctype\s+html|html|head|body|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_DOCUMENT_TYPES = ("application/pdf", "application/vnd.openxmlformats", "application/msword")
_DOCUMENT_NAMES = (".pdf", ".docx", ".doc")
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f")


def kind_of(head: bytes) -> Kind | None:
    """Return what a file is that begins with these bytes; None when it is nothing we take.

    DOCX is any ZIP here; `is_whole` looks further.
    """
    if b"%PDF-" in head[:HEAD]:
        return Kind.PDF
    if head.startswith(b"PK\x03\x04"):
        return Kind.WORD
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Kind.TEXT
    body = head.removeprefix(b"\xef\xbb\xbf")
    if not body.strip() or _CONTROLS.intersection(body) or body.startswith(b"{\\rtf"):
        return None
    return Kind.HTML if _HTML.match(body) else Kind.TEXT


def is_page_instead(kind: Kind, declared: str, place: Place) -> bool:
    """Whether a web page came where a document was announced: an error page, or a sign-in.

    `declared` is the Content-Type; the address may announce a document too.
    """
    name = place.target.partition("?")[0].lower()
    announced = declared.lower().startswith(_DOCUMENT_TYPES) or name.endswith(_DOCUMENT_NAMES)
    return kind is Kind.HTML and announced


def why_not_whole(path: Path, kind: Kind) -> str | None:
    """Return what a file lacks that its kind has, as the end of a sentence, or None."""
    data = path.read_bytes()
    if kind is Kind.PDF and b"%%EOF" not in data[-2048:]:
        return "the PDF has no end"
    if kind is Kind.WORD and b"word/document.xml" not in data:
        return "the file is a ZIP and no DOCX"
    if kind is Kind.WORD and b"PK\x05\x06" not in data[-66_000:]:
        return "the DOCX has no end"
    return None
