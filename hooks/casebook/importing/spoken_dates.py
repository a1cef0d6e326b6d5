"""Dates as letters print them, in English, French and Spanish."""

import re
from datetime import date

from casebook.words.dates import MONTHS
from casebook.words.wording import fold

_MONTHS = {
    **{fold(name): number for number, name in enumerate(MONTHS, 1)},
    **{fold(name[:3]): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
    **{
        name: number
        for number, name in enumerate(
            [
                "janvier",
                "fevrier",
                "mars",
                "avril",
                "mai",
                "juin",
                "juillet",
                "aout",
                "septembre",
                "octobre",
                "novembre",
                "decembre",
            ],
            1,
        )
    },
    **{
        name: number
        for number, name in enumerate(
            [
                "enero",
                "febrero",
                "marzo",
                "abril",
                "mayo",
                "junio",
                "julio",
                "agosto",
                "septiembre",
                "octubre",
                "noviembre",
                "diciembre",
            ],
            1,
        )
    },
    "setiembre": 9,
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|er|o|º)?\s+(?:of\s+|de\s+)?(?P<month>{_NAME})\.?,?\s+(?:de\s+|del\s+)?(?P<year>[0-9]{{4}})\b",
        rf"\b(?P<month>{_NAME})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{{4}})\b",
        r"\b(?P<year>(?:19|20)[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})\b",
        rf"\b(?P<day>[0-9]{{1,2}})-(?P<month>{_NAME})-(?P<year>[0-9]{{4}})\b",
        r"\b(?P<day>1[3-9]|2[0-9]|3[01])[./](?P<month>0?[1-9]|1[0-2])[./](?P<year>(?:19|20)[0-9]{2})\b",
    )
)


_FIRST = re.compile(rf"\bprimero de(?= (?:{_NAME})\b)")


def _with_numbers(words: str) -> str:
    return _FIRST.sub("1 de", fold(words))


def find_dates(words: str) -> list[date]:
    """Return the days that a text names, in reading order; 03/04/2024 is none, being unclear."""
    plain = _with_numbers(words)
    found: dict[int, date] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            name = match["month"]
            month = int(name) if name.isdigit() else _MONTHS[name]
            try:
                found.setdefault(match.start(), date(int(match["year"]), month, int(match["day"])))
            except ValueError:
                continue
    return [found[at] for at in sorted(found)]


def is_only_a_date(words: str) -> bool:
    """Whether a line has nothing but a day, and perhaps a place before it: Geneva, 8 May 2019."""
    plain = _with_numbers(words)
    for pattern in _PATTERNS:
        if match := pattern.search(plain):
            rest = plain[: match.start()] + plain[match.end() :]
            return len(re.findall(r"[a-z]+", rest)) <= 3 and len(rest) < 40
    return False
