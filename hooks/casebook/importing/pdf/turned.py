"""Pages of a PDF that lie on their side or upside down, set upright before they are read.

A landscape annex is often a page in portrait whose words are turned, and a scanner's feed turns
whole letters. What shows it are the words: how a page is said to be turned is often wrong.
"""

import math
from collections import Counter
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from casebook.importing.pdf.blacked_out import marked_boxes
from casebook.importing.pdf.boxes import Box

_SAMPLES = 60
_QUARTER = math.pi / 2
_CLOSE = 0.1
"""Radians by which a line may be off."""
_FEWEST = 3
"""Of how many sampled letters a page must consist to be turned for them."""


def upright(document: Any, index: int, page: Any) -> tuple[Any, list[Box]]:
    """Return the page with most of its words upright, and the boxes that a viewer laid over it.

    A page that is turned is opened anew; pdfium forgets then what colour the marks have.
    """
    quarters = _quarters(page)
    marked = [*marked_boxes(page)]
    if not quarters and not page.get_rotation():
        return page, marked
    if quarters:
        page = _with_painted_marks(document, index, page)
        left, bottom, right, top = page.get_cropbox()
        matrix, width, height = {
            1: ((0, 1, -1, 0, top, -left), top - bottom, right - left),
            2: ((-1, 0, 0, -1, right, top), right - left, top - bottom),
            3: ((0, -1, 1, 0, -bottom, right), top - bottom, right - left),
        }[quarters]
        clip = pdfium.FS_RECTF(0, height, width, 0)
        pdfium.FPDFPage_TransFormWithClip(page.raw, pdfium.FS_MATRIX(*matrix), clip)
        marked = [Box(*pypdfium2.PdfMatrix(*matrix).on_rect(*box)) for box in marked]
        page.set_mediabox(0, 0, width, height)
        page.set_cropbox(0, 0, width, height)
    page.set_rotation(0)
    page.close()
    return document[index], marked


def _with_painted_marks(document: Any, index: int, page: Any) -> Any:
    """Return the page with its marks painted on it: no mark is turned with the words of a page."""
    if not pdfium.FPDFPage_GetAnnotCount(page.raw):
        return page
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    page = document[index]
    while pdfium.FPDFPage_GetAnnotCount(page.raw):
        if not pdfium.FPDFPage_RemoveAnnot(page.raw, 0):
            break
    return page


def _quarters(page: Any) -> int:
    """Return by how many quarters of a circle most words are turned, the way a clock goes."""
    textpage = page.get_textpage()
    count = pdfium.FPDFText_CountChars(textpage.raw)
    angles: Counter[int | None] = Counter()
    for at in range(0, count, max(1, count // _SAMPLES)):
        if pdfium.FPDFText_GetUnicode(textpage.raw, at) > 0x20:
            angle = pdfium.FPDFText_GetCharAngle(textpage.raw, at)
            quarters = round(angle / _QUARTER)
            is_close = abs(angle - quarters * _QUARTER) < _CLOSE
            angles[quarters % 4 if is_close else None] += 1
    textpage.close()
    most = [quarters for quarters, times in angles.most_common(1) if times >= _FEWEST]
    return (most[0] or 0) if most else 0
