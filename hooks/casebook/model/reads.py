"""What is looked up while something is made: all that it can depend on.

Views and exports are functions of the corpus. Whoever makes a file from them watches which records
and indexes they look at; as long as none of these is another, the file is the same.
"""

from collections.abc import Callable, Hashable, ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from typing import Any, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

ALL = "*"
"""Stands for every key of a mapping."""

LATEST = 256
"""How many large values are kept: those of as many letters as stay in memory."""


PART = "#"
"""Stands before a part of what a key has, where somebody looks at no more of it."""


def join_parts(parts: Mapping[str, str]) -> str:
    """Return what stands for a value of several parts, of what stands for each."""
    return "".join(f"{part}\t{stands}\n" for part, stands in parts.items())


def parts_of(stands: str) -> dict[str, str]:
    """Return the parts that were joined; none for what stands for a value as a whole."""
    pairs = (line.partition("\t") for line in stands.splitlines() if "\t" in line)
    return {part: held for part, _, held in pairs}


def fact(name: str, key: str) -> str:
    """Return what one look is called: "rows BLR 7/2025"."""
    return f"{name} {key}"


class Reads:
    """Notes every look, while somebody watches."""

    def __init__(self) -> None:
        self._noted: dict[str, None] | None = None
        self._kept: _Kept = {}
        self._kept_lately: _Kept = {}

    @contextmanager
    def watched(self) -> Iterator[dict[str, None]]:
        """Give what is looked up inside, each look once, in order."""
        before, self._noted = self._noted, {}
        try:
            yield self._noted
        finally:
            noted, self._noted = self._noted, before
            if before is not None and noted:
                before.update(noted)

    def note(self, name: str, key: str) -> None:
        """Note one look."""
        if self._noted is not None:
            self._noted[fact(name, key)] = None

    def keep(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return what `make` gives, made once. Who gets what was kept has looked at the same."""
        return self._held(self._kept, key, make)

    def keep_lately(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the same for what is large and soon asked for again: only the latest are kept."""
        value = self._held(self._kept_lately, key, make)
        if len(self._kept_lately) > LATEST:
            del self._kept_lately[next(iter(self._kept_lately))]
        return value

    def _held(self, kept: "_Kept", key: Hashable, make: Callable[[], Value]) -> Value:
        if key not in kept:
            with self.watched() as noted:
                value = make()
            kept[key] = (value, tuple(noted))
            return value
        held: Value
        held, looks = kept[key]
        if self._noted is not None:
            self._noted.update(dict.fromkeys(looks))
        return held


_Kept = dict[Hashable, tuple[Any, tuple[str, ...]]]
"""By key, what was made and what was looked at for it."""


class Watched(Mapping[Key, Value]):
    """A mapping whose every look is noted. What a key has is one fact; that it is there, another."""

    def __init__(
        self,
        name: str,
        held: Mapping[Key, Value],
        reads: Reads,
        printed: Callable[[Any], str] = str,
    ) -> None:
        """`name` tells its facts from those of other mappings, `printed` prints a key."""
        self._name = name
        self._held = held
        self._reads = reads
        self._printed = printed

    def __getitem__(self, key: Key) -> Value:
        self._reads.note(self._name, self._printed(key))
        return self._held[key]

    def __contains__(self, key: object) -> bool:
        self._reads.note(f"{self._name}?", self._printed(key))
        return key in self._held

    def __iter__(self) -> Iterator[Key]:
        self._reads.note(f"{self._name}?", ALL)
        return iter(self._held)

    def __len__(self) -> int:
        self._reads.note(f"{self._name}?", ALL)
        return len(self._held)

    def values(self) -> ValuesView[Value]:
        """Return every value: one look at all of them."""
        self._reads.note(self._name, ALL)
        return self._held.values()

    def items(self) -> ItemsView[Key, Value]:
        """Return every key with its value: one look at all of them."""
        self._reads.note(self._name, ALL)
        return self._held.items()
