"""Where one size is measured: the conditions that all builders share."""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from tests.benchmark import ours, output
from tests.benchmark.invention import Letter
from tests.benchmark.measuring import Run, measure
from tests.benchmark.results import Session

BREATH = 0.5
"""Seconds between two builds."""


@dataclass(frozen=True)
class Stage:
    """One size, its limits, and where its measurements go."""

    session: Session
    size: int
    rounds: int
    limit: float
    """Seconds after which a build is stopped."""
    tell: Callable[[str], None]

    @cached_property
    def letter(self) -> Letter:
        """The letter that is looked at and edited."""
        return ours.chosen_letter(self.size)

    def say(self, words: str) -> None:
        """Tell whoever waits what happens."""
        self.tell(f"{self.size}: {words}")

    def build(
        self,
        builder: str,
        step: str,
        turn: int,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        site: str,
    ) -> Run:
        """Run a build, note what it took and what it made, and tell of it."""
        os.sync()  # what the last build wrote is not to be paid for by this one
        time.sleep(BREATH)
        run = measure(command, folder, environment, self.limit)
        self.session.note(
            "run",
            run,
            builder=builder,
            size=self.size,
            step=step,
            round=turn,
            weight=asdict(output.weigh(folder / site)),
            sample=asdict(output.examine(folder / site, f"{self.letter.place.folder}/")),
        )
        self.say(f"{builder:15} {step:9} {turn}/{self.rounds}{_in_words(run)}")
        return run


def _in_words(run: Run) -> str:
    end = "" if run.exit == 0 else "  stopped at the limit" if run.exit is None else "  failed"
    return (
        f"{run.wall:9.2f} s, {run.cpu:8.2f} s of processors, "
        f"{run.largest / 1e6:6.0f} MB, others busy {run.others:.1f}{end}"
    )
