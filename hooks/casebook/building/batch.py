"""Batches: files that are made together, and what became of them in the last build."""

import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from pathlib import Path

PIECES = "\0pieces/"
"""Paths that begin so are no files of the site: pieces of large files, and what checks found."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that are made together, because they depend on the same."""

    name: str
    version: str
    """Stands for what makes them, besides what is looked up: code, templates, configuration."""
    make: Callable[[], Mapping[str, bytes]]
    """Returns the files by path from the site's root. It may run in another process."""
    near: str = ""
    """What it is about: batches about the same are best made by one process, one after another."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a batch was when it was last made."""

    version: str
    reads: tuple[str, ...]
    """The facts that were looked up."""
    files: Mapping[str, str]
    """Every file, to the hash of its content."""
    checksums: Mapping[str, str]
    """The SHA-256 of those whose checksum is published."""


@dataclass(slots=True)
class Memory:
    """What is known of the last build: every fact, and every batch."""

    facts: Mapping[str, str] = field(default_factory=dict)
    """Every fact that could be looked up, to what stands for it."""
    batches: dict[str, Made] = field(default_factory=dict)
    judged: date | None = None
    """The day for which checks found no problems; None when they found some."""

    def still_holds(self, batch: Batch, changed: frozenset[str]) -> Made | None:
        """Return what a batch was, when it would be the same again."""
        made = self.batches.get(batch.name)
        if made and made.version == batch.version and changed.isdisjoint(made.reads):
            return made
        return None


def load_memory(path: Path) -> Memory:
    """Return what the last build left; nothing when it left nothing that can be read."""
    try:
        facts, batches, judged = marshal.loads(path.read_bytes())  # noqa: S302 - ours
        made = {name: Made(*each) for name, each in batches.items()}
        return Memory(facts, made, date.fromisoformat(judged) if judged else None)
    except (OSError, ValueError, EOFError, TypeError):
        return Memory()


def save_memory(path: Path, memory: Memory) -> None:
    """Leave it for the next build."""
    batches = {
        name: (made.version, made.reads, made.files, made.checksums)
        for name, made in memory.batches.items()
    }
    fresh = path.with_name(f"{path.name}.new")
    judged = str(memory.judged or "")
    fresh.write_bytes(marshal.dumps((dict(memory.facts), batches, judged)))
    fresh.replace(path)


def changed_facts(before: Mapping[str, str], now: Mapping[str, str]) -> frozenset[str]:
    """Return every fact that is another now. That something is there is a fact of its own."""
    changed = {fact for fact, stands in now.items() if before.get(fact) != stands}
    for fact in before.keys() ^ now.keys():
        name, _, key = fact.partition(" ")
        changed.add(f"{name}? {key}")
        changed.add(fact)
    return frozenset(changed)


def digest(*parts: bytes) -> str:
    """Return a hash that stands for these parts, in this order."""
    hashed = blake2b(digest_size=16)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.hexdigest()


def content_hash(content: bytes) -> str:
    """Return the hash of a file's content."""
    return blake2b(content, digest_size=16).hexdigest()


def hash_of(*parts: object) -> str:
    """Return a short string that stands for these values: the same values, the same string."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def join_hashes(parts: Iterable[str]) -> str:
    """Return a short string that stands for these strings, in this order."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
