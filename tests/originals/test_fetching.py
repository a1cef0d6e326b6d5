"""Servers that are slow, broken, redirecting, lying, endless: each ends in a value, in time."""

import gzip
import io
import time
import zipfile
import zlib
from dataclasses import replace
from hashlib import sha256

import pytest
from tests.originals.server import (
    HTML,
    PDF,
    Respond,
    Server,
    drips,
    repeats,
    says,
    sends,
    sleeps,
)

from casebook.originals.fetching import (
    Fetched,
    Gone,
    NotModified,
    Unreachable,
    Validators,
    fetch,
)
from casebook.originals.kinds import Kind
from casebook.originals.manners import Manners
from casebook.originals.partial import Partial

PATH = "/letter.pdf"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n"
LARGE = 10_000_000


def _docx(name: str = "word/document.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, "<w:document/>")
    return file.getvalue()


def _chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + body + end


COMMENTS = b"<!-- a -->" * 90
"""What could begin a web page in a number of ways that has no end."""


@pytest.mark.parametrize(
    ("path", "respond", "kind", "body"),
    [
        ("/a.pdf", says(body=PDF, content_type="application/pdf"), Kind.PDF, PDF),
        ("/a", says(body=PDF), Kind.PDF, PDF),
        ("/a", says(body=PDF, content_type="text/html"), Kind.PDF, PDF),
        ("/a", says(body=HTML, content_type="text/html; charset=utf-8"), Kind.HTML, HTML),
        ("/a", says(body=COMMENTS, content_type="text/html"), Kind.TEXT, COMMENTS),
        ("/a", says(body=_docx(), content_type="application/octet-stream"), Kind.WORD, _docx()),
        (
            "/a",
            says(body=b"Excellency,\r\n", content_type="text/plain"),
            Kind.TEXT,
            b"Excellency,\r\n",
        ),
        (
            "/a",
            says(body="Élève".encode("latin-1"), content_type="image/png"),
            Kind.TEXT,
            b"\xc9l\xe8ve",
        ),
        ("/a", says(body=PDF, content_length=None), Kind.PDF, PDF),
        ("/a", sends(_chunked(PDF[:700], PDF[700:])), Kind.PDF, PDF),
        ("/a", says(body=gzip.compress(PDF), content_encoding="gzip"), Kind.PDF, PDF),
        ("/a", says(body=zlib.compress(PDF), content_encoding="deflate"), Kind.PDF, PDF),
        ("/a", sends(b"HTTP/1.0 200 OK\r\n\r\n" + PDF), Kind.PDF, PDF),
    ],
)
def test_what_is_sent_arrives_whatever_it_is_called(
    server: Server,
    manners: Manners,
    partial: Partial,
    path: str,
    respond: Respond,
    kind: Kind,
    body: bytes,
) -> None:
    answer = fetch(server.serve(path, respond), partial, manners)
    assert isinstance(answer, Fetched)
    assert answer.kind is kind
    assert partial.path.read_bytes() == body
    assert partial.checksum() == sha256(body).hexdigest()


def test_we_say_who_asks_and_ask_for_nothing_packed(
    server: Server, manners: Manners, partial: Partial
) -> None:
    server.serve("/a%20b?c=%C3%BC", says(body=PDF))
    assert isinstance(fetch(f"{server.url}/a b?c=ü#page=2", partial, manners), Fetched)
    (asked,) = server.asked
    assert asked.headers["user-agent"] == "casebook/test (+https://casebook.example.org/about/)"
    assert asked.headers["accept-encoding"] == "identity"
    assert asked.headers["host"] == server.url.removeprefix("http://")
    assert not {"range", "if-none-match", "if-modified-since", "cookie"} & asked.headers.keys()


BOMB = gzip.compress(b"%PDF-1.7\n" + b"\0" * LARGE)


@pytest.mark.parametrize(
    ("respond", "why"),
    [
        # slow
        pytest.param(sleeps(3), "did not answer in time", id="nothing comes"),
        pytest.param(drips(HEAD * 100), "did not answer in time", id="headers drip"),
        pytest.param(
            drips(HEAD + b"Content-Length: 9000\r\n\r\n" + PDF, 0.02),
            "did not answer in time",
            id="the body drips",
        ),
        # broken
        pytest.param(sends(b""), "the connection broke off", id="no answer"),
        pytest.param(sends(b"SSH-2.0-OpenSSH\r\n"), "not HTTP", id="another protocol"),
        pytest.param(sends(b"HTTP/1.1 two hundred\r\n\r\n"), "not HTTP", id="no status"),
        pytest.param(
            sends(b"HTTP/1.1 200 OK\r\nA: " + b"a" * 99999), "not HTTP", id="a long header"
        ),
        pytest.param(
            repeats(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n"), "not HTTP", id="headers without end"
        ),
        pytest.param(
            repeats(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "in time", id="promises without end"
        ),
        pytest.param(
            sends(_chunked(PDF, end=b"")), "broke off in the middle", id="chunks break off"
        ),
        pytest.param(sends(_chunked(PDF, end=b"zz\r\n")), "broke off", id="chunks without size"),
        pytest.param(sends(_chunked(PDF, end=b"-5\r\n")), "broke off", id="chunks below nothing"),
        # lying
        pytest.param(
            says(body=PDF, content_length=str(len(PDF) + 9)),
            f"broke off after {len(PDF):,} of {len(PDF) + 9:,} bytes",
            id="less than announced",
        ),
        pytest.param(
            says(body=HTML, content_type="application/pdf"), "a web page in the place", id="a page"
        ),
        pytest.param(says(body=HTML), "a web page in the place", id="a page under .pdf"),
        pytest.param(
            says(body=b"\x89PNG\r\n\x1a\n\0\0", content_type="application/pdf"),
            "no PDF, DOCX, HTML or text, though it calls it application/pdf",
            id="a picture",
        ),
        pytest.param(says(body=b"\x7fELF\0\0"), "is no PDF, DOCX, HTML or text", id="a program"),
        pytest.param(says(body=b"{\\rtf1 A letter}"), "no PDF", id="RTF"),
        pytest.param(says(), "an empty file", id="nothing"),
        pytest.param(says(body=b" \r\n"), "no PDF, DOCX", id="blanks"),
        # endless
        pytest.param(
            repeats(HEAD + b"\r\n%PDF-1.7\n", b"x" * 9999), "more than 200,000 bytes", id="endless"
        ),
        pytest.param(
            repeats(_chunked(PDF, end=b""), b"3e8\r\n" + b"x" * 1000 + b"\r\n"),
            "more than 200,000 bytes",
            id="endless chunks",
        ),
        pytest.param(
            repeats(HEAD + b"\r\n", b"\0" * 999),
            "is no PDF, DOCX, HTML or text",
            id="endless zeros",
        ),
        pytest.param(
            says(body=PDF, content_length="3000000000"), "has 3,000 MB; 200,000 bytes", id="huge"
        ),
        pytest.param(
            says(body=BOMB, content_encoding="gzip"), "more than 200,000 bytes", id="a bomb"
        ),
        # packed
        pytest.param(
            says(body=PDF, content_encoding="gzip"), "cannot be unpacked", id="not packed"
        ),
        pytest.param(
            says(body=gzip.compress(PDF)[:-30], content_encoding="gzip"), "broke off", id="cut gzip"
        ),
        pytest.param(
            says(body=gzip.compress(PDF) + b"more", content_encoding="gzip"),
            "something follows",
            id="gzip and more",
        ),
        pytest.param(
            says(body=PDF, content_encoding="br"), "packs what it sends as br", id="brotli"
        ),
        # other answers
        pytest.param(says(403), "answers 403", id="forbidden"),
        pytest.param(says(401), "answers 401", id="sign in"),
        pytest.param(says(500), "answers 500", id="server error"),
        pytest.param(says(204), "answers 204", id="no content"),
        pytest.param(says(206, PDF, content_range="bytes 0-9/10"), "answers 206", id="a part"),
        pytest.param(says(304), "answers 304", id="not modified, unasked"),
        pytest.param(says(429), "answers 429", id="too many"),
        pytest.param(says(429, retry_after="86400"), "come back in 86,400 seconds", id="tomorrow"),
        pytest.param(
            says(
                503,
                date="Sun, 22 Nov 2026 10:00:00 GMT",
                retry_after="Sun, 22 Nov 2026 12:00:00 GMT",
            ),
            "come back in 7,200 seconds",
            id="at noon",
        ),
        pytest.param(says(301), "without saying where to", id="a redirect to nowhere"),
    ],
)
def test_a_server_that_misbehaves_is_left_with_a_reason(
    server: Server, manners: Manners, partial: Partial, respond: Respond, why: str
) -> None:
    began = time.monotonic()
    answer = fetch(server.serve(PATH, respond), partial, manners)
    assert isinstance(answer, Unreachable)
    assert why in answer.why
    assert time.monotonic() - began < 4
    assert partial.size <= manners.largest


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_gone(
    server: Server, manners: Manners, partial: Partial, status: int
) -> None:
    assert fetch(server.serve(PATH, says(status, HTML)), partial, manners) == Gone(status)
    assert len(server.asked) == 1


def test_nobody_there(manners: Manners, partial: Partial, server: Server) -> None:
    url = server.url
    server.server_close()
    answer = fetch(url, partial, manners)
    assert answer == Unreachable("nobody answers there", is_host=True)


# -- again


@pytest.mark.parametrize(
    "first",
    [
        says(500),
        says(503),
        says(429, retry_after="0"),
        says(429, retry_after="soon"),
        says(429, retry_after="Sun, 22 Nov 99999999999999999999 12:00:00 GMT"),
        sends(b""),
    ],
)
def test_it_is_asked_again_after_a_pause(
    server: Server, manners: Manners, partial: Partial, first: Respond
) -> None:
    url = server.serve(PATH, first, says(body=PDF))
    assert isinstance(fetch(url, partial, manners), Fetched)
    assert len(server.asked) == 2
    assert server.asked[1].at - server.asked[0].at >= manners.pause


def test_the_time_that_a_server_names_is_waited(
    server: Server, manners: Manners, partial: Partial
) -> None:
    url = server.serve(PATH, says(503, retry_after="1"), says(body=PDF))
    assert isinstance(fetch(url, partial, replace(manners, longest_wait=2, total=9)), Fetched)
    assert server.asked[1].at - server.asked[0].at >= 1


# -- only another version


def test_only_another_version_is_sent(server: Server, manners: Manners, partial: Partial) -> None:
    url = server.serve(PATH, says(304))
    held = Validators('"one"', "Sun, 22 Nov 2026 10:00:00 GMT")
    assert fetch(url, partial, manners, held=held) == NotModified()
    (asked,) = server.asked
    assert asked.headers["if-none-match"] == '"one"'
    assert asked.headers["if-modified-since"] == "Sun, 22 Nov 2026 10:00:00 GMT"


def test_the_version_that_was_sent_is_told(
    server: Server, manners: Manners, partial: Partial
) -> None:
    url = server.serve(PATH, says(body=PDF, etag='"one"', last_modified="yesterday"))
    answer = fetch(url, partial, manners, held=Validators('"zero"'))
    assert answer == Fetched(Kind.PDF, Validators('"one"', "yesterday"))
