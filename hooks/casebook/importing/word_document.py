"""Word files: the archive is looked over first, then mammoth makes it HTML."""

import io
import zipfile
import zlib
from typing import Any

import mammoth

from casebook.importing.pieces import Chunk
from casebook.importing.refusal import Refusal
from casebook.importing.web_page import web_chunks

_MAIN = "word/document.xml"
_LARGEST_PART = 60_000_000
_LARGEST = 120_000_000
_MOST_PARTS = 3000
_NEEDED = frozenset(
    (
        _MAIN,
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/footnotes.xml",
        "word/endnotes.xml",
        "word/numbering.xml",
        "word/styles.xml",
        "word/_rels/footnotes.xml.rels",
        "word/_rels/endnotes.xml.rels",
    )
)
"""What of the archive is read; pictures, embedded files and links to others never are."""


def word_chunks(data: bytes) -> tuple[Chunk, ...]:
    """Return the chunks of a Word file (.docx)."""
    bare = _bare_archive(data)
    try:
        result: Any = mammoth.convert_to_html(
            io.BytesIO(bare), id_prefix="", convert_image=_no_picture
        )
    except Exception:  # noqa: BLE001 - whatever trips mammoth over a damaged file, the file is damaged
        raise _broken() from None
    return web_chunks(str(result.value))


def _no_picture(_image: Any) -> list[Any]:
    return []


def _bare_archive(data: bytes) -> bytes:
    """Return the archive with the parts that are read, none of them larger than it may be.

    The sizes that an archive declares are looked at before anything is inflated; zipfile reads no
    more than what is declared.
    """
    held = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(held, "w") as bare:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
                raise _bomb()
            for part in parts:
                if part.filename not in _NEEDED:
                    continue
                if part.file_size > _LARGEST_PART:
                    raise _bomb()
                if part.flag_bits & 1:
                    raise Refusal(
                        "The Word file is protected by a password.",
                        "Save a copy without password.",
                    )
                bare.writestr(zipfile.ZipInfo(part.filename), archive.read(part))
            if _MAIN not in bare.namelist():
                raise Refusal(
                    "The file is a ZIP archive, but no Word document.",
                    "Unpack it, and import the PDF, DOCX, HTML, Markdown or text file in it.",
                )
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        zlib.error,
    ):
        raise _broken() from None
    return held.getvalue()


def _bomb() -> Refusal:
    return Refusal(
        "The Word file unpacks to far more than any letter holds.",
        "Save the letter alone as a new file.",
    )


def _broken() -> Refusal:
    return Refusal("The Word file is damaged or cut off.", "Fetch it again from its source.")
