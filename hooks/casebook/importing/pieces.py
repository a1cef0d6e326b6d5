"""A document taken apart: pieces of words in one style, and chunks made of pieces."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from casebook.identifiers.label import Label


class Role(Enum):
    """What a chunk is in its document."""

    WORDS = "words"
    HEADING = "heading"
    ITEM = "item"
    """An item of a list, or a paragraph with a number of its own."""
    TABLE = "table"
    NOTE = "note"
    """A footnote, wherever it was printed."""
    ADDRESS = "address"
    """Whom the letter is sent to; printed at the foot of its first page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one style."""

    text: str
    """A line feed in it is a line end that the document wants, as in an address."""
    is_bold: bool = False
    is_italic: bool = False
    is_raised: bool = False
    """Printed above the line: a footnote's mark, or the th of 4th."""
    target: str = ""
    """Where a link leads, as the source has it."""
    note: str = ""
    """The footnote whose mark this is; the text is then the mark as printed."""


Pieces = tuple[Piece, ...]

BLACK = "█"
"""What stands for words that were blacked out, thrice: how long a name was is not told."""


def blacked_out(words: str) -> str:
    """Return words with every letter blacked out."""
    return "".join(BLACK if mark > " " else mark for mark in words)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of words between two breaks: a paragraph, a heading, an item, a table, a footnote."""

    pieces: Pieces
    role: Role = Role.WORDS
    marker: str = ""
    """What is printed before an item, `2.` or `(a)`; the name of a footnote."""
    depth: int = 0
    """How deep an item lies in other lists."""
    page: int = 1
    is_apart: bool = True
    """Whether some room is left above it."""
    rows: tuple[tuple[Pieces, ...], ...] = ()
    """The cells of a table; the first row is its head."""
    label: Label | None = None
    """The label that it has in a text of our dialect."""

    @property
    def words(self) -> str:
        """Its words on one line, without the marks of footnotes."""
        cells = [cell for row in self.rows for cell in row]
        return " ".join(" ".join(plain(each) for each in (self.pieces, *cells)).split())

    @property
    def lines(self) -> list[str]:
        """Its words, a string for each line that the document wants."""
        return [" ".join(line.split()) for line in plain(self.pieces).split("\n") if line.strip()]

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold."""
        worded = [piece for piece in self.pieces if piece.text.strip()]
        return bool(worded) and all(piece.is_bold for piece in worded)


def plain(pieces: Iterable[Piece]) -> str:
    """Return the words of the pieces, without the marks of footnotes."""
    return "".join(piece.text for piece in pieces if not piece.note)


def neat(pieces: Iterable[Piece]) -> Pieces:
    """Return the pieces with single blanks, none at either end, and no piece without words.

    Neighbours of one style become one piece, and what was blacked out is as long as anything else.
    """
    styles: list[Piece] = []
    texts: list[list[str]] = []
    last = "\n"
    for piece in pieces:
        text = _BLANKS.sub(" ", piece.text)
        if "\n" in text:
            text = _LINE_END.sub("\n", text)
        if last in " \n":
            text = text.lstrip(" \n" if last == "\n" else " ")
        if not text:
            continue
        if text[0] == "\n" and last == " ":
            texts[-1][-1] = texts[-1][-1][:-1]
        last = text[-1]
        if styles and not piece.note and _is_alike(styles[-1], piece):
            texts[-1].append(text)
        else:
            styles.append(piece)
            texts.append([text])
    done = [replace(style, text=_text(held)) for style, held in zip(styles, texts, strict=True)]
    while done and not done[-1].note and not done[-1].text.rstrip():
        done.pop()
    if done and not done[-1].note:
        done[-1] = replace(done[-1], text=done[-1].text.rstrip())
    return tuple(piece for piece in done if piece.text)


def _text(parts: Iterable[str]) -> str:
    text = "".join(parts)
    return _BLACKED_OUT.sub(BLACK * 3, text) if BLACK in text else text


_BLACKED_OUT = re.compile(rf"{BLACK}(?:[{BLACK} \n]*{BLACK})?")
_BLANKS = re.compile(r"[ \t]+")
_LINE_END = re.compile(r" ?\n[ \n]*")


def _is_alike(one: Piece, other: Piece) -> bool:
    return (
        one.is_bold is other.is_bold
        and one.is_italic is other.is_italic
        and one.is_raised is other.is_raised
        and one.target == other.target
        and not one.note
    )


def joined(first: Pieces, second: Pieces, between: str = " ") -> Pieces:
    """Return two runs of pieces as one."""
    return neat((*first, *([replace(first[-1], text=between, note="")] if first else []), *second))


def cut(pieces: Pieces, count: int) -> Pieces:
    """Return the pieces without the first `count` characters of their words."""
    left = []
    for piece in pieces:
        if piece.note:
            left.append(piece)
            continue
        taken = min(count, len(piece.text))
        count -= taken
        left.append(replace(piece, text=piece.text[taken:]))
    return neat(left)


def split_lines(pieces: Pieces) -> Iterator[Pieces]:
    """Yield the pieces of each line that the document wants."""
    line: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(replace(piece, text=first))
        for text in rest:
            yield neat(line)
            line = [replace(piece, text=text)]
    yield neat(line)
