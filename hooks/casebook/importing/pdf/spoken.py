"""What a PDF has read aloud in place of what it prints: where the letters differ, the print counts.

It names ligatures and hyphens so, which is a help. It may also name somebody whom the page does not.
"""

import ctypes
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from casebook.importing.pdf.right_to_left import has_leftward

_KEY = b"ActualText"
_LONGEST = 4000


class _Spoken(NamedTuple):
    """A text object, and what is read aloud for it and its neighbours."""

    owner: Any
    mark: Any
    words: str


def keep_to_print(document: Any, index: int, page: Any) -> None:
    """Have a page say of its words what it prints, where what it has read aloud is something else."""
    found = [*_spoken(page)]
    if not found:
        return
    other = document[index]  # what is taken out is taken out of a copy, to see what is printed
    copied = [*_spoken(other)]
    for each in copied:
        pdfium.FPDFPageObjMark_RemoveParam(each.owner, each.mark, _KEY)
    printed = _printed(other, {_address(each.owner) for each in copied})
    for group in _groups(list(zip(found, copied, strict=False))):
        shown = "".join(printed.get(_address(copy.owner), "") for _, copy in group)
        if not _is_same(shown, group[0][0].words):
            for each, _ in group:
                pdfium.FPDFPageObjMark_RemoveParam(each.owner, each.mark, _KEY)
    other.close()


def _address(owner: Any) -> int:
    return ctypes.cast(owner, ctypes.c_void_p).value or 0


def _spoken(page: Any) -> Iterator[_Spoken]:
    held = (ctypes.c_ushort * _LONGEST)()
    length = ctypes.c_ulong()
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=3):
        for at in range(pdfium.FPDFPageObj_CountMarks(drawn.raw)):
            mark = pdfium.FPDFPageObj_GetMark(drawn.raw, at)
            if pdfium.FPDFPageObjMark_GetParamStringValue(
                mark, _KEY, held, ctypes.sizeof(held), length
            ):
                words = bytes(held)[: max(0, length.value - 2)].decode("utf-16-le", "replace")
                yield _Spoken(drawn.raw, mark, words)


def _groups(found: list[tuple[_Spoken, _Spoken]]) -> Iterator[list[tuple[_Spoken, _Spoken]]]:
    """Yield text objects that stand behind each other and are read aloud together."""
    for _, group in groupby(found, lambda each: each[0].words):
        yield [*group]


def _printed(page: Any, owners: set[int]) -> dict[int, str]:
    """Return the letters of text objects; U+FFFD for one that the file does not name."""
    textpage = page.get_textpage()
    words: dict[int, str] = {}
    for at in range(pdfium.FPDFText_CountChars(textpage.raw)):
        owner = _address(pdfium.FPDFText_GetTextObject(textpage.raw, at))
        if owner in owners:
            code = pdfium.FPDFText_GetUnicode(textpage.raw, at)
            is_named = pdfium.FPDFText_HasUnicodeMapError(textpage.raw, at) != 1 and code > 0
            words[owner] = words.get(owner, "") + (chr(code) if is_named else "\ufffd")
    textpage.close()
    return words


def _is_same(printed: str, spoken: str) -> bool:
    """Whether both have the same letters, or nobody knows which letters are printed."""
    is_unknown = "\ufffd" in printed or has_leftward(printed) or has_leftward(spoken)
    return is_unknown or not _letters(printed) or _letters(printed) == _letters(spoken)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", words).casefold()))
