"""A file of the index, made only when it has to be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class IndexFile:
    """One file that search needs."""

    path: str
    """From the site's root: search/terms/0a.bin."""
    key: str
    """Stands for the content: the same key, the same bytes."""
    make: Callable[[], bytes]
    """Returns the content. Needs nothing but what was read: it may run in a forked process."""


def _nothing(path: str) -> bytes:
    raise FileNotFoundError(path)


@dataclass(frozen=True, slots=True)
class Before:
    """The site that an index is planned after: what did not change is taken from it."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Every file to its key."""
    read: Callable[[str], bytes] = _nothing
    """Returns the content of a file; raises OSError when it is gone."""


def key_of(*parts: object) -> str:
    """Return a short string that stands for these values."""
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def content_key(content: bytes) -> str:
    """Return a short string that stands for these bytes."""
    return blake2b(content, digest_size=16).hexdigest()
