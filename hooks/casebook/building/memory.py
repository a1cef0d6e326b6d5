"""What is known of the last build: every fact, every batch, and who looked which fact up."""

import marshal
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from casebook.building.batch import Batch
from casebook.model.reads import PART, parts_of


class Made(NamedTuple):
    """What a batch was when it was last made. A tuple: every build reads fifty thousand."""

    version: str
    files: Mapping[str, str]
    """Every file, to the hash of its content."""
    checksums: Mapping[str, str]
    """The SHA-256 of those whose checksum is published."""
    number: int
    """Tells this making from all others; what was made of nothing that is looked up has NOTHING."""


NOTHING = -1


@dataclass(slots=True)
class Readers:
    """Who looked which fact up: each making of a batch by its number.

    An edit changes few facts, and most batches stay. So the numbers are kept by fact, packed, and
    only those of changed facts are ever looked at.
    """

    _packed: dict[str, bytes] = field(default_factory=dict)
    count: int = 0
    """How many numbers were given."""
    _fresh: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @property
    def by_fact(self) -> dict[str, bytes]:
        """The numbers, packed. Those of batches that were made again since mean nothing."""
        for fact, numbers in self._fresh.items():
            self._packed[fact] = self._packed.get(fact, b"") + _packed(numbers)
        self._fresh.clear()
        return self._packed

    def add(self, facts: Iterable[str]) -> int:
        """Note what one making looked up, and return its number."""
        number, self.count = self.count, self.count + 1
        for fact in facts:
            self._fresh[fact].append(number)
        return number

    def of(self, facts: Iterable[str]) -> frozenset[int]:
        """Return the numbers of all that looked any of these facts up."""
        found, by_fact = set[int](), self.by_fact
        for fact in facts:
            if numbers := by_fact.get(fact):
                found.update(_numbers(numbers))
        return frozenset(found)

    def looks(self, of: Iterable[int]) -> dict[int, list[str]]:
        """Return what these looked up, each by its number."""
        found: dict[int, list[str]] = {number: [] for number in of}
        for fact, numbers in self.by_fact.items():
            for number in _numbers(numbers):
                if number in found:
                    found[number].append(fact)
        return found

    def settled(self, batches: Mapping[str, Made]) -> "tuple[Readers, dict[str, Made]]":
        """Return all this for the next build: without numbers that mean nothing, once they abound."""
        if self.count <= 2 * len(batches) + _FEW:
            return self, dict(batches)
        alive = {
            made.number: number
            for number, made in enumerate(batches.values())
            if made.number != NOTHING
        }
        packed = {
            fact: _packed(alive[number] for number in _numbers(numbers) if number in alive)
            for fact, numbers in self.by_fact.items()
        }
        renumbered = {
            name: made._replace(number=alive.get(made.number, NOTHING))
            for name, made in batches.items()
        }
        held = {fact: numbers for fact, numbers in packed.items() if numbers}
        return Readers(held, len(batches)), renumbered


_FEW = 1_000
_NUMBERS = "I"


def _packed(numbers: Iterable[int]) -> bytes:
    return array(_NUMBERS, numbers).tobytes()


def _numbers(packed: bytes) -> "array[int]":
    numbers = array(_NUMBERS)
    numbers.frombytes(packed)
    return numbers


@dataclass(slots=True)
class Memory:
    """What is known of the last build."""

    facts: Mapping[str, str] = field(default_factory=dict)
    """Every fact that could be looked up, to what stands for it."""
    batches: dict[str, Made] = field(default_factory=dict)
    readers: Readers = field(default_factory=Readers)
    judged: date | None = None
    """The day for which checks found no problems; None when they found some."""
    shape: str = ""
    """Stood for the collection, besides what letters say."""
    plan: str = ""
    """Stood for the plan, when all of it was made."""
    beside: frozenset[str] = frozenset()
    """The names of batches that stood in no plan."""
    pieces: Mapping[str, str] = field(default_factory=dict)
    """The files of batches that are not public, to their hashes."""
    public: str = ""
    """The key of the listing of the site that was then public."""


def load_memory(path: Path) -> Memory:
    """Return what the last build left; nothing when it left nothing that can be read."""
    try:
        held = marshal.loads(path.read_bytes())  # noqa: S302 - ours
        facts, batches, packed, count, judged, *others = held
        made = {name: Made(*each) for name, each in batches.items()}
        day = date.fromisoformat(judged) if judged else None
        return Memory(facts, made, Readers(packed, count), day, *others)
    except (OSError, ValueError, EOFError, TypeError):
        return Memory()


def save_memory(path: Path, memory: Memory) -> None:
    """Leave it for the next build."""
    plain = {name: tuple(made) for name, made in memory.batches.items()}
    fresh = path.with_name(f"{path.name}.new")
    judged = str(memory.judged or "")
    readers = memory.readers
    held = (
        *(dict(memory.facts), plain, readers.by_fact, readers.count, judged),
        *(memory.shape, memory.plan, memory.beside, dict(memory.pieces), memory.public),
    )
    fresh.write_bytes(marshal.dumps(held))
    fresh.replace(path)


@dataclass(frozen=True, slots=True)
class Recall:
    """The last build, seen from today: what of it would be the same again, and is still there."""

    memory: Memory
    stale: frozenset[int]
    """Numbers of what looked up a fact that is another now."""
    lost: frozenset[str]
    """Files that are not there any more as they were made."""
    is_public: bool
    """Whether the public site is still the one that it made."""

    def of(self, batch: Batch) -> Made | None:
        """Return what a batch was, when it would be the same again."""
        made = self.memory.batches.get(batch.name)
        if not made or made.version != batch.version:
            return None
        return made if self.holds(made) else None

    def holds(self, made: Made) -> bool:
        """Whether all that it looked up is the same, and its files are there."""
        return made.number not in self.stale and (not self.lost or self.lost.isdisjoint(made.files))


def recall(
    memory: Memory,
    changed: Iterable[str],
    public: str,
    lost: Callable[[Iterable[Mapping[str, str]]], frozenset[str]],
) -> Recall:
    """Return the last build as it is seen today.

    `changed` are the facts that are others now, as `changed_facts` tells them. `public` is the key of the listing of the public site. `lost` is given files with their hashes,
    and returns those that are not there.
    """
    stale = memory.readers.of(changed)
    is_public = bool(public) and public == memory.public
    files = [memory.pieces] if is_public else [made.files for made in memory.batches.values()]
    return Recall(memory, stale, lost(files), is_public)


def changed_facts(before: Mapping[str, str], now: Mapping[str, str]) -> frozenset[str]:
    """Return every fact that is another now. That something is there is a fact of its own."""
    # Half a million strings, nearly all the same: no set of them is made.
    changed = {fact for fact, stands in now.items() if before.get(fact) != stands}
    gone = {fact for fact in before if fact not in now}
    for fact in (*gone, *(fact for fact in changed if fact not in before)):
        name, _, key = fact.partition(" ")
        changed.add(f"{name}? {key}")
    changed |= gone
    for fact in [*changed]:
        was, is_ = parts_of(before.get(fact, "")), parts_of(now.get(fact, ""))
        changed.update(
            f"{fact}{PART}{part}"
            for part in was.keys() | is_.keys()
            if was.get(part) != is_.get(part)
        )
    return frozenset(changed)
