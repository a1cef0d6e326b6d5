"""Two texts word by word: where they differ, in which paragraph, and how. In linear time."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

MOST = 20
"""So many differences are told; a text that has more is another text."""
_AROUND = 5
"""Words shown before and after a difference."""
_RUN = 3
"""So many words in a row that are the same on both sides end a difference."""
_HORIZONS = (40, 400, 4000)
"""How many words are looked ahead, one after the other, for where both sides meet again."""
_END = "\0"


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of our text, by the name that a report gives it."""

    name: str
    """paragraph 12, request q2, a heading."""
    line: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place in which a text is not its source."""

    passage: str
    line: int
    ours: str
    """Our words; empty when some are missing."""
    source: str
    """The source's words; empty when ours has more."""
    before: str
    """The words before, which are the same."""
    after: str
    """The words after, which are the same."""


def compare(passages: Sequence[Passage], source: Sequence[str]) -> list[Difference]:
    """Return the first differences between our passages and the words of the source."""
    ours = [word for passage in passages for word in passage.words]
    starts = list(accumulate((len(passage.words) for passage in passages), initial=0))
    mine, theirs = [*ours, *[_END] * _RUN], [*source, *[_END] * _RUN]
    found: list[Difference] = []
    at = other = 0
    while (at < len(ours) or other < len(source)) and len(found) < MOST:
        if mine[at] == theirs[other]:
            at, other = at + 1, other + 1
            continue
        more, less = _meeting(mine, at, theirs, other)
        # Words that are missing belong to what stands before them.
        index = bisect_right(starts, at if more else max(0, at - 1)) - 1
        passage = (
            passages[min(index, len(passages) - 1)] if passages else Passage("the text", 1, ())
        )
        found.append(
            Difference(
                passage=passage.name,
                line=passage.line,
                ours=" ".join(ours[at : at + more]),
                source=" ".join(source[other : other + less]),
                before=" ".join(ours[max(0, at - _AROUND) : at]),
                after=" ".join(ours[at + more : at + more + _AROUND]),
            )
        )
        at, other = at + more, other + less
    return found


def _meeting(mine: Sequence[str], at: int, theirs: Sequence[str], other: int) -> tuple[int, int]:
    """Return how many words to pass over on either side until both say the same again."""
    for horizon in _HORIZONS:
        places: dict[tuple[str, ...], int] = {}
        for step in range(min(horizon, len(theirs) - other - _RUN + 1)):
            places.setdefault(tuple(theirs[other + step : other + step + _RUN]), step)
        pairs = [
            (step + place, step, place)
            for step in range(min(horizon, len(mine) - at - _RUN + 1))
            if (place := places.get(tuple(mine[at + step : at + step + _RUN]))) is not None
        ]
        if pairs:
            _, more, less = min(pairs)
            return more, less
    return len(mine) - _RUN - at, len(theirs) - _RUN - other
