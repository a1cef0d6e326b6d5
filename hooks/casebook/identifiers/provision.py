"""The place of a provision in its instrument: `article-14.7`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Unit(StrEnum):
    """What an instrument calls its parts."""

    ARTICLE = "article"
    RULE = "rule"
    PARAGRAPH = "para"
    PRINCIPLE = "principle"
    GUIDELINE = "guideline"
    SECTION = "section"
    CHAPTER = "chapter"
    ANNEX = "annex"
    PREAMBLE = "preamble"

    @property
    def in_words(self) -> str:
        """The unit spelled out: paragraph."""
        return "paragraph" if self is Unit.PARAGRAPH else self.value

    @property
    def plural(self) -> str:
        """Several of them: paragraphs."""
        return "annexes" if self is Unit.ANNEX else f"{self.in_words}s"


_PROVISION = re.compile(
    rf"({'|'.join(Unit)})(?:-([0-9]{{1,6}}[a-z]{{0,9}}(?:-[0-9]{{1,6}})?)((?:\.[0-9a-z]{{1,12}}){{0,9}}))?"
)
"""No longer than any that is printed: a file is named after it, and numbers are compared."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision's place: the unit, its number as printed, and the levels below it.

    `article-361-1` is an article numbered 361-1; `article-342.1` is article 342(1).
    """

    unit: Unit
    number: str = ""
    """As printed; empty for the preamble."""
    levels: tuple[str, ...] = ()
    """The sub-paragraphs, outermost first: ("7",) in article 14(7)."""

    def __str__(self) -> str:
        return ".".join(("-".join(filter(None, (self.unit.value, self.number))), *self.levels))

    def __lt__(self, other: "Provision") -> bool:
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[object, ...]:
        """In the order of the instrument: preamble first, numbers as numbers."""
        numbers = tuple(_natural(part) for part in (self.number, *self.levels))
        return (self.unit is not Unit.PREAMBLE, self.unit.value, numbers)

    @property
    def root(self) -> "Provision":
        """The provision that has a page of its own: article 14 for article 14(7)."""
        return Provision(self.unit, self.number) if self.levels else self

    @property
    def parents(self) -> tuple["Provision", ...]:
        """The provisions around this one, nearest first."""
        return tuple(
            Provision(self.unit, self.number, self.levels[:depth])
            for depth in range(len(self.levels) - 1, -1, -1)
        )

    @property
    def in_words(self) -> str:
        """As it is printed in a sentence: article 14(7), paragraph 88(i), preamble."""
        levels = "".join(f"({level})" for level in self.levels)
        return " ".join(filter(None, (self.unit.in_words, f"{self.number}{levels}")))

    @property
    def heading(self) -> str:
        """The heading of its gloss in the instrument's file: ### Article 14(7) {#article-14.7}."""
        words = self.in_words
        return f"{'###' if self.levels else '##'} {words[0].upper()}{words[1:]} {{#{self}}}"

    def is_before(self, other: "Provision") -> bool:
        """Whether the other is the very next one: paragraph 65 after 64."""
        if self.levels or other.levels or self.unit is not other.unit:
            return False
        numbers = self.number, other.number
        return all(map(str.isdecimal, numbers)) and int(numbers[0]) + 1 == int(numbers[1])

    def to_in_words(self, last: "Provision") -> str:
        """Return a run that begins here, as a sentence has it: paragraphs 64 to 77."""
        joined = "and" if self.is_before(last) else "to"
        return f"{self.unit.plural} {self.number} {joined} {last.number}"


def runs_of(provisions: Iterable[Provision]) -> list[list[Provision]]:
    """Return provisions in their order, those that follow each other without a gap together."""
    runs: list[list[Provision]] = []
    for each in provisions:
        if runs and runs[-1][-1].is_before(each):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


@lru_cache(4096)
def parse_provision(text: str) -> Provision | None:
    """Return the provision that an id such as `rule-52.3` names, or None."""
    match = _PROVISION.fullmatch(text)
    if not match or (match[1] == Unit.PREAMBLE) != (match[2] is None):
        return None
    levels = tuple(match[3].split(".")[1:]) if match[3] else ()
    return Provision(Unit(match[1]), match[2] or "", levels)


def _natural(part: str) -> tuple[tuple[int, str], ...]:
    pieces = re.findall(r"[0-9]+|[a-z]+", part)
    return tuple((int(piece), "") if piece.isdigit() else (-1, piece) for piece in pieces)
