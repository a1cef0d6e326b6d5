"""The site on disk: always the old one or the new one, never a mixture.

The next site is made in a folder of its own and exchanged with the public one in a single step.
What was public becomes the spare, from which the site after that is made: a build writes only
what changed, however large the site is.
"""

import ctypes
import os
import shutil
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from casebook.building.listing import (
    MARKER,
    Manifest,
    differing,
    lost_in,
    read_listing,
    write_listing,
)
from casebook.building.step import read_earlier, write_step
from casebook.building.workers import WorkerError, share
from casebook.reading.whole import clear_ruins

KEPT = ".cache/preview"
"""Where a collection keeps what its last preview made."""

_SPARE = "spare"
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2), since Linux 3.15
_HERE = -100  # AT_FDCWD

_SOURCES = ("cases", "docs", "hooks", "standards", "tests", ".git", ".github", ".venv")
_CACHE = ".cache"
_KEPT_THERE = (f"{_CACHE}/site", KEPT)
"""Folders of the cache in which sites are made; beside them there is room for one."""


def endangered(public: Path, root: Path) -> str | None:
    """Return which folder of the collection in `root` a site in `public` would replace, or None."""
    place, root = public.resolve(), root.resolve()
    if root.is_relative_to(place):
        return root.name
    if place == root / _CACHE:
        return _CACHE
    return folder_around(place, root)


def folder_around(place: Path, root: Path) -> str | None:
    """Return which folder of the collection in `root` a place lies in, of those with work in them.

    Both are resolved.
    """
    inside = (*_SOURCES, *_KEPT_THERE)
    return next((name for name in inside if place.is_relative_to(root / name)), None)


def place_of(named: Path) -> Path:
    """Return the folder that is exchanged for the next site: of a link, the one it leads to."""
    return named.resolve() if named.is_symlink() else named


def is_another_folder(place: Path) -> bool:
    """Whether a folder holds something, and no site of ours, so that nobody may replace it."""
    # Of a site that somebody emptied, its list is left.
    held = {path.name for path in place.iterdir()} - {MARKER} if place.is_dir() else ()
    return bool(held) and not read_listing(place).manifest


def workshop_of(public: Path, root: Path) -> Path:
    """Return where the next site is made: on the disk of the public one, or the swap is none.

    It is the cache of the collection in `root`; for a site elsewhere, a folder beside it.
    """
    cache = root / ".cache" / "site"
    cache.mkdir(parents=True, exist_ok=True)
    public.parent.mkdir(parents=True, exist_ok=True)
    if public.parent.stat().st_dev == cache.stat().st_dev and public == root / "site":
        return cache
    return public.with_name(f".{public.name}.workshop")


def resume_preview(kept: Path, workshop: Path, public: Path) -> None:
    """Begin a preview with what the last one left, where there is any on the same disk."""
    if workshop.exists():
        return
    with suppress(OSError):
        kept.rename(workshop)
        public.rmdir()
        (workshop / _SPARE).rename(public)


def keep_preview(kept: Path, workshop: Path, public: Path) -> None:
    """Keep what a preview made for the next one; on another disk, clear it away."""
    shutil.rmtree(workshop / _SPARE, ignore_errors=True)
    try:
        public.rename(workshop / _SPARE)
        workshop.rename(kept)
    except OSError:  # there is one already, of a preview that ran at the same time
        shutil.rmtree(workshop, ignore_errors=True)


class Tree:
    """A site that is being made beside the public one."""

    def __init__(
        self, public: Path, workshop: Path, look: Callable[[], frozenset[str]] | None = None
    ) -> None:
        """Begin: `workshop` is a folder on the disk of `public` where only this class works.

        `look` tells what somebody took from the public site, or changed in it; without it, every
        file is looked at now.
        """
        self._public = public
        self._next = workshop / "next"
        self._spare = workshop / _SPARE
        self._step = workshop / "step.json"
        self._folders: set[str] = set()
        """Those of the next tree that are known to be there, relative to it."""
        self._is_fresh = False
        """Whether the next tree began with nothing."""
        self._changed: frozenset[str] = frozenset()
        """What the next tree has otherwise than the public one."""
        workshop.mkdir(parents=True, exist_ok=True)
        self._recover()
        listed = read_listing(public)
        self.lost = look() if look else lost_in(public, listed)
        """What the public site does not hold any more as it was made."""
        self.listing = listed.without(self.lost)
        """What it holds; nothing when there is none, or one that we did not make."""

    @property
    def published(self) -> Manifest:
        """Every file of the public site, to the hash of what it holds."""
        return self.listing.manifest

    def read_published(self, path: str) -> bytes:
        """Return a file of the public site. Raises OSError when it is gone."""
        return (self._public / path).read_bytes()

    def _recover(self) -> None:
        """Clear up after a killed build: keep a complete tree as the spare, drop ruins."""
        clear_ruins(self._step)
        if not self._next.exists():
            return
        if read_listing(self._next).manifest and not self._spare.exists():
            self._next.rename(self._spare)
        else:
            shutil.rmtree(self._next)

    def prepare(self, manifest: Manifest, among: Collection[str] | None = None) -> frozenset[str]:
        """Make the next tree as far as the public one and the spare have it.

        `among` has all that may be otherwise than in the public one, where that is known. Returns
        the files that are still to be put there with `take`.
        """
        self._changed = differing(manifest, self.published, among)
        spare, apart = read_earlier(self._spare, self.listing, self._step)
        if spare.manifest:
            self._spare.rename(self._next)
            (self._next / MARKER).unlink()
        else:
            shutil.rmtree(self._spare, ignore_errors=True)
            self._next.mkdir()
            self._is_fresh = True
        missing = set[str]()
        for path in sorted(self._changed | apart):
            key = manifest.get(path)
            if key is None:
                if path in spare.manifest:
                    self._remove(path)
            elif spare.manifest.get(path) != key or path in self.lost:
                if self.published.get(path) == key:
                    self._share(path)
                else:
                    missing.add(path)
        return frozenset(missing)

    def _remove(self, path: str) -> None:
        (self._next / path).unlink(missing_ok=True)
        for folder in (self._next / path).parents:
            if folder == self._next:
                break
            try:
                folder.rmdir()
            except OSError:
                break
            self._folders.discard(folder.relative_to(self._next).as_posix())

    def _share(self, path: str) -> None:
        """Share a file with the public tree: both only ever replace files, never change them."""
        target, source = self._room_for(path), f"{self._public}/{path}"
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)

    def _room_for(self, path: str) -> str:
        """Return where a file of the next tree belongs; nothing stands there.

        A site has a hundred thousand of them: strings are joined faster than paths.
        """
        target, folder = f"{self._next}/{path}", path.rpartition("/")[0]
        if folder not in self._folders:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        if not self._is_fresh:
            Path(target).unlink(missing_ok=True)
        return target

    def take(self, path: str, source: Path, *, is_last: bool = True) -> None:
        """Put a finished file into the next tree: the file itself, or a copy when it is not the last.

        What stood there may share its bytes with another tree: it is replaced, never changed.
        """
        target = self._room_for(path)
        if is_last:
            source.replace(target)
        else:
            shutil.copyfile(source, target)

    def publish(self, manifest: Manifest) -> None:
        """Put the next tree in the place of the public one."""
        was_ours, before = bool(self.published), self.listing
        self.listing = write_listing(self._next, manifest, before, self._changed)
        if not self._public.exists():
            self._next.rename(self._public)
            return
        _exchange(self._next, self._public)
        # Both trees share files: what somebody changed in the one may be changed in the other.
        if was_ours and not self.lost:
            self._next.rename(self._spare)
            write_step(self._step, before, self.listing, self._changed)
        else:
            shutil.rmtree(self._next)

    def make_spare(self, processes: int) -> None:
        """Make the spare out of links to the public site where there is none.

        Else the first edit would wait for it. Nothing is said where it cannot be made: without
        one, the next site is made from the public one.
        """
        if self._spare.exists() or not self.published:
            return
        paths = [*self.published]
        # Neighbours lie in one folder: it is looked for once.
        size = max(_AT_LEAST, -(-len(paths) // processes))
        stretches = [paths[start : start + size] for start in range(0, len(paths), size)]
        try:
            self._next.mkdir()
            share(partial(_link, self._public, self._next), stretches, processes, enough=2)
            (self._next / MARKER).write_bytes(self.listing.written)
            self._next.rename(self._spare)
        except (OSError, WorkerError):
            shutil.rmtree(self._next, ignore_errors=True)


_AT_LEAST = 4_096
"""So many links are made before a second process is there."""


def _link(source: Path, target: Path, paths: Sequence[str]) -> None:
    made: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            Path(target, folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        os.link(f"{source}/{path}", f"{target}/{path}")


def files_below(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder: the folder may go."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders: in one step where the system can, else in two renames."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        done = False
    else:
        done = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
    if not done:
        aside = one.with_name(f"{one.name}.old")
        other.rename(aside)
        one.rename(other)
        aside.rename(one)
