"""Files that are written whole or not at all, whatever the disk has room for."""

import os
from pathlib import Path


def write_whole(path: Path, *parts: bytes, mode: int | None = None) -> None:
    """Put a content into a file that may be there; `mode` are its permissions. Raises OSError."""
    # Two processes may write the same; names with a dot before them are passed over.
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with fresh.open("wb") as file:
            file.writelines(parts)
        if mode is not None:
            fresh.chmod(mode)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def clear_ruins(path: Path) -> None:
    """Clear away what killed processes wrote of a file; nobody may be writing it now."""
    for ruin in path.parent.glob(f".{path.name}.*"):
        ruin.unlink(missing_ok=True)


def rewrite(path: Path, text: str) -> None:
    """Put a text into a file that people keep: a link stays a link, and permissions stay.

    Raises OSError.
    """
    target = path.resolve()
    mode = target.stat().st_mode & 0o7777 if target.exists() else None
    write_whole(target, text.encode(), mode=mode)
