"""Texts as facts: every labelled paragraph by its label, the rest in order."""

from collections.abc import Iterable, Iterator

from casebook.changes.change import Facts, Value
from casebook.identifiers.label import COMMUNICATION
from casebook.model.dossier import Document
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
    NoteMark,
    Paragraph,
    Quotation,
    SectionEnd,
    Table,
    Text,
    Words,
)
from casebook.words.language import language_name


def text_facts(document: Document) -> Facts:
    """Return the words of every text of a document."""
    facts: dict[str, Value] = {}
    for text in document.texts:
        made = "verbatim" if text.is_verbatim else "restated"
        whose = "the communication" if document.id == COMMUNICATION else document.id
        of = f"of {whose} ({made}, {language_name(text.language)})"
        others: list[str] = []
        for label, words in _pieces(text):
            if not label:
                others.append(words)
            # A label that stands twice is a problem; nothing of it may be lost here.
            elif (name := f"{label} {of}") in facts:
                facts[name] = f"{facts[name]} {words}"
            else:
                facts[name] = words
        facts[f"Words without number {of}"] = tuple(others) or None
    return facts


def _pieces(text: Text) -> Iterator[tuple[str, str]]:
    for block in text.blocks:
        yield from _labelled(block)
    for note in text.notes:
        yield f"Note {note.id}", " ".join(blocks_in_words(note.blocks))


def _labelled(block: Block, mark: str = "") -> Iterator[tuple[str, str]]:
    """Yield the words of a block with the label they stand under, if any."""
    match block:
        case Paragraph(content=content, label=label):
            kind = "Request" if label and str(label).startswith("q") else "Paragraph"
            yield f"{kind} {label}" if label else "", mark + written(content)
        case Heading(content=content):
            yield "", f"{mark}Heading: {written(content)}"
        case Quotation(blocks=blocks):
            for each in blocks:
                yield from _labelled(each, f"{mark}Quotation: ")
        case ItemList(items=items, start=start):
            for number, item in enumerate(items, start or 0):
                for each in item:
                    yield from _labelled(each, f"{mark}{number}. " if start else f"{mark}– ")
        case Table(head=head, rows=rows):
            for row in (head, *rows):
                yield "", mark + " | ".join(written(cell.content) for cell in row)
        case CodeBlock(text=words):
            yield "", mark + words
        case SectionEnd():
            yield "", f"{mark}End of the section"


def blocks_in_words(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the words of blocks, such as a gloss, one piece a paragraph."""
    return tuple(words for block in blocks for _, words in _labelled(block))


def written(content: Iterable[Inline]) -> str:
    """Return inline content as an editor writes it: with emphasis, and where links lead."""
    words = []
    for inline in content:
        match inline:
            case Words(text=text):
                words.append(text)
            case Code(text=text):
                words.append(f"`{text}`")
            case Emphasis(content=inner, is_strong=is_strong):
                mark = "**" if is_strong else "*"
                words.append(f"{mark}{written(inner)}{mark}")
            case Link(target=target, content=inner):
                words.append(f"[{written(inner)}]({target})")
            case NoteMark(note=note):
                words.append(f"[^{note}]")
            case Break():
                words.append(" ")
    return "".join(words)
