"""What is usual in a document: how large its letters are, where its lines begin and end."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from casebook.importing.layout.paper import ROW, Line
from casebook.importing.split_words import Vocabulary, vocabulary_of

ENDED = re.compile(r"[.:;!?][\"'”’»)\]]*$")
"""How the last line of a paragraph ends, and many another."""
WIDE_PITCH = 1.35
INDENT = 0.8
_DEEPEST_INDENT = 6
_DEEPEST_COLUMNS = 16
_SHORT = 0.85
_LONG = 0.75
_NARROW_LINES = 3
_FEWEST_FILLED = 4
_FEWEST_GAPS = 3
_MOST = 0.7
_SHORTEST = 25


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document."""

    size: float
    pitch: float
    """From one line to the next within a paragraph."""
    right: float
    """Where full lines end."""
    left: float
    vocabulary: Vocabulary
    indents_first_lines: bool
    is_converted: bool
    """Whether it is plain text whose lines were printed: as many letters as found room."""
    divides_paragraphs: bool
    """Whether plain text leaves a row between paragraphs."""


def measure_of(lines: Sequence[Line]) -> Measure:
    """Return what is usual in the lines of a document."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.words)
    size = sizes.most_common(1)[0][0]
    body = [line for line in lines if line.size == size]
    pitches = Counter(
        round(after.top - before.top, 1)
        for before, after in pairwise(body)
        if 0 < after.top - before.top < 4 * size + 1
    )
    widest = sorted(line.right for line in body)
    long = [line for line in body if line.right - line.left > 0.5 * widest[-1]]
    right = widest[min(len(widest) - 1, int(0.97 * len(widest)))]
    reach = _reach(lines, right)
    is_converted = 0 < reach < right - 1
    right = reach if is_converted else right
    return Measure(
        size=size,
        pitch=_usual_pitch(pitches, size),
        right=right,
        left=median(line.left for line in long) if long else body[0].left,
        vocabulary=vocabulary_of(line.words for line in lines),
        indents_first_lines=_indents_first_lines(lines, size),
        is_converted=is_converted,
        divides_paragraphs=size == ROW and _divides_paragraphs(lines, right),
    )


def _reach(lines: Sequence[Line], right: float) -> float:
    """Return up to where lines of plain text are certainly filled; nothing where that is not clear.

    A converter of a PDF puts as many letters on a line as were printed: lines are of no one length.
    """
    filled = sorted(
        before.right + after.first_width
        for before, after in pairwise(lines)
        if after.size == ROW == after.top - before.top
        and before.right > _LONG * right
        and abs(after.left - before.left) < 1
        and after.words[:1].islower()
        and not ENDED.search(before.words)
    )
    return filled[len(filled) // 25] if len(filled) >= _FEWEST_FILLED else 0.0


def _divides_paragraphs(lines: Sequence[Line], right: float) -> bool:
    """Whether most paragraphs that end early on a line have an empty row below them."""
    gaps = [
        after.top - before.top > ROW
        for before, after in pairwise(lines)
        if before.right < _SHORT * right
        and len(before.words) > _SHORTEST
        and after.right > _MOST * right
        and ENDED.search(before.words)
        and not after.words[:1].islower()
    ]
    return len(gaps) >= _FEWEST_GAPS and sum(gaps) * 2 > len(gaps)


def _indents_first_lines(lines: Sequence[Line], size: float) -> bool:
    """Whether paragraphs begin with an indented line, more often than whole blocks are indented."""
    margin = median(line.left for line in lines)
    outdents = stays = 0
    for before, after in pairwise(lines):
        if INDENT * size < before.left - margin < deepest_indent(size):
            outdents += after.left - margin < 1
            stays += abs(before.left - after.left) < 1
    return outdents > stays and outdents * 12 > len(lines)


def deepest_indent(size: float) -> float:
    """Return how far the first line of a paragraph may be indented."""
    return _DEEPEST_COLUMNS if size == ROW else _DEEPEST_INDENT * size


def _usual_pitch(pitches: Counter[float], size: float) -> float:
    """Return the smallest distance between lines that is not rare; a row, in plain text."""
    if size == ROW:
        return ROW
    enough = max(pitches.values(), default=0) * 0.3
    return min((pitch for pitch, count in pitches.items() if count >= enough), default=1.2 * size)


def narrow_rights(lines: Sequence[Line], measure: Measure) -> Iterator[tuple[int, float]]:
    """Yield the right margin of lines in blocks set narrower than the page, by the line's id."""
    group: list[Line] = []
    for line in (*lines, None):
        if group and line and 0 < line.top - group[-1].top <= WIDE_PITCH * measure.pitch:
            group.append(line)
            continue
        right = max((each.right for each in group), default=0.0)
        size = measure.size
        full = [each for each in group if each.right > right - 4 * size]
        if (
            len(group) >= _NARROW_LINES
            and measure.right - right > 3 * size
            and len(full) * 2 >= len(group)
        ):
            yield from ((id(each), right) for each in group)
        group = [line] if line else []
