"""One build at a time: two in one folder would clear away each other's work."""

import errno
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment] # the other case of the same name


class BusyError(Exception):
    """Another build is at work in the folder."""


def take_turn(folder: Path) -> IO[bytes]:
    """Keep other builds out of a folder for as long as the returned file is open.

    The system closes it with the process, however that ends. Raises BusyError. Where files cannot
    be locked, nobody is kept out.
    """
    file = (folder / "turn").open("wb")
    try:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            file.close()
            raise BusyError from error
    return file
