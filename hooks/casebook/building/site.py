"""A build: from batches to a public site. Only what could be another is made again."""

import hashlib
import marshal
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path

from casebook.building.batch import (
    PIECES,
    Batch,
    Made,
    Memory,
    changed_facts,
    hash_of,
    join_hashes,
)
from casebook.building.depot import Depot
from casebook.building.findings import CHECKS, parse_problems
from casebook.building.meter import Meter
from casebook.building.plan import Plan, piece_path
from casebook.building.tree import Tree
from casebook.building.workers import gather
from casebook.building.workshop import Workshop
from casebook.exports.api import MANIFEST
from casebook.exports.export import Export
from casebook.exports.manifest import is_data, manifest_of
from casebook.exports.sitemap import dated_by, plan_sitemap
from casebook.indexing.file import Files
from casebook.indexing.index import plan_shards
from casebook.indexing.record import TEXTS
from casebook.model.reads import Reads
from casebook.words.problem import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    files: int
    """How many files the site has."""
    written: int
    """How many of them were written; the others stood already."""


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


def build_site(
    plan: Plan,
    static: Mapping[str, bytes],
    tree: Tree,
    build: Build,
    *,
    inspect: Callable[[Mapping[str, str], Callable[[str], bytes]], None],
    settle: Callable[[Sequence[Problem]], None],
) -> Report:
    """Publish the site of a plan, and the files in `static` beside it.

    `settle` is given every problem that checks found, and raises when the site must not be
    published for them; so does `inspect`, which is given every file with the hash of its content
    and a way to read it.

    Raises OSError when the disk refuses, WorkerError when a process that shared the work failed,
    ClashError when an address is claimed twice; the public site is then what it was.
    """
    build.add(build.batches(plan), plan.watching.facts)
    settle(sorted(set(build.problems())))
    for path, content in static.items():
        build.claim(path, build.workshop.put(path, content))
    _join_pieces(plan, build)
    _map_site(plan, build)
    _index_words(plan, build, tree)
    _list_data(plan, build)
    return publish(build, tree, inspect)


def publish(
    build: Build,
    tree: Tree,
    inspect: Callable[[Mapping[str, str], Callable[[str], bytes]], None] = lambda *_: None,
) -> Report:
    """Put what was made in the place of the public site."""
    manifest = build.files()

    def read(path: str) -> bytes:
        return build.workshop.read(path, manifest[path])

    inspect(manifest, read)
    if manifest == tree.published:
        return Report(len(manifest), 0)
    missing = tree.prepare(manifest)
    times = Counter(manifest[path] for path in missing)
    for path in sorted(missing):
        key = manifest[path]
        times[key] -= 1
        tree.take(path, build.workshop.place(key), is_last=not times[key])
    tree.publish(manifest)
    return Report(len(manifest), len(missing))


def _join_pieces(plan: Plan, build: Build) -> None:
    """Put large files together."""
    for export in plan.exports(is_large=True):
        paths = [piece_path(export.path, piece.name) for piece in export.pieces]
        held = [(path, build.manifest[path]) for path in paths]
        inputs = f"{plan.code} {join_hashes(key for _, key in held)}"
        build.step(f"join {export.path}", inputs, partial(_joined, build.workshop, export, held))


def _joined(
    workshop: Workshop, export: Export, pieces: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, bytes]]:
    yield export.path, export.join(workshop.read(*piece) for piece in pieces)


def _map_site(plan: Plan, build: Build) -> None:
    """Tell search engines every page that they may list."""
    hidden = {
        f"cases/{held.reference.folder}/index.html"
        for held in plan.catalogue.corpus.outlines.values()
        if not held.is_indexed
    }
    hidden.update(f"{address}index.html" for address in plan.moved)
    outside = ("embed/", "r/")
    listed = [
        path.removesuffix("index.html")
        for path in sorted(build.manifest)
        if path.endswith("index.html") and not path.startswith(outside) and path not in hidden
    ]
    facts = plan.watching.facts
    dated = dated_by(plan.catalogue.corpus)
    cited = (facts["cited *"], facts["cited_anywhere *"])
    inputs = f"{plan.code} {join_hashes((*listed, *dated, *cited))}"
    exports = [*plan_sitemap(plan.watching.basis, listed)]
    build.step("map", inputs, lambda: ((each.path, each.make()) for each in exports))


def _index_words(plan: Plan, build: Build, tree: Tree) -> None:
    """Index the records of all dossiers, changing what the last site had."""
    # In one order, whichever was made first.
    records = {
        path: build.manifest[path] for path in sorted(build.manifest) if path.startswith(TEXTS)
    }

    def make() -> Iterator[tuple[str, bytes]]:
        before = Files(tree.published, tree.read_published)
        now = Files(records, lambda path: build.workshop.read(path, records[path]))
        divide = partial(gather, processes=build.processes)
        for path, content in plan_shards(now, plan.code, before, divide):
            yield path, tree.read_published(path) if content is None else content

    build.step("words", f"{plan.code} {join_hashes(records.values())}", make, is_long=True)


def _list_data(plan: Plan, build: Build) -> None:
    """Make the manifest of the data: it gives the checksum of every other file of data."""
    sums = {
        path: checksum for made in build.made.values() for path, checksum in made.checksums.items()
    }
    basis = plan.watching.basis
    inputs = f"{plan.code} {basis.today} {hash_of(sorted(sums.items()))}"
    build.step(
        "manifest", inputs, lambda: [(MANIFEST, manifest_of(sums, basis.site_url, basis.today))]
    )


def files_below(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder: the folder may go."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def processors() -> int:
    """Return how many processes may share the work on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
