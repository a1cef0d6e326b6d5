"""What the machine is, as far as it matters for what is measured: no names, no paths."""

import os
import platform
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmark import ours


@dataclass(frozen=True)
class Machine:
    """What a session ran on."""

    day: str
    cores: int
    memory: int
    """Bytes."""
    processor: str
    system: str
    python: str
    """Its version, and whether it was built to be quick: that is worth a third of the time."""
    chromium: str
    versions: dict[str, str]
    """Of what our builds run on."""
    commit: str


def look_around() -> Machine:
    """Return what this machine is."""
    return Machine(
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        cores=len(os.sched_getaffinity(0)),
        memory=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        processor=_field("/proc/cpuinfo", r"model name\s*:\s*(.+)") or platform.machine(),
        system=_field("/etc/os-release", 'PRETTY_NAME="(.+)"') or platform.system(),
        python=f"{platform.python_version()} ({_built()})",
        chromium=_chromium(),
        versions=ours.versions(),
        commit=ours.commit(),
    )


def _built() -> str:
    if sys.base_prefix == "/usr":
        return "the system's"
    arguments = str(sysconfig.get_config_var("CONFIG_ARGS"))
    return f"built {'with' if '--enable-optimizations' in arguments else 'without'} optimizations"


def _field(path: str, pattern: str) -> str:
    try:
        found = re.search(pattern, Path(path).read_text("utf-8"))
    except OSError:
        return ""
    return found[1].strip() if found else ""


def _chromium() -> str:
    try:
        done = subprocess.run(
            ["chromium", "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    found = re.search(r"\d[\d.]+", done.stdout)
    return found[0] if found else ""
