"""A text: the blocks of the dialect, and the labelled paragraphs in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from casebook.citations.citation import Citation
from casebook.identifiers.label import Label


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words, unescaped."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set off: emphasised, or strongly."""

    content: "tuple[Inline, ...]"
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """Words taken literally."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: a standard, a dossier, an address on the web."""

    target: str
    """As written: /standards/iccpr.md#article-7, https://…"""
    content: "tuple[Inline, ...]"
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where a footnote is attached."""

    note: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the text asks for."""


Inline = Words | Emphasis | Code | Link | NoteMark | Break


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; it opens a section."""

    level: int
    """2 to 4 in texts of dossiers."""
    content: tuple[Inline, ...]
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, labelled when it belongs to the numbered run of a document."""

    content: tuple[Inline, ...]
    line: int
    label: Label | None = None
    section: str = ""
    """The heading it stands under, as plain words; empty before the first and after the last."""
    plain: str = ""
    """Its words without markup and label. Positions of citations count in it."""
    citations: tuple[Citation, ...] = ()
    """In reading order."""
    positions: tuple[tuple[int, int], ...] = ()
    """Where runs of plain words lie in the file: (position in `plain`, position in the file),
    both in characters, in order."""
    taken: tuple[tuple[int, int, str], ...] = ()
    """Stretches of `plain` that are links or code: (start, end, target of the link or nothing)."""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list, numbered when it has a start."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set apart."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines taken literally."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: every cell is a paragraph."""

    head: tuple[Paragraph, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    alignments: tuple[str, ...]
    """One a column: left, center, right or none."""


@dataclass(frozen=True, slots=True)
class SectionEnd:
    """A line that closes the section: what follows stands under no heading."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    id: str
    blocks: "tuple[Block, ...]"


Block = Heading | Paragraph | ItemList | Quotation | CodeBlock | Table | SectionEnd


@dataclass(frozen=True, slots=True)
class Text:
    """One Markdown file, read."""

    path: str
    """The file, relative to the collection."""
    language: str
    """Of these words: en, fr, ru."""
    is_verbatim: bool
    """True for the document's own words, False for a restatement in ours."""
    blocks: Sequence[Block] = field(repr=False)
    """Perhaps read only when somebody looks at them: most texts of a large collection never are."""
    notes: Sequence[Note] = field(default=(), repr=False)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph in reading order, those of footnotes last."""
        yield from paragraphs_in(self.blocks)
        yield from paragraphs_in(in_notes(self.notes))

    def labelled(self) -> Iterator[tuple[Label, Paragraph]]:
        """Yield the paragraphs that carry a label, with it, in reading order."""
        return ((each.label, each) for each in self.paragraphs() if each.label)


def in_notes(notes: Iterable[Note]) -> Iterator[Block]:
    """Yield the blocks of footnotes."""
    return chain.from_iterable(note.blocks for note in notes)


def leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what holds no other blocks, in reading order: of quotations, lists and tables the inside."""
    for block in blocks:
        match block:
            case Quotation(blocks=inner):
                yield from leaves(inner)
            case ItemList(items=items):
                for item in items:
                    yield from leaves(item)
            case Table(head=head, rows=rows):
                yield from head
                yield from chain.from_iterable(rows)
            case _:
                yield block


def paragraphs_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of blocks, however deep they lie in quotations and lists."""
    return (block for block in leaves(blocks) if isinstance(block, Paragraph))


def plain_words(content: tuple[Inline, ...]) -> str:
    """Return the words of inline content without its markup."""
    words = []
    for inline in content:
        match inline:
            case Words(text=text) | Code(text=text):
                words.append(text)
            case Emphasis(content=inner) | Link(content=inner):
                words.append(plain_words(inner))
            case Break():
                words.append(" ")
            case _:
                pass
    return "".join(words)


def links_in(blocks: Iterable[Block]) -> Iterator[Link]:
    """Yield every link in these blocks, in reading order, those of headings too."""
    for block in leaves(blocks):
        if isinstance(block, Paragraph | Heading):
            yield from inline_links(block.content)


def inline_links(content: tuple[Inline, ...]) -> Iterator[Link]:
    """Yield every link in a run of words."""
    for inline in content:
        if isinstance(inline, Link):
            yield inline
        if isinstance(inline, Link | Emphasis):
            yield from inline_links(inline.content)
