"""HTML to chunks: web pages of letters, and what Word files are turned into."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from casebook.importing.extract import Extract, Form, told_of_struck
from casebook.importing.layout.chunks import chunks_of
from casebook.importing.normalisation import tidy
from casebook.importing.pieces import Chunk, Piece, Pieces, Role, blacked_out, neat, plain
from casebook.importing.refusal import Refusal
from casebook.importing.text.pages import read_pages
from casebook.importing.web.content import content_of, set_text
from casebook.importing.web.hidden import Ground, ground_of
from casebook.importing.web.lists import printed_marker, read_number
from casebook.importing.web.looks import Looks
from casebook.importing.web.notes import WebNotes, find_notes
from casebook.importing.web.tables import is_layout, spread
from casebook.importing.web.tags import BLOCKS, PASSED, PICTURES, ROLES
from casebook.words.wording import count_words, noun_words

_DEEPEST = 200
_CLOSED = re.compile(r"<(title|script|style|textarea|iframe|a|div|span|p)\b([^<>]*)/>")


def read_web(html: str, *, keeps_lines: bool = False) -> Extract:
    """Return what a web page says, with its own line ends or without. Nothing it links to is fetched."""
    if html.lstrip().startswith("<?xml"):
        # What XHTML closes at once HTML leaves open, over all that follows.
        html = _CLOSED.sub(r"<\1\2></\1>", html)
    page = LexborHTMLParser(html)
    body = page.body
    if not body:
        return Extract(Form.HTML, ())
    sheets = bool(page.css("link[rel~=stylesheet]"))
    content = content_of(body)
    if words := set_text(content):
        lost = _lost(0, "", is_styled_elsewhere=sheets)
        return Extract(Form.HTML, chunks_of(read_pages(words)), lost=(*lost,))
    walk = _Walk(find_notes(content), Looks(page), is_set=keeps_lines)
    chunks = tuple(walk.chunks(content))
    lost = _lost(walk.pictures, walk.struck, is_styled_elsewhere=sheets)
    return Extract(Form.HTML, chunks, lost=(*lost,))


def _lost(pictures: int, struck: str, *, is_styled_elsewhere: bool) -> Iterator[str]:
    if pictures:
        show = noun_words(pictures, "it shows", "they show")
        yield (
            f"it has {count_words(pictures, 'picture')}, frames and formulas counted: what {show}"
            " is not in the text; look at the page"
        )
    yield from told_of_struck(struck)
    if is_styled_elsewhere:
        yield (
            "it takes its looks from other files, which nobody reads: the text may have words that"
            " the page does not show; compare them"
        )


class _Walk:
    def __init__(self, notes: WebNotes, looks: Looks, *, is_set: bool) -> None:
        self._web_notes = notes
        self._looks = looks
        self._ground = Ground()
        self._is_set = is_set
        """Whether line ends count."""
        self.pictures = 0
        self.struck = ""
        self._pieces: list[Piece] = []
        self._style = Piece("")
        self._note: str | None = None
        """The name of the footnote that is open; empty after its first paragraph."""
        self._markers: list[str] = []
        self._item: tuple[str, int] = ("", 0)
        self._depth = 0

    def chunks(self, root: LexborNode) -> Iterator[Chunk]:
        around = [root]
        while (outer := around[-1].parent) is not None:
            around.append(outer)
        for node in reversed(around):
            # A page that is all hidden waits for a script to show it.
            ground = self._ground_of(node) or self._ground
            self._ground = replace(ground, is_invisible=False)
        yield from self._children(root)
        yield from self._flush()

    @contextmanager
    def _on(self, ground: Ground) -> Iterator[None]:
        outer, self._ground = self._ground, ground
        yield
        self._ground = outer

    def _add(self, words: str) -> None:
        self._pieces.append(replace(self._style, text=words))

    def _children(self, node: LexborNode) -> Iterator[Chunk]:
        self._depth += 1
        if self._depth > _DEEPEST and node.text().strip():
            raise Refusal(
                "The page has parts within parts, deeper than anybody writes them.",
                "Save its words as text.",
            )
        child = node.child if self._depth <= _DEEPEST else None
        while child is not None:
            yield from self._node(child)
            child = child.next
        self._depth -= 1

    def _ground_of(self, node: LexborNode) -> Ground | None:
        return ground_of(node, self._ground, self._looks.of(node))

    def _node(self, node: LexborNode) -> Iterator[Chunk]:
        tag = (node.tag or "").lower()
        if tag == "-text":
            self._text(node)
        elif (
            node.mem_id in self._web_notes.comments
            or tag in PASSED
            or tag.startswith(("-", "!"))
            or node.attributes.get("role") in ROLES
        ):
            return
        elif (ground := self._ground_of(node)) is not None:
            with self._on(ground):
                yield from self._element(node, tag)

    def _text(self, node: LexborNode) -> None:
        words = node.text_content or ""
        if self._ground.is_unseen:
            return
        if self._ground.is_covered:
            words = blacked_out(words)
        if self._ground.is_struck and not self.struck:
            self.struck = words.strip()
        if not self._is_set:
            words = " ".join(f"x{words}x".split())[1:-1]
        self._add(tidy(words))

    def _element(self, node: LexborNode, tag: str) -> Iterator[Chunk]:
        name = self._web_notes.notes.get(node.mem_id)
        if name is not None and self._note is None:
            yield from self._flush()
            self._note = name
            yield from self._children(node)
            yield from self._flush()
            self._note = None
        elif tag in PICTURES:
            self.pictures += bool(node.attributes.get("alt", " "))
        elif tag == "input":
            if node.attributes.get("type") in ("checkbox", "radio"):
                self._add("☒" if "checked" in node.attributes else "☐")
        elif tag == "br":
            if plain(self._pieces[-2:]).rstrip(" ").endswith("\n"):
                yield from self._flush()
            else:
                self._add("\n")
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
        elif tag == "dialog" and "open" not in node.attributes:
            return
        elif tag in BLOCKS:
            yield from self._flush()
            outer, self._is_set = self._is_set, self._is_set or tag == "pre"
            yield from self._children(node)
            self._is_set = outer
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
        elif tag == "q":
            self._add("“")
        elif tag == "sup":
            self._style = replace(outer, is_raised=True)
        elif tag == "a":
            self._style = replace(outer, target=node.attributes.get("href") or "")
        yield from self._children(node)
        self._style = outer
        if tag == "q":
            self._add("”")

    def _list(self, node: LexborNode, tag: str) -> Iterator[Chunk]:
        items = _children_of(node, ("li",))
        step = -1 if "reversed" in node.attributes else 1
        number = read_number(node, "start", len(items) if step < 0 else 1)
        outer = self._item
        depth = outer[1] + 1 if outer[0] else 0
        child = node.child
        while child is not None:
            if child.tag == "li" and child.mem_id not in self._web_notes.notes:
                ground = self._ground_of(child)
                if ground is not None:
                    number = read_number(child, "value", number)
                    marker = printed_marker(tag, node, child, number, self._looks)
                    number += step
                    self._item = (marker or " ", depth)
                    self._markers += [marker] if marker else []
                    with self._on(ground):
                        yield from self._children(child)
                        yield from self._flush()
                    self._markers.clear()
            else:
                yield from self._node(child)
            child = child.next
        self._item = outer

    def _table(self, node: LexborNode) -> Iterator[Chunk]:
        """Yield a table; one that is layout has its cells read in turn.

        Layout is a single row or column, or a cell that holds a table of its own, or many paragraphs;
        and a footnote has no room for a table.
        """
        for caption in _children_of(node, ("caption",)):
            yield from self._node(caption)
            yield from self._flush()
        rows = [found for row in self._rows(node) if (found := self._shown(row, ("td", "th")))]
        if self._note is not None or is_layout([[cell for cell, _ in row] for row in rows]):
            for cell, ground in chain.from_iterable(rows):
                with self._on(ground):
                    yield from self._children(cell)
                    yield from self._flush()
            return
        cells = ([(cell, self._cell(cell, ground)) for cell, ground in row] for row in rows)
        yield Chunk((), Role.TABLE, rows=tuple(spread(cells)))

    def _rows(self, table: LexborNode) -> list[tuple[LexborNode, Ground]]:
        """Return the rows of a table that are shown, those of tables inside it left out."""
        parts = [(table, self._ground)]
        parts += self._shown(parts[0], ("thead", "tbody", "tfoot"))
        return [row for part in parts for row in self._shown(part, ("tr",))]

    def _shown(
        self, part: tuple[LexborNode, Ground], tags: tuple[str, ...]
    ) -> list[tuple[LexborNode, Ground]]:
        found = []
        for child in _children_of(part[0], tags):
            ground = ground_of(child, part[1], self._looks.of(child))
            found += [(child, ground)] if ground is not None else []
        return found

    def _cell(self, node: LexborNode, ground: Ground) -> Pieces:
        outer, self._pieces = self._pieces, []
        with self._on(ground):
            chunks = [*self._children(node)]
        inner = [piece for chunk in chunks for piece in (*chunk.pieces, Piece("\n"))]
        pieces, self._pieces = neat((*inner, *self._pieces)), outer
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


def _children_of(node: LexborNode, tags: tuple[str, ...]) -> list[LexborNode]:
    return [child for child in node.iter() if child.tag in tags]
