"""What is known of the last build: every fact, every batch, and who looked which fact up."""

import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from casebook.building.batch import Batch
from casebook.building.readers import Readers
from casebook.model.reads import PART, parts_of


class Made(NamedTuple):
    """What a batch was when it was last made. Built by `made_of`.

    A tuple, and packed: every build reads fifty thousand, and opens a few.
    """

    version: str
    number: int
    """Tells this making from all others; what was made of nothing that is looked up has NOTHING."""
    packed: bytes
    """The files."""
    summed: bytes
    """The checksums; nothing where there are none."""

    @property
    def files(self) -> Mapping[str, str]:
        """Every file, to the hash of its content."""
        return _opened(self.packed)

    @property
    def checksums(self) -> Mapping[str, str]:
        """The SHA-256 of those whose checksum is published."""
        return _opened(self.summed) if self.summed else {}


def made_of(
    version: str, files: Mapping[str, str], number: int, checksums: Mapping[str, str] | None = None
) -> Made:
    """Return what a batch is."""
    sums = marshal.dumps(dict(checksums)) if checksums else b""
    return Made(version, number, marshal.dumps(dict(files)), sums)


def _opened(packed: bytes) -> Mapping[str, str]:
    held: dict[str, str] = marshal.loads(packed)  # noqa: S302 - ours
    return held


NOTHING = -1


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


def settle(readers: Readers, batches: Mapping[str, Made]) -> tuple[Readers, dict[str, Made]]:
    """Return these for the next build: without numbers that mean nothing, once they abound."""
    if readers.count <= 2 * len(batches) + _FEW:
        return readers.folded(), dict(batches)
    # What was made of nothing that is looked up has no number.
    alive = {
        made.number: number
        for number, made in enumerate(batches.values())
        if made.number != NOTHING
    }
    renumbered = {
        name: made._replace(number=alive.get(made.number, NOTHING))
        for name, made in batches.items()
    }
    return readers.renumbered(alive, len(batches)), renumbered


_FEW = 1_000


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

    `changed` are the facts that are others now, as `changed_facts` tells them. `public` is the key
    of the listing of the public site. `lost` is given files with their hashes, and returns those
    that are not there.
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
