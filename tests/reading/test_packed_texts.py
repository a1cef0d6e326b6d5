"""Words come off the shelf as they were read."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from casebook.citations.names import InstrumentName, Names
from casebook.model.text import Block, Inline, Note, Text
from casebook.reading import packed_texts
from casebook.reading.collection import read_collection
from casebook.reading.packed_texts import pack_texts, unpack_text
from casebook.reading.texts import read_text
from casebook.words.vocabulary import InstrumentKind

EVERYTHING = """Masthead

## A heading with *emphasis*

[1] Plain, *emphasised **strongly***, `literal`, [a link](https://example.org/) and XXX 2/2025.
A line\\
broken, with article 9 of the Invented Convention and A/HRC/41/33, para. 74.[^1]

> [2] Quoted, and
>
> - a list
> - in it, with [article 9](/standards/ic.md#article-9)

1. Numbered
2. again

| Left | Right |
| :--- | ----: |
| articles 9 and 10 of the Invented Convention | `b` |

    Lines taken literally

---

[q1] What was done?

[^1]: A note on article 10 of the Invented Convention.
"""
NAMES = Names(
    [
        InstrumentName(
            id="ic",
            names=("Invented Convention",),
            noun="Convention",
            kind=InstrumentKind.TREATY,
            highest={},
            symbol=None,
        )
    ]
)


def test_every_kind_of_block_is_the_same_again() -> None:
    text, _ = read_text(EVERYTHING, "x.md", language="en", is_verbatim=True, names=NAMES)
    is_same(text)
    seen = {type(each) for each in _records((text.blocks, text.notes))}
    missing = {*get_args(Block), *get_args(Inline), Note} - seen
    assert not missing, "the text does not have everything"


def test_every_kind_of_block_can_be_packed() -> None:
    assert {*get_args(Block), *get_args(Inline), Note} <= packed_texts._FIELDS.keys()


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    corpus = read_collection(Path(__file__).parents[2]).corpus
    return [
        text
        for dossier in corpus.dossiers.values()
        for document in dossier.documents
        for text in document.texts
    ]


def test_the_words_of_our_own_collection_are_the_same_again(texts: list[Text]) -> None:
    assert texts
    for text in texts:
        is_same(text)


def is_same(text: Text) -> None:
    blocks, notes = unpack_text(pack_texts([text]), text.path)
    again = Text(text.path, text.language, text.is_verbatim, blocks, notes)
    assert blocks == tuple(text.blocks)
    assert notes == tuple(text.notes)
    # What is not compared has to be the same, too.
    assert list(_spans(again)) == list(_spans(text))
    assert [type(each) for each in _records((blocks, notes))] == [
        type(each) for each in _records((tuple(text.blocks), tuple(text.notes)))
    ]


def _spans(text: Text) -> Iterator[object]:
    for paragraph in text.paragraphs():
        for citation in paragraph.citations:
            yield citation.spans, citation.kind, citation.origin, citation.targets


def _records(value: Any) -> Iterator[Any]:
    if isinstance(value, Iterable) and not isinstance(value, str):
        for each in value:
            yield from _records(each)
    elif hasattr(value, "__dataclass_fields__"):
        yield value
        for name in value.__dataclass_fields__:
            yield from _records(getattr(value, name))
