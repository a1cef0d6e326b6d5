"""Words that run from right to left, read off where their letters were printed.

A PDF may hold them in any order; the places of the letters on the page do not lie.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from casebook.importing.pieces import Piece

FIRST_LEFTWARD = 0x0590
"""No letter before it runs to the left."""
_LAST = 0xFEFC


def runs_leftwards(code: int) -> bool:
    """Whether a letter is of a script that is written from right to left."""
    return FIRST_LEFTWARD <= code <= _LAST and unicodedata.bidirectional(chr(code)) in ("R", "AL")


def in_ligature(letters: Sequence[str]) -> str:
    """Return the letters of one glyph, given from the right, as they are written.

    pdfium gives them places from either side: a mark stands behind its letter, and lam before alef.
    """
    text = "".join(letters)
    bare = "".join(mark for mark in text if not unicodedata.combining(mark))
    is_turned = len(text) > 1 and (
        unicodedata.combining(text[0]) or (len(bare) == len("لا") and bare[1] == "ل")
    )
    return text[::-1] if is_turned else text


def has_leftward(text: str) -> bool:
    """Whether any letter of a text is; of most texts one look tells."""
    return not text.isascii() and any(runs_leftwards(ord(mark)) for mark in text)


def is_leftward(text: str) -> bool:
    """Whether most letters of a text are."""
    if text.isascii():
        return False
    letters = [ord(mark) for mark in text if mark.isalpha()]
    return sum(map(runs_leftwards, letters)) * 2 > len(letters)


def in_logical_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a line, given from left to right, in the order in which they are read.

    In a line of words that run to the right, those that run to the left are turned, with the
    numbers between them; in a line of the others, it is the other way round.
    """
    if not any(has_leftward(piece.text) for piece in pieces):
        return [*pieces]
    marks = [_direction(piece.text) for piece in pieces]
    done = _with_brackets(pieces, marks)
    if not is_leftward("".join(piece.text for piece in pieces)):
        return _turned(done, marks, "left")
    turned = _with_numbers([_mirrored(piece) for piece in reversed(done)])
    marks = [_direction(piece.text) for piece in turned]
    return _turned(turned, _with_their_numbers(turned, marks), "right")


def _with_their_numbers(pieces: Sequence[Piece], marks: Sequence[str]) -> list[str]:
    """Return directions, numbers with that of the words they stand behind: BLR 7/2025."""
    done = [*marks]
    for at in range(len(done) - 2, -1, -1):
        if not done[at] and re.fullmatch("[0-9/.-]+", pieces[at].text.strip()):
            words = (below for below in range(at + 1, len(done)) if pieces[below].text.strip())
            done[at] = "right" if done[next(words, at)] == "right" else ""
    return done


def _direction(text: str) -> str:
    if has_leftward(text):
        return "left"
    return "right" if any(map(str.isalpha, text)) else ""


def _turned(pieces: list[Piece], marks: Sequence[str], direction: str) -> list[Piece]:
    """Turn every stretch that begins and ends with a piece of a direction, and has no other."""
    done = [*pieces]
    at = 0
    while at < len(done):
        if marks[at] != direction:
            at += 1
            continue
        last = end = at
        while end < len(done) and marks[end] in (direction, ""):
            last = end if marks[end] == direction else last
            end += 1
        stretch = done[at : last + 1][::-1]
        done[at : last + 1] = _with_numbers([_mirrored(piece) for piece in stretch])
        at = last + 1
    return done


def _with_numbers(pieces: list[Piece]) -> list[Piece]:
    """Turn the digits of a number back: they run to the right in every script.

    So do the parts of a day, 12.5.2025; a hyphen and per cent belong to them beside Hebrew alone.
    """
    is_arabic = any(_ARABIC.search(piece.text) for piece in pieces)
    between, ends = (_BETWEEN, _NONE) if is_arabic else (_BETWEEN | {"-"}, frozenset("%"))
    done: list[Piece] = []
    length = 0
    for at, piece in enumerate(pieces):
        around = (pieces[each].text for each in (at - 1, at + 1) if 0 <= each < len(pieces))
        is_part = piece.text.isdigit() or piece.text in ends
        if not is_part and length and piece.text in between:
            is_part = all(each.isdigit() for each in around)
        length = length + 1 if is_part else 0
        done.insert(len(done) - max(length - 1, 0), piece)
    return done


_BETWEEN = frozenset(".,:/")
_NONE: frozenset[str] = frozenset()
_ARABIC = re.compile("[\u0600-\u07ff\ufb50-\ufdff\ufe70-\ufefc]")
_BRACKETS = frozenset("()")
_MIRROR = str.maketrans("()[]", ")(][")


def _mirrored(piece: Piece) -> Piece:
    is_bracket = piece.text.strip() in ("(", ")", "[", "]")
    return replace(piece, text=piece.text.translate(_MIRROR)) if is_bracket else piece


def _with_brackets(pieces: Sequence[Piece], marks: Sequence[str]) -> list[Piece]:
    """Return pieces with brackets as they look around words that run to the left.

    Some programs exchange them: on paper, the left one opens.
    """
    done = [*pieces]
    at = 0
    while at < len(done):
        if marks[at] != "left":
            at += 1
            continue
        end = at
        while end < len(done) and marks[end] != "right" and not _BRACKETS & set(done[end].text):
            end += 1
        opening = at - 1 - (at > 1 and not done[at - 1].text.strip())
        before = done[opening].text if at else ""
        after = done[end].text if end < len(done) else ""
        inner = after.lstrip()
        if before.rstrip()[-1:] in _BRACKETS and inner[:1] in _BRACKETS:
            blanks = after[: len(after) - len(inner)]
            done[opening] = replace(done[opening], text=before.rstrip()[:-1] + "(")
            done[end] = replace(done[end], text=f"){blanks}{inner[1:]}")
        at = max(end, at + 1)
    return done
