"""Words that somebody hid under black boxes of a PDF.

A file keeps them, and a reader of it never saw them. They may be the name of a victim.
"""

import ctypes
from collections.abc import Iterator, MutableSequence, Sequence
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from casebook.importing.pieces import BLACK

_LEAST = 4.0
"""Points that a box is high and wide, at least: a thinner one is a line."""
_DARK = 60
"""The most that a dark colour has of red, of green and of blue."""
_OPAQUE = 200
_MOST = 20_000
_SIMPLE = 6
"""The most segments of a path that is a box and nothing else."""
_ENDS = 2
_MOST_SEGMENTS = 4000
_MOST_PARTS = 400
_ON_SIDE = 0.5
_HIGHEST_BAR = 120.0
"""Points: a few lines; nobody looks at every point of a larger picture."""

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


def drawn_boxes(page: Any) -> Iterator[Box]:
    """Yield what is drawn in black: filled boxes, strokes as high as a line, pictures of nothing."""
    kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
    for drawn in islice(page.get_objects(filter=kinds, max_depth=3), _MOST):
        left, bottom, right, top = drawn.get_bounds()
        if right - left < _LEAST or top - bottom < _LEAST:
            continue
        is_path = drawn.type == pdfium.FPDF_PAGEOBJ_PATH
        boxes = _drawn_boxes(drawn.raw, (left, bottom, right, top)) if is_path else []
        if not is_path and top - bottom < _HIGHEST_BAR and _is_black_picture(drawn):
            boxes = [(left, bottom, right, top)]
        for box in boxes:
            yield _on_page(drawn, box)


def _on_page(drawn: Any, box: Box) -> Box:
    """Return where a box of a form lies on the page that the form is put on."""
    form = drawn.container
    while form:
        box = form.get_matrix().on_rect(*box)
        form = form.container
    return box


def _drawn_boxes(path: Any, bounds: Box) -> list[Box]:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, stroke):
        return []
    if mode.value and _is_dark(pdfium.FPDFPageObj_GetFillColor, path, unknown=False):
        return [bounds] if pdfium.FPDFPath_CountSegments(path) <= _SIMPLE else _parts(path)
    if stroke.value and _is_dark(pdfium.FPDFPageObj_GetStrokeColor, path, unknown=False):
        return _bars(path)
    return []


def _bars(path: Any) -> list[Box]:
    """Return the box of a straight line that is as wide as a line of words is high."""
    points = [point for part in _points(path) for point in part]
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    matrix = _matrix(path)
    half = width.value * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5 / 2
    if len(points) != _ENDS or half * 2 < _LEAST:
        return []
    (left, right), (bottom, top) = (sorted(each) for each in zip(*points, strict=True))
    if top - bottom < _ON_SIDE:
        return [(left, bottom - half, right, top + half)]
    return [(left - half, bottom, right + half, top)] if right - left < _ON_SIDE else []


def _parts(path: Any) -> list[Box]:
    """Return the boxes that one path fills: several beside each other, or one with round corners.

    Their corners lie on the sides of the box around them; those of letters and of badges do not.
    Of two that lie in each other the inner one is a hole.
    """
    boxes: list[Box] = []
    for part in _points(path):
        left, right = min(x for x, _ in part), max(x for x, _ in part)
        bottom, top = min(y for _, y in part), max(y for _, y in part)
        if (
            all(min(x - left, right - x, y - bottom, top - y) < _ON_SIDE for x, y in part)
            and right - left >= _LEAST
            and top - bottom >= _LEAST
        ):
            boxes.append((left, bottom, right, top))
    if len(boxes) > _MOST_PARTS:
        return []
    return [
        box
        for box in boxes
        if not any(_holds(box, other) or _holds(other, box) for other in boxes if other is not box)
    ]


def _holds(outer: Box, inner: Box) -> bool:
    is_beside = outer[0] <= inner[0] and inner[2] <= outer[2]
    return is_beside and outer[1] <= inner[1] and inner[3] <= outer[3]


def _matrix(path: Any) -> Any:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    return matrix


def _points(path: Any) -> list[list[tuple[float, float]]]:
    """Return the points of each part of a path."""
    matrix = _matrix(path)
    parts: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if not parts or pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            parts.append([])
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        parts[-1].append((across, matrix.b * x.value + matrix.d * y.value + matrix.f))
    return parts


def _is_black_picture(drawn: Any) -> bool:
    """Whether a picture is black all over."""
    try:
        bitmap = drawn.get_bitmap(render=True)
    except pypdfium2.PdfiumError:
        return False
    picture = bitmap.to_pil()
    if "A" in picture.getbands() and picture.getchannel("A").getextrema()[0] < _OPAQUE:
        return False
    return bool(picture.convert("L").getextrema()[1] <= _DARK)


def marked_boxes(page: Any) -> Iterator[Box]:
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
