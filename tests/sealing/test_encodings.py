"""A name is found as tools write it unasked: in mail, in addresses, in data, in the wrong encoding."""

import json
import quopri
from base64 import b64encode, encodebytes, urlsafe_b64encode
from email.header import Header
from html import escape
from time import process_time

import pytest

from casebook.sealing.contents import texts_in
from casebook.sealing.protection import Guard, key_of

NAME = "Любовь Иванова"
KEY = key_of(NAME)
assert KEY
GUARD = Guard({KEY: "withheld"})
SAID = f"кому: {NAME}, в село".encode()


def finds(content: bytes | str) -> bool:
    held = content if isinstance(content, bytes) else content.encode()
    return any(GUARD.find(text) for text in texts_in("a/file", held))


def each(form: str) -> str:
    return "".join(form.format(ord(letter)) for letter in NAME)


@pytest.mark.parametrize(
    "written",
    [
        quopri.encodestring(SAID),
        quopri.encodestring(NAME.encode(), quotetabs=True),
        "Lyub=\r\nov Iva=\nnova",
        "Lyubov' Iv=E1nov=E1",
        Header(f"about {NAME}", "utf-8").encode(),
        b64encode(SAID),
        encodebytes(b"words " * 20 + SAID + b" words" * 20),
        urlsafe_b64encode(SAID),
        b"https://example.org/letters/" + urlsafe_b64encode(SAID) + b"/print",
        b'<a href="data:text/html;base64,' + b64encode(SAID) + b'">',
        b"data:image/jpeg;base64,"
        + b64encode(b"\xff\xd8\xff\xe1\0\x30Exif" + NAME.encode("utf-16-le")),
        b64encode(b64encode(SAID)),
        each("&#{};"),
        each("&amp;#x{:x};"),
        escape(escape(escape("<b>Lyu</b>bov&nbsp;Iva<i>nova</i>"))),
        json.dumps(NAME),
        json.dumps(json.dumps({"name": NAME})),
        json.dumps("𝐋𝐲𝐮𝐛𝐨𝐯 Ivanova"),
        each("\\U{:08x}"),
        each("\\u{{{:x}}}"),
        each("%u{:04X}"),
        each("\\{:x} "),
        each("\\{:06x}"),
        repr(NAME.encode()),
        "Lyubov\\x20Ivanova",
        "https://" + NAME.replace(" ", "").encode("idna").decode() + ".example.org/",
        "https://" + NAME.replace(" ", "-").encode("idna").decode().upper() + ".example.org/",
        SAID.decode("latin-1"),
        SAID.decode("cp1252", "replace").replace("\ufffd", "\x9d"),
        NAME.encode("cp1251"),
        NAME.encode("koi8-r"),
    ],
)
def test_a_name_is_found_in_what_a_tool_wrote(written: bytes | str) -> None:
    assert finds(written)
    around = written if isinstance(written, bytes) else written.encode()
    assert finds(b"x " * 500 + around + b"  y" * 500)


@pytest.mark.parametrize(
    "written",
    [
        "=",
        "=ZZ =\n",
        "\\u{ffffffff}",
        "\\Uffffffff",
        "\\ud800",
        "\\ffffff",
        "xn--",
        "xn--zzzzzzzzz!",
        "A" * 17,
        "A" * 21,
        "base64,AAAA" + "-_" * 9,
        "Ã" * 9,
        "%u",
        "&#;",
        "PK\x03\x04",
        "%PDF-stream\n<",
    ],
)
def test_broken_encodings_hold_no_name(written: str) -> None:
    assert not finds(written)


@pytest.mark.parametrize(
    "piece", ["=\n", "=C3", "\\41 ", "xn--a ", "Ã©", "A", "A" * 70 + "\n", "&amp;", "\\x41", "/"]
)
def test_a_long_file_of_encodings_takes_no_time(piece: str) -> None:
    begun = process_time()
    assert not finds(piece * (200_000 // len(piece)))
    assert process_time() - begun < 10
