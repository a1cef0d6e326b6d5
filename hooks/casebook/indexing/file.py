"""Files that stand in a site, and what stands for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b


def _nothing(path: str) -> bytes:
    raise FileNotFoundError(path)


@dataclass(frozen=True, slots=True)
class Files:
    """Files that stand in a site."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Every file to the hash of what it holds."""
    read: Callable[[str], bytes] = _nothing
    """Returns the content of a file; raises OSError when it is gone."""


def key_of(*parts: object) -> str:
    """Return a short string that stands for these values."""
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def content_key(content: bytes) -> str:
    """Return a short string that stands for these bytes."""
    return blake2b(content, digest_size=16).hexdigest()
