"""Words that a tool wrote in other characters, as it does unasked: back in plain ones.

Mail is written in quoted-printable and base64, addresses in percent signs and Punycode, scripts
and data in backslashes, and text that was read in the wrong encoding in Ð and Ã.
"""

import re
from binascii import Error, a2b_base64
from collections.abc import Callable, Iterator
from html import unescape

_DEEPEST = 4
"""How often words are taken out of entities: a feed has HTML in it, which may show HTML."""

_ENTITY = re.compile(r"&(?:#|\w{2,32};)")
_ESCAPE = re.compile(
    r"\\+u\{(?P<braced>[0-9a-fA-F]{1,6})\}|\\+u(?P<four>[0-9a-fA-F]{4})"
    r"|\\+U(?P<eight>[0-9a-fA-F]{8})|%u(?P<percent>[0-9a-fA-F]{4})"
    r"|(?P<bytes>(?:\bb['\"])?(?:\\+x[0-9a-fA-F]{2})+)|\\[nrt]"
)
_NO_DIGIT = re.compile(r"\bb['\"]|\\+x")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LAST = 0x10FFFF


def without_entities(words: str) -> str:
    """Return words without entities, also without those that a feed wrote for an entity."""
    for _ in range(_DEEPEST):
        if not _ENTITY.search(words):
            break
        words = unescape(words)
    return words


def without_escapes(words: str) -> str:
    """Return words without the escapes of JSON, of programs and of old addresses."""
    plain = _ESCAPE.sub(_meant, words)
    if _SURROGATE.search(plain):  # two stand for one letter
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return plain


def _meant(escape: re.Match[str]) -> str:
    kind = escape.lastgroup
    if kind is None:
        return " "
    if kind == "bytes":
        return _read(bytes.fromhex(_NO_DIGIT.sub("", escape[0])))
    code = int(escape[kind], 16)
    return chr(code) if code <= _LAST else " "


def _read(written: bytes) -> str:
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written.decode("latin-1")


_AROUND = 200
"""Characters before and behind such words in which a name could go on."""

_QUOTED = re.compile(r"(?:=[2-7][0-9A-F])*=[89A-F][0-9A-F](?:=[0-9A-F]{2})*|=\r?\n")
_QUOTED_RUN = re.compile(r"(?:=[0-9A-F]{2}(?:=\r?\n)?)+|=\r?\n")
_STYLED = re.compile(r"\\[0-9a-fA-F]{2,6}\s?")
_PUNYCODE = re.compile(r"\bxn--[a-z0-9-]{2,59}", re.IGNORECASE)

_BYTES = {code: code for code in range(0x80, 0x100)} | {
    ord(mark): code
    for code in range(0x80, 0xA0)
    if (mark := bytes([code]).decode("cp1252", "ignore"))
}
_MISREAD = re.compile(f"[{''.join(map(chr, _BYTES))}]{{2,}}")
"""Text of several bytes a letter that somebody read as one letter a byte."""


def readings_of(words: str) -> Iterator[str]:
    """Yield what stands around words that a tool wrote otherwise, with them in plain letters."""
    if "=" in words:
        yield from _plain(words, _QUOTED, lambda part: _QUOTED_RUN.sub(_unquoted, part))
    if "\\" in words:
        yield from _plain(words, _STYLED, lambda part: _STYLED.sub(_unstyled, part))
    if "xn--" in words or "XN--" in words:
        yield from _plain(words, _PUNYCODE, lambda part: _PUNYCODE.sub(_unpunycoded, part))
    if not words.isascii():
        yield from _plain(words, _MISREAD, lambda part: _MISREAD.sub(_reread, part))


def _plain(words: str, pattern: re.Pattern[str], plain: Callable[[str], str]) -> Iterator[str]:
    """Yield the stretches around what a pattern finds, where they become others in plain letters."""
    start = end = -_AROUND - 1
    for found in pattern.finditer(words):
        if found.start() - _AROUND > end:
            if end > 0 and (read := plain(words[start:end])) != words[start:end]:
                yield read
            start = max(0, found.start() - _AROUND)
        end = found.end() + _AROUND
    if end > 0 and (read := plain(words[start:end])) != words[start:end]:
        yield read


def _unquoted(run: re.Match[str]) -> str:
    return _read(bytes.fromhex(re.sub(r"=\r?\n|=", "", run[0])))


def _unstyled(escape: re.Match[str]) -> str:
    code = int(escape[0][1:].rstrip(), 16)
    return chr(code) if code <= _LAST and not _SURROGATE.match(chr(code)) else " "


def _unpunycoded(label: re.Match[str]) -> str:
    try:
        return label[0][4:].encode().decode("punycode")
    except UnicodeError:
        return label[0]


def _reread(run: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[ord(mark)] for mark in run[0]).decode()
    except UnicodeDecodeError:
        return run[0]


_LETTER = rb"[A-Za-z0-9+/_-]"
# It goes on in the next line after a long one.
_SIXTYFOUR = re.compile(rb"%b{16,}(?:(?<=%b{60})\s{1,2}%b+)*" % (_LETTER, _LETTER, _LETTER))
_FROM_URL = bytes.maketrans(b"-_", b"+/")
_FEWEST = 16
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f]")
_DATA = b"base64,"


def base64_in(content: bytes) -> Iterator[bytes]:
    """Yield what is written in base64: text wherever it stands, anything after `base64,`."""
    for run in _SIXTYFOUR.finditer(content):
        is_data = content.endswith(_DATA, 0, run.start())
        whole = _unpacked(run[0])
        if whole and (is_data or _is_text(whole)):
            yield whole
        elif b"/" in run[0]:  # of an address, in which a part may be written so
            parts = (part for part in run[0].split(b"/") if len(part) >= _FEWEST)
            yield from (held for held in map(_unpacked, parts) if held and _is_text(held))


def _unpacked(run: bytes) -> bytes:
    plain = b"".join(run.translate(_FROM_URL).split())
    # A last letter alone is half a byte.
    plain = plain[:-1] if len(plain) % 4 == 1 else plain
    try:
        return a2b_base64(plain + b"=" * (-len(plain) % 4))
    except Error:
        return b""


def _is_text(held: bytes) -> bool:
    try:
        return not _CONTROL.search(held.decode())
    except UnicodeDecodeError:
        return False
