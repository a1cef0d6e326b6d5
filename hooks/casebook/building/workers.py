"""Work shared between processes, where there is enough of it."""

import gc
import os
import tempfile
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from typing import IO, TypeVar

Item = TypeVar("Item")

ENOUGH = 64
"""Below this many pieces of work, a second process costs more than it brings."""


class WorkerError(Exception):
    """A process that shared the work died, or could not do its part."""


def processors() -> int:
    """Return how many processes may share the work on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(
    work: Callable[[Item], None], items: Sequence[Item], processes: int, enough: int = ENOUGH
) -> None:
    """Do `work` on every item, in forked processes when there are enough of both.

    Forks see everything their parent has read, so nothing is sent to them; they tell what went
    wrong, and their failure is raised here.
    """
    if processes < 2 or len(items) < enough or not hasattr(os, "fork"):
        for item in items:
            work(item)
        return
    # A collection in a fork would copy every page that it shares with its parent.
    is_collected = gc.isenabled()
    if is_collected:
        gc.collect()
        gc.freeze()
    children = [_fork(work, items[start::processes]) for start in range(1, processes)]
    try:
        for item in items[::processes]:
            work(item)
    finally:
        failures = [failure for child in children if (failure := _wait(*child))]
        if is_collected:
            gc.unfreeze()
    if failures:
        raise WorkerError("\n".join(failures))


def gather(
    work: Callable[[Sequence[Item]], bytes],
    items: Sequence[Item],
    processes: int,
    enough: int = ENOUGH,
) -> list[bytes]:
    """Return what `work` makes of stretches of the items, in their order: one for each process."""
    if processes < 2 or len(items) < enough:
        return [work(items)]
    size = -(-len(items) // processes)
    stretches = [items[start : start + size] for start in range(0, len(items), size)]
    with ExitStack() as held:
        results = [held.enter_context(tempfile.TemporaryFile()) for _ in stretches]

        def keep(place: int) -> None:
            results[place].write(work(stretches[place]))
            results[place].flush()

        share(keep, range(len(stretches)), processes, enough=2)
        return [_read(result) for result in results]


def begin(work: Callable[[], bytes], processes: int) -> Callable[[], bytes]:
    """Begin `work` in a process of its own, and return what waits for its result.

    With one processor nothing is gained by that: it is done when somebody asks for the result.
    """
    if processes < 2 or not hasattr(os, "fork"):
        return work
    result = tempfile.TemporaryFile()  # noqa: SIM115 - who asks closes it

    def keep(_: None) -> None:
        result.write(work())
        result.flush()

    child = _fork(keep, [None])

    def wait() -> bytes:
        with result:
            if failure := _wait(*child):
                raise WorkerError(failure)
            return _read(result)

    return wait


def _fork(work: Callable[[Item], None], items: Sequence[Item]) -> tuple[int, IO[bytes]]:
    # It has no name, so that nothing stays, whoever is killed; who waits closes it.
    report = tempfile.TemporaryFile()  # noqa: SIM115
    child = os.fork()
    if child:
        return child, report
    status = 1
    try:
        for item in items:
            work(item)
        status = 0
    except OSError as error:
        report.write(str(error).encode())  # the disk says all there is to say
    except BaseException:  # noqa: BLE001 - a fork has nobody else to tell
        report.write(traceback.format_exc().encode())
    finally:
        with suppress(OSError):
            report.flush()
        os._exit(status)


def _wait(child: int, report: IO[bytes]) -> str | None:
    """Return what went wrong in a child, or None."""
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    with report:
        told = _read(report).decode()
    if code == 0:
        return None
    if code < 0:
        return f"a worker was killed by signal {-code}"
    return told or f"a worker ended with status {code}"


def _read(file: IO[bytes]) -> bytes:
    """Return all that was written into a file, by whichever process."""
    file.seek(0)
    return file.read()
