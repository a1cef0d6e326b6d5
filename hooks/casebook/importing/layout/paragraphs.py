"""Lines to paragraphs: where each begins and ends, and whether it goes on on the next page."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from casebook.importing.layout.columns import Grid
from casebook.importing.layout.measure import ENDED, INDENT, WIDE_PITCH, Measure, deepest_indent
from casebook.importing.layout.paper import ROW, Line
from casebook.importing.letter import phrases
from casebook.importing.letter.reference_line import is_reference_line
from casebook.importing.letter.signatures import is_name
from casebook.importing.letter.spoken_dates import is_only_a_date
from casebook.importing.markers import follows, opening_marker, with_marker
from casebook.importing.pieces import Chunk, Role, neat
from casebook.importing.split_words import join_lines

_SHORT = 0.6
_SURELY_SHORT = 0.75
_SMALLER = 0.9
_MARK = re.compile(r"\[?[0-9]{1,3}\]?")
_LONGEST_FORMULA = 5
_FEWEST_COLUMNS = 4
"""Columns of plain text by which a centred line stands apart."""
_PARENTHESIS = 12
"""How many lines a parenthesis takes at the most."""
_UNWRAPPED = 200
"""Columns of plain text: lines beyond were not broken by anybody."""


_OPENINGS = (
    phrases.OPENING,
    phrases.SETTING,
    phrases.CLOSING,
    phrases.COURTESY,
    phrases.ANNEX,
)


def _never(_words: str) -> bool:
    return False


def _always(_words: str) -> bool:
    return True


def _is_within(lines: Sequence[Line]) -> bool:
    """Whether what ends a line does not end the sentence: a semicolon, or an open parenthesis."""
    words = " ".join(line.words for line in lines[-_PARENTHESIS:])
    return words.endswith(";") or words.count("(") > words.count(")")


def _is_formula(words: str) -> bool:
    """Whether a line of the masthead is none that goes on: reference, date, greeting."""
    greets = bool(phrases.SALUTATION.search(words))
    return greets or is_reference_line(words) or is_only_a_date(words)


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph that is being put together."""

    first: Chunk
    """Its first line, as a chunk."""
    lines: list[Line]
    keeps_lines: bool = False
    """Whether it is an address, or a name and an office: line below line."""


def finished(open_: OpenParagraph, measure: Measure) -> Chunk:
    """Return a paragraph whose lines are complete."""
    lines = [open_.first.pieces, *(line.pieces for line in open_.lines[1:])]
    if not open_.keeps_lines:
        return replace(open_.first, pieces=join_lines(lines, measure.vocabulary))
    below = [(replace(line[-1], text="\n", note=""), *after) for line, after in pairwise(lines)]
    return replace(open_.first, pieces=neat((*lines[0], *chain.from_iterable(below))))


class Paragraphs:
    """Puts the lines of one page together; the last paragraph may go on on the next page."""

    def __init__(
        self, measure: Measure, page: int, running: OpenParagraph | None, rights: dict[int, float]
    ) -> None:
        self._measure = measure
        self._rights = rights
        self._page = page
        self.last = running
        self._done: list[Chunk] = []
        self._is_top = True
        self._stands_alone: Callable[[str], bool] = _never

    def done(self) -> list[Chunk]:
        """Return the paragraphs that are finished."""
        return self._done

    def add_all(self, lines: Iterable[Line | Grid]) -> None:
        """Add lines and tables."""
        for each in lines:
            if isinstance(each, Grid):
                self._add_table(each)
            else:
                self._add(each)

    def add_masthead(self, lines: Iterable[Line | Grid]) -> None:
        """Add the lines above the first paragraph: reference, date and greeting stand alone."""
        self._stands_alone = _is_formula if self._measure.is_converted else _never
        self.add_all(lines)
        self._stands_alone = _never

    def add_signatures(self, lines: Iterable[Line]) -> None:
        """Add the lines below the courtesy."""
        self._stands_alone = _always if self._measure.is_converted else _never
        self.add_all(lines)
        self._stands_alone = _never

    def _add_table(self, grid: Grid) -> None:
        self._close()
        self._done.append(Chunk((), Role.TABLE, page=self._page, rows=grid.rows))
        self._is_top = False

    def _add(self, line: Line) -> None:
        """Add a line: to the paragraph that is open, or as the first of another."""
        if self.last is None:
            self._open(line, is_apart=True)
        elif self._is_mark(line, self.last.lines[-1]):
            raised = tuple(replace(piece, is_raised=True) for piece in line.pieces)
            above = self.last.lines[-1]
            # What follows is compared with the line of words, not with its footnote's mark.
            self.last.lines[-1] = replace(above, pieces=(*above.pieces, *raised))
        else:
            reason = self._break(self.last, line)
            if reason == "length" and self._goes_below(self.last, line):
                self.last.keeps_lines = True
                self.last.lines.append(line)
            elif reason:
                self._close()
                begins = reason == "gap" or (reason == "alone" and is_name(line.words))
                self._open(line, is_apart=begins or self._is_top)
            else:
                self.last.lines.append(line)
        self._is_top = False

    def _is_mark(self, line: Line, before: Line) -> bool:
        """Whether the mark of a footnote found no room on the line of its word."""
        is_near = 0 < line.top - before.top <= WIDE_PITCH * self._measure.pitch
        is_small = line.size < _SMALLER * before.size
        return is_near and is_small and not self._is_top and bool(_MARK.fullmatch(line.words))

    def _close(self) -> None:
        if self.last:
            self._done.append(finished(self.last, self._measure))
        self.last = None

    def _open(self, line: Line, *, is_apart: bool) -> None:
        chunk = Chunk(line.pieces, page=self._page, is_apart=is_apart)
        self.last = OpenParagraph(with_marker(chunk), [line])

    def _goes_below(self, open_: OpenParagraph, line: Line) -> bool:
        """Whether a line belongs to the short lines above it, no sentence among them."""
        is_body = self._measure.is_converted and self._stands_alone is _never
        return (
            not (self._is_top or is_body)
            and open_.first.role is Role.WORDS
            and not ENDED.search(open_.lines[-1].words)
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

    def _break(self, open_: OpenParagraph, line: Line) -> str:
        """Return why a line does not go on with the paragraph, or nothing."""
        before, measure = open_.lines[-1], self._measure
        if self._stands_alone(line.words) or self._stands_alone(before.words):
            return "alone"
        same_page = not self._is_top
        if abs(line.size - before.size) > 0.1 * measure.size:
            return "size"
        if same_page and not 0 < line.top - before.top <= WIDE_PITCH * measure.pitch * max(
            1, line.size / measure.size
        ):
            return "gap"
        if self._is_centred_below(line, before):
            return ""
        is_ended = self._has_room_for(line, open_)
        marker = opening_marker(line.printed)
        if marker and open_.first.marker and follows(open_.first.marker, marker[0]):
            return "item"
        if (
            marker
            and (is_ended or ENDED.search(before.words))
            and (
                is_ended or abs(line.left - before.left) > INDENT * line.size or open_.first.marker
            )
        ):
            return "item"
        # A printed line takes as many letters as find room: only the words tell.
        opens = (
            measure.is_converted
            and bool(ENDED.search(before.words))
            and not line.words[:1].islower()
        )
        if opens and (
            before.words.endswith(":") or any(sign.search(line.words) for sign in _OPENINGS)
        ):
            return "formula"
        shift = line.left - before.left
        if shift > INDENT * line.size:
            hangs = len(open_.lines) == 1 and bool(open_.first.marker) and not (is_ended or opens)
            return "" if hangs else "indent"
        if shift < -INDENT * line.size:
            is_indent = before.left - measure.left < deepest_indent(line.size)
            begins = len(open_.lines) == 1 and not is_ended and is_indent
            return "" if begins and not (open_.first.marker and opens) else "indent"
        if before.is_bold != line.is_bold and (is_ended or self._is_heading(line, before)):
            return "style"
        if (self._is_top or line.size == ROW) and self._is_heading(line, before):
            return "heading"
        is_first = len(open_.lines) == 1 and before.left > measure.left + INDENT * line.size
        if measure.indents_first_lines and is_first and id(before) not in self._rights:
            # A line that went on would stand further left.
            return "indent"
        return "length" if is_ended or self._is_last(open_) else ""

    def _is_heading(self, line: Line, before: Line) -> bool:
        """Whether a line is a title below the end of a sentence: short, and none itself."""
        is_end = bool(ENDED.search(before.words)) and not ENDED.search(line.words)
        return is_end and self._is_short(line) and line.words[:1].isupper()

    def _is_last(self, open_: OpenParagraph) -> bool:
        """Whether a paragraph ends here because its formula does, though the line is full."""
        if len(open_.lines) > _LONGEST_FORMULA or not ENDED.search(open_.lines[-1].words):
            return False
        words = " ".join(line.words for line in open_.lines)
        return any(end.search(words) for end in (phrases.COURTESY, phrases.RENEWS))

    def _has_room_for(self, line: Line, open_: OpenParagraph) -> bool:
        """Whether the next word would have fitted on the line before: then that was a last line."""
        before, measure = open_.lines[-1], self._measure
        right = self._rights.get(id(before), measure.right)
        if measure.is_converted and not self._is_top:
            # How many letters a printed line takes depends on the letters.
            if measure.divides_paragraphs or measure.indents_first_lines:
                right = min(right, _SURELY_SHORT * right + line.first_width)
            elif line.words[:1].islower():
                right = min(right, _SHORT * right + line.first_width)
            elif not ENDED.search(before.words) or _is_within(open_.lines):
                right = min(right, _SURELY_SHORT * right + line.first_width)
        return before.right + 0.25 * line.size + line.first_width < right - 0.3 * line.size

    def _is_centred_below(self, line: Line, before: Line) -> bool:
        """Whether a title goes on: below its first line, around the same middle."""
        measure = self._measure
        middles = (line.left + line.right, before.left + before.right)
        if line.size == ROW:
            is_apart = line.left > measure.left + _FEWEST_COLUMNS
            is_whole = bool(ENDED.search(before.words))
            return is_apart and not is_whole and abs(middles[0] - middles[1]) < _FEWEST_COLUMNS
        left, right = line.left - measure.left, measure.right - line.right
        is_centred = left > 2 * line.size and abs(left - right) < 2 * line.size
        is_bold = before.is_bold and line.is_bold
        return is_bold and is_centred and abs(middles[0] - middles[1]) < 2 * line.size
