"""The whole site of a plan: its batches, then the files that speak of other files."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from casebook.building.batch import digest, join_hashes
from casebook.building.build import Build, Step
from casebook.building.plan import Plan, piece_path
from casebook.building.tree import Tree
from casebook.building.workers import gather
from casebook.building.workshop import Workshop
from casebook.exports.api import MANIFEST
from casebook.exports.manifest import manifest_of
from casebook.exports.sitemap import plan_sitemap
from casebook.indexing.file import Files
from casebook.indexing.index import plan_shards
from casebook.indexing.record import TEXTS
from casebook.indexing.shards import SHARDS
from casebook.model.site_file import SiteFile
from casebook.words.problem import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    files: int
    """How many files the site has."""
    written: int
    """How many of them were written; the others stood already."""


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
    build.follow(plan)
    settle(sorted(set(build.problems())))
    put_static(build, static)
    with build.aside(_joins(plan, build)):
        _map_site(plan, build)
        _index_words(plan, build, tree)
    _list_data(plan, build)
    return publish(build, tree, inspect)


def put_static(build: Build, static: Mapping[str, bytes]) -> None:
    """Put files beside those of the plan: the assets of the theme, the pictures of pages."""
    inputs = digest(*(part for path, held in static.items() for part in (path.encode(), held)))
    build.step("static", inputs, static.items)


def publish(
    build: Build,
    tree: Tree,
    inspect: Callable[[Mapping[str, str], Callable[[str], bytes]], None] = lambda *_: None,
) -> Report:
    """Put what was made in the place of the public site."""
    manifest = build.manifest

    def read(path: str) -> bytes:
        return build.workshop.read(path, manifest[path])

    inspect(manifest, read)
    # What somebody wrote over goes, even where nothing asks for it any more.
    if manifest == tree.published and not tree.lost:
        tree.make_spare(build.processes)
        return Report(len(manifest), 0)
    missing = tree.prepare(manifest, build.touched)
    times = Counter(manifest[path] for path in missing)
    for path in sorted(missing):
        key = manifest[path]
        times[key] -= 1
        tree.take(path, build.workshop.place(key), is_last=not times[key])
    tree.publish(manifest)
    tree.make_spare(build.processes)
    return Report(len(manifest), len(missing))


def _joins(plan: Plan, build: Build) -> Iterator[Step]:
    """Yield the steps that put large files together."""
    for export in plan.large_exports():
        paths = [piece_path(export.path, piece.name) for piece in export.pieces]
        held = [(path, build.pieces[path]) for path in paths]
        inputs = f"{plan.code} {join_hashes(key for _, key in held)}"
        yield f"join {export.path}", inputs, partial(_joined, build.workshop, export, held)


def _joined(
    workshop: Workshop, export: SiteFile, pieces: Sequence[tuple[str, str]]
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
    pages = (
        path
        for path in build.manifest
        if path.endswith("index.html") and not path.startswith(outside) and path not in hidden
    )
    listed = [path.removesuffix("index.html") for path in sorted(pages)]
    facts = plan.watching.facts
    others = (facts["cited *"], facts["cited_anywhere *"], facts["changed *"])
    inputs = f"{plan.code} {join_hashes((*listed, plan.dated, *others))}"
    changed = plan.watching.others["changed"]
    exports = [*plan_sitemap(plan.watching.basis, listed, changed)]
    build.step("map", inputs, lambda: ((each.path, each.make()) for each in exports))


def _index_words(plan: Plan, build: Build, tree: Tree) -> None:
    """Index the records of all dossiers, changing what the last site had."""
    # In one order, whichever was made first.
    paths = sorted(path for path in build.manifest if path.startswith(TEXTS))
    records = {path: build.manifest[path] for path in paths}

    def make() -> Iterator[tuple[str, bytes | None]]:
        # Where some of the index is gone, nobody can tell which words it had.
        is_torn = any(path.startswith((*SHARDS, TEXTS)) for path in tree.lost)
        before = Files() if is_torn else Files(tree.published, tree.read_published)
        now = Files(records, lambda path: build.workshop.read(path, records[path]))
        divide = partial(gather, processes=build.processes)
        yield from plan_shards(now, plan.code, before, divide)

    build.step("words", f"{plan.code} {join_hashes(records.values())}", make, is_long=True)


def _list_data(plan: Plan, build: Build) -> None:
    """Make the manifest of the data: it gives the checksum of every other file of data."""
    sums = {
        path: checksum for made in build.made.values() for path, checksum in made.checksums.items()
    }
    listed = {path: sums[path] for path in sorted(sums)}
    basis = plan.watching.basis
    inputs = f"{plan.code} {basis.today} {join_hashes((*listed, *listed.values()))}"
    build.step(
        "manifest", inputs, lambda: [(MANIFEST, manifest_of(listed, basis.site_url, basis.today))]
    )
