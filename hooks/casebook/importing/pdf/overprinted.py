"""Letters of a PDF over which others are printed: a row of X, of blocks or of dashes over a name."""

import re
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from itertools import islice
from typing import Any

from casebook.importing.pdf.blacked_out import black_out_rests
from casebook.importing.pdf.boxes import Box, around, box_of_letter, room_of_letter
from casebook.importing.pdf.lines import Run
from casebook.importing.pieces import BLACK

_ROW = re.compile(
    r"(?P<sign>[^\s\w.])(?:\s?(?P=sign)){2,}|(?P<letter>[^\W_])(?:\s?(?P=letter)){3,}"
    r"|X(?:\s?X){2,}|x(?:\s?x){2,}|[█▉▊▋▌▇▆■◼⬛▬▓▒]+"
)
"""What somebody types over a name; a word has no letter four times in a row."""
_REACH = 0.25
"""How far above and below its middle a row covers letters, of the height of its line."""
_MOST = 1000
_FEWEST = 3
"""Letters of words; fewer may be an accent, or a sign made of two."""
_TO_FILL_IN = re.compile(r"_{3}|\.{4}|…{2}")
"""A line of a form: words are meant to stand on it."""
_OVER = 0.5
"""Of the shorter words: how much of them lies over others."""


def hide_overprinted(raw: Any, codes: MutableSequence[int]) -> None:
    """Replace the letters under rows of signs, and take out those rows; `raw` is a page's text."""
    covers = [*islice(_covers(raw, codes), _MOST)]
    if not covers:
        return
    of_covers = {place for places, _ in covers for place in places}
    used: set[int] = set()
    hidden: list[int] = []
    for place in range(len(codes)):
        if codes[place] <= 0x20 or place in of_covers:
            continue
        x, y = box_of_letter(raw, place).middle
        over = [places for places, box in covers if box.holds(x, y)]
        if over:
            used.update(*over)
            codes[place] = ord(BLACK)
            hidden.append(place)
    for place in used:
        codes[place] = 0x20
    black_out_rests(codes, hidden)


def words_over_words(runs: Iterable[Run]) -> str:
    """Return the first words of a page that are printed over other words; empty if none are.

    Which of both a reader sees, if either, nobody can tell from the file.
    """
    worded = [
        run
        for run in runs
        if sum(map(str.isalnum, run.text)) >= _FEWEST and not _TO_FILL_IN.search(run.text)
    ]
    rows: dict[int, list[Run]] = {}
    for run in sorted(worded, key=lambda each: each.left):
        rows.setdefault(round(run.baseline), []).append(run)
    for row in rows.values():
        reaching = row[0]
        for run in row[1:]:
            shared = min(reaching.right, run.right) - run.left
            narrower = min(reaching.right - reaching.left, run.right - run.left)
            if shared > _OVER * narrower and run.text.strip() != reaching.text.strip():
                return run.text.strip()
            reaching = max(reaching, run, key=lambda each: each.right)
    return ""


def _covers(raw: Any, codes: Sequence[int]) -> Iterator[tuple[range, Box]]:
    """Yield rows of signs that are all alike: their places in the text, and the room that they take."""
    text = "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)
    for match in _ROW.finditer(text):
        places = range(*match.span())
        box = around([box_of_letter(raw, place) for place in places if codes[place] > 0x20])
        middle, half = box.middle[1], _REACH * abs(room_of_letter(raw, match.start()).height)
        yield places, box._replace(bottom=middle - half, top=middle + half)
