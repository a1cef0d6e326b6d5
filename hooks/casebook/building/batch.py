"""Batches: files that are made together. And what stands for contents and values."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

PIECES = "\0pieces/"
"""Paths that begin so are no files of the site: pieces of large files, and what checks found."""


class Batch(NamedTuple):
    """Files that are made together, because they depend on the same.

    A tuple: every build looks at fifty thousand of them, and makes a few.
    """

    name: str
    version: str
    """Stands for what makes them, besides what is looked up: code, templates, configuration."""
    make: Callable[..., Mapping[str, bytes]]
    """Returns the files by path from the site's root. It may run in another process."""
    told: tuple[Any, ...] = ()
    """What `make` is told."""
    near: str = ""
    """What it is about: batches about the same are best made by one process, one after another."""

    def files(self) -> Mapping[str, bytes]:
        """Make the files."""
        return self.make(*self.told)


def digest(*parts: bytes) -> str:
    """Return a hash that stands for these parts, in this order."""
    hashed = blake2b(digest_size=16)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.hexdigest()


def hash_of(*parts: object) -> str:
    """Return a short string that stands for these values: the same values, the same string."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def join_hashes(parts: Iterable[str]) -> str:
    """Return a short string that stands for these strings, in this order."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
