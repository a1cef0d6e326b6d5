"""What one build keeps for the next, so that damage shows: a checksum stands before it.

A disk that fills up, power that fails, a hand that slips: nothing is made of what they left. This
is no guard against somebody who means harm; whoever writes here writes our code, too.
"""

from pathlib import Path
from zlib import crc32

from casebook.reading.whole import write_whole

_SIZE = 4
_START = 1
"""So that zeros have no right checksum."""


class DamagedError(ValueError):
    """What was kept is not what was put there."""


def seal(content: bytes) -> bytes:
    """Return what is kept of a content."""
    return _sum(content) + content


def unseal(held: bytes) -> bytes:
    """Return the content that was sealed. Raises DamagedError."""
    return _checked(held[:_SIZE], held[_SIZE:])


def read_kept(path: Path) -> bytes:
    """Return what was kept in a file. Raises OSError, DamagedError."""
    # Of what may be fifty megabytes, no second copy is made.
    with path.open("rb", buffering=0) as file:
        return _checked(file.read(_SIZE), file.read())


def write_kept(path: Path, content: bytes) -> None:
    """Keep a content in a file, whole or not at all. Raises OSError."""
    write_whole(path, _sum(content), content)


def _checked(told: bytes, content: bytes) -> bytes:
    if _sum(content) != told:
        raise DamagedError("what was kept is damaged")
    return content


def _sum(content: bytes) -> bytes:
    return crc32(content, _START).to_bytes(_SIZE, "big")
