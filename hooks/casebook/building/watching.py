"""Watching the files that a preview shows: told by the system where it can, else by looking.

To look at thirty thousand files takes a second of every second, beside the build that they wait
for. The system tells a change at once, but only of disks of its own: what others do to a disk that
several machines or containers share, it does not see.
"""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

MOUNTS = Path("/proc/self/mounts")

_OWN_DISKS = frozenset(("btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs"))
"""Kinds of file systems that one machine alone writes to, as Linux calls them."""

_CHANGES: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""Not that a file was opened: every build opens all of them."""

_ESCAPED = re.compile(r"\\([0-7]{3})")
"""How the list of mounts has a space in a name."""

_SECONDS = 0.5
"""Between two looks."""

_MOST = 100
"""So many changes are not listed: the system drops some when very many come at once, and whoever is
told this many looks at everything, after the last of those that waited meanwhile."""

Watch = tuple[FileSystemEventHandler, str, bool]


class Watching:
    """Watches folders and files; stands where MkDocs' server has its observer.

    What watches is chosen when it starts, for all that is to be watched is known then.
    """

    def __init__(self, mounts: Path = MOUNTS) -> None:
        """`mounts` is the system's list of what lies where."""
        self._mounts = mounts
        self._watches: list[Watch] = []
        self._observer: BaseObserver | None = None
        self._changed: set[str] = set()
        self._lock = Lock()

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> Watch:
        """Let a handler be told of changes to a file, or below a folder."""
        watch = (_Noting(handler, self._note), path, recursive)
        self._watches.append(watch)
        return watch

    def unschedule(self, watch: Watch) -> None:
        """Take that back, before the start."""
        self._watches.remove(watch)

    def start(self) -> None:
        """Begin to watch."""
        if all(is_own_disk(path, self._mounts) for _, path, _ in self._watches):
            try:
                self._observer = _started(Observer(), self._watches, _CHANGES)
            except OSError:  # the system gives each user so many watches, and no more
                self._observer = None
        if not self._observer:
            self._observer = _started(PollingObserver(timeout=_SECONDS), self._watches, None)

    @property
    def is_told(self) -> bool:
        """Whether the system tells of changes."""
        return bool(self._observer and not isinstance(self._observer, PollingObserver))

    def changes(self, folders: Iterable[str]) -> frozenset[str] | None:
        """Return every path below these folders that changed since somebody asked, or None.

        None: nobody can tell. They are not watched, the system tells nothing, or very much changed.
        """
        below = tuple(f"{folder}{os.sep}" for folder in folders)
        watched = {f"{path}{os.sep}" for _, path, recursive in self._watches if recursive}
        with self._lock:
            changed, self._changed = self._changed, set()
        if not self.is_told or not watched.issuperset(below) or len(changed) > _MOST:
            return None
        return frozenset(path for path in changed if path.startswith(below))

    def _note(self, path: str) -> None:
        with self._lock:
            self._changed.add(path)

    def stop(self) -> None:
        """Watch no more."""
        if self._observer:
            self._observer.stop()

    def join(self) -> None:
        """Wait until nothing is told any more."""
        if self._observer:
            self._observer.join()


class _Noting(FileSystemEventHandler):
    """Notes which paths changed, before it tells another that something did."""

    def __init__(self, other: FileSystemEventHandler, note: Callable[[str], None]) -> None:
        self._other, self._note = other, note

    def dispatch(self, event: FileSystemEvent) -> None:
        """Be told of a change."""
        for path in (event.src_path, event.dest_path):
            if path:
                self._note(os.fsdecode(path))
        self._other.dispatch(event)


def _started(
    observer: BaseObserver, watches: Iterable[Watch], changes: list[type[FileSystemEvent]] | None
) -> BaseObserver:
    for handler, path, recursive in watches:
        observer.schedule(handler, path, recursive=recursive, event_filter=changes)
    observer.start()
    return observer


def is_own_disk(path: str, mounts: Path = MOUNTS) -> bool:
    """Whether a path lies on a disk that this machine alone writes to; False where nobody knows."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
        real = os.path.realpath(path)
    except OSError:
        return False
    # The last line is the one that counts: what is mounted later hides what was.
    kinds = {
        folder: kind
        for line in lines
        for _, written, kind, *_ in [line.split(" ", 3)]
        for folder in [_ESCAPED.sub(lambda found: chr(int(found[1], 8)), written)]
        if f"{real}/".startswith(f"{folder.rstrip('/')}/")
    }
    return bool(kinds) and kinds[max(kinds, key=len)] in _OWN_DISKS
