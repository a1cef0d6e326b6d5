"""What was measured, one JSON object a line, so that reports can be written again."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Row = dict[str, Any]
"""One measurement. `kind` says of what; the others are the fields of that dataclass."""


@dataclass(frozen=True)
class Session:
    """The measurements of one `make bench`, which compared builders under the same conditions."""

    path: Path

    @classmethod
    def begin(cls, folder: Path) -> "Session":
        """Begin a session of its own name."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}.jsonl")

    def note(self, kind: str, thing: Any = None, **fields: Any) -> None:
        """Add a measurement: a dataclass, or fields, or both."""
        row = {"kind": kind, **fields, **(asdict(thing) if thing else {})}
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def rows(self) -> list[Row]:
        """Return every measurement, in the order in which they were made."""
        lines = self.path.read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]


@dataclass(frozen=True)
class Results:
    """What all sessions measured: of each size, the newest session that has it."""

    sessions: tuple[tuple[str, list[Row]], ...] = field(repr=False)
    """By name, the newest first."""

    @classmethod
    def read(cls, folder: Path) -> "Results":
        """Read every session in a folder."""
        paths = sorted(folder.glob("*.jsonl"), reverse=True)
        return cls(tuple((path.stem, Session(path).rows()) for path in paths))

    def sizes(self, builder: str | None = None) -> list[int]:
        """Return every size at which something was built, or a builder built, the smallest first."""
        return sorted(
            {row["size"] for row in self._all("run") if builder in (None, row["builder"])}
        )

    def of(self, kind: str, size: int | None = None, **fields: Any) -> list[Row]:
        """Return the measurements of a kind from the newest session that has such."""
        wanted = fields | ({} if size is None else {"size": size})
        for _, rows in self.sessions:
            found = [
                row
                for row in rows
                if row["kind"] == kind and all(row.get(name) == wanted[name] for name in wanted)
            ]
            if found:
                return found
        return []

    def beside(self, row: Row) -> list[Row]:
        """Return everything that the session of a measurement measured at the same size."""
        for _, rows in self.sessions:
            if any(each is row for each in rows):
                return [each for each in rows if each.get("size") == row.get("size")]
        return []

    def every(self, kind: str, size: int) -> list[Row]:
        """Return the measurements of a kind at a size from all sessions, the newest session first."""
        return [row for row in self._all(kind) if row["size"] == size]

    def machine_of(self, row: Row) -> Row:
        """Return what the session of a measurement ran on."""
        for _, rows in self.sessions:
            if any(each is row for each in rows):
                return next((each for each in rows if each["kind"] == "machine"), {})
        return {}

    def _all(self, kind: str) -> Iterator[Row]:
        return (row for _, rows in self.sessions for row in rows if row["kind"] == kind)
