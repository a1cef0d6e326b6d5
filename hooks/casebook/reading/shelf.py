"""What was read of dossiers, kept from one build to the next by what their files hold.

The shelf is a cache on this machine: it may be deleted at any time, and is never sent anywhere.
"""

import io
import marshal
import os
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from casebook.citations.citation import Citation, Target, parse_target
from casebook.identifiers.reference import Reference, parse_folder
from casebook.model.dossier import Dossier, RelatedTo
from casebook.model.occurrence import Occurrence
from casebook.model.outline import Outline
from casebook.model.reply_state import ReplyOutcome, ReplyState
from casebook.words.problem import Problem
from casebook.words.vocabulary import CitationKind, CommunicationType, Origin, Relation

_TABLES = """
CREATE TABLE IF NOT EXISTS outlines (
    folder TEXT PRIMARY KEY, key TEXT NOT NULL, outline BLOB NOT NULL, problems BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (
    folder TEXT PRIMARY KEY, dossier BLOB NOT NULL, occurrences BLOB NOT NULL
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
    return Copy(
        folder,
        key,
        marshal.dumps(_packed(outline)) if outline else b"",
        _pickled(told) if told else b"",
        _pickled(dossier) if dossier else b"",
        marshal.dumps([*map(_plain_occurrence, occurrences)]),
    )


class _Pickler(pickle.Pickler):
    def reducer_override(self, held: Any) -> Any:
        """Let records be made again as they were made: a third of the time."""
        if is_dataclass(held) and not isinstance(held, type):
            return type(held), tuple(getattr(held, field.name) for field in fields(held))
        return NotImplemented


def _pickled(held: object) -> bytes:
    into = io.BytesIO()
    _Pickler(into, pickle.HIGHEST_PROTOCOL).dump(held)
    return into.getvalue()


@contextmanager
def _refusals() -> Iterator[None]:
    """Let what the disk refuses be told as other refusals of the disk are."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(f"{_NAME}: {error}") from error


_NAME = "what was read cannot be kept"


class Shelf:
    """Every dossier of a collection as it was last read."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` is a file that may not be there yet; without one nothing outlives the process."""
        self._path = path
        self._connections: dict[int, sqlite3.Connection] = {}

    @property
    def _held(self) -> sqlite3.Connection:
        # A connection must not cross a fork.
        process = os.getpid() if self._path else 0
        if process not in self._connections:
            with _refusals():
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

    def known(self) -> dict[str, tuple[str, bytes, bytes]]:
        """Return every folder with its key, its outline and its problems."""
        query = "SELECT folder, key, outline, problems FROM outlines"
        with _refusals():
            rows = self._held.execute(query).fetchall()
        return {folder: (key, outline, problems) for folder, key, outline, problems in rows}

    def put(self, copies: Iterable[Copy], gone: Iterable[str] = ()) -> None:
        """Keep these dossiers, and none of the folders that are gone."""
        with _refusals(), self._held as held:
            for copy in copies:
                held.execute(
                    "INSERT OR REPLACE INTO outlines VALUES (?, ?, ?, ?)",
                    (copy.folder, copy.key, copy.outline, copy.problems),
                )
                held.execute(
                    "INSERT OR REPLACE INTO facts VALUES (?, ?, ?)",
                    (copy.folder, copy.dossier, copy.occurrences),
                )
            for folder in gone:
                held.execute("DELETE FROM outlines WHERE folder = ?", (folder,))
                held.execute("DELETE FROM facts WHERE folder = ?", (folder,))

    def dossier(self, folder: str) -> Dossier:
        """Return the facts of a dossier; its texts have no words yet."""
        dossier: Dossier = pickle.loads(self._facts(folder, "dossier"))  # noqa: S301 - ours
        return dossier

    def occurrences(self, folder: str) -> tuple[Occurrence, ...]:
        """Return the citations of a dossier."""
        reference = parse_folder(*folder.split("/")[1:])
        assert reference, "only dossiers lie here"
        held = marshal.loads(self._facts(folder, "occurrences"))  # noqa: S302 - ours
        return tuple(_occurrence(reference, *each) for each in held)

    def _facts(self, folder: str, column: str) -> bytes:
        query = f"SELECT {column} FROM facts WHERE folder = ?"  # noqa: S608 - our own words
        with _refusals():
            row = self._held.execute(query, (folder,)).fetchone()
        if row is None:
            raise KeyError(folder)
        held: bytes = row[0]
        return held

    def close(self) -> None:
        """Let go of the file."""
        for connection in self._connections.values():
            with suppress(sqlite3.Error):
                connection.close()
        self._connections.clear()


def problems_of(held: bytes) -> tuple[Problem, ...]:
    """Return the problems that were kept."""
    found: tuple[Problem, ...] = pickle.loads(held) if held else ()  # noqa: S301 - ours
    return found


def outline_from(held: bytes) -> Outline:
    """Return the outline that was kept."""
    return _unpacked(marshal.loads(held))  # noqa: S302 - ours


# Ten thousand outlines are read for every build: plain values, unpacked by hand.

_Place = tuple[str, str, int, str, str, bool]
"""Document, path, line, anchor, language, and whether the text is verbatim."""


def _plain_occurrence(found: Occurrence) -> tuple[Any, ...]:
    citation = found.citation
    return (
        (found.document, found.path, found.line, found.anchor, found.language, found.is_verbatim),
        (
            citation.kind.value,
            citation.surface,
            tuple(map(str, citation.targets)),
            citation.start,
            citation.origin.value,
            citation.unresolved,
            citation.spans,
        ),
        (found.before, found.after),
    )


def _occurrence(
    reference: Reference, place: _Place, cited: tuple[Any, ...], around: tuple[str, str]
) -> Occurrence:
    kind, surface, targets, start, origin, unresolved, spans = cited
    found = tuple(map(_TARGETS.__getitem__, targets))
    citation = Citation(_KINDS[kind], surface, found, start, _ORIGINS[origin], unresolved, spans)
    return Occurrence(reference, *place, citation, *around)


class _Targets(dict[str, Target]):
    """Targets by how they are printed: few are cited again and again."""

    def __missing__(self, printed: str) -> Target:
        target = parse_target(printed)
        assert target, f"a target is printed as {printed!r}"
        self[printed] = target
        return target


_TARGETS = _Targets()
_KINDS: Mapping[str, CitationKind] = {kind.value: kind for kind in CitationKind}
_ORIGINS: Mapping[str, Origin] = {origin.value: origin for origin in Origin}


def _packed(outline: Outline) -> tuple[Any, ...]:
    return tuple(_plain(getattr(outline, field.name)) for field in fields(outline))


def _plain(value: Any) -> Any:
    match value:
        case Reference():
            return (value.addressee, value.number, value.year)
        case RelatedTo():
            return (_plain(value.to), value.kind.value, value.line)
        case ReplyOutcome():
            held = (value.state, value.received, value.days, value.checked)
            return tuple(map(_plain, held))
        case date():
            return value.toordinal()
        case tuple():
            return tuple(map(_plain, value))
        case str():
            return str(value) if type(value) is not str else value
        case _:
            return value


def _unpacked(held: tuple[Any, ...]) -> Outline:
    # Of the strings that many dossiers share, one copy is kept.
    (
        reference, title, kind, addressee_name, sent, language, reply, mandates, topics, related,
        is_withdrawn, is_indexed, is_corrected, persons, hidden, replies, events, recorded,
        publication_day, texts, citations, listed, outlined, cites, digest,
    ) = held  # fmt: skip
    state, received, days, checked = reply
    return Outline(
        Reference(*reference),
        title,
        _TYPES[kind],
        addressee_name,
        _day(sent),
        language,
        ReplyOutcome(_STATES[state], _day(received), days, _day(checked)),
        mandates,
        topics,
        tuple(RelatedTo(Reference(*to), Relation(how), line) for to, how, line in related),
        is_withdrawn,
        is_indexed,
        is_corrected,
        persons,
        hidden,
        replies,
        tuple((date.fromordinal(day), key) for day, key in events),
        _day(recorded),
        _day(publication_day),
        texts,
        citations,
        listed,
        outlined,
        cites,
        digest,
    )


_TYPES: Mapping[str | None, CommunicationType | None] = {
    None: None,
    **{kind.value: kind for kind in CommunicationType},
}
_STATES: Mapping[str, ReplyState] = {state.value: state for state in ReplyState}


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
