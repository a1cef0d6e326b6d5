"""What machines know of each other's builds: groups of batches, in a bucket that they share.

A build takes from it what would be the same if it made it, and leaves what it made for others.
Whatever cannot be used is made: no build fails for its depot.
"""

import json
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from casebook.building.batch import Batch
from casebook.building.bucket import Bucket, BucketError
from casebook.building.findings import CHECKS, parse_problems
from casebook.building.groups import Group, Shard, cut
from casebook.building.memory import NOTHING, Made, made_of
from casebook.building.parcel import (
    Entry,
    ParcelError,
    Slice,
    entry_of,
    looked_of,
    parse_parcel,
    parse_slice,
    print_parcel,
    stamp_of,
)
from casebook.building.readers import Readers
from casebook.building.workers import gather
from casebook.exports.manifest import is_data
from casebook.words.wording import count_words

AT_ONCE = 128
"""How many objects are asked for together, and lie in memory."""

Facts = Mapping[str, str]
Put = Callable[[str, bytes], str]
"""Keeps a file by its path, and returns the hash of its content."""
Taken = tuple[str, dict[str, str], dict[str, str], tuple[str, ...]]
"""A batch: its name, its files with their hashes, the checksums of data, the facts looked up."""


@dataclass(slots=True)
class Depot:
    """The groups of one build, and where others may have left them."""

    bucket: Bucket
    memory: Path
    """A file that keeps what is known to lie in the bucket."""
    processes: int
    warn: Callable[[str], None]
    shard: Shard | None = None
    """The part that is made here; without one, everything."""
    takes: bool = True
    """Whether what lies there is used; else it is replaced."""
    groups: dict[str, Group] = field(default_factory=dict)
    """Those of this build, by name."""
    lies: dict[str, str] = field(default_factory=dict)
    """What is known to lie in the bucket: groups to their stamps."""
    taken: int = 0
    """How many batches came from the bucket."""
    bad: list[str] = field(default_factory=list)
    """What is wrong with objects that cannot be used."""
    _answers: bool = True

    def grouped(self, batches: Iterable[Batch]) -> Sequence[Batch]:
        """Return the batches that are to be made here, of all that there are."""
        by_name = {batch.name: batch for batch in batches}
        groups = cut(by_name)
        self.groups = {group.name: group for group in groups}
        self.lies = self._remembered() if self.takes else {}
        if not self.shard:
            return [*by_name.values()]
        part = self.shard.part(groups)
        self.groups = {group.name: group for group in part}
        return [by_name[name] for group in part for name in group.batches]

    def take(self, wanted: Mapping[str, Batch], facts: Facts, put: Put) -> Iterator[Taken]:
        """Yield those of these batches that lie in the bucket as they would be made."""
        if not self.takes:
            return
        asked = [
            group for group in self.groups.values() if not wanted.keys().isdisjoint(group.batches)
        ]
        taken: set[str] = set()
        for start in range(0, len(asked), AT_ONCE):
            names = [group.name for group in asked[start : start + AT_ONCE]]
            small, large = self._slices(names)
            open_ = partial(_open, small, wanted, facts, put)
            parts = gather(open_, [*small], self.processes)
            parts += [self._open_large(name, held, wanted, facts, put) for name, held in large]
            for part in parts:
                for name, stamp, why, found in marshal.loads(part):  # noqa: S302 - made by our own process
                    if why:
                        self.bad.append(why)
                        continue
                    self.lies[name] = stamp
                    for batch in found:
                        if batch[0] not in taken:
                            taken.add(batch[0])
                            self.taken += 1
                            yield batch

    def take_alone(self, batch: Batch, put: Put) -> Made | None:
        """Return a batch that looks nothing up, and is in no other group, if it lies there."""
        (group,) = cut([batch.name])
        self.groups[group.name] = group
        for _, files, sums, _ in self.take({batch.name: batch}, {}, put):
            return made_of(batch.version, files, NOTHING, sums)
        return None

    def _slices(self, names: Sequence[str]) -> tuple[dict[str, Slice], list[tuple[str, Slice]]]:
        """Return what lies there under these names: parcels of one slice, and others."""
        small: dict[str, Slice] = {}
        large: list[tuple[str, Slice]] = []
        for name, content in self._read(names).items():
            self.lies.pop(name, None)
            if content is None:
                continue
            try:
                held = parse_slice(content)
            except ParcelError as error:
                self.bad.append(str(error))
                continue
            if held.count == 1:
                small[name] = held
            else:
                large.append((name, held))
        return small, large

    def _open_large(
        self, name: str, first: Slice, wanted: Mapping[str, Batch], facts: Facts, put: Put
    ) -> bytes:
        """Open a parcel of several slices, alone: it takes much memory."""
        names = [_slice_name(name, number) for number in range(1, first.count)]
        held = [content or b"" for content in self._read(names).values()]
        try:
            slices = [first, *map(parse_slice, held)]
            return marshal.dumps([_opened(name, slices, wanted, facts, put)])
        except ParcelError as error:
            return marshal.dumps([(name, "", str(error), [])])

    def _read(self, names: Sequence[str]) -> Mapping[str, bytes | None]:
        if not self._answers:
            return {}
        try:
            return self.bucket.read(names)
        except BucketError as error:
            self._give_up("the cache cannot be read, and the build goes on without it", error)
            return {}

    def _give_up(self, what: str, error: BucketError) -> None:
        self._answers = False
        self.warn(f"{what}: {error}.")

    def tell(self) -> None:
        """Say which objects could not be used."""
        if self.bad:
            self.warn(
                f"{count_words(len(self.bad), 'object')} in the cache cannot be used, and what "
                f"should be there is made anew: the first {self.bad[0]}."
            )

    def give(
        self,
        made: Mapping[str, Made],
        readers: Readers,
        facts: Facts,
        read: Callable[[str, str], bytes],
    ) -> int:
        """Leave what was made here for others, as far as something else lies there.

        `made` are all batches of this build, `readers` know what these looked up; `read` gives a
        file by its path and hash. Returns how many groups were put.
        """
        looks = readers.looks(each.number for each in made.values())
        news: dict[str, list[Entry]] = {}
        stamps: dict[str, str] = {}
        for group in self.groups.values() if self._answers else ():
            held = ((name, made[name]) for name in group.batches if name in made)
            entries = [
                entry
                for name, each in held
                if (entry := entry_of(name, each, looks[each.number], facts))
            ]
            stamp = stamp_of(entries)
            if entries and self.lies.get(group.name) != stamp:
                news[group.name], stamps[group.name] = entries, stamp
        names = [*news]
        for start in range(0, len(names), AT_ONCE):
            part = names[start : start + AT_ONCE]
            for packed in gather(partial(_packed, news, read), part, self.processes):
                objects = marshal.loads(packed)  # noqa: S302 - made by our own process
                try:
                    self.bucket.write(objects)
                except BucketError as error:
                    self._give_up("what was made here cannot be left in the cache", error)
                    return 0
            self.lies.update({name: stamps[name] for name in part})
        self._remember()
        return len(names)

    @property
    def _label(self) -> str:
        return sha256(self.bucket.place.encode("utf-8", "surrogatepass")).hexdigest()

    def _remembered(self) -> dict[str, str]:
        try:
            held = json.loads(self.memory.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        lies = held.get(self._label) if isinstance(held, dict) else None
        return lies if isinstance(lies, dict) else {}

    def _remember(self) -> None:
        fresh = self.memory.with_name(f"{self.memory.name}.new")
        fresh.write_text(json.dumps({self._label: self.lies}), "utf-8")
        fresh.replace(self.memory)


def _open(
    slices: Mapping[str, Slice],
    wanted: Mapping[str, Batch],
    facts: Facts,
    put: Put,
    names: Sequence[str],
) -> bytes:
    done = []
    for name in names:
        try:
            done.append(_opened(name, [slices[name]], wanted, facts, put))
        except ParcelError as error:
            done.append((name, "", str(error), []))
    return marshal.dumps(done)


def _opened(
    name: str, slices: Sequence[Slice], wanted: Mapping[str, Batch], facts: Facts, put: Put
) -> tuple[str, str, str, list[Taken]]:
    """Return the stamp of a parcel, and what is wanted of it and would be made the same.

    Raises ParcelError.
    """
    found: list[Taken] = []
    for entry, files in parse_parcel(name, slices):
        batch = wanted.get(entry.name)
        is_same = batch and batch.version == entry.version
        if not is_same or looked_of(entry.reads, facts) != entry.looked:
            continue
        _read_findings(files)
        keys = {path: put(path, content) for path, content in files.items()}
        sums = {path: sha256(held).hexdigest() for path, held in files.items() if is_data(path)}
        found.append((entry.name, keys, sums, entry.reads))
    return name, slices[0].stamp, "", found


def _read_findings(files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        if path.startswith(CHECKS):
            try:
                parse_problems(content)
            except ValueError:
                raise ParcelError("holds findings that cannot be read") from None


def _packed(
    news: Mapping[str, Sequence[Entry]], read: Callable[[str, str], bytes], names: Sequence[str]
) -> bytes:
    objects: dict[str, bytes] = {}
    for name in names:
        for number, held in enumerate(print_parcel(name, news[name], read)):
            objects[_slice_name(name, number)] = held
    return marshal.dumps(objects)


def _slice_name(name: str, number: int) -> str:
    return f"{name}.{number}" if number else name
