"""What paragraphs cite: the links of editors, and what the finder finds between them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from casebook.citations.citation import Citation, StandardTarget, Target
from casebook.citations.finding import find_citations
from casebook.citations.names import Names
from casebook.citations.passages import Passage, Taken
from casebook.identifiers.link import DossierLink, StandardLink, parse_link
from casebook.identifiers.provision import parse_provision
from casebook.model.text import Block, ItemList, Note, Paragraph, Quotation, Table
from casebook.reading.cells import CellHead, heads_of_cells
from casebook.reading.dialect import Dialect
from casebook.words.vocabulary import CitationKind, Origin

_HEADING = re.compile(r"[^\W\d_][^.:;,!?]*")
_NO_HEAD = CellHead()
_NOWHERE = "#"
"""Where links lead that were broken when a document was converted: they are words again."""
_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def cite_dialect(dialect: Dialect, names: Names, addressee: str | None = None) -> Dialect:
    """Return a text whose paragraphs know what they cite.

    `names` are the names of the instruments we hold; `addressee` is the code of who received the
    letter: "the Criminal Code" is theirs.
    """
    paragraphs = list(dialect.paragraphs())
    heads = heads_of_cells(dialect, names)
    passages = [
        _passage(paragraph, section, heads.get(id(paragraph), _NO_HEAD))
        for paragraph, section in zip(paragraphs, _sections(paragraphs), strict=True)
    ]
    found = find_citations(passages, names, addressee=addressee)
    cited = iter(
        [
            _cited(paragraph, citations)
            for paragraph, citations in zip(paragraphs, found, strict=True)
        ]
    )

    def take(_: Paragraph) -> Paragraph:
        return next(cited)

    return replace(
        dialect,
        blocks=tuple(_with(block, take) for block in dialect.blocks),
        notes=tuple(
            Note(note.id, tuple(_with(block, take) for block in note.blocks))
            for note in dialect.notes
        ),
    )


def _with(block: Block, change: Callable[[Paragraph], Paragraph]) -> Block:
    """Return the block with every paragraph changed, in the order of `paragraphs_in`."""
    match block:
        case Paragraph():
            return change(block)
        case Quotation(blocks=inner):
            return Quotation(tuple(_with(each, change) for each in inner))
        case ItemList(items=items, start=start):
            changed = tuple(tuple(_with(each, change) for each in item) for item in items)
            return ItemList(changed, start)
        case Table(head=head, rows=rows, alignments=alignments):
            changed_head = tuple(map(change, head))
            return Table(changed_head, tuple(tuple(map(change, row)) for row in rows), alignments)
        case _:
            return block


def _sections(paragraphs: list[Paragraph]) -> Iterator[str]:
    """Yield the section of each paragraph, within which "the Convention" means the last one named.

    A text that was never edited has no marks for headings: there a short line without a label and
    without a stop opens a section.
    """
    guessed = ""
    for paragraph in paragraphs:
        plain = paragraph.plain.strip()
        if not paragraph.label and len(plain) < 80 and _HEADING.fullmatch(plain):
            guessed = plain
        yield paragraph.section or guessed


def _passage(paragraph: Paragraph, section: str, head: CellHead) -> Passage:
    plain = paragraph.plain
    has_address = "http" in plain or "www." in plain
    if not paragraph.taken and not has_address:
        return Passage(plain, section, (), *head)
    taken = [
        Taken(start, end, _target(target) if target else None)
        for start, end, target in paragraph.taken
        if target != _NOWHERE
    ]
    if has_address:
        taken += [Taken(match.start(), match.end(), None) for match in _WEB_ADDRESS.finditer(plain)]
    taken.sort(key=attrgetter("start"))
    return Passage(plain, section, tuple(taken), *head)


@lru_cache(maxsize=4096)
def _target(address: str) -> Target | None:
    match parse_link(address):
        case StandardLink(instrument=instrument, fragment=fragment):
            return StandardTarget(instrument, parse_provision(fragment) if fragment else None)
        case DossierLink(reference=reference):
            return reference
        case _:
            return None


def _editors_citations(paragraph: Paragraph) -> Iterator[Citation]:
    for start, end, address in paragraph.taken:
        target = _target(address) if address else None
        if target is None or start == end:
            continue
        is_standard = isinstance(target, StandardTarget)
        yield Citation(
            kind=CitationKind.PROVISION if is_standard else CitationKind.COMMUNICATION,
            surface=paragraph.plain[start:end],
            targets=(target,),
            start=start,
            origin=Origin.EDITOR,
        )


def _cited(paragraph: Paragraph, found: tuple[Citation, ...]) -> Paragraph:
    """Return the paragraph with its citations, those of editors among those that were found."""
    citations = [*_editors_citations(paragraph), *found] if paragraph.taken else [*found]
    if not citations:
        return paragraph
    citations.sort(key=attrgetter("start"))
    # Field by field: `replace` takes three times as long.
    return Paragraph(
        content=paragraph.content,
        line=paragraph.line,
        label=paragraph.label,
        section=paragraph.section,
        plain=paragraph.plain,
        citations=tuple(citations),
        positions=paragraph.positions,
        taken=paragraph.taken,
    )
