"""When each dossier last changed, from one call of git."""

import json
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from casebook.reading.git import ask_git
from casebook.reading.kept import read_kept, write_kept

LONGEST = 20.0
"""Seconds; git that takes longer has something else to do."""

_MARK = "\x01"
_FOLDER = "cases"


def read_history(root: Path, memory: Path | None = None) -> Mapping[str, date]:
    """Return the day of the last commit that touched each dossier: cases/blr/7-2025 to its day.

    The days are those of the commits, in UTC, so one commit always gives the same. Outside git,
    in a shallow clone, where all files seem to be as old as its edge, and where git fails, nothing
    is known. `memory` is a file that keeps the answer until there is another commit.
    """
    told = _ask(root, "rev-parse", "--is-shallow-repository", "HEAD")
    shallow, _, head = (told or "").strip().partition("\n")
    if shallow != "false" or not head:
        return {}
    if memory and (known := _remembered(memory, head)) is not None:
        return known
    log = _ask(
        root,
        *("-c", "core.quotePath=false", "log", f"--format={_MARK}%ct", "--name-only"),
        *("--no-renames", "--no-show-signature", "--relative", "--", _FOLDER),
    )
    if log is None:
        return {}
    days = _days(log)
    if memory:
        held = {"head": head, "days": {folder: str(day) for folder, day in days.items()}}
        write_kept(memory, json.dumps(held).encode())
    return days


def _days(log: str) -> dict[str, date]:
    """Return the newest day of every folder of a dossier. git lists the newest commit first."""
    days: dict[str, date] = {}
    day: date | None = None
    for line in log.splitlines():
        if line.startswith(_MARK):
            day = _day(line[1:])
        elif day and line.count("/") == 3:
            folder = line.rpartition("/")[0]
            days[folder] = max(day, days.get(folder, day))
    return days


def _day(seconds: str) -> date | None:
    """Return the day of a commit; None where its clock was none: it may say the year 10000."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _ask(root: Path, *words: str) -> str | None:
    try:
        answer = ask_git(root, *words, patience=LONGEST)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if answer is None else answer.decode("utf-8", "replace")


def _remembered(memory: Path, head: str) -> dict[str, date] | None:
    try:
        held = json.loads(read_kept(memory))
        if held["head"] != head:
            return None
        return {str(folder): date.fromisoformat(day) for folder, day in held["days"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
