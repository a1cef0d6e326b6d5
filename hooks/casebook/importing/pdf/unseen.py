"""What a PDF keeps and nobody sees: white on white, beside the paper, a speck."""

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from casebook.importing.pdf.blacked_out import Box
from casebook.importing.pdf.layers import Print

_LIGHT = 240
"""The least that the colour of paper has of red, of green and of blue."""
_FAINT = 13
_LEAST = 4.0
"""Points that a box is high and wide, at least: a thinner one is a line."""
SMALLEST = 1.0
"""The size of letters, in points, that somebody can read."""
_FILLED = 0
"""The mode of text that is filled, as nearly all is."""
_INVISIBLE, _CLIPPING = 3, 7
_UNPRINTED = frozenset((_INVISIBLE, _CLIPPING))
"""The modes of text that leaves nothing on the paper."""
_PICTURED = 0.2
"""Of the paper, at least, is a picture on a page that was scanned."""
_MOST_CLIPS = 12
_FEWEST_POINTS, _MOST_POINTS = 3, 12
"""Of a path that is looked at: what has more is no box, and what it lets through is not known."""
_MOST = 4000
_MARGIN = 2.0


class _Painted(NamedTuple):
    """Something that covers a part of the page."""

    left: float
    bottom: float
    right: float
    top: float
    is_light: bool

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Sight:
    """What can be seen of the text of one page."""

    def __init__(self, page: Any, printed: Print | None = None) -> None:
        self._printed = printed
        self._paper = page.get_bbox()
        self._pictured = 0.0
        """How much of the paper is a picture."""
        self._painted = [*self._paint(page)]
        left, bottom, right, top = self._paper
        self._is_scanned = self._pictured > (right - left) * (top - bottom) * _PICTURED

    def _paint(self, page: Any) -> Iterator[_Painted]:
        for at in islice(range(pdfium.FPDFPage_CountObjects(page.raw)), _MOST):
            drawn = pdfium.FPDFPage_GetObject(page.raw, at)
            kind = pdfium.FPDFPageObj_GetType(drawn)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                mode, stroke = ctypes.c_int(), ctypes.c_int()
                if pdfium.FPDFPath_GetDrawMode(drawn, mode, stroke) and mode.value:
                    yield from _painted(drawn, is_path=True)
            elif kind not in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_UNKNOWN):
                if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
                    self._pictured += _area(drawn)
                yield from _painted(drawn, is_path=False)

    def shows(self, raw: Any, owner: int, span: range) -> bool:
        """Whether the letters of a text object, which are these, can be seen on the paper."""
        x, y = ctypes.c_double(), ctypes.c_double()
        if not pdfium.FPDFText_GetCharOrigin(raw, span.start, x, y):
            return True
        left, bottom, right, top = self._paper
        if not (
            left - _MARGIN <= x.value <= right + _MARGIN
            and bottom - _MARGIN <= y.value <= top + _MARGIN
        ):
            return False
        handle = ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        if mode in _UNPRINTED:
            # OCR puts the words behind the picture that they were read off.
            return bool(mode == _INVISIBLE and self._is_scanned)
        if _is_clipped(handle):
            return False
        if self._printed and not self._printed.shows(raw, span):
            return False
        if mode != _FILLED:
            return True
        colour = _colour(handle)
        if colour is None or (min(colour[:3]) < _LIGHT and colour[3] > _FAINT):
            return True
        return colour[3] > _FAINT and any(
            not each.is_light and each.holds(x.value + SMALLEST, y.value + SMALLEST)
            for each in self._painted
        )


def _bounds(drawn: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _is_clipped(handle: Any) -> bool:
    """Whether a text object lies wholly outside of the part of the page that it may print on."""
    left, bottom, right, top = _bounds(handle)
    return any(
        each[2] < left or each[0] > right or each[3] < bottom or each[1] > top
        for each in _clips(handle)
    )


def _clips(handle: Any) -> Iterator[Box]:
    """Yield the boxes around the simple paths outside of which an object does not print."""
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    for path in range(min(count, _MOST_CLIPS)):
        segments = pdfium.FPDFClipPath_CountPathSegments(clip, path)
        if not _FEWEST_POINTS <= segments <= _MOST_POINTS:
            continue
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for at in range(segments):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, at)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            points.append((x.value, y.value))
        across, up = zip(*points, strict=True)
        yield min(across), min(up), max(across), max(up)


def _area(drawn: Any) -> float:
    left, bottom, right, top = _bounds(drawn)
    return max(0.0, right - left) * max(0.0, top - bottom)


def _painted(drawn: Any, *, is_path: bool) -> Iterator[_Painted]:
    left, bottom, right, top = _bounds(drawn)
    if right - left < _LEAST or top - bottom < _LEAST:
        return
    colour = _colour(drawn) if is_path else None
    is_light = colour is not None and min(colour[:3]) >= _LIGHT
    yield _Painted(left, bottom, right, top, is_light)


def _colour(handle: Any) -> tuple[int, int, int, int] | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return None
    return red.value, green.value, blue.value, alpha.value
