"""The reference of a communication: `BLR 7/2025`."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

from casebook.words.vocabulary import CommunicationType

OTHER_ADDRESSEE = "OTH"
"""The code of addressees that are no State: companies and other bodies."""

_TYPE = "|".join(CommunicationType)
_GAP = r"[\s/_.:,-]"
_NO = r"(?:n(?:o|r|°|umber|[uú]m)\.?\s*|#\s*)"
_LEAD = (
    rf"(?:(?:r[eé]f(?:[eé]rence)?|case|letter|communication)\.?\s*{_NO}?:?\s*)?"
    rf"(?:(?:{_TYPE}){_GAP}*)?"
)
_TAIL = rf"(?:\s+(?:{_TYPE}))?"
SPELLINGS = tuple(
    re.compile(_LEAD + spelling + _TAIL, re.IGNORECASE)
    for spelling in (
        rf"([a-z]{{3}}){_GAP}*{_NO}?([0-9]{{1,4}})\s*[/_.\\-]\s*([0-9]{{4}})",
        rf"([a-z]{{3}}){_GAP}+([0-9]{{4}})\s*[\s/_.\\-]\s*([0-9]{{1,4}})",
    )
)
"""Number before year, and year before number. The resolver in the browser reads the same patterns."""
LONGEST = 60
"""No reference is longer, however it is spelled."""
DASHES = "‐‑‒–—―−⁄∕"
BRACKETS = "()[]{}<>\"'“”„‘’«»‹›"
"""What people put around a reference."""

LONGEST_LINE = 300
"""How much around a reference is read to find it."""
_WITHIN = tuple(
    re.compile(rf"(?<![^\W_])(?:{spelling.pattern})(?![^\W_])", re.IGNORECASE)
    for spelling in SPELLINGS
)
_OLD_MARK = re.compile(r"\([0-9]{1,4}(?:-[0-9]{1,4}){1,2}\)")
"""The (2000-9) of "Housing (2000-9)", and the (78-15) of "G/SO 214 (78-15)": whose mandate it is."""

_PLAIN = str.maketrans({**dict.fromkeys(DASHES, "/"), **dict.fromkeys(BRACKETS, " ")})


@dataclass(frozen=True, slots=True)
class Reference:
    """One communication: three letters for the addressee, a number, a year.

    The year is the year of the series, not the year of the letter: OTH 155/2025 is dated
    February 2026. Never derive a date from it.
    """

    addressee: str
    """Three capital letters; OTH for an addressee that is no State."""
    number: int
    year: int

    def __str__(self) -> str:
        return f"{self.addressee} {self.number}/{self.year}"

    def __lt__(self, other: "Reference") -> bool:
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[str, int, int]:
        """By addressee, then year, then number."""
        return (self.addressee, self.year, self.number)

    @property
    def folder(self) -> str:
        """Where its dossier is kept below cases/: blr/7-2025."""
        return f"{self.addressee.lower()}/{self.number}-{self.year}"


def parse_reference(text: str) -> Reference | None:
    """Return the reference that `text` spells, in any of the ways people write it, or None.

    Takes `UA BLR 7/2025`, `blr-7-2025`, `BLR/2025/7`, `Ref.: AL OTH 74/2022`, `(BLR no. 7/2025)`,
    with digits and dashes of any script. The type is not part of the reference.
    """
    if len(text) > LONGEST:
        return None
    plain = re.sub(r"^[\s.,;:]+|[\s.,;:]+$", "", _plainly(text))
    for order, pattern in enumerate(SPELLINGS):
        if match := pattern.fullmatch(plain):
            return _in_order(match, order)
    return None


_PRINTED = re.compile(r"([A-Z]{3}) ([1-9][0-9]{0,3})/([0-9]{4})", re.ASCII)


def parse_printed(text: str) -> Reference | None:
    """Return the reference that str() printed so, or None. Every build reads ten thousand."""
    match = _PRINTED.fullmatch(text)
    return _reference(match[1], int(match[2]), int(match[3])) if match else None


def reference_in(text: str) -> Reference | None:
    """Return the reference that `text` spells, or else the only one that stands in it.

    Takes `UA G/SO 217/1 G/SO 214 (78-15) BLR 7/2025`, `Our reference: BLR 7/2025`, the path of a
    dossier and the address of its page. Of two references, nobody knows which is meant.
    """
    found = references_in(text)
    return found[0] if len(found) == 1 else None


def references_in(text: str) -> tuple[Reference, ...]:
    """Return the reference that `text` spells, or else all that stand in it, each once."""
    if (exact := parse_reference(text)) or len(text) > LONGEST_LINE:
        return (exact,) if exact else ()
    plain = _plainly(_OLD_MARK.sub(" ", unquote(text)))
    found = {
        reference: match.start()
        for order, pattern in enumerate(_WITHIN)
        for match in pattern.finditer(plain)
        # In small letters, any word of three letters would be a code; in a path they are one.
        if (match[1].isupper() or plain[: match.start()].endswith("cases/"))
        and (reference := _in_order(match, order))
    }
    return tuple(sorted(found, key=found.__getitem__))


def _plainly(text: str) -> str:
    """Return a text with plain digits, slashes for dashes, and without brackets."""
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return "".join(
        str(unicodedata.digit(mark, mark)) for mark in plain if unicodedata.category(mark) != "Cf"
    )


def _in_order(match: re.Match[str], order: int) -> Reference | None:
    first, second = int(match[2]), int(match[3])
    number, year = (first, second) if order == 0 else (second, first)
    return _reference(match[1], number, year)


def parse_folder(addressee: str, name: str) -> Reference | None:
    """Return the reference of the dossier kept in cases/<addressee>/<name>/, or None."""
    match = re.fullmatch(r"([1-9][0-9]{0,3})-([0-9]{4})", name)
    if not match or not re.fullmatch(r"[a-z]{3}", addressee):
        return None
    return _reference(addressee, int(match[1]), int(match[2]))


def _reference(addressee: str, number: int, year: int) -> Reference | None:
    if not number or not 1980 <= year <= 2199:
        return None
    return Reference(addressee.upper(), number, year)
