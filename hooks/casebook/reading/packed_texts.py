"""The words of texts as bytes and back: a quarter of the time that reading them again takes.

Only for what stays on this machine: bytes from elsewhere must not be unpacked.
"""

import marshal
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from casebook.citations.citation import Citation
from casebook.identifiers.label import Label
from casebook.model.text import (
    Block,
    Break,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
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
from casebook.reading.packing import citation_of, plain_citation

_KINDS: tuple[type[Any], ...] = (
    *(Words, Emphasis, Code, Link, NoteMark, Break),
    *(Heading, Paragraph, ItemList, Quotation, CodeBlock, Table, SectionEnd, Note, Label),
)
_CITATION = len(_KINDS)
_AS_IT_IS = frozenset(("positions", "taken", "alignments"))
"""Fields that hold no records."""
_FIELDS = {
    kind: (number, [(each.name, each.name in _AS_IT_IS) for each in fields(kind)])
    for number, kind in enumerate(_KINDS)
}

Read = tuple[tuple[Block, ...], tuple[Note, ...]]
"""The blocks and the notes of a text."""


def pack_texts(texts: Iterable[Text]) -> bytes:
    """Return the words of texts as bytes, by path. A record is a tuple, a tuple of records a list."""
    held = {}
    for text in texts:
        plain = [_plain(tuple(each)) for each in (text.blocks, text.notes)]
        held[text.path] = marshal.dumps(plain)
    return marshal.dumps(held)


def unpack_text(packed: bytes, path: str) -> Read:
    """Return the words of one of the texts that were packed."""
    blocks, notes = map(_made, marshal.loads(marshal.loads(packed)[path]))  # noqa: S302 - ours
    return blocks, notes


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is tuple:
        # Most of what paragraphs hold are words.
        return [each.text if type(each) is Words else _plain(each) for each in value]
    if kind is Citation:
        return (_CITATION, value.printed, plain_citation(value))
    if kind not in _FIELDS:
        return value
    number, names = _FIELDS[kind]
    held = (getattr(value, name) for name, _ in names)
    return (
        number,
        *(each if plain else _plain(each) for each, (_, plain) in zip(held, names, strict=True)),
    )


def _made(value: Any) -> Any:
    kind = type(value)
    if kind is list:
        return tuple([Words(each) if type(each) is str else _made(each) for each in value])
    if kind is not tuple:
        return value
    number, *held = value
    if number == _CITATION:
        return citation_of(*held)
    kind = _KINDS[number]
    names = _FIELDS[kind][1]
    return kind(
        *[each if plain else _made(each) for each, (_, plain) in zip(held, names, strict=True)]
    )
