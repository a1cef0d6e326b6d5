"""A file that the site will have, made only when it has to be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file that can be made, and kept, by itself."""

    name: str
    """Tells it from the other pieces of its file."""
    make: Callable[[], bytes]
    told: object = ""
    """What `make` was told, besides what it looks up: which dossiers, which part of how many."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file: the pieces in order. Most files have one; large ones have many, few of which change."""

    path: str
    """From the site's root: api/v1/index.json."""
    pieces: tuple[Piece, ...]
    join: Callable[[Iterable[bytes]], bytes] = b"".join
    """Makes the file of its pieces: usually they stand one after the other."""

    def make(self) -> bytes:
        """Return the file. Needs nothing but what was read: it may run in a forked process."""
        return self.join(piece.make() for piece in self.pieces)

    @property
    def is_large(self) -> bool:
        """Whether it is made in pieces."""
        return len(self.pieces) > 1

    @property
    def told(self) -> tuple[object, ...]:
        """What its pieces were told."""
        return tuple((piece.name, piece.told) for piece in self.pieces)


def whole_file(path: str, make: Callable[[], bytes], told: object = "") -> SiteFile:
    """Return a file of one piece."""
    return SiteFile(path, (Piece("", make, told),))
