"""What is known of the last build, on the disk: all of it, and what is otherwise since.

An edit changes a few of hundreds of thousands of entries, and to write all of them takes a tenth of
the time that it takes. So they lie in one file, and what differs from it in a second one beside it,
which is small and written at each edit; when much differs, the first is written anew.
"""

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from secrets import token_hex
from typing import Any

from casebook.building.memory import Made, Memory
from casebook.building.readers import Readers
from casebook.reading.kept import read_kept, write_kept
from casebook.reading.whole import clear_ruins

MEMORY = "memory"
"""The file of a workshop that has all of it."""

_SINCE = ".since"
"""How the name of the second file ends."""

_MUCH = 10_000
"""With so many entries in the second file, loading it takes longer than it spares."""


@dataclass(frozen=True, slots=True)
class Base:
    """What lies in the first file."""

    mark: str
    """Tells it from all others: the second file names the one that it goes with."""
    drawers: Sequence[bytes]
    """Those of readers, which few builds touch."""
    entries: tuple[Mapping[str, Any], ...]
    """Facts, batches, and what readers have outside of drawers."""


def load_memory(path: Path) -> tuple[Memory, Base | None]:
    """Return what the last build left, and what of it is in the first file.

    It is nothing when the last build left nothing that can be read. What a killed build was
    writing is cleared away: nobody else works in the folder.
    """
    clear_ruins(path)
    try:
        mark, drawers, entries, rest = marshal.loads(read_kept(path))  # noqa: S302 - ours
        base = Base(mark, drawers, entries)
        if _beside(path).exists():
            told, others, later = marshal.loads(read_kept(_beside(path)))  # noqa: S302 - ours
            if told == mark:  # else it went with a file that is no more
                entries, rest = [*map(_patched, entries, others)], later
        facts, batches, lately = entries
        made = dict(zip(batches, map(Made._make, batches.values()), strict=True))
        count, judged, *others = rest
        day = date.fromisoformat(judged) if judged else None
        return Memory(facts, made, Readers(drawers, dict(lately), count), day, *others), base
    except (OSError, ValueError, EOFError, TypeError):
        return Memory(), None


def save_memory(path: Path, memory: Memory, base: Base | None = None) -> None:
    """Leave it for the next build. `base` is what lies in the first file. Raises OSError."""
    drawers, lately, count = memory.readers.plain
    entries = (dict(memory.facts), _plain(memory.batches), lately)
    rest = (
        *(count, str(memory.judged or ""), memory.shape, memory.plan, memory.beside),
        *(dict(memory.pieces), memory.public),
    )
    if base and drawers is base.drawers:
        others = [*map(_differing, base.entries, entries)]
        if sum(len(fresh) + len(gone) for fresh, gone in others) < _MUCH:
            write_kept(_beside(path), marshal.dumps((base.mark, others, rest)))
            return
    write_kept(path, marshal.dumps((token_hex(16), drawers, entries, rest)))
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}{_SINCE}")


def _plain(batches: Mapping[str, Made]) -> dict[str, tuple[Any, ...]]:
    return {name: tuple(made) for name, made in batches.items()}


def _differing(
    before: Mapping[str, Any], now: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Return what is otherwise or new, and the names of what is gone."""
    fresh = {name: held for name, held in now.items() if before.get(name) != held}
    is_less = len(now) < len(before) + sum(name not in before for name in fresh)
    return fresh, [name for name in before if name not in now] if is_less else []


def _patched(
    before: Mapping[str, Any], other: tuple[Mapping[str, Any], Sequence[str]]
) -> dict[str, Any]:
    fresh, gone = other
    held = {**before, **fresh}
    for name in gone:
        del held[name]
    return held
