"""What one command takes: seconds waited, seconds of the processors, memory of all its processes."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

PAUSE = 0.2
"""Seconds between two looks at memory, at the least."""

SHARE = 0.05
"""How much of the time may go into looking. A look at a large process takes tens of milliseconds,
in which that process gets no memory: looked at five times a second, short builds take half longer.
"""


@dataclass(frozen=True)
class Run:
    """What one run of a command took."""

    exit: int | None
    """None: stopped at the limit."""
    wall: float
    cpu: float
    """User and system, of all processes."""
    largest: int
    """Bytes of memory of the largest process at its peak."""
    together: int
    """Bytes of all processes at their peak; what they share counts once."""
    others: float
    """How many processors were busy with something else meanwhile, on average."""
    said: str
    """The end of what the command printed."""


def measure(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], limit: float
) -> Run:
    """Run a command in a folder; stop it and everything it began after `limit` seconds."""
    log = folder / ".measured.log"
    with log.open("wb") as output:
        busy_before, began = _busy(), time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=surroundings(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        memory = _Memory(process.pid)
        memory.start()
        is_done = Event()
        guard = Thread(target=_stop_after, args=(process.pid, limit, is_done), daemon=True)
        guard.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall, busy = time.monotonic() - began, _busy() - busy_before
        process.returncode = os.waitstatus_to_exitcode(status)
        is_stopped = process.returncode == -signal.SIGKILL and wall >= limit
        is_done.set()
        memory.stop()
    cpu = usage.ru_utime + usage.ru_stime
    said = log.read_text("utf-8", "replace")[-2000:]
    log.unlink()
    return Run(
        exit=None if is_stopped else process.returncode,
        wall=wall,
        cpu=cpu,
        largest=max(usage.ru_maxrss * 1024, memory.largest),
        together=max(usage.ru_maxrss * 1024, memory.together),
        others=max(0.0, busy - cpu) / wall,
        said=said,
    )


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of what is measured: this one, with these variables.

    Programs written in Python keep what they were compiled to, as they do for everybody, though
    the shell of a container often says that they must not.
    """
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **environment}


def _stop_after(process: int, limit: float, is_done: Event) -> None:
    if not is_done.wait(limit):
        os.killpg(process, signal.SIGKILL)


def _busy() -> float:
    """Return the seconds for which processors of this machine have been busy since its start."""
    user, nice, system, _idle, _waiting, interrupts, soft, *_ = (
        Path("/proc/stat").read_text("ascii").split("\n", 1)[0].split()[1:]
    )
    ticks = sum(map(int, (user, nice, system, interrupts, soft)))
    return ticks / os.sysconf("SC_CLK_TCK")


class _Memory(Thread):
    """Looks again and again at the memory of a process and of those it began."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.largest = 0
        self.together = 0
        self._process = process
        self._is_done = Event()

    def run(self) -> None:
        took = 0.0
        while not self._is_done.wait(max(PAUSE, took / SHARE)):
            began = time.monotonic()
            held = [_held(each) for each in descendants(self._process)]
            took = time.monotonic() - began
            self.largest = max(self.largest, *(resident for resident, _ in held), 0)
            self.together = max(self.together, sum(share for _, share in held))

    def stop(self) -> None:
        self._is_done.set()
        self.join()


def descendants(process: int) -> list[int]:
    """Return a process and all that it and its children began."""
    found, waiting = [], [process]
    while waiting:
        each = waiting.pop()
        found.append(each)
        for children in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                waiting += map(int, children.read_text("ascii").split())
            except OSError:
                continue  # it ended meanwhile
    return found


def _held(process: int) -> tuple[int, int]:
    """Return the bytes of memory of a process, and its share of those that it shares."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
    except OSError:
        return 0, 0  # it ended meanwhile
    sizes = {line.split(":")[0]: int(line.split()[1]) * 1024 for line in lines}
    return sizes.get("Rss", 0), sizes.get("Pss", 0)
