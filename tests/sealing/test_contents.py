"""A name is found in every format that the site has."""

import gzip
import json
import sqlite3
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from casebook.sealing.contents import texts_in
from casebook.sealing.protection import Guard, key_of

KEY = key_of("Ada Example")
assert KEY
GUARD = Guard({KEY: "withheld"})


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join((*chunks, chunk(b"IEND", b"")))


def zipped(content: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", content)
    return packed.getvalue()


def sqlite(folder: Path) -> bytes:
    path = folder / "a.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("create table a (b text)")
        database.execute("insert into a values (?)", [f"{'x ' * 5000}Ada Example{' y' * 5000}"])
    database.close()
    return path.read_bytes()


def finds(path: str, content: bytes) -> bool:
    return any(GUARD.find(text) for text in texts_in(path, content))


@pytest.mark.parametrize(
    "content",
    [
        b"<p>Ada Example</p>",
        b"<p>Ada <b>Exam</b>ple</p>",
        b'<img alt="Ada Example">',
        b"<meta content=ada-example>",
        b"<p>&#65;da&nbsp;Example</p>",
        b"<!-- Ada Example -->",
        b'<a href="/x?q=Ada%20Ex%61mple">x</a>',
        b"https://example.org/%D0%90%D0%B4%D0%B0-Example",
        json.dumps({"name": "Адa Example"}).encode(),
        b'{"a": ["Ada", "Example"]}',
        b"a,b\nAda,Example\n",
        b"\xff\xfe Ada Example \xff",
        "Ada Example".encode("utf-16"),
        gzip.compress(b"Ada Example", mtime=0),
        gzip.compress(gzip.compress(b"<p>Ada Example</p>", mtime=0), mtime=0),
        png(chunk(b"tEXt", b"Author\0Ada Example")),
        png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(b"Ada Example"))),
        png(chunk(b"iTXt", b"Author\0\1\0en\0\0" + zlib.compress(b"Ada Example"))),
        png(chunk(b"iTXt", b"Author\0\0\0en\0\0Ada Example")),
        png() + b"Ada Example",
        png() + "Ada Example".encode("utf-16"),
        png(chunk(b"tEXt", "Author\0Ádá Éxample".encode("latin-1"))),
        png(chunk(b"zTXt", b"Author\0\0" + zlib.compress("Ádá Éxample".encode("latin-1")))),
        b"\xff\xd8\xff\xfe\0\x0d" + "Ádá Éxample".encode("latin-1"),
        b"<svg><title>Ada Example</title></svg>",
        b"<p>A<wbr>d<wbr/>a Ex<wbr>am<wbr>p<wbr>le</p>",
        b'<a href="https://translate.example/?u=https%3A%2F%2Fx%2F%25D0%2590%25D0%25B4%25D0%25B0-Example">',
        gzip.compress(b"x", mtime=0) + b"Ada Example",
        b"\xff\xd8\xff\xe1\0\x30Exif" + "Ада Example".encode("utf-16-le"),
        b"\xff\xd8\xff\xe1\0\x30Exif" + "Ада Example".encode("utf-16-be"),
        png(chunk(b"eXIf", b"II*\0\xe9" + "Ада Example".encode("utf-16-le"))),
        zipped("Ада Example".encode()),
        zipped(zipped(b"<w:t>Ada Exa</w:t><w:t>mple</w:t>")),
        b"%PDF-1.7\n1 0 obj<<>>stream\n" + zlib.compress(b"BT [(Ada E)-3(xample)] TJ ET"),
        b"%PDF-1.7\nstream\n" + zlib.compress(bytes(2**17) + b"Ada Example", 0) + b"endstream",
        b"%PDF-1.7\n<</Title <FEFF" + "Ада Example".encode("utf-16-be").hex().encode() + b">>>",
    ],
)
def test_a_name_is_found_in(content: bytes) -> None:
    assert finds("a/file", content)


def test_what_unpacks_to_too_much_takes_no_time() -> None:
    assert not finds("a.png", png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(bytes(10**8)))))


def test_a_name_is_found_in_a_database(tmp_path: Path) -> None:
    assert finds("data/casebook.sqlite", sqlite(tmp_path))


def test_a_name_is_found_in_the_name_of_a_file() -> None:
    assert finds("people/ada-example/index.html", b"")
    assert finds("pictures/%D0%90%D0%B4%D0%B0-example.png", b"")


@pytest.mark.parametrize(
    "content",
    [b"", b"Ada", b"\x1f\x8bbroken", b"SQLite format 3\0broken", png()[:11], b"<p>Ada</p><p>Ex"],
)
def test_broken_files_and_other_words_hold_no_name(content: bytes) -> None:
    assert not finds("a/file", content)


@pytest.mark.parametrize("between", ["\n", "\t", "\r\n", "\u00a0"])
def test_a_name_over_two_lines_is_found_in_data(between: str) -> None:
    assert finds("a.json", json.dumps({"words": f"Ada{between}Example"}).encode())
