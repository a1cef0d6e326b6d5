"""A build: from the files that a site should have to a public site."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from casebook.building.tree import Tree
from casebook.building.workers import share


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file that the site will have."""

    path: str
    """From the site's root, with forward slashes: cases/blr/7-2025/index.html."""
    key: str
    """Stands for the content: the same key, the same bytes."""
    make: Callable[[], bytes]
    """Returns the content. Called only when no tree has it, perhaps in another process."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    files: int
    """How many files the site has."""
    written: int
    """How many of them were written; the others stood already."""


class ClashError(Exception):
    """Two sources claim the same address."""


def build_site(
    files: Iterable[SiteFile],
    tree: Tree,
    processes: int,
    closing: Callable[[Mapping[str, str]], Iterable[SiteFile]] = lambda _: (),
    inspect: Callable[[Mapping[str, str], Callable[[str], bytes]], None] = lambda *_: None,
) -> Report:
    """Publish a site of these files, writing only what changed.

    `closing` is given the path and key of every other file, and returns the files that speak of
    them; these are made last, when the others are written. `inspect` is given every path and key
    and a way to read the files, and raises when the site must not be published.

    Raises OSError when the disk refuses, WorkerError when a process that shared the work failed,
    ClashError when an address is claimed twice; the public site is then what it was.
    """
    planned = _by_path(files, {})
    last = _by_path(closing({path: file.key for path, file in planned.items()}), planned)
    manifest = {path: file.key for path, file in (planned | last).items()}
    if manifest == tree.published:
        inspect(manifest, tree.read_published)
        return Report(len(manifest), 0)
    missing = tree.prepare(manifest)

    def write(path: str) -> None:
        tree.write(path, planned[path].make())

    share(write, sorted(missing & planned.keys()), processes)
    for path in sorted(missing & last.keys()):
        tree.write(path, last[path].make())
    inspect(manifest, tree.read)
    tree.publish(manifest)
    return Report(len(manifest), len(missing))


def _by_path(files: Iterable[SiteFile], others: Mapping[str, SiteFile]) -> dict[str, SiteFile]:
    planned: dict[str, SiteFile] = {}
    for file in files:
        if file.path in planned or file.path in others:
            raise ClashError(f"{file.path} would be written twice")
        planned[file.path] = file
    return planned


def files_below(folder: Path) -> Iterator[SiteFile]:
    """Yield every file below a folder, read already: the folder may go."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            name = path.relative_to(folder).as_posix()
            yield SiteFile(name, digest(content), partial(bytes, content))


def digest(*parts: bytes) -> str:
    """Return a hash that stands for these parts, in this order."""
    hashed = hashlib.blake2b(digest_size=16)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.hexdigest()


def processors() -> int:
    """Return how many processes may share the work on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
