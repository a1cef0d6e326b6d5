"""Writing the files of one dossier: all of them, or none."""

import difflib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from casebook.doors.here import UsageError


def read_files(root: Path, folder: str) -> dict[str, bytes]:
    """Return the files of a dossier (`cases/blr/7-2025`) by name; none when there is no folder.

    Raises UsageError when the folder is no plain folder of the collection.
    """
    path = _plain_folder(root, folder)
    if not path.is_dir():
        return {}
    return {
        file.name: file.read_bytes()
        for file in sorted(path.iterdir())
        if file.is_file() and not file.name.startswith(".")
    }


def write_files(root: Path, folder: str, files: Mapping[str, bytes]) -> None:
    """Write files of a dossier; when one cannot be written, none is changed.

    A new dossier appears whole. Nothing is written outside of its folder, links included.
    """
    path = _plain_folder(root, folder)
    workshop = path.with_name(f".{path.name}.new")
    shutil.rmtree(workshop, ignore_errors=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        workshop.mkdir()
        for name, content in files.items():
            assert Path(name).name == name, "a file lies in its folder"
            (workshop / name).write_bytes(content)
        if not path.exists():
            workshop.rename(path)
            return
        for name in files:
            os.replace(workshop / name, path / name)  # noqa: PTH105 - Path.replace says less
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def difference(root: Path, folder: str, files: Mapping[str, bytes]) -> str:
    """Return what writing the files would change, as a unified diff."""
    held = read_files(root, folder)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for name, content in files.items()
        for line in difflib.unified_diff(
            held.get(name, b"").decode("utf-8", "replace").splitlines(keepends=True),
            content.decode().splitlines(keepends=True),
            f"a/{folder}/{name}" if name in held else "/dev/null",
            f"b/{folder}/{name}",
        )
    )


def _plain_folder(root: Path, folder: str) -> Path:
    path = root / folder
    for each in (path, *path.parents):
        if each == root:
            break
        if each.is_symlink() or (each.exists() and not each.is_dir()):
            raise UsageError(f"{each.relative_to(root)} is no plain folder; nothing was written.")
    return path
