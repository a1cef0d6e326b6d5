"""Bytes to text: what a file says of its encoding counts, unless its bytes are plainly another's."""

import re
from typing import NamedTuple

from casebook.importing.refusal import Refusal

_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})"
    rb"|<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_WESTERN = "cp1252"
_SAID = {
    "windows-1252": _WESTERN,
    "iso-8859-1": _WESTERN,
    **{f"windows-{number}": f"cp{number}" for number in (1250, 1251, *range(1253, 1259))},
    **{f"iso-8859-{number}": f"iso8859-{number}" for number in (*range(2, 9), 10, 13, 14, 15, 16)},
    "iso-8859-9": "cp1254",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "iso-8859-11": "cp874",
    "macintosh": "mac-roman",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc-jp": "euc-jp",
    "euc-kr": "cp949",
}
"""Encodings that a web page may name, by the name that Python has for them."""
_READ = 4096
_ACCENTED = 0.3
"""Of all letters: French has a tenth of that."""
_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029]")
_ACCENTED_WORD = re.compile(r"\b\w*[^\W\d_a-zA-Z]\w*")
_BROKEN_WORD = re.compile(r"[a-zß-ÿ][¢£¤¥¦¬³¶¸¹¼½¾][a-zß-ÿ]")


class Decoded(NamedTuple):
    """The text of a file."""

    text: str
    guessed: str = ""
    """A word that may be another, where nothing says how the file is encoded."""


def decode(data: bytes) -> Decoded:
    """Return the text of a file, every line end as one sign; Refusal says why it has none."""
    declared = _declared(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", *([declared] if declared else []), _WESTERN]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or sum(mark < " " and mark not in "\t\n\r\f" for mark in text[:4000]) > 4:
            break
        text = _LINE_END.sub("\n", text)
        if encoding != _WESTERN or declared == _WESTERN:
            return Decoded(text)
        if _is_of_another(text):
            raise Refusal(
                "The text is in an old encoding that it does not name.", "Save it as UTF-8."
            )
        word = _ACCENTED_WORD.search(text)
        return Decoded(text, word[0][:40] if word else "")
    raise Refusal(
        "The file is neither PDF nor DOCX, and no text either.",
        "Save it as PDF, DOCX, HTML, Markdown or text.",
    )


def _declared(data: bytes) -> str | None:
    """Return the encoding that a web page says it has; None if it says none, or one that is not known."""
    match = _DECLARED.search(data[:_READ])
    if not match:
        return None
    name = (match[1] or match[2]).decode().lower()
    return _SAID.get(name)


def _is_of_another(text: str) -> bool:
    """Whether text that was taken for Western has letters, or signs in words, as no such text has."""
    letters = [mark for mark in text[:40_000] if mark.isalpha()]
    many = sum(mark > "\x7f" for mark in letters) > _ACCENTED * len(letters)
    return many or bool(_BROKEN_WORD.search(text))
