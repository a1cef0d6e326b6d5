"""Where something is on a page of a PDF, and how the page looks there."""

import ctypes
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_SCALE = 2.0
"""Points of a picture to a point of paper."""
_LARGEST = 2400
"""Points of a picture in each direction, at most."""


class Box(NamedTuple):
    """A part of a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    @property
    def area(self) -> float:
        """How much of the page it is."""
        return self.width * self.height

    @property
    def middle(self) -> tuple[float, float]:
        """The place in its middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a place on the page lies within."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def with_room(self, across: float, up: float) -> "Box":
        """Return it with room on each side; less than none takes some off."""
        return Box(self.left - across, self.bottom - up, self.right + across, self.top + up)


def around(boxes: list[Box]) -> Box:
    """Return what holds all of these."""
    left, bottom, right, top = zip(*boxes, strict=True)
    return Box(min(left), min(bottom), max(right), max(top))


def box_of_letter(raw: Any, place: int) -> Box:
    """Return where a letter of a page's text was printed."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(raw, place, left, right, bottom, top)
    return Box(left.value, bottom.value, right.value, top.value)


def room_of_letter(raw: Any, place: int) -> Box:
    """Return the room that a letter takes in its line: between letters of a word is no gap."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, place, box)
    return Box(box.left, box.bottom, box.right, box.top)


def origin_of_letter(raw: Any, place: int) -> tuple[float, float]:
    """Return where on its baseline a letter begins."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(raw, place, x, y)
    return x.value, y.value


def box_of(drawn: Any) -> Box:
    """Return where an object is drawn."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return Box(left.value, bottom.value, right.value, top.value)


def drawn_on(page: Any, most: int) -> Iterator[tuple[int, Any]]:
    """Yield the objects that are drawn on a page, words among them: kind and object."""
    for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), most)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, at)
        yield pdfium.FPDFPageObj_GetType(drawn), drawn


def marks_on(page: Any) -> Iterator[tuple[int, Box, Any]]:
    """Yield what a viewer laid over a page: kind, place, and the mark, open until the next one."""
    for at in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, at)
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(mark, box)
        bottom, top = sorted((box.bottom, box.top))
        yield pdfium.FPDFAnnot_GetSubtype(mark), Box(box.left, bottom, box.right, top), mark
        pdfium.FPDFPage_CloseAnnot(mark)


class Picture:
    """How a page comes out, in grey."""

    def __init__(self, page: Any) -> None:
        paper = Box(*page.get_bbox())
        self._left, self._top = paper.left, paper.top
        self._scale = min(_SCALE, _LARGEST / max(paper.width, paper.height, 1.0))
        bitmap = page.render(scale=self._scale, grayscale=True)
        self._width, self._height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        self._grey = bytes(bitmap.buffer)

    def rows(self, box: Box) -> Iterator[bytes]:
        """Yield the rows of a part of the page, those in the middle first."""
        left = max(0, int((box.left - self._left) * self._scale))
        right = min(self._width, int((box.right - self._left) * self._scale) + 1)
        top = max(0, int((self._top - box.top) * self._scale))
        bottom = min(self._height, int((self._top - box.bottom) * self._scale) + 1)
        if left < right:
            middle = (top + bottom) // 2
            for row in chain(range(middle, bottom), range(top, middle)):
                yield self._grey[row * self._stride + left : row * self._stride + right]

    def contrast(self, box: Box) -> int | None:
        """Return by how much the grey of a part of the page differs; None where it is no part."""
        rows = [*self.rows(box)]
        return max(map(max, rows)) - min(map(min, rows)) if rows else None
