"""A passage as the grammar reads it: one spelling for every dash, digit, quote and accent."""

import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

TAKEN = "\0"
"""Stands in for every character of a span in which nothing may be found."""

_BLANKS = re.compile(r"[\t\n\x0b\x0c\r\x1c-\x1f]")
_UNSEEN = re.compile("[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Marks without a width of their own: soft hyphens, joiners, accents written apart."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_SINGLE_QUOTES = "‘’‚‛′´ʼʹ`＇"
_DOUBLE_QUOTES = "“”„‟″«»＂"
_SLASHES = "⁄∕／"
_COMMAS = "،、፣"
_SEMICOLONS = "؛፤"
_STOPS = "。።۔।"


@dataclass(frozen=True, slots=True)
class Plain:
    """Text in one spelling, and the way back to the text it was made from."""

    text: str
    positions: Sequence[int] | None
    """The original position of every character; None where they are the same."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of `text` stands in the original."""
        if self.positions is None or start >= end:
            return start, end
        return self.positions[start], self.positions[end - 1] + 1

    def originals(self, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """Return where several stretches of `text` stand in the original."""
        if self.positions is None:
            return spans
        return tuple(self.original(*span) for span in spans)


def simplify(
    text: str, taken: Sequence[tuple[int, int]] = (), words: AbstractSet[str] = frozenset()
) -> Plain:
    """Return `text` with ASCII digits, hyphens, quotes and blanks, and without accents.

    The spans in `taken` are blotted out. A word of `words` that the end of a line cut in two is
    made whole: "arti- cle"; so is one that dots divide: "I.C.C.P.R.". Every character keeps its
    position, unless something is dropped, as marks without a width are, or spelt out, as the
    numeral Ⅸ is.
    """
    if not text.isprintable():
        text = _BLANKS.sub(" ", text)
    if taken:
        text = _blot(text, taken)
    is_cut = ("- " in text and _CUT_WORD.search(text) is not None) or (
        _DOTTED_LETTER.search(text) is not None and _DOTTED.search(text) is not None
    )
    if text.isascii() and not is_cut:
        return Plain(text, None)
    positions: list[int] | None = None
    if is_cut or _NUMERAL.search(text):
        text, positions = _rewrite(text, words)
    if _UNSEEN.search(text):
        before = range(len(text)) if positions is None else positions
        positions = [at for at, mark in zip(before, text, strict=True) if not _UNSEEN.match(mark)]
        text = _UNSEEN.sub("", text)
    return Plain(_BEYOND_ASCII.sub(lambda run: run[0].translate(_SPELLINGS), text), positions)


_CUT_WORD = re.compile(r"(?<![A-Za-z])([A-Za-z]*[a-z])- ([a-z]+)")
_NUMERAL = re.compile("[\u2160-\u217f]")
"""Roman numerals that are one character."""
_DOTTED_LETTER = re.compile(r"\.[A-Z]\.")
"""What every such word has; it is looked for in all texts, and begins with a character."""
_DOTTED = re.compile(r"(?<![A-Za-z.])(?:[A-Z]\.){2,9}[A-Z](?![A-Za-z])")
_REWRITTEN = re.compile(f"{_CUT_WORD.pattern}|({_NUMERAL.pattern})|({_DOTTED.pattern})(\\.?)")
_AFTER_SENTENCE = re.compile(r"[)\"']? +[A-Z\"'(]|[)\"']?$")


def _rewrite(text: str, words: AbstractSet[str]) -> tuple[str, list[int]]:
    """Return the text with its cut words joined and its numerals in letters; whence each is."""
    pieces: list[str] = []
    positions: list[int] = []
    at = 0
    for found in _REWRITTEN.finditer(text):
        if found[3]:
            start, end, new = *found.span(), unicodedata.normalize("NFKD", found[3])
            whence = [start] * len(new)
        elif found[4]:
            start, new = found.start(), found[4].replace(".", "")
            # The last dot may end the sentence, too.
            end = found.end(4 if _AFTER_SENTENCE.match(text, found.end()) else 5)
            whence = [*range(start, end - 2, 2), end - 1]
            if new.lower() not in words:
                continue
        elif f"{found[1]}{found[2]}".lower() in words:
            start, end, new, whence = found.end(1), found.start(2), "", []
        else:
            continue
        pieces += (text[at:start], new)
        positions += (*range(at, start), *whence)
        at = end
    return "".join((*pieces, text[at:])), [*positions, *range(at, len(text))]


def _blot(text: str, taken: Sequence[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in taken:
        pieces += (text[at:start], TAKEN * (end - max(at, start)))
        at = max(at, end)
    return "".join((*pieces, text[at:]))


class _Spellings(dict[int, str]):
    """The plain spelling of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        spelling = self[code] = _spelling(chr(code))
        return spelling


def _spelling(mark: str) -> str:
    if mark in _SINGLE_QUOTES:
        return "'"
    if mark in _DOUBLE_QUOTES:
        return '"'
    if mark in _SLASHES:
        return "/"
    for plain, others in ((",", _COMMAS), (";", _SEMICOLONS), (".", _STOPS)):
        if mark in others:
            return plain
    match unicodedata.category(mark):
        case "Zs" | "Zl" | "Zp" | "Cc":
            return " "
        case "Pd":
            return "-"
        case "Nd":
            return str(unicodedata.decimal(mark))
        case "Sm" if mark == "−":
            return "-"
        case "So" if mark == "°":
            return "o"  # n° for numéro
        case "Lo" if mark in "ºª":
            return "o" if mark == "º" else "a"
        case "Lu" | "Ll" | "Lm" | "Po" | "Ps" | "Pe":
            # A letter with accents becomes the letter; full-width forms become plain ones.
            # Superscripts stay what they are: the 2 of a note is no part of a number.
            apart = unicodedata.normalize("NFKD", mark)
            if apart[0].isascii() and all(map(unicodedata.combining, apart[1:])):
                return apart[0]
    return mark


_SPELLINGS = _Spellings()
