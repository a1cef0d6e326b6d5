"""Which collection a command is called in, and what to say when it cannot be followed."""

from pathlib import Path

CONFIGURATION = "mkdocs.yml"


class UsageError(Exception):
    """The command was called in a way it cannot follow; the message says how to call it."""


def printable(name: Path | str) -> str:
    """Return words of others as one line that a terminal takes for words, whatever they hold."""
    return "".join(mark if mark.isprintable() else ascii(mark)[1:-1] for mark in str(name))


def find_collection(start: Path | None = None) -> Path:
    """Return the nearest folder, from `start` or the current one upwards, that has a mkdocs.yml.

    Raises UsageError when there is none.
    """
    try:
        start = (start or Path.cwd()).resolve()
    except FileNotFoundError:
        raise UsageError("the folder it is called in is no more.") from None
    for folder in (start, *start.parents):
        if (folder / CONFIGURATION).is_file():
            return folder
    raise UsageError(
        f"there is no {CONFIGURATION} here or in a folder above; call it inside a collection."
    )
