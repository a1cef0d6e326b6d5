"""Word files: the archive is looked over first, then mammoth makes it HTML."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import mammoth

from casebook.importing.markers import is_marker
from casebook.importing.pieces import Chunk, Role, joined, plain
from casebook.importing.refusal import Refusal
from casebook.importing.web_page import web_chunks
from casebook.importing.word_numbers import ANCHOR, without_hidden_text, write_numbers

_MAIN = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"
_NOTES = frozenset(("word/footnotes.xml", "word/endnotes.xml"))
_NUMBER = re.compile(rf"#{ANCHOR}([0-9])")
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
        _NUMBERING,
        _STYLES,
        "word/_rels/footnotes.xml.rels",
        "word/_rels/endnotes.xml.rels",
    )
)
"""What of the archive is read; pictures, embedded files and links to others never are."""


def word_chunks(data: bytes) -> tuple[Chunk, ...]:
    """Return the chunks of a Word file (.docx). Changes that wait for a decision count as made."""
    parts = _parts(data)
    try:
        numbering = parts.pop(_NUMBERING, b"")
        parts[_MAIN] = write_numbers(parts[_MAIN], numbering, parts.get(_STYLES, b""))
        for name in parts.keys() & _NOTES:
            parts[name] = without_hidden_text(parts[name], parts.get(_STYLES, b""))
        result: Any = mammoth.convert_to_html(
            _archive(parts), id_prefix="", convert_image=_no_picture
        )
    except Exception:  # noqa: BLE001 - whatever trips mammoth over a damaged file, the file is damaged
        raise _broken() from None
    return tuple(_numbered(web_chunks(str(result.value))))


def _numbered(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """Yield chunks, those that begin with a number of Word's own as items."""
    for chunk in chunks:
        first = chunk.pieces[0] if chunk.pieces else None
        number = _NUMBER.fullmatch(first.target) if first else None
        if not first or not number:
            yield chunk
            continue
        marker, rest, depth = first.text.strip(), chunk.pieces[1:], int(number[1])
        if not is_marker(marker):
            yield replace(chunk, pieces=joined((replace(first, target=""),), rest))
        elif plain(rest).strip():
            role = chunk.role if chunk.role is Role.HEADING else Role.ITEM
            yield replace(chunk, pieces=rest, role=role, marker=marker, depth=depth)


def _no_picture(_image: Any) -> list[Any]:
    return []


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of the archive that are read, none of them larger than it may be.

    The sizes that an archive declares are looked at before anything is inflated; zipfile reads no
    more than what is declared.
    """
    held: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
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
                held[part.filename] = archive.read(part)
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        zlib.error,
    ):
        raise _broken() from None
    if _MAIN not in held:
        raise Refusal(
            "The file is a ZIP archive, but no Word document.",
            "Unpack it, and import the PDF, DOCX, HTML, Markdown or text file in it.",
        )
    if any(b"<!DOCTYPE" in part for part in held.values()):
        # Word writes none; what has one has entities that stand for a thousand others.
        raise _broken()
    return held


def _archive(parts: dict[str, bytes]) -> io.BytesIO:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as bare:
        for name, content in parts.items():
            bare.writestr(zipfile.ZipInfo(name), content)
    held.seek(0)
    return held


def _bomb() -> Refusal:
    return Refusal(
        "The Word file unpacks to far more than any letter holds.",
        "Save the letter alone as a new file.",
    )


def _broken() -> Refusal:
    return Refusal("The Word file is damaged or cut off.", "Fetch it again from its source.")
