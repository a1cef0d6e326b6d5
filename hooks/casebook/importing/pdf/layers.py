"""Words that are on the paper of a PDF or not by what lies over it: forms filled in, and layers."""

import ctypes
import re
import zlib
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

_PRINTED = frozenset(
    (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
)
"""What of the marks on a page has words that are printed with it."""
_LAYERS = b"/OCProperties"
_STREAM = re.compile(rb"/ObjStm\b[^\0]{0,400}?stream\r?\n")
_LARGEST_STREAM = 20_000_000
_SCALE = 2.0
"""Points of the picture in which it is looked for letters, to a point of paper."""
_LETTERS = 4
"""How many letters of a text object are looked for."""
_AROUND = 1.0
"""Points of paper around a letter: a full stop fills its own box."""
_SAME = 8
"""By how much the grey of two points of paper may differ."""


def has_layers(data: bytes) -> bool:
    """Whether a file has layers, which may be off; yes where its catalogue cannot be looked at."""
    if _LAYERS in data or b"/Encrypt" in data:
        return True
    for found in _STREAM.finditer(data):
        unpacking = zlib.decompressobj()
        try:
            held = unpacking.decompress(data[found.end() :], _LARGEST_STREAM)
        except zlib.error:
            continue
        if _LAYERS in held:
            return True
    return False


def with_marks(document: Any, index: int, page: Any) -> Any:
    """Return the page with what was filled in, and what was stamped on it, among its words."""
    kinds = set()
    for at in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, at)
        kinds.add(pdfium.FPDFAnnot_GetSubtype(mark))
        pdfium.FPDFPage_CloseAnnot(mark)
    if not kinds & _PRINTED:
        return page
    if pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_PRINT) != pdfium.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]


class Print:
    """How a page comes out, to see whether anything is where a word should be."""

    def __init__(self, page: Any) -> None:
        bitmap = page.render(scale=_SCALE, grayscale=True, no_smoothtext=False)
        self._width, self._height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        self._grey = bytes(bitmap.buffer)
        self._left, _, _, self._top = page.get_bbox()

    def shows(self, raw: Any, span: range) -> bool:
        """Whether any of the first letters of a text object left a trace on it."""
        letters = (at for at in span if pdfium.FPDFText_GetUnicode(raw, at) > 0x20)
        looked = [self._has_trace(raw, at) for at in islice(letters, _LETTERS)]
        return any(looked) or not looked

    def _has_trace(self, raw: Any, index: int) -> bool:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if not pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top):
            return True
        columns = range(
            max(0, int((left.value - self._left - _AROUND) * _SCALE)),
            min(self._width, int((right.value - self._left + _AROUND) * _SCALE) + 1),
        )
        rows = range(
            max(0, int((self._top - top.value - _AROUND) * _SCALE)),
            min(self._height, int((self._top - bottom.value + _AROUND) * _SCALE) + 1),
        )
        seen = [self._grey[row * self._stride + at] for row in rows for at in columns]
        return not seen or max(seen) - min(seen) > _SAME
