"""Word files: the archive is looked over first, then mammoth makes it HTML."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import mammoth

from casebook.importing.extract import Extract, Form, shown, told_of_struck
from casebook.importing.markers import is_marker
from casebook.importing.pieces import Chunk, Role, joined, plain
from casebook.importing.refusal import Refusal
from casebook.importing.web.page import read_web
from casebook.importing.word.heads import put_heads
from casebook.importing.word.hidden import struck_words, without_hidden
from casebook.importing.word.missing import missing_words
from casebook.importing.word.numbers import ANCHOR, write_numbers
from casebook.importing.word.parts import WordParts, find_parts
from casebook.importing.word.wrapped import check_is_whole, count_pictures, in_usual_names, unwrap
from casebook.words.wording import count_words, noun_words

_NUMBER = re.compile(rf"#{ANCHOR}([0-9])")
_LARGEST_PART = 60_000_000
_LARGEST = 120_000_000
_MOST_PARTS = 3000
_DTD = ["<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be")]


def read_word(data: bytes) -> Extract:
    """Return what a Word file (.docx) says. Changes that wait for a decision count as made."""
    names, parts = _parts(data)
    heads = {each: parts.get(name, b"") for each, name in names.heads.items()}
    parts = {name: part for name, part in parts.items() if name not in names.heads.values()}
    try:
        numbering = _parsed(parts.pop(names.kinds["numbering"], b""))
        styles = _parsed(parts.get(names.kinds["styles"], b""))
        root = _parsed(parts[names.main])
        check_is_whole(root)
        put_heads(root, heads, _parsed)
        unwrap(root)
        pictures = count_pictures(root)
        without_hidden(root, styles)
        struck = struck_words(root)
        write_numbers(root, numbering, styles)
        parts[names.main] = _written(root)
        for name in parts.keys() & set(names.notes):
            note = _parsed(parts[name])
            unwrap(note)
            without_hidden(note, styles)
            parts[name] = _written(note)
        result: Any = mammoth.convert_to_html(
            _archive(parts), id_prefix="", convert_image=_no_picture
        )
    except Refusal:
        raise
    except Exception:  # noqa: BLE001 - whatever trips mammoth over a damaged file, the file is damaged
        raise _broken() from None
    chunks = tuple(_numbered(read_web(str(result.value)).chunks))
    if pictures and not any(chunk.words for chunk in chunks):
        raise Refusal(
            "The Word file holds pictures and no words.",
            "Save it as PDF; OCRmyPDF reads the words off them.",
        )
    lost = missing_words(
        (_parsed(parts.get(name, b"")) for name in (names.main, *names.notes)), chunks
    )
    return Extract(Form.WORD, chunks, lost=tuple(_lost(pictures, struck, lost)))


def _lost(pictures: int, struck: str, missing: str) -> Iterator[str]:
    if missing:
        yield (
            f"it has words that are not in the text, in something that nobody reads here:"
            f" {shown(missing)}; look for them, and for more, in the file"
        )
    if pictures:
        show = noun_words(pictures, "it shows", "they show")
        cover = noun_words(pictures, "it covers", "they cover")
        yield (
            f"it has {count_words(pictures, 'picture')}: what {show} is not in the text, and"
            f" words that {cover} are; look at both"
        )
    yield from told_of_struck(struck)


def _parsed(part: bytes) -> ET.Element:
    # Parts with a DTD were turned down before.
    return ET.fromstring(part) if part else ET.Element("none")  # noqa: S314


def _written(root: ET.Element) -> bytes:
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


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


def _parts(data: bytes) -> tuple[WordParts, dict[str, bytes]]:
    """Return the parts of the archive that are read, none of them larger than it may be.

    Pictures, embedded files and links to others never are. The sizes that an archive declares are
    looked at before anything is inflated; zipfile reads no more than what is declared.
    """
    held: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.filename: part for part in archive.infolist()}
            if len(parts) < len(archive.infolist()):
                raise _broken()  # of two parts of one name, nobody knows which Word would show
            if (
                len(parts) > _MOST_PARTS
                or sum(each.file_size for each in parts.values()) > _LARGEST
            ):
                raise _bomb()
            names = find_parts(lambda name: _read(archive, parts.get(name)))
            for name in names.names:
                if name in parts:
                    held[name] = in_usual_names(_read(archive, parts[name]))
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        zlib.error,
        ET.ParseError,
    ):
        raise _broken() from None
    if names.main not in held:
        raise _no_word(parts.keys())
    return names, held


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo | None) -> bytes:
    if part is None:
        return b""
    if part.file_size > _LARGEST_PART:
        raise _bomb()
    if part.flag_bits & 1:
        raise Refusal(
            "The Word file is protected by a password.",
            "Save a copy without password.",
        )
    content = archive.read(part)
    if any(mark in content for mark in _DTD):
        # Word writes none; what has one has entities that stand for a thousand others.
        raise _broken()
    return content


def _no_word(names: Iterable[str]) -> Refusal:
    roots = {name.split("/")[0] for name in names}
    known = next((what for root, what in _OTHERS.items() if root in roots), None)
    if known:
        return Refusal(f"The file is {known}, and no Word document.", "Save it as PDF or DOCX.")
    return Refusal(
        "The file is a ZIP archive, but no Word document.",
        "Unpack it, and import the PDF, DOCX, HTML, Markdown or text file in it.",
    )


_OTHERS = {
    "content.xml": "an OpenDocument file (.odt)",
    "xl": "an Excel workbook",
    "ppt": "a PowerPoint presentation",
    "Index": "a file of Apple Pages",
    "index.apxl": "a file of Apple Pages",
    "META-INF": "an electronic book or a program",
}
"""What else is a ZIP archive, by what lies at its top."""


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
