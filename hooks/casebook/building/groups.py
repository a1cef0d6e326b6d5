"""Groups of batches: what lies together in a cache, and what one of several machines makes.

A group begins where a hash of a batch's name says so. One letter more or less in the collection
moves the borders of one group, and every machine draws the same ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

USUAL = 64
"""How many batches a group has on the average: those of sixteen letters."""
MOST = 256


@dataclass(frozen=True, slots=True)
class Group:
    """Batches that are near each other in the plan."""

    name: str
    """A hash: it can be part of any address."""
    batches: tuple[str, ...]
    """Their names, in the order of the plan."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One of the parts into which a site is cut: 3/8 is the third of eight."""

    number: int
    """Counted from 1."""
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    def part(self, groups: Sequence[Group]) -> Sequence[Group]:
        """Return the groups of this part. Every group is in one part of those of a count."""
        return groups[self.number - 1 :: self.count]


def parse_shard(written: str) -> Shard | None:
    """Return the part that is written like 3/8, or None when none is."""
    number, slash, count = written.partition("/")
    digits = number + count
    if not (slash and number and count and digits.isascii() and digits.isdigit()):
        return None
    if max(len(number), len(count)) > len(str(MOST_PARTS)):
        return None
    shard = Shard(int(number), int(count))
    return shard if 1 <= shard.number <= shard.count <= MOST_PARTS else None


MOST_PARTS = 1_000


def cut(names: Iterable[str]) -> list[Group]:
    """Return the groups of batches with these names, in their order; no name twice."""
    groups: list[Group] = []
    open_: list[str] = []
    for name in names:
        if open_ and (len(open_) == MOST or _hashed(name)[-1] % USUAL == 0):
            groups.append(_group(open_))
            open_ = []
        open_.append(name)
    if open_:
        groups.append(_group(open_))
    return groups


def _group(names: Sequence[str]) -> Group:
    return Group(_hashed(names[0]).hex(), tuple(names))


def _hashed(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()
