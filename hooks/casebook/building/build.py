"""A build, step by step: what could be another is made again, the rest is kept."""

import hashlib
import marshal
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from casebook.building.batch import PIECES, Batch
from casebook.building.depot import Depot
from casebook.building.findings import CHECKS, parse_problems
from casebook.building.memory import NOTHING, Made, Recall, made_of
from casebook.building.meter import Meter
from casebook.building.plan import Plan
from casebook.building.readers import Readers
from casebook.building.workers import WorkerError, begin, gather
from casebook.building.workshop import Workshop
from casebook.exports.manifest import is_data
from casebook.model.reads import Reads
from casebook.words.problem import Problem

Step = tuple[str, str, Callable[[], Iterable[tuple[str, bytes]]]]
"""The name of what speaks of other files, what stands for what it says, and what makes its files."""


class ClashError(Exception):
    """Two sources claim the same address."""


@dataclass(slots=True)
class Build:
    """One build, step by step."""

    workshop: Workshop
    last: Recall
    """The last build, as far as it holds."""
    reads: Reads
    processes: int
    depot: Depot | None = None
    """Where other machines leave what they make."""
    meter: Meter = field(default_factory=Meter)
    made: dict[str, Made] = field(default_factory=dict)
    """Every batch of this build."""
    manifest: dict[str, str] = field(default_factory=dict)
    """Every file that is to be public, to the hash of its content."""
    touched: set[str] | None = None
    """The files that may be others than those of the public site; None where any may be."""
    pieces: dict[str, str] = field(default_factory=dict)
    """Every piece of a large file, and what checks found, to the same."""
    beside: set[str] = field(default_factory=set)
    """The names of those that stand in no plan: what is put together of others."""
    remade: int = 0
    """How many batches were made, those aside that are put together of others in no time."""

    @property
    def readers(self) -> Readers:
        """Who looked which fact up, in this build and the last."""
        return self.last.memory.readers

    def follow(self, plan: Plan, only: tuple[str, ...] = ()) -> None:
        """Make the batches of a plan that are to be made here, as far as they could be other.

        `only` is how the names begin of those that are asked for, where not all are.
        """
        if self.depot:
            batches: Iterable[Batch] = self.depot.grouped(plan.batches())
        elif not only and self.last.memory.plan == plan.key:
            batches = self._all_but_kept(plan)
        else:
            batches = plan.batches()
        if only:
            batches = (batch for batch in batches if batch.name.startswith(only))
        self.add(batches, plan.watching.facts)

    def _all_but_kept(self, plan: Plan) -> Iterable[Batch]:
        """Keep what would be the same of the last build, whose plan it is; return the others."""
        last, memory = self.last, self.last.memory
        beside = memory.beside
        dirty = {
            name
            for name, made in memory.batches.items()
            if name not in beside and not last.holds(made)
        }
        self.made = {**memory.batches}
        others = [self.made.pop(name) for name in (*dirty, *beside)]
        if last.is_public:
            # All but a few of a hundred thousand files.
            self.manifest, self.pieces = {**self.workshop.tree.published}, {**memory.pieces}
            self.touched = set()
            for made in others:
                self._let_go(made.files)
        else:
            for made in self.made.values():
                self.claim(made.files)
        return [batch for batch in plan.batches(dirty) if batch.name in dirty]

    def add(self, batches: Iterable[Batch], facts: Mapping[str, str]) -> None:
        """Make these batches, as far as they could be other than they were."""
        dirty: dict[str, Batch] = {}
        for batch in batches:
            if made := self.last.of(batch):
                self._keep(batch.name, made)
            else:
                dirty[batch.name] = batch
        if self.depot:
            for name, files, sums, reads in self.depot.take(dirty, facts, self.workshop.put):
                version = dirty.pop(name).version
                self._keep(name, made_of(version, files, self.readers.add(reads), sums))
        self.remade += len(dirty)
        names = _dealt(dirty.values(), self.processes)
        with self.meter.over("Making", names) as counted:
            parts = gather(partial(self._make, dirty), counted, self.processes, _ENOUGH)
        for part in parts:
            for name, version, files, sums, reads in marshal.loads(part):  # noqa: S302 - ours
                self._keep(name, made_of(version, files, self.readers.add(reads), sums))

    def _make(self, batches: Mapping[str, Batch], names: Sequence[str]) -> bytes:
        done = []
        # Many batches look up the same: of each fact, one copy is kept and handed on.
        one: dict[str, str] = {}
        for name in names:
            batch = batches[name]
            with self.reads.watched() as reads:
                files = batch.files()
            looks = tuple([one.setdefault(fact, fact) for fact in reads])
            done.append((name, batch.version, *self._put(files), looks))
        return marshal.dumps(done)

    def _put(self, files: Mapping[str, bytes]) -> tuple[dict[str, str], dict[str, str]]:
        """Put files into the workshop; return their hashes, and the checksums of data."""
        sums = {
            path: hashlib.sha256(content).hexdigest()
            for path, content in files.items()
            if is_data(path)
        }
        return {path: self.workshop.put(path, content) for path, content in files.items()}, sums

    def _keep(self, name: str, made: Made) -> None:
        self.made[name] = made
        self.claim(made.files)

    def claim(self, files: Mapping[str, str]) -> None:
        """Let the next site have these files. Raises ClashError when it has one of them."""
        for path, key in files.items():
            listing = self.listing_of(path)
            if path in listing:
                raise ClashError(f"{path} would be written twice")
            listing[path] = key
        self._touch(files)

    def _let_go(self, files: Collection[str]) -> None:
        for path in files:
            self.listing_of(path).pop(path, None)
        self._touch(files)

    def _touch(self, files: Collection[str]) -> None:
        if self.touched is not None:
            self.touched.update(files)

    def listing_of(self, path: str) -> dict[str, str]:
        """Return where a file is listed: as one that is to be public, or as a piece."""
        return self.pieces if path.startswith(PIECES) else self.manifest

    def problems(self) -> Iterator[Problem]:
        """Yield what checks found."""
        for path, key in self.pieces.items():
            if path.startswith(CHECKS):
                yield from parse_problems(self.workshop.read(path, key))

    def step(
        self,
        name: str,
        inputs: str,
        make: Callable[[], Iterable[tuple[str, bytes | None]]],
        *,
        is_long: bool = False,
    ) -> None:
        """Make files that speak of other files; `inputs` stands for what they say.

        What has no content stays as it is public. What takes long is shared with other machines.
        """
        batch = Batch(name, inputs, dict)
        made = self.last.of(batch)
        if not made and self.depot and is_long:
            made = self.depot.take_alone(batch, self.workshop.put)
        if not made:
            self.remade += is_long
            files = dict(make())
            keys, sums = self._put({path: held for path, held in files.items() if held is not None})
            public = self.workshop.tree.published
            stay = {path: public[path] for path, held in files.items() if held is None}
            made = made_of(inputs, {**keys, **stay}, NOTHING, sums)
        self.keep_beside(name, made)

    @contextmanager
    def aside(self, steps: Iterable[Step]) -> Iterator[None]:
        """Do steps in a process of their own, while others are done here.

        Their files are kept at the end. Where much was made they wait until then: what the other
        steps need leaves no memory for a second process.
        """
        due = []
        for name, inputs, make in steps:
            if made := self.last.of(Batch(name, inputs, dict)):
                self.keep_beside(name, made)
            else:
                due.append((name, inputs, make))

        def work() -> bytes:
            return marshal.dumps(
                [(name, told, *self._put(dict(make()))) for name, told, make in due]
            )

        processes = self.processes if due and self.remade < _MUCH else 1
        wait = begin(work, processes)
        try:
            yield
        except BaseException:
            if processes > 1:
                with suppress(WorkerError):
                    wait()
            raise
        for name, told, files, sums in marshal.loads(wait()):  # noqa: S302 - ours
            self.keep_beside(name, made_of(told, files, NOTHING, sums))

    def keep_beside(self, name: str, made: Made) -> None:
        """Keep what stands in no plan, in the place of what was carried over under this name.

        Raises ClashError when another batch has one of its files.
        """
        if carried := self.made.get(name):
            self._let_go(carried.files)
        self.beside.add(name)
        self._keep(name, made)


def _dealt(batches: Iterable[Batch], hands: int) -> list[str]:
    """Return the names of batches so that stretches of them are about the same work.

    Those near each other stay together, as they stand in the plan.
    """
    blocks: list[list[str]] = []
    for near, group in groupby(batches, lambda batch: batch.near):
        names = [batch.name for batch in group]
        size = _LARGEST_BLOCK if near else _BLOCK
        blocks += (names[start : start + size] for start in range(0, len(names), size))
    return [name for hand in range(hands) for block in blocks[hand::hands] for name in block]


_MUCH = 1024
"""Batches that are more than the edit of a letter makes anew."""

_ENOUGH = 24
"""Batches that are worth a second process, which copies what it touches of ten thousand letters."""

_BLOCK = 32
_LARGEST_BLOCK = 512
