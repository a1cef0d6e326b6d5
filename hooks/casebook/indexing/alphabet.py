"""What a word is, and how its letters are written plainly: the same in Python and in the browser.

Every table here is published as data in `search/meta.json` and `search/letters/`, and
`hooks/theme/assets/search/words.js` reads it there: no list stands twice.
"""

import re
import unicodedata
from functools import cache

from anyascii import anyascii

IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters that are each a word: no spaces tell words apart in Chinese."""

LETTERS = (
    "0-9A-Za-zªµºÀ-ÖØ-öø-\u02c1\u0300-\u0373\u0376\u0377\u037b-\u037d\u037f\u0386\u0388-\u0481"
    "\u0483-\u0558\u0560-\u0588\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7-\u05f2"
    "\u0610-\u061a\u061c\u0620-\u0669\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06fc"
    "\u070f-\u0963\u0966-\u096f\u0971-\u0df3\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0f03"
    "\u0f18-\u0f39\u0f3e-\u0f84\u0f86-\u0fbc\u1000-\u1049\u1050-\u10fa\u10fc-\u135f\u1369-\u166c"
    "\u166f-\u169a\u16a0-\u16ea\u16ee-\u1734\u1740-\u17d3\u17d7\u17dc-\u17fa\u180b-\u1943"
    "\u1946-\u1cbf\u1cd0-\u1fff\u200c\u200d\u2c00-\u2dff\u3005-\u3007\u3041-\u309f\u30a1-\u30fa"
    "\u30fc-\u31ff\ua000-\uabff\uac00-\ud7fb\ufb00-\ufd3d\ufd50-\ufdff\ufe70-\ufefc"
)
"""What words are made of, as the inside of a character class. Ranges, because regular expressions
of Python know no Unicode categories; marks that belong to letters are among them."""

MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d"
"""Marks that are left away: accents, Hebrew points, Arabic vowels, joiners."""

LATIN = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ħ": "h",
    "ŋ": "ng",
    "ŧ": "t",
    "ə": "a",
    "ɓ": "b",
    "ɗ": "d",
    "ƙ": "k",
    "ŀ": "l",
    "ĸ": "k",
    "ƴ": "y",
}
"""Latin letters that no decomposition makes plain."""

PAGE_BITS = 12
"""Scripts are published in pages of 4,096 characters."""
LATIN_END = 0x370
"""Below this a character is made plain by decomposition and `LATIN`."""

WORD = re.compile(f"[{IDEOGRAPHS}]|[{LETTERS}]+")
_MARKS = re.compile(f"[{MARKS}]+")
_PLAIN = re.compile(r"[^a-z0-9]+")
SCRIPT_PAGES = (0x0, 0x1, 0x3, 0x4, 0x5, 0x6, 0x7, 0x8, 0x9, 0xA, 0xB, 0xC, 0xD, 0xF)
"""The pages that hold letters of words."""


def fold(word: str) -> str:
    """Return a word in small letters without accents, in its own script."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", word.lower()))
    return unicodedata.normalize("NFC", "".join(LATIN.get(mark, mark) for mark in plain))


def romanise(word: str) -> str:
    """Return a word in the letters a to z, sign by sign, whatever script it is in."""
    return "".join(map(_romanised, unicodedata.normalize("NFC", word.lower())))


@cache
def _romanised(sign: str) -> str:
    if sign.isascii():
        return _PLAIN.sub("", sign)
    if ord(sign) < LATIN_END or "\u1e00" <= sign <= "\u1eff":
        return _PLAIN.sub("", fold(sign))
    return _PLAIN.sub("", anyascii(sign).lower())


def script_page(page: int) -> list[str]:
    """Return the characters of one page beyond Latin, each romanised, empty when unknown."""
    size = 1 << PAGE_BITS
    return [
        _romanised(chr(place)) if place >= LATIN_END and not 0xD800 <= place < 0xE000 else ""
        for place in range(page * size, (page + 1) * size)
    ]
