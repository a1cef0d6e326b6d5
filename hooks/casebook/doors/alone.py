"""One at a time: what two runs of a command would spoil for each other."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casebook.doors.here import UsageError


@contextmanager
def alone(folder: Path, command: str) -> Iterator[None]:
    """Keep other runs of a command out of a folder; the system lets go of it when a run dies.

    Raises UsageError when one is there already.
    """
    try:
        import fcntl  # noqa: PLC0415 - Windows has no such module: there, nothing is kept out
    except ImportError:
        yield
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        opened = (folder / "lock").open("wb")
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}.") from error
    with opened as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UsageError(f"another {command} is at work in this collection.") from None
        yield
