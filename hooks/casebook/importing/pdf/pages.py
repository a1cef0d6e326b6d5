"""PDF files as pages of lines: what pdfium says of every letter, put together again.

pdfplumber takes 45 seconds for 300 dense pages and pypdf has no places of letters; pdfium takes 8.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from casebook.importing.extract import Extract, Form, shown
from casebook.importing.layout.chunks import chunks_of
from casebook.importing.layout.paper import Page, Rule
from casebook.importing.normalisation import tidy
from casebook.importing.pdf.boxes import Box
from casebook.importing.pdf.column_pages import in_one_column
from casebook.importing.pdf.layers import has_layers, with_marks
from casebook.importing.pdf.lines import lines_of
from casebook.importing.pdf.overprinted import words_over_words
from casebook.importing.pdf.runs import UNNAMED, runs_of
from casebook.importing.pdf.spoken import keep_to_print
from casebook.importing.pdf.turned import upright
from casebook.importing.refusal import Refusal
from casebook.words.wording import count_words, join_words, noun_words

_MOST_PAGES = 2000
_MOST_LETTERS = 8_000_000
_MOST_DRAWN = 2000
_FEWEST_LETTERS = 10
"""Of a page with words; a scanner prints a number or a stamp on the others."""
_FEW_LETTERS = 200
"""Of a page whose words are a running head and a stamp, beside the picture of a page."""
_PICTURED, _MOSTLY_PICTURED = 0.2, 0.5
_DRAWN = 100
"""Paths of a page whose letters are drawn."""
_THIN = 2.5
_SHORTEST_RULE = 6.0


def read_pdf(data: bytes) -> Extract:
    """Return what a PDF says; Refusal says why one cannot be read."""
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
        return _read(document, has_layers=has_layers(data))
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class _Read:
    """One page, read."""

    page: Page
    printed: int
    """How many letters it prints."""
    hidden: int
    """How many it has behind a picture, where OCR puts them."""
    unnamed: int
    """Of how many the file does not say which they are."""
    askew: str
    """Words that stand askew beside upright ones, as of a stamp."""
    is_picture: bool
    over: str
    """Words that are printed over others."""


def _read(document: Any, *, has_layers: bool) -> Extract:
    count = len(document)
    if not count:
        raise Refusal("The PDF has no pages.", "Fetch it again from its source.")
    if count > _MOST_PAGES:
        raise Refusal(
            f"The PDF has {count:,} pages; {_MOST_PAGES:,} are allowed.",
            "Take the letter's own pages out of it.",
        )
    read: list[_Read] = []
    letters = 0
    for index in range(count):
        each = _read_page(document, index, has_layers=has_layers)
        read.append(each)
        letters += each.printed + each.hidden
        if letters >= _MOST_LETTERS:
            raise Refusal(
                "The PDF holds far more words than any letter.",
                "Take the letter's own pages out of it.",
            )
    if sum(each.unnamed for each in read) * 2 > letters:
        raise Refusal(
            "The PDF does not say which letters it prints.",
            "Let ocrmypdf --force-ocr read them off the pages, and import the PDF that it makes.",
        )
    if letters < _FEWEST_LETTERS * count:
        raise Refusal(
            "The PDF holds pictures of pages and no words.",
            "Install OCRmyPDF (https://ocrmypdf.readthedocs.io), which reads the words off them, and import it again.",
            is_picture=True,
        )
    chunks = chunks_of([each.page for each in read])
    is_scanned = sum(each.hidden for each in read) * 2 > letters
    lost = _lost(read, pdfium.FPDFDoc_GetAttachmentCount(document.raw))
    return Extract(Form.PDF, chunks, count, is_scanned, (*lost,))


def _read_page(document: Any, index: int, *, has_layers: bool) -> _Read:
    try:
        page, marked = upright(document, index, document[index])
        page = with_marks(document, index, page)
        keep_to_print(document, index, page)
    except pypdfium2.PdfiumError:
        raise Refusal(
            f"Page {index + 1} of the PDF cannot be read.",
            "Fetch it again from its source.",
        ) from None
    found = [*runs_of(page, marked, has_layers=has_layers)]
    runs = [run for run in found if run.is_upright]
    letters = sum(len(run.text) for run in runs)
    hidden = sum(len(run.text) for run in runs if run.font.is_invisible)
    width, height = page.get_size()
    rules = tuple(_rules(page, height))
    upright_rules = [rule for rule in rules if rule.is_upright]
    lines = lines_of(in_one_column(runs, width, rules, height), height, upright_rules)
    read = _Read(
        Page(index + 1, width, height, tuple(lines), rules),
        letters - hidden,
        hidden,
        sum(run.text.count(chr(UNNAMED)) for run in runs),
        tidy("".join(run.text for run in found if not run.is_upright)).strip(),
        letters < _FEW_LETTERS and _is_picture(page, letters, hidden),
        words_over_words(run for run in runs if not run.font.is_invisible),
    )
    page.close()
    return read


def _lost(read: Sequence[_Read], attached: int) -> Iterator[str]:
    """Yield what is told of pages that are pictures or have letters without names, and of words askew."""
    if pictures := [each.page.number for each in read if each.is_picture]:
        are = noun_words(len(pictures), "is a picture", "are pictures")
        yield (
            f"{_named(pictures)} {are} without words, and not in the text: let ocrmypdf"
            " --skip-text read them, and import the PDF that it makes with --force"
        )
    if unnamed := [each.page.number for each in read if each.unnamed]:
        have = noun_words(len(unnamed), "has", "have")
        yield (
            f"{_named(unnamed)} {have} letters of which the file does not say which they are;"
            " � stands for each: put in what the page shows"
        )
    if askew := [each for each in read if each.askew]:
        have = noun_words(len(askew), "has", "have")
        pages, words = _named([each.page.number for each in askew]), shown(askew[0].askew)
        yield f"{pages} {have} words that stand askew, and are not in the text: {words}"
    if over := [each for each in read if each.over]:
        have = noun_words(len(over), "has", "have")
        pages, words = _named([each.page.number for each in over]), shown(over[0].over)
        yield (
            f"{pages} {have} words printed over other words, and the text has both: {words};"
            " look at the page"
        )
    if attached:
        yield f"it has {count_words(attached, 'other file')} in it, which nobody read: take them out, and look"


def _named(pages: Sequence[int]) -> str:
    """Return the numbers of pages in words: page 2, pages 2, 4 and 7–20."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    numbers = join_words(["–".join(map(str, run)) for run in runs])
    return f"{noun_words(len(pages), 'page')} {numbers}"


def _is_picture(page: Any, letters: int, hidden: int) -> bool:
    """Whether a page with few letters is a picture: a scan, in one or in strips, or drawn letters."""
    width, height = page.get_size()
    pictured = 0.0
    paths = 0
    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH]
    for drawn in islice(page.get_objects(filter=kinds, max_depth=3), _MOST_DRAWN):
        if drawn.type == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
        else:
            pictured += Box(*drawn.get_bounds()).area / (width * height)
    if letters < _FEWEST_LETTERS:
        return pictured > _PICTURED or paths >= _DRAWN
    return pictured > _MOSTLY_PICTURED and not hidden


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
