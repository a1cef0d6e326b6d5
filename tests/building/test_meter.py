"""How far work is shows on a terminal, counted in every process, and nowhere else."""

import io
import os
import pty
import signal
import subprocess
import sys
from typing import TextIO

import pytest

from casebook.building import meter
from casebook.building.meter import Meter, meter_for, shown
from casebook.building.workers import gather

_LONG = """
import os, sys, time
from casebook.building.meter import meter_for
from casebook.building.workers import gather

def work(items):
    for item in items:
        time.sleep(0.012)
    return b"%d" % len(items)

with meter_for(sys.stderr, os.environ).over("Reading", range(200)) as counted:
    print(gather(work, counted, 2))
"""


def _watched(**variables: str) -> tuple[str, str]:
    """Return what long work prints, and what a terminal shows of it."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", _LONG],
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        env={**{name: value for name, value in os.environ.items() if name != "CI"}, **variables},
    ) as running:
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            seen += part
        printed = running.communicate()[0]
    os.close(ours)
    assert running.returncode == 0
    return printed, seen.decode()


def test_a_terminal_shows_how_far_all_processes_are() -> None:
    printed, seen = _watched(TERM="xterm")
    assert printed == "[b'100', b'100']\n"
    drawn = [line.removesuffix("\x1b[K") for line in seen.split("\r") if "Reading" in line]
    counts = [int(line.split(" of 200")[0].split()[-1]) for line in drawn]
    assert counts == sorted(counts)
    assert counts[-1] > 120  # more than one process works on
    assert seen.endswith("\r\x1b[K")


@pytest.mark.parametrize("variables", [{"TERM": "dumb"}, {"TERM": "xterm", "CI": "true"}])
def test_a_terminal_that_nobody_watches_shows_nothing(variables: dict[str, str]) -> None:
    assert _watched(**variables) == ("[b'100', b'100']\n", "")


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_what_is_no_terminal_gets_nothing(stream: TextIO | None) -> None:
    items = [1, 2, 3]
    with meter_for(stream, {"TERM": "xterm"}).over("Reading", items) as counted:
        assert counted is items


def test_items_are_what_they_were_and_the_timer_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, "PATIENCE", 60.0)  # a busy machine may need long for two forks
    stream = io.StringIO()
    before = signal.getsignal(signal.SIGALRM)
    with Meter(stream).over("Making", [*range(200)]) as counted:
        assert len(counted) == 200
        assert counted[7] == 7
        assert [*counted[3:9:2]] == [3, 5, 7]
        assert b"".join(gather(bytes, counted, 2)) == bytes(range(200))
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert stream.getvalue() == "\r\x1b[K"


def test_a_line_says_how_far_it_is() -> None:
    assert shown("Making", 0, 1_200) == f"Making  {'-' * 30}  0 of 1,200"
    assert shown("Making", 600, 1_200) == f"Making  {'#' * 15}{'-' * 15}  600 of 1,200"
    assert shown("Making", 1_200, 1_200) == f"Making  {'#' * 30}  1,200 of 1,200"
