"""What a site on disk lists of itself: every file, with the hash of what it holds."""

import json
import os
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from casebook.building.workers import begin, gather
from casebook.model.site_file import content_hash

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
    except (OSError, ValueError, TypeError, RecursionError):
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

    An edit changes ten of a hundred thousand, a new reply adds some, and to print them all takes
    half a second.
    """
    if not (before.written and before.manifest) or len(changed) > _FEW:
        return None
    paths = [*before.manifest]
    entries, at = bytearray(_BETWEEN + before.written[1:-1]), 0
    for path in sorted(changed):  # as they are written
        old, new = (_entry(path, each) for each in (before.manifest, manifest))
        below = bisect_right(paths, path)
        beginning = old or b"".join(
            _entry(each, before.manifest) for each in paths[below : below + 1]
        )
        at = entries.find(beginning, at) if beginning else len(entries)
        if at < 0:  # somebody else printed it
            return None
        entries[at : at + len(old)] = new
    written = b"{%b}" % bytes(entries.removeprefix(_BETWEEN))
    if before.manifest.keys() != manifest.keys():
        return Listing({path: manifest[path] for path in sorted(manifest)}, written)
    return Listing(before.manifest | {path: manifest[path] for path in changed}, written)


_FEW = 500


def _printed(held: Manifest) -> str:
    # Without indents: only then the quick encoder is used.
    return json.dumps(held)


_BETWEEN = b", "


def _entry(path: str, held: Manifest) -> bytes:
    """Return a file as it is listed behind others; nothing where it is not held."""
    return _BETWEEN + _printed({path: held[path]})[1:-1].encode() if path in held else b""


_latest: list[Listing] = []
"""The one that was read or written last: what a preview publishes now is public at the next save."""
