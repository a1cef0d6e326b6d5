"""Words that somebody hid under something on a page of a PDF: a box, a picture, a mark of a viewer.

A file keeps them, and a reader of it never saw them. They may be the name of a victim. What hides
them does not matter: a letter is hidden when the page looks the same with it and without it.
"""

import ctypes
from collections.abc import Collection, Iterator, MutableSequence, Sequence
from itertools import chain
from typing import Any

import pypdfium2.raw as pdfium

from casebook.importing.pieces import BLACK

_LEAST = 1.0
"""Points that something is high and wide, at least: one of many lines may hide a letter, a rule none."""
_MOST = 20_000
_MOST_COVERS = 100
"""More are one, as large as the page."""
_SCALE = 2.0
"""Points of the picture in which it is looked for letters, to a point of paper."""
_LARGEST = 2400
"""Points of the picture in each direction, at most."""
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
_INVISIBLE = 3
_LATIN = 0x250
"""Letters below are drawn though their font is not in the file."""
_UNSEEN = frozenset((pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_TEXT))
"""Marks that lie on no words."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner."""


def black_out(page: Any, raw: Any, codes: MutableSequence[int], marked: Sequence[Box]) -> None:
    """Replace every letter of a page that something hides; `raw` is the page's text.

    `marked` are the boxes of marks whose letters are hidden, whether they are painted or not.
    """
    covers = [*marked, *_marks(page), *_drawn(page)]
    if not covers:
        return
    if len(covers) > _MOST_COVERS:
        covers = [page.get_bbox()]
    under = [*_under(raw, codes, covers)]
    if not under:
        return
    compared = _Compared(page, {owner for _, _, owner in under})
    for index, box, owner in under:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if any(_holds(each, x, y) for each in marked) or not compared.shows(raw, index, box, owner):
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


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _under(raw: Any, codes: Sequence[int], covers: Sequence[Box]) -> Iterator[tuple[int, Box, int]]:
    """Yield the letters that lie within a cover: place, box and text object."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index, code in enumerate(codes):
        if code <= 0x20 or not pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top):
            continue
        box = (left.value, bottom.value, right.value, top.value)
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if any(_holds(each, x, y) for each in covers):
            owner = ctypes.cast(pdfium.FPDFText_GetTextObject(raw, index), ctypes.c_void_p).value
            if owner:
                yield index, box, owner


class _Compared:
    """How a page looks with some text objects, and without them."""

    def __init__(self, page: Any, owners: Collection[int]) -> None:
        self._left, bottom, right, self._top = page.get_bbox()
        width, height = right - self._left, self._top - bottom
        self._scale = min(_SCALE, _LARGEST / max(width, height, 1.0))
        self._pictures = [
            box
            for box in _drawn(page, only_pictures=True)
            if _area(box) > width * height * _SCANNED
        ]
        self._owners = {owner: _object_of(owner) for owner in owners}
        self._grey = self._rendered(page)
        for handle, _ in self._owners.values():
            pdfium.FPDFPageObj_SetIsActive(handle, 0)
        self._bare = self._rendered(page)
        for handle, _ in self._owners.values():
            pdfium.FPDFPageObj_SetIsActive(handle, 1)

    def _rendered(self, page: Any) -> bytes:
        bitmap = page.render(scale=self._scale, grayscale=True)
        self._width, self._height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        return bytes(bitmap.buffer)

    def shows(self, raw: Any, index: int, box: Box, owner: int) -> bool:
        """Whether a letter leaves a trace, or the picture that it was read off has one of it."""
        left, bottom, right, top = box
        handle, is_scanned = self._owners[owner]
        inset = _MIDDLE * (right - left)
        if not is_scanned and self._differs((left + inset, bottom, right - inset, top)):
            return True
        x, y = (left + right) / 2, (bottom + top) / 2
        if is_scanned or any(_holds(each, x, y) for each in self._pictures):
            # OCR puts the words behind the picture that they were read off.
            inset = _BEYOND * (top - bottom)
            around = (left - _BESIDE, bottom + inset, right + _BESIDE, top - inset)
            return max((max(self._bare[row]) for row in self._rows(around)), default=255) > _INKED
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
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return self._owners[owner][1] or (
            any(_holds(each, x, y) for each in self._pictures) and not self._differs(box)
        )

    def _is_inked(self, word: Sequence[tuple[int, Box]]) -> bool:
        boxes = [box for _, box in word]
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
        rows = [self._bare[row] for row in self._rows((left, bottom, right, top))]
        return not rows or max(map(max, rows)) - min(map(min, rows)) > _INK

    def _differs(self, box: Box) -> bool:
        for row in self._rows(box):
            one, other = self._grey[row], self._bare[row]
            if one != other:
                faint = _FAINT_ON_DARK if max(*one, *other) <= _DARK else _FAINT
                if any(abs(ours - theirs) > faint for ours, theirs in zip(one, other, strict=True)):
                    return True
        return False

    def _rows(self, box: Box) -> Iterator[slice]:
        """Yield where the rows of a box of the page are in its pictures, those in the middle first."""
        left = max(0, int((box[0] - self._left) * self._scale))
        right = min(self._width, int((box[2] - self._left) * self._scale) + 1)
        top = max(0, int((self._top - box[3]) * self._scale))
        bottom = min(self._height, int((self._top - box[1]) * self._scale) + 1)
        if left < right:
            for row in chain(range((top + bottom) // 2, bottom), range(top, (top + bottom) // 2)):
                yield slice(row * self._stride + left, row * self._stride + right)


def _object_of(owner: int) -> tuple[Any, bool]:
    """Return a text object, and whether its words are those of a scan."""
    handle = ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT)
    return handle, pdfium.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _drawn(page: Any, *, only_pictures: bool = False) -> Iterator[Box]:
    """Yield what is drawn on a page and may hide a letter; rules are too thin."""
    for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, at)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT or (
            only_pictures and kind != pdfium.FPDF_PAGEOBJ_IMAGE
        ):
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
        if right.value - left.value >= _LEAST and top.value - bottom.value >= _LEAST:
            yield left.value, bottom.value, right.value, top.value


def _marks(page: Any) -> Iterator[Box]:
    """Yield where a viewer laid marks over a page; links are no such marks."""
    for kind, box, _ in _annotations(page):
        if kind not in _UNSEEN:
            yield box


def marked_boxes(page: Any) -> Iterator[Box]:
    """Yield what a viewer will black out: redactions that were not carried out, and black marks.

    A square or a highlight that has no picture of its own is painted by each viewer in its own way.
    """
    for kind, box, mark in _annotations(page):
        inner, outer = pdfium.FPDFANNOT_COLORTYPE_InteriorColor, pdfium.FPDFANNOT_COLORTYPE_Color
        if (
            kind == pdfium.FPDF_ANNOT_REDACT
            or (kind == pdfium.FPDF_ANNOT_SQUARE and _is_dark(mark, inner))
            or (kind == pdfium.FPDF_ANNOT_HIGHLIGHT and _is_dark(mark, outer))
        ):
            yield box


def _annotations(page: Any) -> Iterator[tuple[int, Box, Any]]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, index)
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(mark, box)
        bottom, top = sorted((box.bottom, box.top))
        yield pdfium.FPDFAnnot_GetSubtype(mark), (box.left, bottom, box.right, top), mark
        pdfium.FPDFPage_CloseAnnot(mark)


def _is_dark(mark: Any, kind: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFAnnot_GetColor(mark, kind, red, green, blue, alpha):
        return False
    return max(red.value, green.value, blue.value) <= _DARK and alpha.value >= _OPAQUE
