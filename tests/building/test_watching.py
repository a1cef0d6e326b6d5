"""Every change that is saved is told, and nothing else is."""

import errno
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from casebook.building import watching
from casebook.building.watching import Watching, is_own_disk

LONGEST = 10


class Told(FileSystemEventHandler):
    """Remembers that something changed, as MkDocs' server does."""

    def __init__(self, name: str = "") -> None:
        self.changed = Event()
        self._name = name

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory and str(event.src_path).endswith(self._name):
            self.changed.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cases" / "xxx").mkdir(parents=True)
    (tmp_path / "cases" / "xxx" / "dossier.yml").write_text("old")
    (tmp_path / "mkdocs.yml").write_text("old")
    return tmp_path


def mounts(folder: Path, kind: str) -> Path:
    listed = folder.parent / f"{folder.name}.mounts"
    listed.write_text(f"none / nowhere rw 0 0\ndisk {folder.parent} {kind} rw,relatime 0 0\n")
    return listed


@pytest.mark.parametrize("kind", ["ext4", "nfs4"])
def test_a_change_is_told_whatever_the_disk(folder: Path, kind: str) -> None:
    told, watched = Told(), Watching(mounts(folder, kind))
    watched.schedule(told, str(folder / "cases"), recursive=True)
    watched.schedule(told, str(folder / "mkdocs.yml"))
    watched.start()
    assert watched.is_told == (kind == "ext4")
    try:
        (folder / "cases" / "xxx" / "dossier.yml").write_text("newer")
        assert told.changed.wait(LONGEST)
        # Editors replace a file, again and again.
        for words in ("first", "second one"):
            told.changed.clear()
            (folder / "saved").write_text(words)
            (folder / "saved").replace(folder / "mkdocs.yml")
            assert told.changed.wait(LONGEST)
        told.changed.clear()
        (folder / "cases" / "yyy").mkdir()
        (folder / "cases" / "yyy" / "letter.md").write_text("a letter in a new folder")
        assert told.changed.wait(LONGEST)
    finally:
        watched.stop()
        watched.join()


def test_that_a_file_was_read_is_no_change(folder: Path) -> None:
    told, watched = Told(), Watching(mounts(folder, "ext4"))
    watched.schedule(told, str(folder / "cases"), recursive=True)
    watched.start()
    try:
        (folder / "cases" / "xxx" / "dossier.yml").read_text()
        assert not told.changed.wait(0.5)
    finally:
        watched.stop()
        watched.join()


def test_what_is_taken_back_is_not_told(folder: Path) -> None:
    told, watched = Told(), Watching(mounts(folder, "ext4"))
    watched.unschedule(watched.schedule(told, str(folder / "cases"), recursive=True))
    watched.start()
    (folder / "cases" / "xxx" / "dossier.yml").write_text("newer")
    assert not told.changed.wait(0.5)
    watched.stop()
    watched.join()


def test_when_the_system_has_no_watches_left_somebody_looks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(BaseObserver):
        def __init__(self) -> None:
            super().__init__(PollingObserver)  # type: ignore[arg-type] # it never gets so far

        def schedule(self, *_: Any, **__: Any) -> Any:
            return None

        def on_thread_start(self) -> None:
            raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", Full)
    told, watched = Told(), Watching(mounts(folder, "ext4"))
    watched.schedule(told, str(folder / "cases"), recursive=True)
    watched.start()
    assert not watched.is_told
    (folder / "cases" / "xxx" / "dossier.yml").write_text("newer")
    assert told.changed.wait(LONGEST)
    watched.stop()
    watched.join()


def _changes(watched: Watching, folder: Path, awaited: set[str]) -> set[str]:
    """Return what changed below a folder, as soon as all that is awaited was told."""
    found: set[str] = set()
    deadline = monotonic() + LONGEST
    while not awaited <= found and monotonic() < deadline:
        found |= watched.changes([str(folder)]) or frozenset()
        sleep(0.01)
    return found


def test_what_changed_is_told_once(folder: Path) -> None:
    watched = Watching(mounts(folder, "ext4"))
    cases, letter = folder / "cases", folder / "cases" / "xxx" / "dossier.yml"
    watched.schedule(Told(), str(cases), recursive=True)
    watched.schedule(Told(), str(folder / "mkdocs.yml"))
    assert watched.changes([str(cases)]) is None
    watched.start()
    try:
        assert watched.changes([str(cases)]) == frozenset()
        (folder / "mkdocs.yml").write_text("newer")
        letter.write_text("newer")
        assert _changes(watched, cases, {str(letter)}) == {str(letter)}
        (cases / "xxx").rename(folder / "elsewhere")
        assert str(cases / "xxx") in _changes(watched, cases, {str(cases / "xxx")})
    finally:
        watched.stop()
        watched.join()


@pytest.mark.parametrize(
    ("kind", "folders", "is_told"),
    [("ext4", ["cases"], True), ("ext4", ["cases", "docs"], False), ("nfs4", ["cases"], False)],
)
def test_nobody_can_tell_what_is_not_watched_or_lies_on_a_shared_disk(
    kind: str, folders: list[str], is_told: bool, folder: Path
) -> None:
    watched = Watching(mounts(folder, kind))
    watched.schedule(Told(), str(folder / "cases"), recursive=True)
    watched.start()
    changes = watched.changes([str(folder / name) for name in folders])
    watched.stop()
    watched.join()
    assert changes == (frozenset() if is_told else None)


def test_when_very_much_changed_nobody_can_tell_what(folder: Path) -> None:
    told, watched = Told("last.md"), Watching(mounts(folder, "ext4"))
    watched.schedule(told, str(folder / "cases"), recursive=True)
    watched.start()
    for number in range(200):
        (folder / "cases" / "xxx" / f"reply-{number}.md").write_text("[1] No.")
    (folder / "cases" / "last.md").write_text("last")
    assert told.changed.wait(LONGEST)
    assert watched.changes([str(folder / "cases")]) is None
    assert watched.changes([str(folder / "cases")]) == frozenset()
    watched.stop()
    watched.join()


def test_what_never_started_can_be_stopped() -> None:
    Watching().stop()
    Watching().join()


def test_the_disk_is_that_of_the_innermost_mount(tmp_path: Path) -> None:
    listed = tmp_path / "mounts"
    listed.write_text(
        "one / ext4 rw 0 0\nhost /shared 9p rw 0 0\ntwo /shared/own xfs rw 0 0\nx /sharedness nfs rw\n"
        "four /our\\040own nfs rw 0 0\n"
    )
    held = {
        "/our own/x": False,
        "/home/us": True,
        "/shared/x": False,
        "/shared": False,
        "/shared/own/x": True,
    }
    assert {path: is_own_disk(path, listed) for path in held} == held
    assert not is_own_disk("/home/us", tmp_path / "none")
