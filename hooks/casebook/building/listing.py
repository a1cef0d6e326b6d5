"""What a site on disk lists of itself: every file, with the hash of what it holds."""

import json
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from casebook.building.batch import content_hash

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


def read_listing(tree: Path) -> Listing:
    """Return what a complete tree lists of itself; nothing where somebody emptied it."""
    try:
        found = Listing({}, (tree / MARKER).read_bytes())
        listing = _lately.get(found.key) or Listing(_parsed(found.written), found.written)
        # The list outlives `rm -r site/*`, and MkDocs' own cleaning.
        is_whole = {path.partition("/")[0] for path in listing.manifest} <= {*names_in(tree)}
    except (OSError, ValueError, TypeError):
        return Listing()
    if not is_whole:
        return Listing()
    _keep(listing)
    return listing


def _parsed(written: bytes) -> Manifest:
    held = json.loads(written)
    if not isinstance(held, dict):
        raise TypeError("no list of files")
    return held


def names_in(folder: Path) -> list[str]:
    """Return the names of what lies in a folder, in order. Raises OSError."""
    return sorted(each.name for each in os.scandir(folder))


def write_listing(tree: Path, manifest: Manifest, before: Listing) -> Listing:
    """List the files of a tree. `before` is the listing of a site that is much the same."""
    listing = _changed(before, manifest) or _listing(manifest)
    (tree / MARKER).write_bytes(listing.written)
    _keep(listing)
    return listing


def _listing(manifest: Manifest) -> Listing:
    held = {path: manifest[path] for path in sorted(manifest)}
    return Listing(held, _printed(held).encode())


def _changed(before: Listing, manifest: Manifest) -> Listing | None:
    """Return the listing with a few entries changed, or None where more is another.

    An edit changes ten of a hundred thousand, and to print them all takes half a second.
    """
    if not before.written or manifest.keys() != before.manifest.keys():
        return None
    changed = {path: key for path, key in manifest.items() if before.manifest[path] != key}
    if len(changed) > _FEW:
        return None
    written, at = bytearray(before.written), 0
    for path in sorted(changed):  # as they are written
        old, new = (_entry(path, each[path]) for each in (before.manifest, changed))
        at = written.find(old, at)
        if at < 0:  # somebody else printed it
            return None
        written[at : at + len(old)] = new
    return Listing({**before.manifest, **changed}, bytes(written))


_FEW = 500


def _printed(held: Manifest) -> str:
    # Without indents: only then the quick encoder is used.
    return json.dumps(held)


def _entry(path: str, key: str) -> bytes:
    return _printed({path: key})[1:-1].encode()


_lately: dict[str, Listing] = {}
"""The latest listings by their keys, latest last: what a preview publishes now is the public tree of
the next save and the spare of the one after."""

_TREES = 3  # the public one, the spare, and the one that takes the place of the first


def _keep(listing: Listing) -> None:
    _lately.pop(listing.key, None)
    _lately[listing.key] = listing
    while len(_lately) > _TREES:
        del _lately[next(iter(_lately))]
