"""Whether the search of the real collection answers what readers may ask of it."""

from dataclasses import dataclass
from pathlib import Path

from tests.benchmark import browser, ours
from tests.benchmark.questions import QUESTIONS

from casebook.identifiers.reference import parse_reference

AMONG = 3
"""How far down a reader looks."""


@dataclass(frozen=True)
class Quality:
    """How many questions were answered."""

    questions: int
    first: int
    """By the first letter found."""
    among: int
    """By one of the first three."""
    missed: tuple[str, ...]
    """Questions that no letter among these answers."""


def ask_everything(site: Path) -> Quality:
    """Build the real collection into `site`, and put every question to its search."""
    ours.build_real(site)
    found = browser.ask(site, [question for question, _ in QUESTIONS])
    places = [
        _place(letters, {_address(reference) for reference in answers.split(", ")})
        for letters, (_, answers) in zip(found, QUESTIONS, strict=True)
    ]
    return Quality(
        questions=len(QUESTIONS),
        first=sum(place == 0 for place in places),
        among=sum(place < AMONG for place in places),
        missed=tuple(
            question
            for place, (question, _) in zip(places, QUESTIONS, strict=True)
            if place >= AMONG
        ),
    )


def _place(letters: list[str], answers: set[str]) -> int:
    """Return how many letters stand before the first that answers."""
    return next(
        (at for at, letter in enumerate(letters) if letter in answers), len(letters) + AMONG
    )


def _address(reference: str) -> str:
    parsed = parse_reference(reference)
    assert parsed, reference
    return f"/cases/{parsed.folder}/"
