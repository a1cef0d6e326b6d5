"""HTML for the blocks of the dialect: this writer knows its elements and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape

from casebook.citations.citation import Citation
from casebook.identifiers.label import COMMUNICATION, Label
from casebook.model.text import (
    Block,
    Break,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    Link,
    Note,
    NoteMark,
    Paragraph,
    Quotation,
    SectionEnd,
    Table,
    Text,
    Words,
)
from casebook.rendering.bidirectional import set_apart
from casebook.rendering.hyperlinks import Hyperlinks, Stretch
from casebook.words.language import direction_of
from casebook.words.vocabulary import Origin

_BACK = '<span aria-hidden="true">↩</span><span class="visually-hidden">Back to the text</span>'


def write_text(text: Text, document: str, hyperlinks: Hyperlinks) -> str:
    """Return the HTML of a text: its paragraphs numbered, each with an anchor.

    `document` is the id of the document within its dossier; anchors in another document than the
    communication carry it: `reply-1.p3`.
    """
    writer = _Writer(hyperlinks, document, text.notes, text.language)
    body = "".join((*writer.labelled(text.blocks), *writer.notes()))
    return f'<div class="text"{_spoken(text.language)}>\n{body}</div>\n'


def _spoken(language: str) -> str:
    return f' lang="{escape(language)}" dir="{direction_of(language)}"'


def write_blocks(blocks: Iterable[Block], hyperlinks: Hyperlinks) -> str:
    """Return the HTML of blocks that carry no labels, such as the gloss of a provision."""
    writer = _Writer(hyperlinks, COMMUNICATION, (), "en")
    return "".join(writer.plain(blocks))


@lru_cache(4096)
def _opening(label: Label, document: str, ours: str) -> str:
    """Return what stands before a labelled paragraph. Letters have the same labels."""
    anchor = escape(label.anchor_in(document))
    kind = " request" if label.is_request else ""
    # The name begins with what is seen, so that it can be spoken as it is read.
    name = f"Q{label.number}: request" if label.is_request else f"Paragraph {label.number}"
    number = f"Q{label.number}" if label.is_request else label.number
    return (
        f'<div class="para{kind}" id="{anchor}">'
        f'<a class="para-number" href="#{anchor}"{ours} '
        f'aria-label="{name}, link to it">{number}</a>'
    )


class _Writer:
    def __init__(
        self, hyperlinks: Hyperlinks, document: str, notes: Sequence[Note], language: str
    ) -> None:
        self._hyperlinks = hyperlinks
        self._language = language
        # Names that we give to parts of a text in another language are in ours.
        self._ours, self._theirs = (
            ("", "") if language == "en" else (' lang="en"', _spoken(language))
        )
        self._document = document
        self._prefix = "" if document == COMMUNICATION else f"{document}."
        self._notes = notes
        self._numbers = {note.id: number for number, note in enumerate(notes, 1)}
        self._marked: set[str] = set()

    # -- blocks

    def labelled(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield each labelled paragraph together with the blocks that belong to it."""
        is_open = False
        for block in blocks:
            label = block.label if isinstance(block, Paragraph) else None
            if is_open and (label or isinstance(block, Heading | SectionEnd)):
                yield "</div>\n"
                is_open = False
            match block:
                case Paragraph() if label:
                    yield _opening(label, self._document, self._ours)
                    yield self._paragraph(block)
                    is_open = True
                case Heading():
                    yield self._heading(block)
                case SectionEnd():
                    yield '<hr class="section-end">\n'
                case _:
                    yield from self.plain((block,))
        if is_open:
            yield "</div>\n"

    def plain(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield blocks one after another."""
        for block in blocks:
            match block:
                case Paragraph():
                    yield self._paragraph(block)
                case Heading():
                    yield self._heading(block)
                case Quotation(blocks=inner):
                    yield "<blockquote>\n"
                    yield from self.plain(inner)
                    yield "</blockquote>\n"
                case ItemList():
                    yield from self._items(block)
                case Table():
                    yield from self._table(block)
                case CodeBlock(text=text):
                    yield f"<pre><code>{escape(text)}</code></pre>\n"
                case SectionEnd():
                    yield "<hr>\n"

    def _heading(self, heading: Heading) -> str:
        words = self._inlines(heading.content, _Thread(()))
        anchor = f' id="{escape(self._prefix + heading.anchor)}"' if heading.anchor else ""
        # The page has its own headings above those of the text.
        level = min(heading.level + 1, 6)
        return f"<h{level}{anchor}>{words}</h{level}>\n"

    def _items(self, items: ItemList) -> Iterator[str]:
        name = "ul" if items.start is None else "ol"
        start = f' start="{items.start}"' if items.start not in (None, 1) else ""
        yield f"<{name}{start}>\n"
        for item in items.items:
            yield "<li>"
            if len(item) == 1 and isinstance(item[0], Paragraph):
                yield self._words(item[0])
            else:
                yield from self.plain(item)
            yield "</li>\n"
        yield f"</{name}>\n"

    def _table(self, table: Table) -> Iterator[str]:
        yield f'<div class="table-scroll" role="group" aria-label="Table" tabindex="0"{self._ours}>'
        yield f"<table{self._theirs}>\n<thead><tr>"
        for cell, alignment in self._cells(table.head, table):
            words = self._words(cell)
            # A heading cell without words heads nothing.
            yield f'<th scope="col"{alignment}>{words}</th>' if words else "<td></td>"
        yield "</tr></thead>\n<tbody>\n"
        for row in table.rows:
            yield "<tr>"
            for cell, alignment in self._cells(row, table):
                yield f"<td{alignment}>{self._words(cell)}</td>"
            yield "</tr>\n"
        yield "</tbody></table></div>\n"

    @staticmethod
    def _cells(cells: tuple[Paragraph, ...], table: Table) -> Iterator[tuple[Paragraph, str]]:
        for cell, alignment in zip(cells, table.alignments, strict=False):
            known = alignment in ("left", "center", "right")
            yield cell, f' class="align-{alignment}"' if known else ""

    def notes(self) -> Iterator[str]:
        """Yield the footnotes, each with a way back."""
        if not self._notes:
            return
        # A group, not a region: each document of a page may have one, and regions have own names.
        yield f'<div class="notes" role="group" aria-label="Footnotes"{self._ours}>'
        yield f"<ol{self._theirs}>\n"
        for note in self._notes:
            name = escape(f"{self._prefix}fn{note.id}")
            back = escape(f"{self._prefix}fnref{note.id}")
            yield f'<li id="{name}">'
            yield from self.plain(note.blocks)
            if note.id in self._marked:
                yield f'<a class="note-back" href="#{back}"{self._ours}>{_BACK}</a>'
            yield "</li>\n"
        yield "</ol></div>\n"

    # -- words

    def _paragraph(self, paragraph: Paragraph) -> str:
        return f"<p>{self._words(paragraph)}</p>\n"

    def _words(self, paragraph: Paragraph) -> str:
        stretches = self._stretches(paragraph.citations) if paragraph.citations else []
        return self._inlines(paragraph.content, _Thread(stretches))

    def _stretches(self, citations: tuple[Citation, ...]) -> list[Stretch]:
        """Return where found citations become links, in order and without overlap."""
        stretches: list[Stretch] = []
        for citation in citations:
            if citation.origin is Origin.FOUND:
                for stretch in self._hyperlinks.stretches(citation):
                    if not stretches or stretch.start >= stretches[-1].end:
                        stretches.append(stretch)
        return stretches

    def _inlines(
        self, content: tuple[Inline, ...], thread: "_Thread", *, in_link: bool = False
    ) -> str:
        return "".join([self._inline(each, thread, in_link=in_link) for each in content])

    def _inline(self, inline: Inline, thread: "_Thread", *, in_link: bool) -> str:
        match inline:
            case Words(text=text) if not thread.stretches:  # most paragraphs have none
                return set_apart(text, self._language)
            case Words(text=text):
                pieces = thread.through(text)
                return "".join([self._piece(*piece, in_link=in_link) for piece in pieces])
            case Emphasis(content=content, is_strong=is_strong):
                name = "strong" if is_strong else "em"
                return f"<{name}>{self._inlines(content, thread, in_link=in_link)}</{name}>"
            case Code(text=text):
                thread.skip(len(text))
                return f"<code>{escape(text)}</code>"
            case Link(content=content, target=target):
                inner = self._inlines(content, thread, in_link=True)
                return self._hyperlinks.editors_link(target, inner)
            case NoteMark(note=note):
                return self._note_mark(note)
            case Break():
                thread.skip(1)
                return "<br>"

    def _piece(self, words: str, opening: str, *, in_link: bool) -> str:
        """Return the HTML of plain words; those in another script are set apart."""
        written = set_apart(words, self._language)
        return f"{opening}{written}</a>" if opening and not in_link else written

    def _note_mark(self, note: str) -> str:
        number = self._numbers.get(note)
        if not number:
            return ""
        name = escape(f"{self._prefix}fn{note}")
        back = escape(f"{self._prefix}fnref{note}")
        anchor = "" if note in self._marked else f' id="{back}"'
        self._marked.add(note)
        return (
            f'<sup class="note-mark"><a href="#{name}"{anchor}{self._ours} '
            f'aria-label="Footnote {number}">{number}</a></sup>'
        )


class _Thread:
    """Leads through the words of a paragraph, and tells which of them become links.

    Positions count in the paragraph's plain text, as in `Citation.start`.
    """

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = stretches
        self._next = 0
        self._at = 0

    def skip(self, length: int) -> None:
        """Pass over what is no words, but has a place in the plain text."""
        self._at += length

    def through(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the words that come next in pieces, each with the tag that makes it a link."""
        begin = written = self._at
        self._at = end = begin + len(text)
        while self._next < len(self.stretches):
            stretch = self.stretches[self._next]
            if stretch.start >= end:
                break
            first, last = max(stretch.start, written), min(stretch.end, end)
            if first < last:
                yield text[written - begin : first - begin], ""
                yield text[first - begin : last - begin], stretch.opening
                written = last
            if stretch.end > end:
                break
            self._next += 1
        yield text[written - begin :], ""
