"""Medians, ratios and growth, and how figures are printed."""

import math
import statistics
from collections.abc import Sequence
from typing import Any

from tests.benchmark.results import Results

REFERENCE = "hugo"
"""The peer to which everything is compared."""

NONE = "–"
"""Stands where nothing was measured."""


class Measured:
    """The runs of one builder at one size, for one step."""

    def __init__(self, results: Results, builder: str, size: int, step: str) -> None:
        """Find the runs in the newest session that has them, and Hugo's beside them."""
        runs = results.of("run", size, builder=builder, step=step)
        self.runs = [run for run in runs if run["exit"] == 0]
        self._every = runs
        self._reference = [
            row
            for row in (results.beside(runs[0]) if runs else [])
            if row["kind"] == "run" and row["builder"] == REFERENCE and row["exit"] == 0
        ]

    def median(self, field: str) -> float | None:
        """Return the median of a field of the runs."""
        return median([run[field] for run in self.runs])

    def spread(self, field: str) -> tuple[float, float]:
        """Return the smallest and the largest value of a field, where there are runs."""
        values = [run[field] for run in self.runs]
        return min(values), max(values)

    def ratio(self, field: str) -> float | None:
        """Return the median in proportion to that of Hugo's full builds in the same session."""
        return quotient(self.median(field), median([run[field] for run in self._reference]))

    def weight(self, field: str) -> float | None:
        """Return the files, pages or bytes of the site."""
        return self.runs[0]["weight"][field] if self.runs else None

    @property
    def state(self) -> str:
        """What became of the builds, in words."""
        if not self._every:
            return NONE
        if self.runs:
            return "built"
        return "did not finish" if self._every[0]["exit"] is None else "failed"


def median(values: Sequence[float]) -> float | None:
    """Return the median of values, where there are any."""
    return statistics.median(values) if values else None


def quotient(part: float | None, whole: float | None) -> float | None:
    """Return a ratio of figures that may be missing."""
    return part / whole if part is not None and whole else None


def exponent(small: float | None, large: float | None, factor: float) -> float | None:
    """Return the power with which a figure grows: 1 when it doubles as the collection does."""
    if not small or not large:
        return None
    return math.log(large / small) / math.log(factor)


def seconds(value: float | None) -> str:
    """Print seconds: three figures are all that a machine with neighbours can tell."""
    if value is None:
        return NONE
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def megabytes(value: float | None) -> str:
    """Print bytes in millions."""
    if value is None:
        return NONE
    return f"{value / 1e6:,.0f} MB" if value >= 1e7 else f"{value / 1e6:.1f} MB"


def kilobytes(value: float | None) -> str:
    """Print bytes in thousands."""
    return NONE if value is None else f"{value / 1e3:.1f} KB"


def milliseconds(value: float | None) -> str:
    """Print thousandths of seconds."""
    return NONE if value is None else f"{value:.0f} ms"


def plain(value: float | None, digits: int = 2) -> str:
    """Print a ratio or an exponent."""
    return NONE if value is None else f"{value:,.{digits}f}"


def table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Print a table in Markdown: the first column words, the others figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)
