"""Pages of lines to chunks: where paragraphs begin and end, which lines are footnotes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median

from casebook.importing import phrases
from casebook.importing.columns import Grid, in_reading_order, signed_in_order
from casebook.importing.furniture import without_furniture
from casebook.importing.markers import opening_marker, with_marker
from casebook.importing.page_feet import first_words, note_chunks, without_address, without_notes
from casebook.importing.paper import ROW, Line, Page
from casebook.importing.pieces import Chunk, Role, neat
from casebook.importing.signatures import is_name
from casebook.importing.split_words import Vocabulary, join_lines, vocabulary_of

_ENDED = re.compile(r"[.:;!?][\"'”’»)\]]*$")
_WIDE_PITCH = 1.35
_INDENT = 0.8
_DEEPEST_INDENT = 6
_SHORT = 0.6
_NARROW_LINES = 3
_LONGEST_FORMULA = 5
_UNWRAPPED = 200
"""Columns of plain text: lines beyond were not broken by anybody."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in a document."""

    size: float
    pitch: float
    """From one line to the next within a paragraph."""
    right: float
    """Where full lines end."""
    left: float
    vocabulary: Vocabulary
    indents_first_lines: bool


@dataclass(slots=True)
class _Open:
    """A paragraph that is being put together."""

    first: Chunk
    """Its first line, as a chunk."""
    lines: list[Line]
    keeps_lines: bool = False
    """Whether it is an address, or a name and an office: line below line."""


def chunks_of(pages: Sequence[Page]) -> tuple[Chunk, ...]:
    """Return the chunks of a document, in reading order, footnotes where their pages have them."""
    bare = without_furniture(pages)
    lines = [line for page in bare for line in page.lines]
    if not lines:
        return ()
    measure = _measure(lines)
    chunks: list[Chunk] = []
    running: _Open | None = None
    rights: dict[int, float] = {}
    held: Sequence[Line] = ()
    goes_on = False
    for page in bare:
        body, address = without_address(page)
        body, notes = without_notes(body, measure.size)
        rights.update(_narrow_rights(body, measure))
        opened = _Paragraphs(measure, page.number, running, rights)
        chunks += address
        start = first_words(body) if page.number == 1 else 0
        signed = _signed(body, start, goes_on=goes_on)
        held = (
            _below(held, body[signed.start : signed.stop], measure.pitch)
            if signed is not None
            else ()
        )
        goes_on = signed is not None and signed.stop == len(body)
        is_whole = not goes_on or page is bare[-1]
        for each in (
            *in_reading_order(body[:start], has_tables=False),
            *in_reading_order(body[start:] if signed is None else body[start : signed.start]),
            *(signed_in_order(held) if is_whole else ()),
            *in_reading_order(() if signed is None else body[signed.stop :]),
        ):
            if isinstance(each, Grid):
                opened.add_table(each)
            else:
                opened.add(each)
        chunks += opened.done()
        running = opened.last
        chunks += note_chunks(notes, measure.vocabulary, page.number)
    if running:
        chunks.append(_finished(running, measure))
    return tuple(chunks)


def _signed(lines: Sequence[Line], start: int, *, goes_on: bool) -> range | None:
    """Return which lines of a page stand below the closing courtesy, up to an annex, if any do.

    `goes_on` says that the page before ended among signatures.
    """
    first = 0
    if not goes_on:
        closings = (
            at
            for at in range(start, len(lines))
            if phrases.COURTESY.search(" ".join(line.words for line in lines[at : at + 2]))
        )
        first = next(closings, -1) + 1
        if not first:
            return None
    ends = (
        at
        for at in range(first, len(lines))
        if phrases.ANNEX.search(lines[at].words) or phrases.REPLY_TITLE.search(lines[at].words)
    )
    return range(first, next(ends, len(lines)))


def _below(held: Sequence[Line], lines: Sequence[Line], pitch: float) -> Sequence[Line]:
    """Return signatures of one page with those of the next below them, as if on one long page."""
    if not held or not lines:
        return held or lines
    begins = all(is_name(line.words) for line in lines if line.top - lines[0].top < pitch / 2)
    shift = held[-1].top + pitch * (2 if begins else 1) - lines[0].top
    return (*held, *(replace(line, top=line.top + shift) for line in lines))


def _measure(lines: Sequence[Line]) -> _Measure:
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
    return _Measure(
        size=size,
        pitch=_usual_pitch(pitches, size),
        right=widest[min(len(widest) - 1, int(0.97 * len(widest)))],
        left=median(line.left for line in long) if long else body[0].left,
        vocabulary=vocabulary_of(line.words for line in lines),
        indents_first_lines=_indents_first_lines(lines, size),
    )


def _indents_first_lines(lines: Sequence[Line], size: float) -> bool:
    """Whether paragraphs begin with an indented line, more often than whole blocks are indented."""
    margin = median(line.left for line in lines)
    outdents = stays = 0
    for before, after in pairwise(lines):
        if _INDENT * size < before.left - margin < _DEEPEST_INDENT * size:
            outdents += after.left - margin < 1
            stays += abs(before.left - after.left) < 1
    return outdents > stays and outdents * 12 > len(lines)


def _usual_pitch(pitches: Counter[float], size: float) -> float:
    """Return the smallest distance between lines that is not rare; a row, in plain text."""
    if size == ROW:
        return ROW
    enough = max(pitches.values(), default=0) * 0.3
    return min((pitch for pitch, count in pitches.items() if count >= enough), default=1.2 * size)


def _narrow_rights(lines: Sequence[Line], measure: _Measure) -> Iterator[tuple[int, float]]:
    """Yield the right margin of lines in blocks set narrower than the page, by the line's id."""
    group: list[Line] = []
    for line in (*lines, None):
        if group and line and 0 < line.top - group[-1].top <= _WIDE_PITCH * measure.pitch:
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


# -- paragraphs


def _finished(open_: _Open, measure: _Measure) -> Chunk:
    """Return a paragraph whose lines are complete."""
    lines = [open_.first.pieces, *(line.pieces for line in open_.lines[1:])]
    if not open_.keeps_lines:
        return replace(open_.first, pieces=join_lines(lines, measure.vocabulary))
    below = [(replace(line[-1], text="\n", note=""), *after) for line, after in pairwise(lines)]
    return replace(open_.first, pieces=neat((*lines[0], *chain.from_iterable(below))))


class _Paragraphs:
    """Puts the lines of one page together; the last paragraph may go on on the next page."""

    def __init__(
        self, measure: _Measure, page: int, running: _Open | None, rights: dict[int, float]
    ) -> None:
        self._measure = measure
        self._rights = rights
        self._page = page
        self.last = running
        self._done: list[Chunk] = []
        self._is_top = True

    def done(self) -> list[Chunk]:
        """Return the paragraphs that are finished."""
        return self._done

    def add_table(self, grid: Grid) -> None:
        """Add a table: it ends the paragraph before it."""
        self._close()
        self._done.append(Chunk((), Role.TABLE, page=self._page, rows=grid.rows))
        self._is_top = False

    def add(self, line: Line) -> None:
        """Add a line: to the paragraph that is open, or as the first of another."""
        if self.last is None:
            self._open(line, is_apart=True)
        else:
            reason = self._break(self.last, line)
            if reason == "length" and self._goes_below(self.last, line):
                self.last.keeps_lines = True
                self.last.lines.append(line)
            elif reason:
                self._close()
                self._open(line, is_apart=reason == "gap" or self._is_top)
            else:
                self.last.lines.append(line)
        self._is_top = False

    def _close(self) -> None:
        if self.last:
            self._done.append(_finished(self.last, self._measure))
        self.last = None

    def _open(self, line: Line, *, is_apart: bool) -> None:
        chunk = Chunk(line.pieces, page=self._page, is_apart=is_apart)
        self.last = _Open(with_marker(chunk), [line])

    def _goes_below(self, open_: _Open, line: Line) -> bool:
        """Whether a line belongs to the short lines above it, no sentence among them."""
        return (
            not self._is_top
            and open_.first.role is Role.WORDS
            and not _ENDED.search(open_.lines[-1].words)
            and (open_.keeps_lines or len(open_.lines) == 1)
            and self._is_short(open_.lines[-1])
            and self._is_short(line)
        )

    def _is_short(self, line: Line) -> bool:
        measure = self._measure
        width = line.right - line.left
        return (
            width < _SHORT * (measure.right - measure.left)
            and measure.right < _UNWRAPPED * line.letter_width + measure.left
        )

    def _break(self, open_: _Open, line: Line) -> str:
        """Return why a line does not go on with the paragraph, or nothing."""
        before, measure = open_.lines[-1], self._measure
        same_page = not self._is_top
        if abs(line.size - before.size) > 0.1 * measure.size:
            return "size"
        if same_page and not 0 < line.top - before.top <= _WIDE_PITCH * measure.pitch * max(
            1, line.size / measure.size
        ):
            return "gap"
        if before.is_bold and line.is_bold and self._is_centred_below(line, before):
            return ""
        is_ended = self._has_room_for(line, before)
        marker = opening_marker(line.printed)
        if (
            marker
            and (is_ended or _ENDED.search(before.words))
            and (
                is_ended or abs(line.left - before.left) > _INDENT * line.size or open_.first.marker
            )
        ):
            return "item"
        shift = line.left - before.left
        if shift > _INDENT * line.size:
            hangs = len(open_.lines) == 1 and bool(open_.first.marker) and not is_ended
            return "" if hangs else "indent"
        if shift < -_INDENT * line.size:
            is_indent = before.left - measure.left < _DEEPEST_INDENT * line.size
            begins = len(open_.lines) == 1 and not is_ended and is_indent
            return "" if begins else "indent"
        if before.is_bold != line.is_bold and is_ended:
            return "style"
        is_first = len(open_.lines) == 1 and before.left > measure.left + _INDENT * line.size
        if measure.indents_first_lines and is_first and id(before) not in self._rights:
            # A line that went on would stand further left.
            return "indent"
        return "length" if is_ended or self._is_last(open_) else ""

    def _is_last(self, open_: _Open) -> bool:
        """Whether a paragraph ends here because its formula does, though the line is full."""
        if len(open_.lines) > _LONGEST_FORMULA or not _ENDED.search(open_.lines[-1].words):
            return False
        words = " ".join(line.words for line in open_.lines)
        return any(end.search(words) for end in (phrases.COURTESY, phrases.RENEWS))

    def _has_room_for(self, line: Line, before: Line) -> bool:
        """Whether the next word would have fitted on the line before: then that was a last line."""
        right = self._rights.get(id(before), self._measure.right)
        return before.right + 0.25 * line.size + line.first_width < right - 0.3 * line.size

    def _is_centred_below(self, line: Line, before: Line) -> bool:
        middles = (line.left + line.right, before.left + before.right)
        return self._is_centred(line) and abs(middles[0] - middles[1]) < 2 * line.size

    def _is_centred(self, line: Line) -> bool:
        measure = self._measure
        left, right = line.left - measure.left, measure.right - line.right
        return left > 2 * line.size and abs(left - right) < 2 * line.size
