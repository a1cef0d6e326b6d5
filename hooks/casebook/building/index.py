"""What can be looked up, and what stands for each value: a build compares that with the last."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casebook.building.batch import hash_of, join_hashes
from casebook.identifiers.reference import Reference
from casebook.model.reads import ALL, Reads, Watched, fact


@dataclass(frozen=True, slots=True)
class Index:
    """A mapping that can be looked up, and what stands for each of its values."""

    name: str
    held: Mapping[Any, Any]
    stands: Callable[[Any], str]
    """Takes a key; what it returns is another when the value is another."""
    printed: Callable[[Any], str] = str

    def watched(self, reads: Reads) -> Mapping[Any, Any]:
        """Return the mapping with every look noted."""
        return Watched(self.name, self.held, reads, self.printed)

    def facts(self) -> dict[str, str]:
        """Return every fact of the mapping."""
        keys = join_hashes(map(self.printed, self.held))
        return {self._keys: keys, **self._of(self.held, keys)}

    def changed(self, known: Mapping[str, str]) -> list[Any]:
        """Return the keys whose values are others than those `known`."""
        return [
            key
            for key in self.held
            if known.get(fact(self.name, self.printed(key))) != self.stands(key)
        ]

    def fresh(self, changed: Collection[Any], known: Mapping[str, str]) -> dict[str, str]:
        """Return the facts that may be others than those `known` of a mapping with the same keys.

        Only values of keys that are among the `changed` are others.
        """
        return self._of([key for key in changed if key in self.held], known[self._keys])

    @property
    def _keys(self) -> str:
        return fact(f"{self.name}?", ALL)

    def _of(self, some: Iterable[Any], keys: str) -> dict[str, str]:
        known = {key: self.stands(key) for key in some}
        found = {fact(self.name, self.printed(key)): stands for key, stands in known.items()}
        every = (known[key] if key in known else self.stands(key) for key in self.held)
        found[fact(self.name, ALL)] = join_hashes((keys, *every))
        return found


def by_repr(name: str, held: Mapping[Any, Any]) -> Index:
    """Return an index of plain values: a value is another when it is printed otherwise."""
    return Index(name, held, lambda key: hash_of(held[key]))


def by_references(name: str, held: Mapping[Any, Iterable[Reference]]) -> Index:
    """Return an index of communications, which are printed as they are."""
    return Index(name, held, lambda key: join_hashes(map(str, held[key])))
