"""PDF files as pages of lines: what pdfium says of every letter, put together again.

pdfplumber takes 45 seconds for 300 dense pages and pypdf has no places of letters; pdfium takes 8.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from casebook.importing.blacked_out import Box, black_out
from casebook.importing.column_pages import in_one_column
from casebook.importing.paper import Page, Rule
from casebook.importing.pdf_layers import Print, has_layers, with_marks
from casebook.importing.pdf_lines import Font, Run, lines_of
from casebook.importing.pdf_turned import upright
from casebook.importing.pdf_unseen import SMALLEST, Sight
from casebook.importing.refusal import Refusal
from casebook.importing.right_to_left import FIRST_LEFTWARD, runs_leftwards

MOST_PAGES = 2000
_MOST_LETTERS = 8_000_000
_HYPHENS = frozenset((0x02, 0xFFFE, 0xFFFF))
"""What pdfium puts in the place of a hyphen at the end of a line."""
_LINE_ENDS = frozenset((0x0A, 0x0D))
_BLANKS = frozenset((0x09, 0x20, 0xA0)) | _LINE_ENDS
_MOST_DRAWN = 2000
_FEWEST_LETTERS = 10
"""Of a page with words; a scanner prints a number or a stamp on the others."""
_FEW_LETTERS = 200
"""Of a page whose words are a running head and a stamp, beside the picture of a page."""
_PICTURED, _MOSTLY_PICTURED = 0.2, 0.5
_DRAWN = 100
"""Paths of a page whose letters are drawn."""
_UNNAMED = 0xFFFD
"""Stands for a letter of which the file does not say which it is."""
_PRIVATE = (0xE000, 0xF000)
"""Codes that say nothing outside of a font; those above are of fonts of symbols."""
_THIN = 2.5
_SHORTEST_RULE = 6.0
_INVISIBLE = 3
_UPRIGHT = 0.1
"""Radians by which upright text may be turned."""
_FULL_TURN = 6.283


@dataclass(frozen=True, slots=True)
class PdfPages:
    """A PDF, read."""

    pages: tuple[Page, ...]
    is_scanned: bool
    """Whether its words are those that somebody's OCR put behind a picture."""
    has_words: bool
    pictures: tuple[int, ...] = ()
    """The numbers of the pages that are pictures, whose words are nowhere."""
    unnamed: tuple[int, ...] = ()
    """The numbers of the pages on which the file does not say which letters it prints."""


# The library's own binding makes an object of every pointer; a number is enough to compare.
_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_unnamed = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_void_p).value or 0
)


def read_pdf(data: bytes) -> PdfPages:
    """Return the pages of a PDF; Refusal says why one cannot be read."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = str(error).lower()
        if "password" in reason:
            raise Refusal(
                "The PDF is protected by a password.",
                "Save a copy without password, or print it to a new PDF.",
            ) from None
        if "security" in reason:
            raise Refusal(
                "The PDF is encrypted in a way that cannot be opened.",
                "Save a copy without protection.",
            ) from None
        raise Refusal("The PDF is damaged or cut off.", "Fetch it again from its source.") from None
    try:
        return _read(document, may_hide=has_layers(data))
    finally:
        document.close()


def _read(document: Any, *, may_hide: bool) -> PdfPages:
    count = len(document)
    if not count:
        raise Refusal("The PDF has no pages.", "Fetch it again from its source.")
    if count > MOST_PAGES:
        raise Refusal(
            f"The PDF has {count:,} pages; {MOST_PAGES:,} are allowed.",
            "Take the letter's own pages out of it.",
        )
    pages: list[Page] = []
    letters_left = _MOST_LETTERS
    fonts: Counter[bool] = Counter()
    pictures: list[int] = []
    unnamed: Counter[int] = Counter()
    for index in range(count):
        try:
            page, marked = upright(document, index, document[index])
            page = with_marks(document, index, page)
        except pypdfium2.PdfiumError:
            raise Refusal(
                f"Page {index + 1} of the PDF cannot be read.",
                "Fetch it again from its source.",
            ) from None
        printed = Print(page) if may_hide else None
        runs = list(_runs(page, marked, printed))
        letters = sum(len(run.text) for run in runs)
        letters_left -= letters
        if letters < _FEW_LETTERS and _is_picture(page, runs, letters):
            pictures.append(index + 1)
        if missing := sum(run.text.count(chr(_UNNAMED)) for run in runs):
            unnamed[index + 1] = missing
        if letters_left <= 0:
            raise Refusal(
                "The PDF holds far more words than any letter.",
                "Take the letter's own pages out of it.",
            )
        for run in runs:
            fonts[run.font.is_invisible] += len(run.text)
        width, height = page.get_size()
        rules = tuple(_rules(page, height))
        runs = in_one_column(runs, width, rules, height)
        lines = tuple(lines_of(runs, height, [rule for rule in rules if rule.is_upright]))
        pages.append(Page(index + 1, width, height, lines, rules))
        page.close()
    shown, hidden = fonts[False], fonts[True]
    if unnamed.total() * 2 > shown + hidden:
        raise Refusal(
            "The PDF does not say which letters it prints.",
            "Let ocrmypdf --force-ocr read them off the pages, and import the PDF that it makes.",
        )
    has_words = shown + hidden >= _FEWEST_LETTERS * count
    return PdfPages(tuple(pages), hidden > shown, has_words, tuple(pictures), tuple(unnamed))


def _is_picture(page: Any, runs: Sequence[Run], letters: int) -> bool:
    """Whether a page with few letters is a picture: a scan, in one or in strips, or drawn letters."""
    width, height = page.get_size()
    pictured = 0.0
    paths = 0
    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH]
    for drawn in islice(page.get_objects(filter=kinds, max_depth=3), _MOST_DRAWN):
        if drawn.type == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
        else:
            left, bottom, right, top = drawn.get_bounds()
            pictured += (right - left) * (top - bottom) / (width * height)
    if letters < _FEWEST_LETTERS:
        return pictured > _PICTURED or paths >= _DRAWN
    return pictured > _MOSTLY_PICTURED and not any(run.font.is_invisible for run in runs)


def _runs(page: Any, marked: Sequence[Box], printed: Print | None) -> Iterator[Run]:
    """Yield the runs of a page: what one text object prints without a line end in between."""
    textpage = page.get_textpage()
    count = pdfium.FPDFText_CountChars(textpage.raw)
    codes = _codes(textpage.raw, count)
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p)
    for index, code in enumerate(codes):
        if code > 0x20 and (_unnamed(handle, index) == 1 or _PRIVATE[0] <= code < _PRIVATE[1]):
            codes[index] = _UNNAMED
    black_out(page, textpage.raw, codes, marked)
    sight = Sight(page, printed)
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
    whole = [*_run(raw, codes, start, end)]
    may_be = max(codes[start:end]) >= FIRST_LEFTWARD  # of most runs one look tells
    if (may_be and any(map(runs_leftwards, codes[start:end]))) or any(
        run.right < run.left for run in whole
    ):
        for at in range(start, end):
            if codes[at] not in _BLANKS:
                yield from _run(raw, codes, at, at + 1)
    else:
        yield from whole


def _codes(raw: Any, count: int) -> list[int]:
    """Return the code of every letter: all at once, unless one of them takes two units."""
    units = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(raw, 0, count, units) == count + 1:
        codes = units[:count]
        if not any(0xD800 <= code < 0xE000 for code in codes):
            return codes
    return [pdfium.FPDFText_GetUnicode(raw, index) for index in range(count)]


def _run(raw: Any, codes: Sequence[int], start: int, end: int) -> Iterator[Run]:
    first = last = start
    while first < end and codes[first] in _BLANKS:
        first += 1
    last = end - 1
    while last > first and codes[last] in _BLANKS:
        last -= 1
    angle = pdfium.FPDFText_GetCharAngle(raw, first) if first < end else 1.0
    if not (angle < _UPRIGHT or angle > _FULL_TURN - _UPRIGHT):
        return
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    # The loose box is as wide as the letter's own room: between letters of a word is no gap.
    pdfium.FPDFText_GetLooseCharBox(raw, first, box)
    left = box.left
    pdfium.FPDFText_GetLooseCharBox(raw, last, box)
    pdfium.FPDFText_GetCharOrigin(raw, first, x, y)
    right = box.right
    head = first
    while head < last and codes[head + 1] not in _BLANKS:
        head += 1
    if head < last:
        pdfium.FPDFText_GetLooseCharBox(raw, head, box)
    text = "".join(map(_letter, codes[start:end]))
    yield Run(text, left, right, y.value, _font(raw, first), box.right)


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
        is_invisible=pdfium.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE,
    )


def _rules(page: Any, height: float) -> Iterator[Rule]:
    """Yield the straight lines that are drawn; a box is its four sides."""
    for at, drawn in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if at == _MOST_DRAWN:
            return
        left, bottom, right, top = drawn.get_bounds()
        top, bottom = height - top, height - bottom
        width, depth = right - left, bottom - top
        if min(width, depth) <= _THIN:
            if max(width, depth) > _SHORTEST_RULE:
                yield Rule(left, right, top, bottom)
        elif width > _SHORTEST_RULE and depth > _SHORTEST_RULE:
            yield Rule(left, right, top, top)
            yield Rule(left, right, bottom, bottom)
            yield Rule(left, left, top, bottom)
            yield Rule(right, right, top, bottom)
