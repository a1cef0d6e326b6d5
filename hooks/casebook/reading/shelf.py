"""What was read of dossiers and standards, kept from one build to the next by what their files hold.

The shelf is a cache on this machine: it may be deleted at any time, and is never sent anywhere.
"""

import os
import pickle
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from casebook.identifiers.reference import parse_folder
from casebook.model.dossier import Dossier
from casebook.model.occurrence import Occurrence, Occurrences
from casebook.model.outline import Outline
from casebook.reading.kept import DamagedError, seal, unseal
from casebook.reading.packed_texts import pack_texts
from casebook.reading.packing import (
    pack,
    pack_occurrences,
    pack_outline,
    unpack_occurrences,
    unpack_outline,
)
from casebook.reading.unread import without_words
from casebook.words.problem import Problem

_TABLES = """
CREATE TABLE IF NOT EXISTS outlines (
    folder TEXT PRIMARY KEY, key TEXT NOT NULL, outline BLOB NOT NULL, problems BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (
    folder TEXT PRIMARY KEY, dossier BLOB NOT NULL, occurrences BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS words (folder TEXT PRIMARY KEY, texts BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS standards (
    path TEXT PRIMARY KEY, key TEXT NOT NULL, instrument BLOB NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Copy:
    """One dossier as it lies on the shelf: bytes, so that processes can hand it on."""

    folder: str
    key: str
    """Stands for what its files held, and for the program that read them."""
    outline: bytes
    """Nothing for a dossier with errors."""
    problems: bytes
    dossier: bytes
    """Its facts; texts without their words."""
    occurrences: bytes
    texts: bytes
    """The words."""


class Known(NamedTuple):
    """What a build needs of every dossier on the shelf."""

    key: str
    outline: Outline | None
    """None for a dossier with errors."""
    problems: tuple[Problem, ...]


def copy_of(
    folder: str,
    key: str,
    problems: Iterable[Problem],
    outline: Outline | None = None,
    *,
    dossier: Dossier | None = None,
    occurrences: tuple[Occurrence, ...] = (),
) -> Copy:
    """Return a dossier as it is kept."""
    told = tuple(problems)
    texts = chain.from_iterable(each.texts for each in dossier.documents) if dossier else ()
    return Copy(
        folder,
        key,
        pack_outline(outline) if outline else b"",
        pack(told) if told else b"",
        pack(without_words(dossier)) if dossier else b"",
        pack_occurrences(occurrences),
        pack_texts(texts),
    )


class Shelf:
    """Every dossier and every standard of a collection as it was last read."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` is a file that may not be there yet; without one nothing outlives the process."""
        self._path = path
        self._connections: dict[int, sqlite3.Connection] = {}
        self._known: dict[str, Known] = {}
        self._seen = -1
        """The version of the file in which that was known."""

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Let what the disk refuses be told as other refusals of the disk are."""
        try:
            yield
        except sqlite3.Error as error:
            # Itself, and none of its kinds, is said of a file that is damaged.
            if self._path and type(error) is sqlite3.DatabaseError:
                self.close()
                self._path.unlink(missing_ok=True)
                raise OSError(f"what was read before is damaged ({error}); build again.") from error
            raise OSError(f"what was read cannot be kept: {error}") from error

    @property
    def _held(self) -> sqlite3.Connection:
        # A connection must not cross a fork.
        process = os.getpid() if self._path else 0
        if process not in self._connections:
            with self._refusals():
                self._connections[process] = self._open()
        return self._connections[process]

    def _open(self) -> sqlite3.Connection:
        if not self._path:
            connection = sqlite3.connect(":memory:", check_same_thread=False)
            connection.executescript(_TABLES)
            return connection
        self._path.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(2):
            connection = sqlite3.connect(self._path, check_same_thread=False)
            try:
                connection.executescript(f"PRAGMA synchronous = OFF; {_TABLES}")
            except sqlite3.OperationalError:
                connection.close()
                raise
            except sqlite3.DatabaseError:
                # A damaged shelf is worth nothing.
                connection.close()
                self._path.unlink(missing_ok=True)
            else:
                return connection
        raise OSError(f"{self._path} cannot be written")

    def known(self) -> Mapping[str, Known]:
        """Return what is known of every folder. Remembered, until another process changes it."""
        with self._refusals():
            (version,) = self._held.execute("PRAGMA data_version").fetchone()
            if version != self._seen:
                query = "SELECT folder, key, outline, problems FROM outlines"
                self._known = {
                    folder: _kept(*each) for folder, *each in self._held.execute(query).fetchall()
                }
                self._seen = version
        return self._known

    def put(self, copies: Collection[Copy], gone: Collection[str] = ()) -> None:
        """Keep these dossiers, and none of the folders that are gone."""
        known = self.known()
        with self._refusals(), self._held as held:
            for copy in copies:
                held.execute(
                    "INSERT OR REPLACE INTO outlines VALUES (?, ?, ?, ?)",
                    (copy.folder, copy.key, seal(copy.outline), seal(copy.problems)),
                )
                held.execute(
                    "INSERT OR REPLACE INTO facts VALUES (?, ?, ?)",
                    (copy.folder, seal(copy.dossier), seal(copy.occurrences)),
                )
                held.execute(
                    "INSERT OR REPLACE INTO words VALUES (?, ?)", (copy.folder, seal(copy.texts))
                )
            for folder in gone:
                held.execute("DELETE FROM outlines WHERE folder = ?", (folder,))
                held.execute("DELETE FROM facts WHERE folder = ?", (folder,))
                held.execute("DELETE FROM words WHERE folder = ?", (folder,))
        fresh = {each.folder: _known(each.key, each.outline, each.problems) for each in copies}
        left = {folder: each for folder, each in known.items() if folder not in gone}
        self._known = left | fresh

    def standards(self) -> dict[str, tuple[str, bytes]]:
        """Return every file of standards/ with its key, and what was read of it."""
        with self._refusals():
            rows = self._held.execute("SELECT path, key, instrument FROM standards").fetchall()
        held: dict[str, tuple[str, bytes]] = {}
        for path, key, instrument in rows:
            with suppress(DamagedError):
                held[path] = key, unseal(instrument)
        return held

    def put_standards(self, read: Mapping[str, tuple[str, bytes]], gone: Iterable[str]) -> None:
        """Keep what was read of these files, each with its key; nothing of those that are gone."""
        with self._refusals(), self._held as held:
            rows = ((path, key, seal(instrument)) for path, (key, instrument) in read.items())
            held.executemany("INSERT OR REPLACE INTO standards VALUES (?, ?, ?)", rows)
            held.executemany("DELETE FROM standards WHERE path = ?", ((path,) for path in gone))

    def dossier(self, folder: str) -> Dossier:
        """Return the facts of a dossier; its texts have no words yet."""
        dossier: Dossier = pickle.loads(self._facts(folder, "dossier"))  # noqa: S301 - ours
        return dossier

    def texts(self, folder: str) -> bytes:
        """Return the words of a dossier's texts, as they were packed."""
        return self._facts(folder, "texts", "words")

    def occurrences(self, folder: str) -> Occurrences:
        """Return the citations of a dossier."""
        reference = parse_folder(*folder.split("/")[1:])
        assert reference, "only dossiers lie here"
        return unpack_occurrences(reference, self._facts(folder, "occurrences"))

    def _facts(self, folder: str, column: str, table: str = "facts") -> bytes:
        query = (
            f"SELECT key, {column} FROM {table} JOIN outlines USING (folder) "  # noqa: S608 - ours
            "WHERE folder = ?"
        )
        with self._refusals():
            row = self._held.execute(query, (folder,)).fetchone()
        if row is None:
            raise KeyError(folder)
        key, held = row
        # A preview may have read it anew meanwhile: nothing is made of two versions of a letter.
        if folder in self._known and self._known[folder].key != key:
            raise OSError(f"{folder} changed while the site was made; build again.")
        try:
            return unseal(held)
        except DamagedError as error:
            with self._refusals(), self._held as shelf:
                shelf.execute("DELETE FROM outlines WHERE folder = ?", (folder,))
            self._seen = -1
            raise OSError(f"what was read of {folder} is damaged; build again.") from error

    def close(self) -> None:
        """Let go of the file."""
        for connection in self._connections.values():
            with suppress(sqlite3.Error):
                connection.close()
        self._connections.clear()
        self._known, self._seen = {}, -1

    def __del__(self) -> None:
        """Let go of what this process opened: from Python 3.13 on, one that nobody closed is told."""
        own = self._connections.pop(os.getpid() if self._path else 0, None)
        if own:
            own.close()


def _kept(key: str, outline: bytes, problems: bytes) -> Known:
    try:
        return _known(key, unseal(outline), unseal(problems))
    except DamagedError:
        return Known("", None, ())  # it is read anew


def _known(key: str, outline: bytes, problems: bytes) -> Known:
    try:
        told = pickle.loads(problems) if problems else ()  # noqa: S301 - ours
        return Known(key, unpack_outline(outline) if outline else None, told)
    except _OF_ANOTHER_SHAPE:
        # Another version of the program put it there: it is read anew.
        return Known("", None, ())


_OF_ANOTHER_SHAPE = (
    AttributeError,
    EOFError,
    ImportError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
    pickle.UnpicklingError,
)
