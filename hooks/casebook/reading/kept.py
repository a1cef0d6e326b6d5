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
    return crc32(content, _START).to_bytes(_SIZE, "big") + content


def unseal(held: bytes) -> bytes:
    """Return the content that was sealed. Raises DamagedError."""
    content = held[_SIZE:]
    if crc32(content, _START).to_bytes(_SIZE, "big") != held[:_SIZE]:
        raise DamagedError("what was kept is damaged")
    return content


def read_kept(path: Path) -> bytes:
    """Return what was kept in a file. Raises OSError, DamagedError."""
    return unseal(path.read_bytes())


def write_kept(path: Path, content: bytes) -> None:
    """Keep a content in a file, whole or not at all. Raises OSError."""
    write_whole(path, seal(content))
