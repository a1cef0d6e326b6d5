"""What we set out to reach, each target with the figure that tells whether it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.benchmark.figures import (
    Measured,
    exponent,
    kilobytes,
    median,
    megabytes,
    milliseconds,
    plain,
    seconds,
)
from tests.benchmark.results import Results

Print = Callable[[float | None], str]
GROWTH = 1.1
FIELDS = {"wall": "time", "cpu": "processor time", "together": "memory", "bytes": "bytes"}


@dataclass(frozen=True)
class Target:
    """A figure and the highest value it may have."""

    what: str
    highest: float
    measured: float | None
    show: Print
    processors: float | None = None
    """The same by the time of processors, which neighbours on the machine disturb less."""

    @property
    def verdict(self) -> str:
        """Whether the target is met."""
        if self.measured is None:
            return "not measured"
        return "met" if self.measured <= self.highest else "**missed**"

    def row(self) -> tuple[str, ...]:
        """Return the target as a row of a table."""
        by_processors = "" if self.processors is None else self.show(self.processors)
        highest = f"≤ {self.show(self.highest)}"
        return self.what, highest, self.show(self.measured), self.verdict, by_processors


def all_targets(results: Results) -> Iterator[Target]:
    """Yield every target, those on builds at the largest size of ours that was measured."""
    sizes = results.sizes("ours")
    if not sizes:
        return
    largest = sizes[-1]
    yield from _builds(results, largest)
    yield from _previews(results)
    yield from _growth(results, sizes[0], largest)
    yield from _searches(results, largest)
    yield from _pages(results, largest)


def _builds(results: Results, size: int) -> Iterator[Target]:
    steps = (
        ("pages", 0.75, "cold build of the pages"),
        ("whole", 2.0, "cold build of the whole site"),
        ("paragraph", 0.10, "after an edit of a paragraph"),
        ("title", 0.10, "after an edit of a title"),
        ("reply", 0.10, "after a reply came"),
        ("unchanged", 0.07, "nothing changed"),
    )
    for step, highest, what in steps:
        measured = Measured(results, "ours", size, step)
        ratio, processors = measured.ratio("wall"), measured.ratio("cpu")
        words = f"{what}, × Hugo's full build, {size:,} dossiers"
        yield Target(words, highest, ratio, plain, processors)
    memory = Measured(results, "ours", size, "whole").median("together")
    yield Target(f"memory of all processes, {size:,}", 1.5e9, memory, megabytes)


def _previews(results: Results) -> Iterator[Target]:
    for size, highest in ((1000, 1.0), (10000, 2.0)):
        rows = results.of("preview", size)
        waits = [wait for row in rows for wait in row["saves"] if wait is not None]
        what = f"preview, save to visible page, {size:,}"
        yield Target(what, highest, median(waits), seconds)


def _growth(results: Results, small: int, large: int) -> Iterator[Target]:
    if small == large:
        return
    for field, name in FIELDS.items():
        power = growth(results, "ours", small, large, field)
        what = f"growth of {name}, cold, {small:,} to {large:,}, exponent"
        yield Target(what, GROWTH, power, plain)


def growth(results: Results, builder: str, small: int, large: int, field: str) -> float | None:
    """Return the exponent with which a figure of cold builds grows with the dossiers."""
    before, after = (
        each.weight(field) if field == "bytes" else each.median(field)
        for each in (Measured(results, builder, size, "whole") for size in (small, large))
    )
    return exponent(before, after, large / small)


def _searches(results: Results, size: int) -> Iterator[Target]:
    for row in results.of("search", size):
        what = f"search, {row['name']}, {size:,}"
        bytes_ = row["page"] + row["bytes"]
        highest = 60e3 if row["name"] == "rare name" else 200e3
        yield Target(f"{what}: first query with page and scripts", highest, bytes_, kilobytes)
        again = median(row["again"])
        yield Target(f"{what}: once all is in the browser", 300, again, milliseconds)
    for row in results.of("rare", size):
        what = f"search, {len(row['bytes'])} rare names, {size:,}: the same in the median"
        yield Target(what, 60e3, median(row["bytes"]), kilobytes)


def _pages(results: Results, size: int) -> Iterator[Target]:
    for row in results.of("view", size, page="dossier"):
        what = f"first view of a letter besides its text, {size:,}"
        yield Target(what, 50e3, row["other"], kilobytes)
        yield Target(f"{what}: requests", 4, row["requests"], _count)
    for row in results.of("view", size, page="heaviest"):
        everything = row["own"] + row["other"]
        yield Target(f"heaviest page with everything, {size:,}", 150e3, everything, kilobytes)


def _count(value: float | None) -> str:
    return plain(value, 0)
