"""Words that somebody hid under something on a page of a PDF: a box, a picture, a mark of a viewer.

A file keeps them, and a reader of it never saw them. They may be the name of a victim. What hides
them does not matter: a letter is hidden when the page looks the same with it and without it.
"""

import ctypes
from collections.abc import Collection, Iterator, MutableSequence, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from casebook.importing.pdf.boxes import (
    Box,
    Picture,
    around,
    box_of,
    box_of_letter,
    drawn_on,
    marks_on,
)
from casebook.importing.pieces import BLACK

_LEAST = 1.0
"""Points that something is high and wide, at least: one of many lines may hide a letter, a rule none."""
_MOST = 20_000
_MOST_COVERS = 100
"""More are one, as large as the page."""
_FAINT, _FAINT_ON_DARK = 28, 60
"""By how much the grey of a letter that can be read differs from what it stands on."""
_DARK = 60
"""The most that a dark colour has of red, of green and of blue."""
_INKED = 100
"""The most of grey that a bar has in the picture of a scanner."""
_MIDDLE = 0.15
"""What is left out on both sides of a letter, of its width: its neighbours may reach into it."""
_BEYOND = 0.2
_BESIDE = 1.0
"""Points of paper beside a letter: a stop or a stroke fills its own box."""
_SCANNED = 0.5
"""Of a page, at least, is the picture that its words were read off."""
_INK = 40
"""By how much the grey of ink differs from that of its paper, in the picture of a scanner."""
_IN_PLACE = 0.9
"""Of the words of a scan, at least, stand on ink: else they are shifted, and nobody can tell."""
_FEWEST_WORDS = 10
_OPAQUE = 200
_LATIN = 0x250
"""Letters below are drawn though their font is not in the file."""
_UNSEEN = frozenset((pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_TEXT))
"""Marks that lie on no words."""


def black_out(page: Any, raw: Any, codes: MutableSequence[int], marked: Sequence[Box]) -> None:
    """Replace every letter of a page that something hides; `raw` is the page's text.

    `marked` are the boxes of marks whose letters are hidden, whether they are painted or not.
    """
    marks = (box for kind, box, _ in marks_on(page) if kind not in _UNSEEN)
    covers = [*marked, *marks, *_drawn(page)]
    if not covers:
        return
    if len(covers) > _MOST_COVERS:
        covers = [Box(*page.get_bbox())]
    under = [*_under(raw, codes, covers)]
    if not under:
        return
    compared = _Compared(page, {owner for _, _, owner in under})
    for index, box, owner in under:
        is_marked = any(each.holds(*box.middle) for each in marked)
        if is_marked or not compared.shows(raw, index, box, owner):
            codes[index] = ord(BLACK)
    for index in compared.whited_out(under, codes):
        codes[index] = ord(BLACK)
    black_out_rests(codes, [index for index, _, _ in under])


def black_out_rests(codes: MutableSequence[int], places: Sequence[int]) -> None:
    """Replace what is left of words of which most is hidden: a box may be a letter too short."""
    done = -1
    for place in places:
        if place <= done or codes[place] != ord(BLACK):
            continue
        start = end = place
        while start and _is_of_word(codes[start - 1]):
            start -= 1
        while end < len(codes) and _is_of_word(codes[end]):
            end += 1
        done = end
        if codes[start:end].count(ord(BLACK)) * 2 > end - start:
            codes[start:end] = [ord(BLACK)] * (end - start)


def _is_of_word(code: int) -> bool:
    return code == ord(BLACK) or _is_letter(code)


def _is_letter(code: int) -> bool:
    return code < 0x110000 and chr(code).isalnum()


def _under(raw: Any, codes: Sequence[int], covers: Sequence[Box]) -> Iterator[tuple[int, Box, int]]:
    """Yield the letters that lie within a cover: place, box and text object."""
    for index, code in enumerate(codes):
        if code <= 0x20:
            continue
        box = box_of_letter(raw, index)
        x, y = box.middle
        if any(each.holds(x, y) for each in covers):
            owner = ctypes.cast(pdfium.FPDFText_GetTextObject(raw, index), ctypes.c_void_p).value
            if owner:
                yield index, box, owner


class _Compared:
    """How a page looks with some text objects, and without them."""

    def __init__(self, page: Any, owners: Collection[int]) -> None:
        half = Box(*page.get_bbox()).area * _SCANNED
        self._pictures = [box for box in _drawn(page, only_pictures=True) if box.area > half]
        self._owners = {owner: _object_of(owner) for owner in owners}
        self._whole = Picture(page)
        for handle, _ in self._owners.values():
            pdfium.FPDFPageObj_SetIsActive(handle, 0)
        self._bare = Picture(page)
        for handle, _ in self._owners.values():
            pdfium.FPDFPageObj_SetIsActive(handle, 1)

    def shows(self, raw: Any, index: int, box: Box, owner: int) -> bool:
        """Whether a letter leaves a trace, or the picture that it was read off has one of it."""
        handle, is_scanned = self._owners[owner]
        if not is_scanned and self._differs(box.with_room(-_MIDDLE * box.width, 0)):
            return True
        if is_scanned or self._is_pictured(box):
            # OCR puts the words behind the picture that they were read off.
            beside = box.with_room(_BESIDE, -_BEYOND * box.height)
            return max(map(max, self._bare.rows(beside)), default=255) > _INKED
        # Nobody can tell of letters for which this machine has no font.
        font = pdfium.FPDFTextObj_GetFont(handle)
        code = pdfium.FPDFText_GetUnicode(raw, index)
        return bool(code >= _LATIN and pdfium.FPDFFont_GetIsEmbedded(font) != 1)

    def whited_out(self, under: Sequence[tuple[int, Box, int]], codes: Sequence[int]) -> list[int]:
        """Return the letters of words of a scan that stand on blank paper, where the others do not.

        Somebody took them off the picture after a machine had read them.
        """
        words: list[list[tuple[int, Box]]] = []
        last = -2
        for index, box, owner in under:
            if _is_letter(codes[index]) and self._is_behind(box, owner):
                if index > last + 1:
                    words.append([])
                words[-1].append((index, box))
                last = index
        blank = [word for word in words if len(word) > 1 and not self._is_inked(word)]
        if len(words) < _FEWEST_WORDS or len(blank) > len(words) * (1 - _IN_PLACE):
            return []
        return [index for word in blank for index, _ in word]

    def _is_behind(self, box: Box, owner: int) -> bool:
        """Whether a letter is behind the picture that it was read off."""
        return self._owners[owner][1] or (self._is_pictured(box) and not self._differs(box))

    def _is_pictured(self, box: Box) -> bool:
        return any(each.holds(*box.middle) for each in self._pictures)

    def _is_inked(self, word: Sequence[tuple[int, Box]]) -> bool:
        contrast = self._bare.contrast(around([box for _, box in word]))
        return contrast is None or contrast > _INK

    def _differs(self, box: Box) -> bool:
        for one, other in zip(self._whole.rows(box), self._bare.rows(box), strict=True):
            if one != other:
                faint = _FAINT_ON_DARK if max(*one, *other) <= _DARK else _FAINT
                if any(abs(ours - theirs) > faint for ours, theirs in zip(one, other, strict=True)):
                    return True
        return False


def _object_of(owner: int) -> tuple[Any, bool]:
    """Return a text object, and whether its words are those of a scan."""
    handle = ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    return handle, mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE


def _drawn(page: Any, *, only_pictures: bool = False) -> Iterator[Box]:
    """Yield what is drawn on a page and may hide a letter; rules are too thin."""
    for kind, drawn in drawn_on(page, _MOST):
        is_one = (
            kind == pdfium.FPDF_PAGEOBJ_IMAGE if only_pictures else kind != pdfium.FPDF_PAGEOBJ_TEXT
        )
        if is_one and min((box := box_of(drawn)).width, box.height) >= _LEAST:
            yield box


def marked_boxes(page: Any) -> Iterator[Box]:
    """Yield what a viewer will black out: redactions that were not carried out, and black marks.

    A square or a highlight that has no picture of its own is painted by each viewer in its own way.
    """
    for kind, box, mark in marks_on(page):
        inner, outer = pdfium.FPDFANNOT_COLORTYPE_InteriorColor, pdfium.FPDFANNOT_COLORTYPE_Color
        if (
            kind == pdfium.FPDF_ANNOT_REDACT
            or (kind == pdfium.FPDF_ANNOT_SQUARE and _is_dark(mark, inner))
            or (kind == pdfium.FPDF_ANNOT_HIGHLIGHT and _is_dark(mark, outer))
        ):
            yield box


def _is_dark(mark: Any, kind: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFAnnot_GetColor(mark, kind, red, green, blue, alpha):
        return False
    return max(red.value, green.value, blue.value) <= _DARK and alpha.value >= _OPAQUE
