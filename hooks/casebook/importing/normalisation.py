"""The one normalisation under which a text of ours equals its source; docs/importing.md tells it.

It changes no letter, digit, quotation mark or dash. What it does:

1. accents are composed (NFC), and ligatures such as ﬁ are written as letters;
2. characters that a reader cannot see are dropped, soft hyphens among them;
3. every run of blanks, line ends and page ends is one blank;
4. labels, links, emphasis and the lines of headings and tables are markup, not words;
5. the numbers and bullets that open a paragraph are left out: a request's label takes its place;
6. the marks of footnotes are left out, and footnotes stand after everything else.
"""

import re
import unicodedata

from casebook.importing.pieces import Chunk, Role
from casebook.model.text import Block, Heading, ItemList, Paragraph, Quotation, Table
from casebook.model.text import plain_words as words_of
from casebook.reading.characters import find_refused
from casebook.reading.dialect import parse_dialect

BULLETS = "•◦▪●○■□‣⁃∙·–—*-\uf0b7\uf0a7"
"""What opens an item of a list that is not numbered; the last two are those of symbol fonts."""
ENUMERATOR = (
    "(?:"
    r"\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]-?"
    r"|\[(?:[0-9]{1,3}|[a-z])\]"
    r"|[0-9]{1,3}[°º]\.?"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}[.)]?"
    r"|(?:Question|Pregunta)\s(?:[Nn][o°º]\.?\s)?[0-9]{1,2}\s?[.:)]"
    rf"|[{re.escape(BULLETS)}]"
    ")"
)
"""A pattern for what opens an item: 1. 1) (1) [1] 1.- 1.2 a) iv. • Question 1:"""
INITIAL = r"[A-HJ-UWYZ]\. \S"
"""A. N. Other is no item."""

_OPENING = re.compile(rf"(?!{INITIAL}){ENUMERATOR}(?:\s+|$)")
_LIGATURES = {
    ord(mark): unicodedata.normalize("NFKC", mark) for mark in map(chr, range(0xFB00, 0xFB07))
}
_BLANKS = re.compile(r"[^\S\n\u00a0\u202f]+")
_CONTROLS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_SUSPECT = re.compile(r"[^ -~\n]")


def tidy(text: str) -> str:
    """Return text as our files may hold it: steps 1 and 2, and blanks that are plain blanks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text).translate(_LIGATURES)
    text = _BLANKS.sub(" ", _CONTROLS.sub(" ", text))
    seen = _SUSPECT.sub(lambda mark: "" if find_refused(mark[0]) else mark[0], text)
    # What was dropped may have stood between two blanks.
    return seen if len(seen) == len(text) else _BLANKS.sub(" ", seen)


def normalise(text: str) -> str:
    """Return paragraphs, divided by empty lines, as one line of words."""
    paragraphs = re.split(r"\n\s*\n", tidy(text))
    return " ".join(filter(None, map(_without_number, paragraphs)))


def _without_number(paragraph: str) -> str:
    words = " ".join(paragraph.split())
    # "• 1. A" has two of them, one of which may have become a label.
    while match := _OPENING.match(words):
        words = words[match.end() :]
    return words


def plain_words(markdown: str) -> str:
    """Return the words of a text in the dialect, a paragraph a line; footnotes last."""
    dialect = parse_dialect(markdown, "")
    blocks = [*dialect.blocks, *(block for note in dialect.notes for block in note.blocks)]
    return "\n\n".join(filter(None, map(_block_words, blocks)))


def source_words(chunks: tuple[Chunk, ...]) -> str:
    """Return the words of a document's chunks, a paragraph a line; footnotes last."""
    ordered = sorted(chunks, key=lambda chunk: chunk.role is Role.NOTE)
    return "\n\n".join(filter(None, (chunk.words for chunk in ordered)))


def _block_words(block: Block) -> str:
    match block:
        case Paragraph(plain=words):
            return words
        case Heading(content=content):
            return words_of(content)
        case Quotation(blocks=inner):
            return "\n\n".join(map(_block_words, inner))
        case ItemList(items=items):
            return "\n\n".join(_block_words(each) for item in items for each in item)
        case Table(head=head, rows=rows):
            return " ".join(cell.plain for row in (head, *rows) for cell in row)
        case _:
            return ""
