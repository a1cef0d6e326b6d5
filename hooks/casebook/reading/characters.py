"""Bytes to characters: UTF-8, without what a reader cannot see."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from casebook.words.problem import Problem

LARGEST_TEXT = 2_000_000
"""Bytes: some 300,000 words, ten times the longest letter known."""
LARGEST_MAPPING = 200_000
"""Bytes of YAML; a long dossier.yml has 10,000."""

_MOST_REPORTED = 10
_AS_UTF_8 = 'Save it with the encoding "UTF-8" in your editor.'

# Control characters (a lone carriage return among them), embedding and override of writing
# direction, characters without width that hide inside a name, line separators that editors and
# parsers count differently. Marks that Arabic, Persian and Indic writing need are not here.
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)

_WIDE = re.compile(rb"(?:[^\0]\0|\0[^\0]){2}", re.DOTALL)
"""Every other byte is zero: UTF-16 without its mark."""

_PLAIN = b"\t\n" + bytes(range(0x20, 0x7F))


@dataclass(frozen=True, slots=True)
class Characters:
    """A file as characters, with line feeds between its lines; None when it cannot be read."""

    source: str | None
    problems: tuple[Problem, ...] = ()


def read_characters(
    data: bytes, path: str, largest: int = LARGEST_TEXT, *, may_show_merges: bool = False
) -> Characters:
    """Return the characters of a file; a file that has problems has no characters.

    One that `may_show_merges` keeps the marks of a merge: whoever reads it looks for them.
    """
    if len(data) > largest:
        message = f"The file has more than the {largest:,} bytes that are allowed."
        help_ = "Take out what does not belong in it, or split the document."
        return _failed(path, (1, 1), "too-large", message, help_)
    if _WIDE.match(data):
        message = "The file is not UTF-8: each of its characters takes two bytes or more."
        return _failed(path, (1, 1), "not-utf-8", message, _AS_UTF_8)
    try:
        source = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        place = _place(before, len(before))
        message = f"The file is not UTF-8: byte {error.start + 1} is 0x{data[error.start]:02x}."
        return _failed(path, place, "not-utf-8", message, _AS_UTF_8)
    if "\r" in source:
        source = source.replace("\r\n", "\n")
    # Most characters of a file are plain: looking at the others alone takes a tenth of the time.
    others = source.encode().translate(None, _PLAIN).decode()
    problems = tuple(_refused(source, path)) if _REFUSED.search(others) else ()
    if not problems and not may_show_merges and (conflict := find_conflict(source, path)):
        return Characters(None, (conflict,))
    return Characters(None if problems else source, problems)


_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


def find_conflict(source: str, path: str) -> Problem | None:
    """Return what is wrong when a merge left its marks in a source, or None."""
    found = _CONFLICT.search(source)
    if not found:
        return None
    message = f"Here stands {found[0][:7]}: two versions of this file met, and nobody chose."
    help_ = (
        "Keep what is right of both, and take out the lines that begin with <<<<<<<, |||||||, "
        "======= and >>>>>>>."
    )
    return Problem(path, *_place(source, found.start()), "merge-conflict", message, help_)


def find_refused(text: str) -> str | None:
    """Return the name of the first character in `text` that no file may hold, or None."""
    match = _REFUSED.search(text)
    return _name(match[0]) if match else None


def _name(mark: str) -> str:
    return f"U+{ord(mark):04X} ({unicodedata.name(mark, 'a control character').lower()})"


def _refused(source: str, path: str) -> list[Problem]:
    if "\r" in source and "\n" not in source:
        message = "The lines of this file end in carriage returns alone, as on very old computers."
        help_ = 'Save it with the line ends "LF" in your editor.'
        place = _place(source, source.index("\r"))
        return [Problem(path, *place, "invisible-character", message, help_)]
    problems = []
    for match in islice(_REFUSED.finditer(source), _MOST_REPORTED):
        message = f"Here stands {_name(match[0])}, which a reader cannot see."
        help_ = "Delete it: put the cursor behind the character before it, press Delete once."
        if match.start() == 0 and match[0] == "\ufeff":
            help_ = "Save the file as UTF-8 without a byte order mark."
        place = _place(source, match.start())
        problems.append(Problem(path, *place, "invisible-character", message, help_))
    return problems


def _place(source: str, at: int) -> tuple[int, int]:
    return source.count("\n", 0, at) + 1, at - (source.rfind("\n", 0, at) + 1) + 1


def _failed(path: str, place: tuple[int, int], slug: str, message: str, help_: str) -> Characters:
    return Characters(None, (Problem(path, *place, slug, message, help_),))
