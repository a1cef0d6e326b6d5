"""Letters of a PDF over which others are printed: a row of X, of blocks or of dashes over a name."""

import ctypes
import re
from collections.abc import Iterator, MutableSequence, Sequence
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from casebook.importing.pdf.blacked_out import black_out_rests
from casebook.importing.pieces import BLACK

_ROW = re.compile(
    r"(?P<sign>[^\s\w.])(?:\s?(?P=sign)){2,}|(?P<letter>[^\W_])(?:\s?(?P=letter)){3,}"
    r"|X(?:\s?X){2,}|x(?:\s?x){2,}|[█▉▊▋▌▇▆■◼⬛▬▓▒]+"
)
"""What somebody types over a name; a word has no letter four times in a row."""
_REACH = 0.25
"""How far above and below its middle a row covers letters, of the height of its line."""
_MOST = 1000


class Cover(NamedTuple):
    """A row of signs that are all alike: their places in the text, and the room that they take."""

    places: range
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a place on the page lies within."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def hide_overprinted(raw: Any, codes: MutableSequence[int]) -> None:
    """Replace the letters under rows of signs, and take out those rows; `raw` is a page's text."""
    covers = [*islice(_covers(raw, codes), _MOST)]
    if not covers:
        return
    of_covers = {place for cover in covers for place in cover.places}
    used: set[Cover] = set()
    hidden: list[int] = []
    for place in range(len(codes)):
        if codes[place] <= 0x20 or place in of_covers:
            continue
        left, bottom, right, top = _box(raw, place)
        x, y = (left + right) / 2, (bottom + top) / 2
        over = [cover for cover in covers if cover.holds(x, y)]
        if over:
            used.update(over)
            codes[place] = ord(BLACK)
            hidden.append(place)
    for cover in used:
        for place in cover.places:
            codes[place] = 0x20
    black_out_rests(codes, hidden)


def _covers(raw: Any, codes: Sequence[int]) -> Iterator[Cover]:
    text = "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)
    for match in _ROW.finditer(text):
        places = range(*match.span())
        boxes = [_box(raw, place) for place in places if codes[place] > 0x20]
        bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
        middle, half = (bottom + top) / 2, _REACH * _height(raw, match.start())
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        yield Cover(places, left, middle - half, right, middle + half)


def _box(raw: Any, place: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, place, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _height(raw: Any, place: int) -> float:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, place, box)
    return float(abs(box.top - box.bottom))
