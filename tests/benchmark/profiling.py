"""Where the time of a build goes: py-spy looks a hundred times a second at what its processes do.

A look is counted for the innermost function of ours that is at work, whichever library it called.
"""

import os
import re
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark.environments import install_python

RATE = 100
"""Looks a second, at each process that is at work."""

REQUIREMENTS = Path(__file__).parent / "profile-requirements.txt"

_OURS = re.compile(r"(\S+) \(casebook/(\w+)/([\w/]+\.py):\d+\)")
_LOADING = re.compile(r"_find_and_load|_load_hook|exec_module")


@dataclass(frozen=True)
class Profile:
    """How often processes were seen at work, and in what."""

    looks: int
    rooms: Mapping[str, int]
    """By room of the package."""
    functions: Mapping[str, int]
    """By the innermost function of ours: rendering/templates.py Templates.body."""


def record(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    environments: Path,
    target: Path,
) -> Profile:
    """Run a command under py-spy. `target` keeps every stack, in the format of flame graphs."""
    spy = install_python(REQUIREMENTS, environments / "profile") / "bin/py-spy"
    target.parent.mkdir(parents=True, exist_ok=True)
    looking = ["record", "--subprocesses", "--format", "raw", "--rate", str(RATE)]
    done = subprocess.run(
        [str(spy), *looking, "--output", str(target.resolve()), "--", *command],
        cwd=folder,
        env=os.environ | dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not target.exists():
        raise SystemExit(f"py-spy could not look at the build:\n{done.stdout}{done.stderr}")
    return read_stacks(target.read_text("utf-8"))


def read_stacks(text: str) -> Profile:
    """Return the profile of recorded stacks: a stack a line, outermost first, and its looks."""
    rooms: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    for line in text.splitlines():
        stack, _, looks = line.rpartition(" ")
        frames = stack.split(";")
        ours = [found for frame in frames if (found := _OURS.fullmatch(frame))]
        if _LOADING.search(stack):
            rooms["loading of modules"] += int(looks)
        elif ours:
            function, room, file = ours[-1].groups()
            rooms[room] += int(looks)
            functions[f"{room}/{file} {function}"] += int(looks)
        else:
            rooms["MkDocs and hooks"] += int(looks)
    return Profile(rooms.total(), dict(rooms.most_common()), dict(functions.most_common(25)))
