"""Words of strangers in Markdown, so that they are words there and nothing else.

A pull request can come from anybody, and what it says stands in a comment under our name: no
markup, no HTML, no link, no mention of anybody, no command may come out of it. Where a backslash
does not keep GitHub from seeing something in the words, a character that nobody sees parts them.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

MOST = 600
"""So many characters of one value are shown."""

NOT_SHOWN = "(words that hold a name which is not published)"

_PARTED = re.compile(
    r"""(?<=@)(?=\w) |               # @somebody, a@b.example
        (?<=\#)(?=\w) |              # #12, owner/name#12
        (?<=\bGH)(?=-\d) |           # GH-12
        (?<=:)(?=//) |               # https://
        (?<=\bwww)(?=\.) |           # www.
        (?<=\bmailto)(?=:) | (?<=\bxmpp)(?=:) |
        (?<=:)(?=[a-z0-9_+-]+:)      # :smile:
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOINER = "\u2060"
# What has a meaning within a line; words of ours begin every line.
_MARKUP = re.compile(r"([!#$*\[\\\]^_`|~])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_JOINS = "\u200c\u200d"
"""Shown by what they do to the letters beside them, in Persian as in pictures."""


def as_text(words: str) -> str:
    """Return words as Markdown that shows them, on one line."""
    shown = " ".join("".join(map(_visible, words)).split())
    parted = _PARTED.sub(_JOINER, shown)
    return _MARKUP.sub(r"\\\1", parted).translate(_HTML)


def as_code(words: str) -> str:
    """Return words as a span of code, such as an address or a path."""
    shown = " ".join("".join(map(_visible, words)).split())
    longest = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    room = " " if shown.startswith("`") or shown.endswith("`") or not shown else ""
    return f"{fence}{room}{shown}{room}{fence}"


def _visible(mark: str) -> str:
    """Return a character, or a dot for one that would not be shown or would turn the line round."""
    if mark.isspace():
        return " "
    if mark in _JOINS:
        return mark
    return "·" if unicodedata.category(mark) in ("Cc", "Cf", "Cs", "Co", "Cn") else mark


@dataclass(frozen=True, slots=True)
class Quoting:
    """How words are quoted where some names may not stand."""

    is_withheld: Callable[[str], object]
    """Whether words hold a name that is not published."""

    def text(self, words: str, most: int = MOST) -> str:
        """Return words as Markdown that shows them, cut when they are long."""
        return as_text(NOT_SHOWN if self.is_withheld(words) else _cut(words, most))

    def code(self, words: str) -> str:
        """Return words as a span of code, cut when they are long."""
        return as_text(NOT_SHOWN) if self.is_withheld(words) else as_code(_cut(words, MOST))


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()} …"
