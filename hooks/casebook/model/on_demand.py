"""Mappings that are made when somebody asks for them: value by value, or as a whole."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class OnDemand(Mapping[Key, Value]):
    """Knows its keys, makes a value at the first look, and keeps the latest ones.

    Of a large collection an edit needs a few records; the others are never made.
    """

    def __init__(
        self, keys: Collection[Key], make: Callable[[Key], Value], keep: int | None = None
    ) -> None:
        """`keys` are in their order, `keep` is how many values stay in memory: None for all."""
        self._keys = keys if isinstance(keys, Mapping | set | frozenset) else dict.fromkeys(keys)
        self._make = make
        self._keep = keep
        self._made: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        try:  # one look where two would hash the key twice: nearly all are made already
            return self._made[key]
        except KeyError:
            if key not in self._keys:
                raise
        value = self._make(key)
        if self._keep is not None and len(self._made) >= self._keep:
            self._made.pop(next(iter(self._made), key), None)
        if self._keep != 0:
            self._made[key] = value
        return value

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Late(Mapping[Key, Value]):
    """Is made as a whole at the first look.

    Many indexes say nothing to the few pages that an edit changes.
    """

    def __init__(self, make: Callable[[], Mapping[Key, Value]]) -> None:
        self._make = make

    @cached_property
    def _held(self) -> Mapping[Key, Value]:
        return self._make()

    def __getitem__(self, key: Key) -> Value:
        return self._held[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
