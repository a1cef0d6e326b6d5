"""What a PDF keeps and nobody sees: white on white, beside the paper, a speck."""

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from casebook.importing.colours import is_light
from casebook.importing.pdf.boxes import (
    Box,
    Picture,
    around,
    box_of,
    box_of_letter,
    drawn_on,
    origin_of_letter,
)

_FAINT = 13
_LEAST = 4.0
"""Points that a box is high and wide, at least: a thinner one is a line."""
SMALLEST = 1.0
"""The size of letters, in points, that somebody can read."""
_UNPRINTED = frozenset((pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP))
"""The modes of text that leaves nothing on the paper."""
_PICTURES = frozenset((pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM))
_PICTURED = 0.2
"""Of the paper, at least, is a picture on a page that was scanned."""
_MOST_CLIPS = 12
_FEWEST_POINTS, _MOST_POINTS = 3, 12
"""Of a path that is looked at: what has more is no box, and what it lets through is not known."""
_MOST = 4000
_MARGIN = 2.0
_LETTERS = 4
"""How many letters of a text object are looked for in the picture of a page."""
_AROUND = 1.0
"""Points of paper around a letter: a full stop fills its own box."""
_SAME = 8
"""By how much the grey of two points of paper may differ."""


class Sight:
    """What can be seen of the text of one page."""

    def __init__(self, page: Any, *, has_layers: bool) -> None:
        """Take a page; where it has layers, words may be on one that is not shown."""
        self._picture = Picture(page) if has_layers else None
        self._paper = Box(*page.get_bbox())
        self._colours: list[Box] = []
        """What is painted on the paper, and not light."""
        pictured = 0.0
        for kind, drawn in drawn_on(page, _MOST):
            if kind in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_UNKNOWN):
                continue
            box = box_of(drawn)
            pictured += box.area if kind in _PICTURES else 0
            if min(box.width, box.height) >= _LEAST and _is_coloured(kind, drawn):
                self._colours.append(box)
        self._is_scanned = pictured > self._paper.area * _PICTURED

    def shows(self, raw: Any, owner: int, span: range) -> bool:
        """Whether the letters of a text object, which are these, can be seen on the paper."""
        x, y = origin_of_letter(raw, span.start)
        if not self._paper.with_room(_MARGIN, _MARGIN).holds(x, y):
            return False
        handle = ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        if mode in _UNPRINTED:
            # OCR puts the words behind the picture that they were read off.
            return mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE and self._is_scanned
        if _is_clipped(handle) or not self._has_trace(raw, span):
            return False
        if mode != pdfium.FPDF_TEXTRENDERMODE_FILL:
            return True
        colour = _colour(handle)
        if colour is None or (not is_light(colour[:3]) and colour[3] > _FAINT):
            return True
        return colour[3] > _FAINT and any(
            each.holds(x + SMALLEST, y + SMALLEST) for each in self._colours
        )

    def _has_trace(self, raw: Any, span: range) -> bool:
        """Whether any of the first letters of a text object is where it should be on the paper."""
        if self._picture is None:
            return True
        letters = (at for at in span if pdfium.FPDFText_GetUnicode(raw, at) > 0x20)
        boxes = [box_of_letter(raw, at) for at in islice(letters, _LETTERS)]
        found = [self._picture.contrast(box.with_room(_AROUND, _AROUND)) for box in boxes]
        return not found or any(contrast is None or contrast > _SAME for contrast in found)


def _is_clipped(handle: Any) -> bool:
    """Whether a text object lies wholly outside of the part of the page that it may print on."""
    box = box_of(handle)
    return any(
        each.right < box.left
        or each.left > box.right
        or each.top < box.bottom
        or each.bottom > box.top
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
            points.append(Box(x.value, y.value, x.value, y.value))
        yield around(points)


def _is_coloured(kind: int, drawn: Any) -> bool:
    """Whether something covers paper with another colour than that of paper: a picture, or a path."""
    if kind != pdfium.FPDF_PAGEOBJ_PATH:
        return True
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(drawn, mode, stroke) or not mode.value:
        return False
    colour = _colour(drawn)
    return colour is None or not is_light(colour[:3])


def _colour(handle: Any) -> tuple[int, int, int, int] | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return None
    return red.value, green.value, blue.value, alpha.value
