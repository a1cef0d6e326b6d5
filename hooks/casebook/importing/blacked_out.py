"""Words that somebody hid under black boxes of a PDF.

A file keeps them, and a reader of it never saw them. They may be the name of a victim.
"""

import ctypes
from collections.abc import Iterator, MutableSequence, Sequence
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from casebook.importing.pieces import BLACK

_LEAST = 4.0
"""Points that a box is high and wide, at least: a thinner one is a line."""
_DARK = 60
"""The most that a dark colour has of red, of green and of blue."""
_OPAQUE = 200
_MOST = 20_000

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner."""


def black_out(raw: Any, codes: MutableSequence[int], boxes: Sequence[Box]) -> None:
    """Replace every letter of a page that lies under a black box; `raw` is the page's text."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index, code in enumerate(codes):
        if code <= 0x20 or not pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top):
            continue
        x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
        if any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in boxes):
            handle = pdfium.FPDFText_GetTextObject(raw, index)
            if not handle or _is_dark(pdfium.FPDFPageObj_GetFillColor, handle, unknown=True):
                codes[index] = ord(BLACK)


def black_boxes(page: Any) -> list[Box]:
    """Return the boxes of a page that hide what lies under them."""
    return [*_drawn(page), *_marked(page)]


def _drawn(page: Any) -> Iterator[Box]:
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    for drawn in islice(paths, _MOST):
        left, bottom, right, top = drawn.get_bounds()
        if right - left < _LEAST or top - bottom < _LEAST:
            continue
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(drawn.raw, mode, stroke) or not mode.value:
            continue
        if pdfium.FPDFPath_CountSegments(drawn.raw) <= 6 and _is_dark(
            pdfium.FPDFPageObj_GetFillColor, drawn.raw, unknown=False
        ):
            yield left, bottom, right, top


def _marked(page: Any) -> Iterator[Box]:
    """Yield what a viewer laid over the page: redactions, and squares and highlights in black."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(mark)
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(mark, box)
        inner = pdfium.FPDFANNOT_COLORTYPE_InteriorColor
        outer = pdfium.FPDFANNOT_COLORTYPE_Color
        if (
            kind == pdfium.FPDF_ANNOT_REDACT
            or (kind == pdfium.FPDF_ANNOT_SQUARE and _is_dark_mark(mark, inner))
            or (kind == pdfium.FPDF_ANNOT_HIGHLIGHT and _is_dark_mark(mark, outer))
        ):
            sides = sorted((box.bottom, box.top))
            yield box.left, sides[0], box.right, sides[1]
        pdfium.FPDFPage_CloseAnnot(mark)


def _is_dark_mark(mark: Any, kind: int) -> bool:
    return _is_dark(
        lambda handle, *parts: pdfium.FPDFAnnot_GetColor(handle, kind, *parts), mark, unknown=False
    )


def _is_dark(read: Any, handle: Any, *, unknown: bool) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not read(handle, red, green, blue, alpha):
        return unknown
    return max(red.value, green.value, blue.value) <= _DARK and alpha.value >= _OPAQUE
