"""What git knows of a folder: asked, and never told to change anything."""

import os
import subprocess
from pathlib import Path

_OF_A_HOOK = {"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"}
"""git sets these for its hooks, for another folder than ours."""


def ask_git(
    root: Path, *words: str, say: bytes = b"", patience: float | None = None
) -> bytes | None:
    """Return what git answers in a folder, or None when it says no.

    `say` is what it may read, `patience` how many seconds it may take. Raises OSError when it
    cannot be called, and subprocess.TimeoutExpired when it takes longer.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    done = subprocess.run(  # noqa: S603 - our own words; revisions stand after --end-of-options
        ["git", "-C", str(root), *words],  # noqa: S607 - whichever git the editor uses
        input=say,
        capture_output=True,
        env=environment | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        timeout=patience,
        check=False,
    )
    return done.stdout if done.returncode == 0 else None
