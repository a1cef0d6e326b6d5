"""The words in a file of the site, whatever its format: where a name could hide."""

import gzip
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from io import BytesIO
from urllib.parse import unquote_to_bytes
from zipfile import BadZipFile, ZipFile

from casebook.sealing.encodings import (
    base64_in,
    readings_of,
    without_entities,
    without_escapes,
)

LARGEST_UNPACKED = 200_000_000
"""Bytes; what unpacks to more is none of ours."""

_LONGEST_NOTE = 2_000_000
"""Bytes of words that lie packed in a picture."""

_TAG = re.compile(r"<[^<>]*>")
_PERCENT = re.compile(rb"(?:%[0-9a-fA-F]{2})+")
_TWICE = re.compile(rb"%25(?=[0-9a-fA-F]{2})")
"""As in the address of a page that another one translates."""
_BREAK = re.compile(r"<wbr\b[^<>]*>")
"""Parts no word."""
_WIDE = {
    "utf-16-le": re.compile(rb"(?:[ -\xff]\0|.[\1-\6]){5,}", re.DOTALL),
    "utf-16-be": re.compile(rb"(?:\0[ -\xff]|[\1-\6].){5,}", re.DOTALL),
}
"""Words of two bytes a letter, up to Arabic: cameras and offices write them so."""
_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS = (b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"IEND")
_SQLITE = b"SQLite format 3\0"
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\3\4"
_PDF = b"%PDF-"
_PDF_STREAM = re.compile(rb"stream\r?\n")
_PDF_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")

_OLDER = ("cp1251", "koi8-r", "cp1256")
"""In which text of Cyrillic and Arabic letters was kept, and still is by some offices."""

_PIECE = 1 << 16
_DEEPEST = 4
"""How deep one thing may lie packed in another."""


def texts_in(path: str, content: bytes) -> Iterator[str]:
    """Yield the words of a file, and of its name, as a reader or a program could see them."""
    yield from _words_in(path.encode("utf-8", "surrogatepass"))
    yield from _texts(content, _DEEPEST)


def _texts(content: bytes, depth: int) -> Iterator[str]:
    if not depth:
        return
    if content.startswith(_SQLITE):
        yield from _rows(content)
    if content.startswith(_GZIP) and (unpacked := _unpacked(content)):
        yield from _texts(unpacked, depth - 1)
        return
    if content.startswith(_ZIP) and (parts := _parts(content)):
        for name, part in parts:
            yield name
            yield from _texts(part, depth - 1)
        return
    if content.startswith(_PDF):
        yield from _pdf_texts(content)
    if content.startswith(_PNG):
        yield from _png_texts(content)
        return
    for held in base64_in(content):
        yield from _texts(held, depth - 1)
    is_text = b"\0" not in content
    if b"\0" in content:
        # Strings of two bytes a letter, as pictures and offices write them, become plain.
        if not content.startswith(_SQLITE):
            yield from _wide_words(content)
        yield from _words_in(content.replace(b"\0", b""))
        content = content.replace(b"\0", b" ")
    yield from _words_in(content)
    if not content.startswith(_SQLITE[:-1]):
        yield from _older_words(content, is_text=is_text)


def _older_words(content: bytes, *, is_text: bool = False) -> Iterator[str]:
    """Yield the words of bytes that are no UTF-8, as the notes in a picture often are none."""
    try:
        content.decode()
    except UnicodeDecodeError:
        yield content.decode("latin-1")
        if is_text:
            yield from (content.decode(each, "replace") for each in _OLDER)


def _wide_words(content: bytes) -> Iterator[str]:
    for order, pattern in _WIDE.items():
        yield " \n ".join(each.decode(order) for each in pattern.findall(content))


def _words_in(content: bytes) -> Iterator[str]:
    if b"%" in content:
        content = _TWICE.sub(b"%", content)
        content = _PERCENT.sub(lambda match: unquote_to_bytes(match[0]), content)
    words = content.decode("utf-8", "replace")
    yield from readings_of(words)
    if "&" in words:
        words = without_entities(words)
    if "\\" in words or "%u" in words:
        words = without_escapes(words)
    if "<" in words:
        words = _BREAK.sub("", words)
        # What stands in tags, and what a reader reads across them.
        yield " ".join(_TAG.findall(words))
        yield _TAG.sub(" ", words)
    else:
        yield words


def _unpacked(content: bytes) -> bytes:
    try:
        with gzip.open(BytesIO(content)) as file:
            return file.read(LARGEST_UNPACKED)
    except (OSError, EOFError, zlib.error):
        return b""


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    """Return the files in a packed one, as offices write them too, with their names."""
    parts: list[tuple[str, bytes]] = []
    left = LARGEST_UNPACKED
    broken = (BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError)
    with suppress(*broken), ZipFile(BytesIO(content)) as packed:
        parts.append(("", packed.comment))
        for each in packed.infolist():
            with packed.open(each) as file:
                part = file.read(left)
            parts.append((each.filename, part))
            left -= len(part)
    return parts


def _pdf_texts(content: bytes) -> Iterator[str]:
    """Yield the words of a PDF, as far as it writes letters and not the numbers of glyphs."""
    left = LARGEST_UNPACKED
    for begin in _PDF_STREAM.finditer(content):
        with suppress(zlib.error):
            unpacked = _stream(content, begin.end(), max(left, 1))
            left -= len(unpacked)
            yield from _words_in(unpacked.replace(b"\0", b""))
    for written in _PDF_HEX.findall(content):
        digits = b"".join(written.split()).decode()
        held = bytes.fromhex(digits[: len(digits) // 2 * 2])
        yield from _wide_words(held)
        yield from _words_in(held.replace(b"\0", b""))


def _stream(content: bytes, start: int, most: int) -> bytes:
    """Return what is packed from a place on, up to so many bytes: where it ends, only it tells."""
    unpack, held, size = zlib.decompressobj(), list[bytes](), 0
    # In pieces: each of thousands of streams would take all that follows along.
    while not unpack.eof and size < most and (piece := content[start : start + _PIECE]):
        held.append(unpack.decompress(piece, most - size))
        size += len(held[-1])
        start += _PIECE
    return b"".join(held)


def _rows(content: bytes) -> Iterator[str]:
    """Yield every text of a database: a long one is scattered over the file."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        try:
            tables = database.execute(
                "select name from sqlite_master where type in ('table', 'view')"
            ).fetchall()
        except sqlite3.Error:
            return  # no database after all: its bytes are read all the same
        for (table,) in tables:
            try:
                rows = database.execute(f'select * from "{table}"')  # noqa: S608 - our own names
                for row in rows:
                    yield " \n ".join(value for value in row if isinstance(value, str))
            except sqlite3.Error:
                continue  # a table without content, which only an index has


def _png_texts(content: bytes) -> Iterator[str]:
    """Yield the words beside a picture. Its pixels are drawn from views that withhold names.

    Chunks: https://www.w3.org/TR/png-3/#11textinfo
    """
    at = len(_PNG)
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        data = content[at + 8 : at + 8 + size]
        if kind not in _PIXELS:
            yield from _wide_words(data)
            yield from _words_in(data.replace(b"\0", b" "))
            yield from _words_in(data.replace(b"\0", b""))
            yield from _older_words(data.replace(b"\0", b" "))
        rest = data.partition(b"\0")[2]
        at += 12 + size
        # A method of packing follows the keyword; in the international kind, two languages too.
        if kind == b"iTXt":
            rest = b"".join(rest[1:].split(b"\0", 3)[3:])
        if kind in {b"zTXt", b"iTXt", b"iCCP"}:
            packed = rest if kind == b"iTXt" else rest[1:]
            with suppress(zlib.error):
                unpacked = (
                    zlib.decompressobj().decompress(packed, _LONGEST_NOTE).replace(b"\0", b"")
                )
                yield from _words_in(unpacked)
                yield from _older_words(unpacked)
        if kind == b"IEND":
            break
    yield from _words_in(content[at:].replace(b"\0", b""))
