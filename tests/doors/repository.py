"""A repository like that of an editor, and what `casebook diff` tells of a change in it."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

DOSSIER = "cases/xxx/1-2025/dossier.yml"
TEXT = "cases/xxx/1-2025/communication.restated.md"

Tell = Callable[..., str]


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *words],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        check=True,
        capture_output=True,
    )


def put(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            target.unlink()
        else:
            target.write_bytes(content.encode() if isinstance(content, str) else content)


def commit(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    put(root, files)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "a")
