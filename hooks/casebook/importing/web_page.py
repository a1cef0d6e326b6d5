"""HTML to chunks: web pages of letters, and what Word files are turned into."""

import re
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from casebook.importing.normalisation import tidy
from casebook.importing.pieces import Chunk, Piece, Pieces, Role, neat
from casebook.importing.web_notes import WebNotes, find_notes

_PASSED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "iframe",
        "object",
        "svg",
        "math",
        "form",
        "button",
        "select",
        "-comment",
        "-comment-",
        "!--",
    )
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_DEEPEST = 200
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def web_chunks(html: str) -> tuple[Chunk, ...]:
    """Return the chunks of a web page. Nothing that it links to is fetched."""
    body = LexborHTMLParser(html).body
    if not body:
        return ()
    content = _content(body)
    return tuple(_Walk(find_notes(content)).chunks(content))


def _content(body: LexborNode) -> LexborNode:
    """Return what a page says is its content, if that holds most of its words; else all of it."""
    for place in ("main", "[role=main]", "article"):
        found = body.css(place)
        if len(found) == 1 and len(found[0].text()) * 2 > len(body.text()):
            return found[0]
    return body


class _Walk:
    def __init__(self, notes: WebNotes) -> None:
        self._web_notes = notes
        self._pieces: list[Piece] = []
        self._style = Piece("")
        self._note: str | None = None
        """The name of the footnote that is open; empty after its first paragraph."""
        self._markers: list[str] = []
        self._item: tuple[str, int] = ("", 0)
        self._depth = 0

    def chunks(self, root: LexborNode) -> Iterator[Chunk]:
        yield from self._children(root)
        yield from self._flush()

    def _children(self, node: LexborNode) -> Iterator[Chunk]:
        self._depth += 1
        child = node.child if self._depth < _DEEPEST else None
        while child is not None:
            yield from self._node(child)
            child = child.next
        self._depth -= 1

    def _node(self, node: LexborNode) -> Iterator[Chunk]:
        tag = (node.tag or "").lower()
        name = self._web_notes.notes.get(node.mem_id)
        if name is not None and self._note is None:
            yield from self._flush()
            self._note = name
            yield from self._children(node)
            yield from self._flush()
            self._note = None
        elif tag == "-text":
            text = " ".join(f"x{node.text_content or ''}x".split())[1:-1]
            self._pieces.append(replace(self._style, text=tidy(text)))
        elif tag in _PASSED or tag.startswith(("-", "!")) or _is_hidden(node):
            return
        elif tag == "input" and node.attributes.get("type") in ("checkbox", "radio"):
            mark = "☒" if "checked" in node.attributes else "☐"
            self._pieces.append(replace(self._style, text=mark))
        elif tag == "br":
            self._pieces.append(replace(self._style, text="\n"))
        elif tag == "table":
            yield from self._flush()
            yield from self._table(node)
        elif tag in ("ol", "ul"):
            yield from self._flush()
            yield from self._list(node, tag)
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            yield from self._flush()
            yield from self._children(node)
            yield from self._flush(Role.HEADING)
        elif tag in _BLOCKS:
            yield from self._flush()
            yield from self._children(node)
            yield from self._flush()
        else:
            yield from self._inline(node, tag)

    def _inline(self, node: LexborNode, tag: str) -> Iterator[Chunk]:
        outer = self._style
        if tag == "a" and node.mem_id in self._web_notes.marks:
            self._pieces.append(
                Piece(tidy(node.text().strip()), note=self._web_notes.marks[node.mem_id])
            )
            return
        if self._note is not None and node.mem_id in self._web_notes.backs:
            return
        if tag in ("b", "strong"):
            self._style = replace(outer, is_bold=True)
        elif tag in ("i", "em", "cite"):
            self._style = replace(outer, is_italic=True)
        elif tag == "sup":
            self._style = replace(outer, is_raised=True)
        elif tag == "a":
            self._style = replace(outer, target=node.attributes.get("href") or "")
        yield from self._children(node)
        self._style = outer

    def _list(self, node: LexborNode, tag: str) -> Iterator[Chunk]:
        number = _start(node)
        outer = self._item
        depth = outer[1] + 1 if outer[0] else 0
        child = node.child
        while child is not None:
            if child.tag == "li" and child.mem_id not in self._web_notes.notes:
                self._item = (_marker(tag, node, number, depth), depth)
                self._markers.append(self._item[0])
                number += 1
                yield from self._children(child)
                yield from self._flush()
                self._markers.clear()
            else:
                yield from self._node(child)
            child = child.next
        self._item = outer

    def _table(self, node: LexborNode) -> Iterator[Chunk]:
        """Yield a table; one of a single row or column is layout, and its cells are read in turn."""
        rows = [found for row in _rows(node) if (found := _children_of(row, ("td", "th")))]
        if len(rows) < 2 or max(map(len, rows)) < 2:
            for row in rows:
                for cell in row:
                    yield from self._children(cell)
                    yield from self._flush()
            return
        cells = tuple(tuple(self._cell(cell) for cell in row) for row in rows)
        yield Chunk((), Role.TABLE, rows=cells)

    def _cell(self, node: LexborNode) -> Pieces:
        outer, self._pieces = self._pieces, []
        inner = [piece for chunk in self._children(node) for piece in (*chunk.pieces, Piece("\n"))]
        pieces = neat((*inner, *self._pieces))
        self._pieces = outer
        return pieces

    def _flush(self, role: Role = Role.WORDS) -> Iterator[Chunk]:
        pieces, self._pieces = neat(self._pieces), []
        if not pieces or not any(piece.text.strip() for piece in pieces):
            return
        if self._note is not None:
            yield Chunk(pieces, Role.NOTE, self._note)
            self._note = ""
        elif self._markers and role is Role.WORDS:
            yield Chunk(pieces, Role.ITEM, self._markers.pop(), self._item[1])
        else:
            yield Chunk(pieces, role)


_HIDDEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?:opacity|font-size)\s*:\s*0(?![.0-9]*[1-9]))",
    re.IGNORECASE,
)


def _is_hidden(node: LexborNode) -> bool:
    """Whether a browser does not show an element, by what the element says itself."""
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _rows(table: LexborNode) -> list[LexborNode]:
    """Return the rows of a table, those of tables inside it left out."""
    parts = [table, *_children_of(table, ("thead", "tbody", "tfoot"))]
    return [row for part in parts for row in _children_of(part, ("tr",))]


def _children_of(node: LexborNode, tags: tuple[str, ...]) -> list[LexborNode]:
    return [child for child in node.iter() if child.tag in tags]


def _start(node: LexborNode) -> int:
    value = node.attributes.get("start") or "1"
    return int(value) if value.isdigit() and len(value) < 5 else 1


def _marker(tag: str, node: LexborNode, number: int, depth: int) -> str:
    """Return the marker that a browser, or Word, prints before an item."""
    if tag == "ul":
        return "•"
    kind = node.attributes.get("type") or ("a" if depth else "1")
    if kind == "a" and number <= len(_ALPHABET):
        return f"{_ALPHABET[number - 1]})"
    return f"{number}."
