"""Dossiers and their words, apart: most words of a large collection are never looked at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar, overload

from casebook.model.dossier import Dossier
from casebook.model.text import Text
from casebook.reading.packed_texts import Read, unpack_text

Item = TypeVar("Item")


class Unread(Sequence[Item]):
    """A sequence that is there when it is looked at."""

    def __init__(self, read: Callable[[], Sequence[Item]]) -> None:
        self._read = read
        self._held: Sequence[Item] | None = None

    @property
    def held(self) -> Sequence[Item]:
        """The items, read now if they were not."""
        if self._held is None:
            self._held = self._read()
        return self._held

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: Any) -> Any:
        return self.held[at]

    def __iter__(self) -> Iterator[Item]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)


def without_words(dossier: Dossier) -> Dossier:
    """Return a dossier whose texts have no words: its facts."""
    return _with_texts(dossier, lambda text: replace(text, blocks=(), notes=()))


def with_words(dossier: Dossier, packed: Callable[[], bytes]) -> Dossier:
    """Return a dossier whose texts are unpacked when somebody looks at them."""

    def unread(text: Text) -> Text:
        @cache
        def read() -> Read:
            return unpack_text(packed(), text.path)

        return replace(text, blocks=Unread(lambda: read()[0]), notes=Unread(lambda: read()[1]))

    return _with_texts(dossier, unread)


def _with_texts(dossier: Dossier, change: Callable[[Text], Text]) -> Dossier:
    documents = tuple(
        replace(document, texts=tuple(map(change, document.texts))) if document.texts else document
        for document in dossier.documents
    )
    return replace(dossier, documents=documents)
