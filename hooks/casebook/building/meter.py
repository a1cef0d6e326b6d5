"""How far long work is, shown on a terminal while it lasts.

Work is shared between forked processes, and each counts in a place of its own of memory that all
of them share. The process that waits draws the sum when a timer says so: counting is all that the
work pays for.
"""

import mmap
import os
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TextIO, TypeVar, overload

Item = TypeVar("Item")

PATIENCE = 0.5
"""Seconds: what takes less is not shown."""

_PAUSE = 0.1
_PLACES = 256
"""More than processes that share work; their numbers follow each other."""
_BYTES = 4
_WIDTH = 30


class Meter:
    """Shows how far work is, or shows nothing."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """`stream` is a terminal; without one nothing is shown."""
        self._stream = stream

    @contextmanager
    def over(self, label: str, items: Sequence[Item]) -> Iterator[Sequence[Item]]:
        """Give the items: whoever goes through them, or a part of them, is seen doing so."""
        is_main = threading.current_thread() is threading.main_thread()
        if not self._stream or not items or not is_main or not hasattr(signal, "setitimer"):
            yield items
            return
        places = memoryview(mmap.mmap(-1, _PLACES * _BYTES)).cast("I")
        stream, total = self._stream, len(items)

        def draw(*_: object) -> None:
            stream.write(f"\r{shown(label, sum(places), total)}\x1b[K")
            stream.flush()

        before = signal.signal(signal.SIGALRM, draw)
        signal.setitimer(signal.ITIMER_REAL, PATIENCE, _PAUSE)
        try:
            yield _Counted(items, places)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
            stream.write("\r\x1b[K")
            stream.flush()


def meter_for(stream: TextIO | None, variables: Mapping[str, str]) -> Meter:
    """Return a meter that draws where somebody watches: on a terminal that can, and not in CI."""
    watched = stream and not stream.closed and stream.isatty()
    if not watched or variables.get("CI") or variables.get("TERM", "dumb") == "dumb":
        return Meter()
    return Meter(stream)


def shown(label: str, done: int, total: int) -> str:
    """Return the line that says how far work is: `Reading  ###---  20 of 40`."""
    full = _WIDTH * min(done, total) // total
    return f"{label}  {'#' * full}{'-' * (_WIDTH - full)}  {done:,} of {total:,}"


class _Counted(Sequence[Item]):
    """Items that are counted as they are gone through, whichever process does."""

    def __init__(self, items: Sequence[Item], places: "memoryview[int]") -> None:
        self._items = items
        self._places = places

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...

    def __getitem__(self, place: Any) -> Any:
        found = self._items[place]
        return _Counted(found, self._places) if isinstance(place, slice) else found

    def __iter__(self) -> Iterator[Item]:
        places, mine = self._places, os.getpid() % _PLACES
        for item in self._items:
            yield item
            places[mine] += 1
