"""A file of any kind to chunks: what it is shows in its bytes, not in its name."""

import re
from collections.abc import Iterator, Sequence

from casebook.importing.decoding import decode
from casebook.importing.extract import Extract, Form
from casebook.importing.layout import chunks_of
from casebook.importing.markdown_source import as_page, is_markdown, markdown_chunks, without_front
from casebook.importing.normalisation import tidy
from casebook.importing.pdf_pages import PdfPages, read_pdf
from casebook.importing.plain_pages import read_pages
from casebook.importing.refusal import Refusal
from casebook.importing.web_page import WebWords, read_web
from casebook.importing.word_document import WordWords, read_word
from casebook.words.wording import count_words, join_words, noun_words

_SHOWN = 60
_LARGEST_TEXT = 5_000_000

_SAVE = "Save it as PDF, DOCX, HTML, Markdown or text."

_PICTURES = {
    b"\x89PNG": "PNG picture",
    b"\xff\xd8\xff": "JPEG picture",
    b"II*\x00": "TIFF picture",
    b"MM\x00*": "TIFF picture",
    b"GIF8": "GIF picture",
}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MESSAGE = re.compile(r"(?:[\w-]+: .*\n(?:[ \t].*\n)*){0,40}?MIME-Version:", re.IGNORECASE)
_TAGS = re.compile(r"</(?:p|div|td|li|h[1-6])\s*>", re.IGNORECASE)
_FEWEST_TAGS = 3


def extract(data: bytes) -> Extract:
    """Return what a file says; Refusal says why one cannot be read."""
    if not data.strip(b"\0 \t\r\n"):
        raise Refusal("The file is empty.", "Fetch it again from its source.")
    if not data.startswith(b"PK") and b"%PDF-" in data.lstrip()[:1024]:
        data = data.lstrip()
        pdf = read_pdf(data)
        if not pdf.has_words:
            raise Refusal(
                "The PDF holds pictures of pages and no words.",
                "Install OCRmyPDF (https://ocrmypdf.readthedocs.io), which reads the words off them, and import it again.",
                is_picture=True,
            )
        lost = tuple(_lost(pdf))
        return Extract(Form.PDF, chunks_of(pdf.pages), len(pdf.pages), pdf.is_scanned, lost)
    if data.startswith(b"PK\x03\x04"):
        word = read_word(data)
        if word.pictures and not any(chunk.words for chunk in word.chunks):
            raise Refusal(
                "The Word file holds pictures and no words.",
                "Save it as PDF; OCRmyPDF reads the words off them.",
            )
        return Extract(Form.WORD, word.chunks, lost=tuple(_lost_of_word(word)))
    _refuse_by_magic(data)
    text, guessed = decode(data)
    doubt = tuple(_told_of_guess(guessed))
    if len(text) > _LARGEST_TEXT:
        raise Refusal(
            "The file holds far more words than any letter.",
            "Take the letter's own words out of it.",
        )
    if _MESSAGE.match(text[:8000].lstrip()):
        raise Refusal(
            "The file is an e-mail, or a web page saved as one.",
            "Take the letter out of it, or save the page as HTML.",
        )
    is_page = bool(_HTML.match(text[:4000]))
    if not is_page and text.lstrip().startswith(("<?xml", "%!PS")):
        raise Refusal("The file is of a kind that is not known: XML or PostScript.", _SAVE)
    if is_page or len(_TAGS.findall(text)) >= _FEWEST_TAGS:
        web = read_web(text)
        return Extract(Form.HTML, web.chunks, lost=(*doubt, *_lost_of_web(web)))
    text = without_front(text)
    if is_markdown(text):
        if page := as_page(text):
            web = read_web(page, keeps_lines=True)
            return Extract(Form.MARKDOWN, web.chunks, lost=(*doubt, *_lost_of_web(web)))
        return Extract(Form.MARKDOWN, markdown_chunks(text), lost=doubt)
    pages = read_pages(text)
    count = len(pages) if len(pages) > 1 else None
    return Extract(Form.TEXT, chunks_of(pages), count, lost=doubt)


def _lost(pdf: PdfPages) -> Iterator[str]:
    if pdf.pictures:
        are = noun_words(len(pdf.pictures), "is a picture", "are pictures")
        yield (
            f"{_named(pdf.pictures)} {are} without words, and not in the text: let ocrmypdf"
            " --skip-text read them, and import the PDF that it makes with --force"
        )
    if pdf.unnamed:
        have = noun_words(len(pdf.unnamed), "has", "have")
        yield (
            f"{_named(pdf.unnamed)} {have} letters of which the file does not say which they are;"
            " � stands for each: put in what the page shows"
        )
    if pdf.askew:
        words = next(iter(pdf.askew.values()))
        have = noun_words(len(pdf.askew), "has", "have")
        yield f"{_named([*pdf.askew])} {have} words that stand askew, and are not in the text: {_shown(words)}"
    if pdf.attached:
        yield f"it has {count_words(pdf.attached, 'other file')} in it, which nobody read: take them out, and look"


def _lost_of_word(word: WordWords) -> Iterator[str]:
    if word.pictures:
        show = noun_words(word.pictures, "it shows", "they show")
        cover = noun_words(word.pictures, "it covers", "they cover")
        yield (
            f"it has {count_words(word.pictures, 'picture')}: what {show} is not in the text, and"
            f" words that {cover} are; look at both"
        )
    if word.struck:
        yield _told_of_struck(word.struck)


def _lost_of_web(web: WebWords) -> Iterator[str]:
    if web.pictures:
        show = noun_words(web.pictures, "it shows", "they show")
        yield (
            f"it has {count_words(web.pictures, 'picture')}, frames and formulas counted: what {show}"
            " is not in the text; look at the page"
        )
    if web.struck:
        yield _told_of_struck(web.struck)
    if web.is_styled_elsewhere:
        yield (
            "it takes its looks from other files, which nobody reads: the text may have words that"
            " the page does not show; compare them"
        )


def _told_of_guess(word: str) -> Iterator[str]:
    if word:
        yield (
            "it does not say how its letters are encoded, and was read as Western text: look at"
            f" {_shown(word)} and at names, or save it as UTF-8"
        )


def _told_of_struck(words: str) -> str:
    return (
        f"it strikes words through, and the text has them as if it did not: {_shown(words)};"
        " decide which of them the letter says"
    )


def _shown(words: str) -> str:
    words = " ".join(tidy(words).split())
    return f"“{words[:_SHOWN]} …”" if len(words) > _SHOWN else f"“{words}”"


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


def _refuse_by_magic(data: bytes) -> None:
    for magic, name in _PICTURES.items():
        if data.startswith(magic):
            raise Refusal(
                f"The file is a {name}.",
                "Put the pages into one PDF; OCRmyPDF makes one of pictures, with the words.",
            )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in data:
            raise Refusal(
                "The Word file is protected by a password.",
                "Save a copy without password.",
            )
        raise Refusal("The file is of the old Word format.", _SAVE)
    if data.startswith(b"{\\rtf"):
        raise Refusal("The file is an RTF document.", _SAVE)
