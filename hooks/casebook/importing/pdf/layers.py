"""Words that are on the paper of a PDF or not by what lies over it: forms filled in, and layers."""

import re
import zlib
from typing import Any

import pypdfium2.raw as pdfium

from casebook.importing.pdf.boxes import marks_on

_PRINTED = frozenset(
    (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
)
"""What of the marks on a page has words that are printed with it."""
_LAYERS = b"/OCProperties"
_STREAM = re.compile(rb"/ObjStm\b[^\0]{0,400}?stream\r?\n")
_LARGEST_STREAM = 20_000_000


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
    if not any(kind in _PRINTED for kind, _, _ in marks_on(page)):
        return page
    if pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_PRINT) != pdfium.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]
