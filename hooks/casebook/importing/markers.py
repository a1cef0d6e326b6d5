"""What is printed before an item of a list, 1. 1) (a) iv. and bullets; and the marks of footnotes."""

import re
from dataclasses import replace

from casebook.importing.normalisation import ENUMERATOR, INITIAL
from casebook.importing.pieces import Chunk, Role, cut, plain

_ROMANS = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_HIGHEST = 3999
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(RAISED_DIGITS, "0123456789")
_MARKER = re.compile(ENUMERATOR)
_OPENING = re.compile(rf"(?P<marker>{ENUMERATOR})\s+(?=\S)")
_INITIAL = re.compile(INITIAL)


def in_roman(number: int) -> str:
    """Return a number in Roman numerals; one for which there are none in digits."""
    if not 0 < number <= _HIGHEST:
        return str(number)
    written = ""
    for value, letters in _ROMANS:
        written += letters * (number // value)
        number %= value
    return written


def in_letters(number: int) -> str:
    """Return a number as Word counts in letters: a, b, up to z, then aa, bb."""
    times, at = divmod(number - 1, len(_LETTERS))
    return _LETTERS[at] * (times + 1)


_NUMERALS = [*map(in_roman, range(1, 21))]


def name_of_note(mark: str) -> str:
    """Return the name of a footnote, given its mark as printed: 2 for ², [2] or (2)."""
    return mark.translate(_PLAIN).strip().strip("[]()")


def is_marker(words: str) -> bool:
    """Whether words are nothing but a marker."""
    return bool(_MARKER.fullmatch(words))


def opening_marker(words: str) -> tuple[str, int] | None:
    """Return the marker with which words begin, and where the words after it start, or None."""
    match = _OPENING.match(words)
    if not match or _INITIAL.match(words):
        return None
    return match["marker"], match.end()


def with_marker(chunk: Chunk) -> Chunk:
    """Return a paragraph that begins with a typed marker as an item."""
    if chunk.role is not Role.WORDS or chunk.label:
        return chunk
    found = opening_marker(plain(chunk.pieces))
    if not found:
        return chunk
    marker, start = found
    return replace(chunk, role=Role.ITEM, marker=marker, pieces=cut(chunk.pieces, start))


def _core(marker: str) -> str:
    return re.sub(r"[().]", "", marker)


def is_first(marker: str) -> bool:
    """Whether a list begins with a marker."""
    core = _core(marker)
    return core in ("1", "a", "A", "i", "I") or not core[-1:].isalnum()


def style_of(marker: str) -> str:
    """Return the style of a marker: 1 for digits, a for letters, i for Roman numbers, or itself."""
    core = _core(marker)
    if core.isdigit():
        kind = "1"
    elif re.fullmatch(r"[ivx]+", core):
        kind = "i"
    elif re.fullmatch(r"[A-Za-z]", core):
        kind = "a"
    else:
        return marker
    return marker.replace(core, kind, 1)


def follows(before: str, after: str, style: str = "") -> bool:
    """Whether a marker is the next of its list: of the same style, one further."""
    style = style or style_of(before)
    if style_of(after) == style and style.strip("().") not in ("1", "a", "i"):
        return True
    first, second = _core(before), _core(after)
    if after.replace(second, "") != before.replace(first, ""):
        return False
    if first.isdigit():
        return second.isdigit() and int(second) in (int(first) + 1, int(first) + 2)
    # h, i, j and v, vi: a letter can be a Roman number.
    if len(first) == len(second) == 1 and ord(second) == ord(first) + 1:
        return True
    return (
        first in _NUMERALS
        and second in _NUMERALS
        and _NUMERALS.index(second) == _NUMERALS.index(first) + 1
    )
