"""A build, step by step: what could be another is made again, the rest is kept."""

import hashlib
import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from casebook.building.batch import PIECES, Batch, Made, Memory, changed_facts
from casebook.building.depot import Depot
from casebook.building.findings import CHECKS, parse_problems
from casebook.building.meter import Meter
from casebook.building.plan import Plan
from casebook.building.workers import gather
from casebook.building.workshop import Workshop
from casebook.exports.manifest import is_data
from casebook.model.reads import Reads
from casebook.words.problem import Problem


class ClashError(Exception):
    """Two sources claim the same address."""


@dataclass(slots=True)
class Build:
    """One build, step by step."""

    workshop: Workshop
    memory: Memory
    """Of the last build."""
    reads: Reads
    processes: int
    depot: Depot | None = None
    """Where other machines leave what they make."""
    meter: Meter = field(default_factory=Meter)
    made: dict[str, Made] = field(default_factory=dict)
    """Every batch of this build."""
    manifest: dict[str, str] = field(default_factory=dict)
    """Every file of the next site, to the hash of its content."""
    remade: int = 0
    """How many batches were made, those aside that are put together of others in no time."""

    def batches(self, plan: Plan) -> Iterable[Batch]:
        """Return the batches of a plan that are to be made here."""
        return self.depot.grouped(plan.batches()) if self.depot else plan.batches()

    def add(self, batches: Iterable[Batch], facts: Mapping[str, str]) -> None:
        """Make these batches, as far as they could be other than they were."""
        changed = changed_facts(self.memory.facts, facts)
        dirty = []
        for batch in batches:
            if (made := self.memory.still_holds(batch, changed)) and all(
                self.workshop.has(path, key) for path, key in made.files.items()
            ):
                self._keep(batch.name, made)
            else:
                dirty.append(batch)
        by_name = {batch.name: batch for batch in dirty}
        if self.depot:
            for name, made in self.depot.take(by_name, facts, self.workshop.put):
                self._keep(name, made)
                del by_name[name]
        self.remade += len(by_name)
        names = _dealt(by_name.values(), self.processes)
        with self.meter.over("Making", names) as counted:
            parts = gather(partial(self._make, by_name), counted, self.processes)
        for part in parts:
            for name, made in marshal.loads(part):  # noqa: S302 - made by our own process
                self._keep(name, Made(*made))

    def _make(self, batches: Mapping[str, Batch], names: Sequence[str]) -> bytes:
        done = []
        for name in names:
            batch = batches[name]
            with self.reads.watched() as reads:
                files = batch.make()
            sums = {
                path: hashlib.sha256(content).hexdigest()
                for path, content in files.items()
                if is_data(path)
            }
            keys = {path: self.workshop.put(path, content) for path, content in files.items()}
            done.append((name, (batch.version, tuple(reads), keys, sums)))
        return marshal.dumps(done)

    def _keep(self, name: str, made: Made) -> None:
        self.made[name] = made
        for path, key in made.files.items():
            self.claim(path, key)

    def claim(self, path: str, key: str) -> None:
        """Let the next site have a file. Raises ClashError when it has one there."""
        if path in self.manifest:
            raise ClashError(f"{path} would be written twice")
        self.manifest[path] = key

    def files(self) -> dict[str, str]:
        """Return every file that is to be public, to the hash of its content."""
        return {path: key for path, key in self.manifest.items() if not path.startswith(PIECES)}

    def problems(self) -> Iterator[Problem]:
        """Yield what checks found."""
        for path, key in self.manifest.items():
            if path.startswith(CHECKS):
                yield from parse_problems(self.workshop.read(path, key))

    def step(
        self,
        name: str,
        inputs: str,
        make: Callable[[], Iterable[tuple[str, bytes]]],
        *,
        is_long: bool = False,
    ) -> None:
        """Make files that speak of other files; `inputs` stands for what they say.

        What takes long is shared with other machines.
        """
        batch = Batch(name, inputs, lambda: dict(make()))
        made = self.memory.still_holds(batch, frozenset())
        if made and all(self.workshop.has(path, key) for path, key in made.files.items()):
            self._keep(name, made)
            return
        if self.depot and is_long and (made := self.depot.take_alone(batch, self.workshop.put)):
            self._keep(name, made)
            return
        self.remade += is_long
        for which, again in marshal.loads(self._make({name: batch}, [name])):  # noqa: S302 - ours
            self._keep(which, Made(*again))


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


_BLOCK = 32
_LARGEST_BLOCK = 512
