"""What a site on disk lists of itself: every file, with the hash of what it holds."""

import json
import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from casebook.building.batch import content_hash
from casebook.building.workers import begin, gather

MARKER = ".casebook.json"
"""Lies in a complete tree and lists its files; what has none is the ruin of a killed build."""

Manifest = dict[str, str]
"""Every file, relative to the tree, to the hash of what it holds."""


@dataclass(frozen=True)
class Listing:
    """The files of a complete tree; no files for any other folder."""

    manifest: Manifest = field(default_factory=dict)
    """In the order of paths."""
    written: bytes = b""
    """The same, as it lies in the tree."""

    @cached_property
    def key(self) -> str:
        """Stands for all of it; nothing where there is no listing."""
        return content_hash(self.written) if self.written else ""

    def without(self, lost: frozenset[str]) -> "Listing":
        """Return what is left when these files are lost: no tree lists that of itself."""
        if not lost:
            return self
        return Listing({path: key for path, key in self.manifest.items() if path not in lost})


def differing(
    one: Manifest, other: Manifest, among: Collection[str] | None = None
) -> frozenset[str]:
    """Return the paths of what two trees have in two ways, or one of them alone.

    `among` are those that may be, where they are known: nothing else is compared.
    """
    if among is not None:
        return frozenset(path for path in among if one.get(path) != other.get(path))
    paths = {path for path, key in one.items() if other.get(path) != key}
    if one.keys() != other.keys():
        paths |= other.keys() - one.keys()
    return frozenset(paths)


def read_listing(tree: Path) -> Listing:
    """Return what a complete tree lists of itself; nothing for any other folder."""
    try:
        written = (tree / MARKER).read_bytes()
        known = (held for held in _latest if held.written == written)
        listing = next(known, None) or Listing(_parsed(written), written)
    except (OSError, ValueError, TypeError):
        return Listing()
    _latest[:] = [listing]
    return listing


def _parsed(written: bytes) -> Manifest:
    held = json.loads(written)
    if not isinstance(held, dict):
        raise TypeError("no list of files")
    return held


def lost_in(tree: Path, listing: Listing, processes: int = 1) -> frozenset[str]:
    """Return the files that somebody took out of a tree, or changed after it was listed.

    The listing is what a tree gets last: a file that is younger was written by somebody else.
    """
    try:
        listed = (tree / MARKER).stat().st_mtime_ns
    except OSError:
        return frozenset(listing.manifest)
    look = partial(_lost, f"{tree}/", listed)
    return _paths(b"\0".join(gather(look, [*listing.manifest], processes, _ENOUGH)))


def begin_look(tree: Path, processes: int) -> Callable[[], frozenset[str]]:
    """Begin to look for the same, and return what tells it.

    It takes a second for a hundred thousand files, and is done while the collection is read.
    """
    told = begin(lambda: _printed_paths(lost_in(tree, read_listing(tree))), processes)
    return lambda: _paths(told())


def _paths(printed: bytes) -> frozenset[str]:
    return frozenset(path for path in os.fsdecode(printed).split("\0") if path)


def _printed_paths(paths: Iterable[str]) -> bytes:
    return os.fsencode("\0".join(paths))


def _lost(below: str, listed: int, paths: Sequence[str]) -> bytes:
    lost = []
    for path in paths:
        try:
            if os.stat(below + path).st_mtime_ns <= listed:  # noqa: PTH116 - of a hundred thousand
                continue
        except (OSError, ValueError):
            pass
        lost.append(path)
    return _printed_paths(lost)


_ENOUGH = 8_192
"""So many files are looked at before a second process is there."""


def write_listing(
    tree: Path, manifest: Manifest, before: Listing, changed: frozenset[str]
) -> Listing:
    """List the files of a tree.

    `before` is the listing of a site that is much the same, `changed` are the paths that differ.
    """
    listing = _changed(before, manifest, changed) or _listing(manifest)
    (tree / MARKER).write_bytes(listing.written)
    _latest[:] = [listing]
    return listing


def _listing(manifest: Manifest) -> Listing:
    held = {path: manifest[path] for path in sorted(manifest)}
    return Listing(held, _printed(held).encode())


def _changed(before: Listing, manifest: Manifest, changed: frozenset[str]) -> Listing | None:
    """Return the listing with a few entries changed, or None where more is another.

    An edit changes ten of a hundred thousand, and to print them all takes half a second.
    """
    if not before.written or len(changed) > _FEW:
        return None
    if any(path not in manifest or path not in before.manifest for path in changed):
        return None
    written, at = bytearray(before.written), 0
    for path in sorted(changed):  # as they are written
        old, new = (_entry(path, each[path]) for each in (before.manifest, manifest))
        at = written.find(old, at)
        if at < 0:  # somebody else printed it
            return None
        written[at : at + len(old)] = new
    held = before.manifest | {path: manifest[path] for path in changed}
    return Listing(held, bytes(written))


_FEW = 500


def _printed(held: Manifest) -> str:
    # Without indents: only then the quick encoder is used.
    return json.dumps(held)


def _entry(path: str, key: str) -> bytes:
    return _printed({path: key})[1:-1].encode()


_latest: list[Listing] = []
"""The one that was read or written last: what a preview publishes now is public at the next save."""
