"""A file that the site will have, made only when it has to be."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file that can be made, and kept, by itself."""

    key: Hashable
    """Its repr changes when the bytes would change. It stands for data, not for code."""
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """A file: the pieces in order. Most files have one; large ones have many, few of which change."""

    path: str
    """From the site's root: api/v1/index.json."""
    pieces: tuple[Piece, ...]
    join: Callable[[Iterable[bytes]], bytes] = b"".join
    """Makes the file of its pieces: usually they stand one after the other."""

    @property
    def key(self) -> Hashable:
        """What stands for the whole file: its repr changes when the bytes would change."""
        return tuple(piece.key for piece in self.pieces)

    def make(self) -> bytes:
        """Return the file. Needs nothing but what was read: it may run in a forked process."""
        return self.join(piece.make() for piece in self.pieces)


def export(path: str, key: Hashable, make: Callable[[], bytes]) -> Export:
    """Return a file of one piece."""
    return Export(path, (Piece(key, make),))


def key_of(*parts: object) -> str:
    """Return a short string that stands for these values: the same values, the same string."""
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()
