"""Who looked which fact up: each making of a batch by its number."""

import marshal
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32


@dataclass(slots=True)
class Readers:
    """Who looked which fact up, in this build and those before it.

    An edit changes few facts of hundreds of thousands, and most batches stay. So numbers are kept
    by fact, and facts in many drawers, each packed: only those of changed facts are ever opened.
    """

    _drawers: Sequence[bytes] = ()
    """Each fact lies in one of them: what lay there when they were last filled."""
    _recent: dict[str, bytes] = field(default_factory=dict)
    """The numbers that were given since, packed, by fact."""
    count: int = 0
    """How many numbers were given. Those of batches that were made again since mean nothing."""
    _fresh: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @property
    def plain(self) -> tuple[Any, ...]:
        """All of it as what `marshal` knows: `Readers(*plain)` is the same."""
        return (tuple(self._drawers), self._lately, self.count)

    @property
    def _lately(self) -> dict[str, bytes]:
        for fact, numbers in self._fresh.items():
            self._recent[fact] = self._recent.get(fact, b"") + _packed(numbers)
        self._fresh.clear()
        return self._recent

    def add(self, facts: Iterable[str]) -> int:
        """Note what one making looked up, and return its number."""
        number, self.count = self.count, self.count + 1
        for fact in facts:
            self._fresh[fact].append(number)
        return number

    def of(self, facts: Iterable[str]) -> frozenset[int]:
        """Return the numbers of all that looked any of these facts up."""
        wanted = frozenset(facts)
        found, recent = set[int](), self._lately
        for fact in wanted & recent.keys():
            found.update(_numbers(recent[fact]))
        if self._drawers:
            for place in {_place(fact) for fact in wanted}:
                held = _opened(self._drawers[place])
                for fact in wanted & held.keys():
                    found.update(_numbers(held[fact]))
        return frozenset(found)

    def looks(self, of: Iterable[int]) -> dict[int, list[str]]:
        """Return what these looked up, each by its number."""
        found: dict[int, list[str]] = {number: [] for number in of}
        for fact, numbers in self._all():
            for number in numbers:
                if number in found:
                    found[number].append(fact)
        return found

    def folded(self) -> "Readers":
        """Return the same, with all of it in drawers when much is not."""
        if len(self._lately) <= _MANY:
            return self
        held: dict[str, bytes] = {}
        for fact, numbers in self._all():
            held[fact] = held.get(fact, b"") + numbers.tobytes()
        return Readers(_drawers_of(held), {}, self.count)

    def renumbered(self, alive: Mapping[int, int], count: int) -> "Readers":
        """Return them with other numbers, below `count`: those that mean something, by the old ones."""
        held: dict[str, bytes] = {}
        for fact, numbers in self._all():
            if kept := _packed(alive[number] for number in numbers if number in alive):
                held[fact] = held.get(fact, b"") + kept
        return Readers(_drawers_of(held), {}, count)

    def _all(self) -> Iterator[tuple[str, "array[int]"]]:
        """Yield every fact with numbers; some twice, with others."""
        for drawer in (*map(_opened, self._drawers), self._lately):
            for fact, numbers in drawer.items():
                yield fact, _numbers(numbers)


_DRAWERS = 4_096

_MANY = 100_000
"""So many facts are kept outside drawers: to fill those anew takes a second."""

_NUMBERS = "I"


def _place(fact: str) -> int:
    return crc32(fact.encode("utf-8", "surrogatepass")) % _DRAWERS


def _drawers_of(held: Mapping[str, bytes]) -> tuple[bytes, ...]:
    drawers: list[dict[str, bytes]] = [{} for _ in range(_DRAWERS)]
    for fact, numbers in held.items():
        drawers[_place(fact)][fact] = numbers
    return tuple(map(marshal.dumps, drawers))


def _opened(drawer: bytes) -> dict[str, bytes]:
    held: dict[str, bytes] = marshal.loads(drawer)  # noqa: S302 - ours
    return held


def _packed(numbers: Iterable[int]) -> bytes:
    return array(_NUMBERS, numbers).tobytes()


def _numbers(packed: bytes) -> "array[int]":
    numbers = array(_NUMBERS)
    numbers.frombytes(packed)
    return numbers
