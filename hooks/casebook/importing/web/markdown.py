"""Markdown files of others: events to chunks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

import pyromark

from casebook.importing.extract import Extract, Form
from casebook.importing.normalisation import tidy
from casebook.importing.pieces import Chunk, Piece, Pieces, Role, neat
from casebook.importing.web.page import read_web
from casebook.importing.web.tags import TAGS
from casebook.reading.events import CONTAINERS, Places, read_events

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES
_MARKUP = re.compile(
    r"\]\([^)\s]*\)"
    r"|\*\*\S|(?<![\w*\\])\*[^\W\d_][^*\n]{1,200}[^\s*]\*(?![\w*])"
    r"|^#{1,6} \S"
    r"|^\[\^[^\]]+\]:"
    r"|^\|(?: *:?-+:? *\|)+$",
    re.MULTILINE,
)
_FRONT = re.compile(
    r"\s*---[ \t]*\n(?:[\w-]+:.*\n|[ \t]+\S.*\n|- .*\n|#.*\n|\n)+(?:---|\.\.\.)[ \t]*\n"
)
"""What a file says of itself before its words: no part of the letter."""
_TAG = re.compile(r"<(?:!--|/?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>)")
_LABEL = re.compile(r'<sup class="footnote-definition-label">[^<]*</sup>')
_MARKER = re.compile(r"\s*([0-9]{1,9}[.)]|[-+*])")
_DEEPEST = 30


def is_markdown(text: str) -> bool:
    """Whether a text has the marks of Markdown: links, bold words, headings, footnotes, tables."""
    return bool(_MARKUP.search(text))


def read_markdown(text: str) -> Extract:
    """Return what a Markdown text says. Line ends within a paragraph are kept."""
    if page := _as_page(text):
        return replace(read_web(page, keeps_lines=True), form=Form.MARKDOWN)
    return Extract(Form.MARKDOWN, tuple(_Walk(text).chunks()))


def without_front(text: str) -> str:
    """Return a text without its front matter."""
    match = _FRONT.match(text)
    return text[match.end() :] if match else text


def _as_page(text: str) -> str:
    """Return a Markdown text that has HTML in it as a web page, which may hide words; else nothing."""
    raw = (str(words) for name, words, _ in read_events(text, _OPTIONS) if name in _RAW)
    if not any(_is_known(tag) for words in raw for tag in _TAG.finditer(words)):
        return ""
    page = pyromark.html(text, options=_OPTIONS)
    # `<name withheld>` is no tag, though it looks like one: a browser would drop it.
    return _TAG.sub(lambda tag: tag[0] if _is_known(tag) else escape(tag[0]), _LABEL.sub("", page))


def _is_known(tag: re.Match[str]) -> bool:
    return tag[1] is None or tag[1].lower() in TAGS


_RAW = frozenset(("Html", "InlineHtml"))


class _Walk:
    def __init__(self, source: str) -> None:
        self._source = source
        self._places = Places(source, 1)
        self._events = read_events(source, _OPTIONS)
        self._style = Piece("")
        self._pieces: list[Piece] = []
        self._item = Chunk(())
        """What the next words of a list become: an item, then paragraphs of that item."""
        self._depth = 0
        self._lists = 0

    def chunks(self) -> Iterator[Chunk]:
        yield from self._blocks(None)

    def _blocks(self, until: str | None) -> Iterator[Chunk]:
        """Yield the chunks up to the end of the container that is open."""
        self._depth += 1
        for name, details, at in self._events:
            if name == "end" and until is not None:
                break
            match name:
                case "Paragraph" | "HtmlBlock" | "CodeBlock":
                    self._words()
                    yield from self._flush()
                case "Heading":
                    self._words()
                    yield from self._flush(Role.HEADING)
                case "Item":
                    yield from self._list_item(at)
                case "FootnoteDefinition":
                    yield from self._note(str(details))
                case "Table":
                    yield self._table()
                case "BlockQuote" | "List" if self._depth < _DEEPEST:
                    yield from self._flush()
                    self._lists += name == "List"
                    yield from self._blocks(name)
                    self._lists -= name == "List"
                case _:
                    self._inline(name, details)
        yield from self._flush()
        self._depth -= 1

    def _list_item(self, at: int) -> Iterator[Chunk]:
        match = _MARKER.match(self._source, self._places.position(at))
        marker = match[1] if match else "•"
        marker = "•" if marker in "-+*" else marker
        self._item = Chunk((), Role.ITEM, marker, self._lists - 1)
        yield from self._blocks("Item")
        self._item = Chunk(())

    def _note(self, name: str) -> Iterator[Chunk]:
        for chunk in self._blocks("FootnoteDefinition"):
            yield replace(chunk, role=Role.NOTE, marker=name)
            name = ""  # what follows in the note is of it

    def _table(self) -> Chunk:
        rows: list[tuple[Pieces, ...]] = []
        cells: list[Pieces] = []
        open_ = 1
        for name, details, _ in self._events:
            if name == "end":
                open_ -= 1
                if not open_:
                    break
                if open_ == 1:
                    rows.append(tuple(cells))
                    cells = []
            elif name == "TableCell":
                self._words()
                cells.append(neat(self._taken()))
            elif name in CONTAINERS:
                open_ += 1
            else:
                self._inline(name, details)
        return Chunk((), Role.TABLE, rows=tuple(rows))

    def _flush(self, role: Role | None = None) -> Iterator[Chunk]:
        pieces = neat(self._taken())
        if not pieces:
            return
        if role:
            yield Chunk(pieces, role)
            return
        chunk, self._item = replace(self._item, pieces=pieces), Chunk(())
        yield chunk

    def _taken(self) -> list[Piece]:
        pieces, self._pieces = self._pieces, []
        return pieces

    def _words(self) -> None:
        for name, details, _ in self._events:
            if name == "end":
                return
            self._inline(name, details)

    def _inline(self, name: str, details: Any) -> None:
        outer = self._style
        match name:
            case "Text" | "Code" | "InlineHtml" | "Html":
                self._pieces.append(replace(outer, text=tidy(str(details))))
            case "SoftBreak" | "HardBreak":
                self._pieces.append(replace(outer, text="\n"))
            case "FootnoteReference":
                self._pieces.append(Piece(f"[{details}]", note=str(details)))
            case "Emphasis" | "Strong" | "Link" | "Image":
                if name == "Emphasis":
                    self._style = replace(outer, is_italic=True)
                elif name == "Strong":
                    self._style = replace(outer, is_bold=True)
                elif name == "Link":
                    self._style = replace(outer, target=str(details["dest_url"]))
                self._depth += 1
                if self._depth < 200:
                    self._words()
                self._depth -= 1
                self._style = outer
            case _:
                pass
