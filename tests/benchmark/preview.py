"""How long an editor waits: from saving a file to the page that shows it."""

import http.client
import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.addresses import free_address
from tests.benchmark import ours
from tests.benchmark.measuring import surroundings
from tests.benchmark.ours import Edit

PAUSE = 0.02
"""Seconds between two requests for the page."""


@dataclass(frozen=True)
class Waits:
    """Seconds that an editor waited; None: longer than the limit."""

    start: float | None
    """From the command to the first page."""
    saves: tuple[float | None, ...]
    """From each save to its page."""


def watch_saves(folder: Path, edit: Edit, saves: int, limit: float) -> Waits:
    """Serve a collection, save a file again and again, and wait for each change to be shown."""
    original = edit.path.read_text("utf-8")
    with _preview(folder) as host:
        address = host + edit.shown[0]
        start = _wait_for(address, "</html>", limit)
        waited: list[float | None] = []
        for number in range(saves if start is not None else 0):
            time.sleep(1)  # an editor is not that fast, and watchers wait until writing has ended
            edit.path.write_text(original, "utf-8")
            mark = f"{ours.MARK}save{number}"
            edit.make(mark)
            waited.append(_wait_for(address, mark, limit))
            if waited[-1] is None:
                break
    edit.path.write_text(original, "utf-8")
    return Waits(start, tuple(waited))


@contextmanager
def _preview(folder: Path) -> Iterator[str]:
    address = free_address()
    process = subprocess.Popen(
        [*ours.PREVIEW, address],
        cwd=folder,
        env=surroundings(ours.ENVIRONMENT),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield f"http://{address}/"
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait_for(address: str, words: str, limit: float) -> float | None:
    """Return after how many seconds a page had some words."""
    began = time.monotonic()
    while (waited := time.monotonic() - began) < limit:
        try:
            with urllib.request.urlopen(address, timeout=limit) as answer:
                if words in answer.read().decode():
                    return time.monotonic() - began
        except (OSError, http.client.HTTPException):
            pass  # not there yet
        time.sleep(PAUSE)
    assert waited >= limit
    return None
