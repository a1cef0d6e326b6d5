"""Work is shared between processes, and a failure in any of them is heard."""

import os
import signal
from pathlib import Path

import pytest

from casebook.building.workers import ENOUGH, WorkerError, begin, gather, share


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, ENOUGH - 1, ENOUGH, 200])
def test_every_item_is_worked_on_once(tmp_path: Path, processes: int, count: int) -> None:
    def work(item: int) -> None:
        with (tmp_path / str(item)).open("a") as file:
            file.write("x")

    share(work, range(count), processes)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        str(item): "x" for item in range(count)
    }


def test_what_goes_wrong_in_a_worker_is_raised_with_its_reason() -> None:
    def work(item: int) -> None:
        if item == 101:
            raise OSError("No space left on device")

    with pytest.raises(WorkerError, match="No space left on device"):
        share(work, range(200), 2)


def test_a_killed_worker_is_noticed() -> None:
    parent = os.getpid()

    def work(item: int) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(WorkerError, match="killed by signal 9"):
        share(work, range(200), 2)


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, ENOUGH, 200])
def test_what_stretches_give_is_gathered_in_order(processes: int, count: int) -> None:
    gathered = gather(bytes, range(count), processes)
    assert b"".join(gathered) == bytes(range(count))
    assert len(gathered) == (processes if count >= ENOUGH else 1)


@pytest.mark.parametrize("processes", [1, 2])
def test_what_was_begun_is_there_when_it_is_asked_for(processes: int) -> None:
    parent = os.getpid()
    ask = begin(lambda: str(os.getpid()).encode(), processes)
    assert (int(ask()) == parent) == (processes == 1)


def test_what_was_begun_and_fails_is_told_when_it_is_asked_for() -> None:
    def work() -> bytes:
        raise OSError("Input/output error")

    ask = begin(work, 2)
    with pytest.raises(WorkerError, match="Input/output error"):
        ask()


def test_who_was_killed_with_what_was_begun_is_noticed() -> None:
    def work() -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b""

    ask = begin(work, 2)
    with pytest.raises(WorkerError, match="killed by signal 9"):
        ask()
