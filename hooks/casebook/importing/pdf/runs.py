"""What a page of a PDF prints in one go: every letter's code, place and font, as pdfium tells them."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

from casebook.importing.pdf.blacked_out import black_out
from casebook.importing.pdf.boxes import Box, origin_of_letter, room_of_letter
from casebook.importing.pdf.lines import Font, Run
from casebook.importing.pdf.overprinted import hide_overprinted
from casebook.importing.pdf.right_to_left import FIRST_LEFTWARD, in_ligature, runs_leftwards
from casebook.importing.pdf.unseen import SMALLEST, Sight

UNNAMED = 0xFFFD
"""Stands for a letter of which the file does not say which it is."""
_PRIVATE = (0xE000, 0xF000)
"""Codes that say nothing outside of a font; those above are of fonts of symbols."""
_HYPHENS = frozenset((0x02, 0xFFFE, 0xFFFF))
"""What pdfium puts in the place of a hyphen at the end of a line."""
_LINE_ENDS = frozenset((0x0A, 0x0D))
_BLANKS = frozenset((0x09, 0x20, 0xA0)) | _LINE_ENDS
_UPRIGHT = 0.1
"""Radians by which upright text may be turned."""
_FULL_TURN = 6.283


# The library's own binding makes an object of every pointer; a number is enough to compare.
_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_unnamed = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_void_p).value or 0
)


def runs_of(page: Any, marked: Sequence[Box], *, has_layers: bool) -> Iterator[Run]:
    """Yield the runs of a page: what one text object prints without a line end in between.

    Words that stand askew are among them, as of a stamp.
    """
    textpage = page.get_textpage()
    count = pdfium.FPDFText_CountChars(textpage.raw)
    codes = _codes(textpage.raw, count)
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p)
    for index, code in enumerate(codes):
        is_private = _PRIVATE[0] <= code < _PRIVATE[1]
        if not code or is_private or (code > 0x20 and _unnamed(handle, index) == 1):
            codes[index] = UNNAMED
    hide_overprinted(textpage.raw, codes)
    black_out(page, textpage.raw, codes, marked)
    sight = Sight(page, has_layers=has_layers)
    start, owner = 0, None
    for index in range(count + 1):
        # A blank that pdfium put in belongs to no object: it goes with what stands before it.
        now = _text_object(handle, index) if index < count else None
        is_blank = index < count and now is None and codes[index] not in _LINE_ENDS
        if now == owner or is_blank:
            continue
        if owner and sight.shows(textpage.raw, owner, range(start, index)):
            runs = _in_place(textpage.raw, codes, start, index)
            yield from (run for run in runs if run.font.size >= SMALLEST)
        start, owner = index, now
    textpage.close()


def _in_place(raw: Any, codes: Sequence[int], start: int, end: int) -> Iterator[Run]:
    """Yield a run; beside words that run to the left, a run for each letter.

    There the order of letters says little: what counts is where each was printed.
    """
    whole = _run(raw, codes, start, end)
    may_be = max(codes[start:end]) >= FIRST_LEFTWARD  # of most runs one look tells
    is_leftward = may_be and any(map(runs_leftwards, codes[start:end]))
    if is_leftward or (whole.is_upright and whole.right < whole.left):
        letters = [at for at in range(start, end) if codes[at] not in _BLANKS]
        for _, glyph in groupby(letters, lambda at: origin_of_letter(raw, at)):
            yield _glyph([_run(raw, codes, at, at + 1) for at in glyph])
    else:
        yield whole


def _glyph(runs: Sequence[Run]) -> Run:
    """Return the letters that one glyph stands for as one run: pdfium gives each a part of it."""
    ordered = sorted(runs, key=lambda run: -run.left)
    text = in_ligature([run.text for run in ordered])
    right = ordered[0].right
    return replace(ordered[-1], text=text, right=right, head=right)


def _codes(raw: Any, count: int) -> list[int]:
    """Return the code of every letter: all at once, unless one of them takes two units."""
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(raw, 0, count, units) == count + 1:
        codes = units[:count]
        if not any(0xD800 <= code < 0xE000 for code in codes):
            return codes
    return [pdfium.FPDFText_GetUnicode(raw, index) for index in range(count)]


def _run(raw: Any, codes: Sequence[int], start: int, end: int) -> Run:
    first, last = start, end - 1
    while first < end and codes[first] in _BLANKS:
        first += 1
    while last > first and codes[last] in _BLANKS:
        last -= 1
    angle = pdfium.FPDFText_GetCharAngle(raw, first) if first < end else 1.0
    is_upright = angle < _UPRIGHT or angle > _FULL_TURN - _UPRIGHT
    head = first
    while head < last and codes[head + 1] not in _BLANKS:
        head += 1
    left, right = room_of_letter(raw, first).left, room_of_letter(raw, last).right
    end_of_head = room_of_letter(raw, head).right if head < last else right
    _, baseline = origin_of_letter(raw, first)
    text = "".join(map(_letter, codes[start:end]))
    return Run(text, left, right, baseline, _font(raw, first), end_of_head, is_upright)


def _letter(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def _font(raw: Any, index: int) -> Font:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(raw, index, name, 128, flags)
    words = name.raw[: max(0, length - 1)].decode("utf-8", "replace").lower() if length else ""
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(raw, index)
    if pdfium.FPDFText_GetMatrix(raw, index, matrix):
        # Many programs set text of size 1 and enlarge it: what counts is how it comes out.
        size *= (matrix.c**2 + matrix.d**2) ** 0.5
    handle = pdfium.FPDFText_GetTextObject(raw, index)
    weight = pdfium.FPDFText_GetFontWeight(raw, index)
    return Font(
        size=round(size, 1),
        is_bold=weight >= 600 or "bold" in words or "black" in words,
        is_italic=bool(flags.value & 64) or "italic" in words or "oblique" in words,
        is_invisible=pdfium.FPDFTextObj_GetTextRenderMode(handle)
        == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
    )
