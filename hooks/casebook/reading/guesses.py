"""What editors probably meant: the right spelling of a value that is nearly of its kind.

A guess need not be right: a kind offers only those that it can read itself.
"""

import re
import unicodedata
from calendar import monthrange
from urllib.parse import quote, urlsplit, urlunsplit

from casebook.identifiers.reference import Reference, parse_folder, parse_reference
from casebook.words.dates import MONTHS
from casebook.words.language import LANGUAGES, short_code
from casebook.words.suggestion import nearest
from casebook.words.wording import noun_words


def guess_web_address(words: str) -> str | None:
    """Return a whole address for `example.org/x`, and one that addresses can be written with."""
    plain = words.strip()
    if re.match(r"(?://)?[\w-]+\.[\w.-]+(?:/|$)", plain):
        plain = f"https://{plain.removeprefix('//')}"
    try:
        parts = urlsplit(plain)
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:  # UnicodeError among them
        return None
    if parts.scheme not in ("http", "https") or set("@:") & set(parts.netloc):
        return None
    rest = urlunsplit(("", "", parts.path, parts.query, parts.fragment))
    return f"{parts.scheme}://{host}{quote(rest, safe=_KEPT)}"


_KEPT = "/?#&=%:;+$,!~*'()@[]-._"
"""What a web address keeps as it is; the rest is written with percent signs."""


_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]}|t|)' for name in MONTHS)})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_DAYS_AS_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_YEAR} {_MONTH} {_DAY}",
        rf"{_YEAR}[-/.](?P<month>[0-9]{{1,2}})[-/.](?P<day>[0-9]{{1,2}})(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
    )
)
_MONTHS_AS_WRITTEN = re.compile(rf"{_MONTH},? {_YEAR}", re.IGNORECASE)


def guess_day(words: str) -> str | None:
    """Return YYYY-MM-DD for `8 September 2025`, `Sept. 8th, 2025`, `2025-9-8`, else None."""
    plain = _plain(words)
    for pattern in _DAYS_AS_WRITTEN:
        if match := pattern.fullmatch(plain):
            return f"{match['year']}-{_month(match['month']):02}-{int(match['day']):02}"
    return None


def guess_partial_day(words: str) -> str | None:
    """Return the same, and YYYY-MM for `September 2025`."""
    match = _MONTHS_AS_WRITTEN.fullmatch(_plain(words))
    return f"{match['year']}-{_month(match['month']):02}" if match else guess_day(words)


def _plain(words: str) -> str:
    """Return words with plain hyphens and digits, and one space between them."""
    return " ".join(unicodedata.normalize("NFKC", words).translate(_HYPHENS).split())


def plain_letters(words: str) -> str:
    """Return words with Latin letters for those of other alphabets that look the same."""
    return words.translate(_LOOK_ALIKE)


_LOOK_ALIKE = str.maketrans(
    "аеорсухіїјѕһԁԛԝӏАВЕКМНОРСТУХІЈЅαορνικτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɡ",
    "aeopcyxiijshdqwlABEKMHOPCTYXIJSaopviktuxABEZHIKMNOPTYXig",
)

_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def _month(words: str) -> int:
    names = [name[:3].casefold() for name in MONTHS]
    return int(words) if words.isdigit() else names.index(words[:3].casefold()) + 1


def explain_day(words: str) -> str | None:
    """Return why a date in the right form is none: 30 February, month 13."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", words)
    if not match or not int(match[1]):
        return None
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= len(MONTHS):
        return f"There is no month {match[2]}."
    days = monthrange(year, month)[1]
    if match[3] and 1 <= int(match[3]) <= days:
        return "The year is too early."
    return f"{MONTHS[month - 1]} {year} has {days} days." if match[3] else None


def guess_reference(words: str) -> Reference | None:
    """Return the reference that words are nearly: `cases/blr/7-2025`, `BLR 7/25`, else None."""
    found = parse_reference(words.removeprefix("cases/").strip("/"))
    if found:
        return found
    match = re.search(
        r"\b([A-Za-z]{3})[^A-Za-z0-9]+0*([1-9][0-9]{0,3})[^0-9]+((?:20)?[0-9]{2})\b", words
    )
    return parse_folder(match[1].lower(), f"{match[2]}-20{match[3][-2:]}") if match else None


def guess_reference_words(words: str) -> str | None:
    """Return the same as it is written: BLR 7/2025."""
    reference = guess_reference(words)
    return str(reference) if reference else None


def guess_pinpoint(words: str) -> str | None:
    """Return BLR 7/2025#p8 for `UA BLR 7/2025, para. 8`, `BLR 7/2025#8`, else None."""
    match = re.fullmatch(
        r"(.+?)[\s,;]*(?:#|para(?:graph)?s?\.?)\s*(?:(reply-[1-9][0-9]?)\.)?([pq]?)([0-9]{1,4}[a-z]?)",
        words.strip(),
        re.IGNORECASE,
    )
    reference = parse_reference(match[1]) if match else None
    if not match or not reference:
        return None
    document = f"{match[2].lower()}." if match[2] else ""
    return f"{reference}#{document}{match[3].lower() or 'p'}{match[4]}"


def guess_language(words: str) -> str | None:
    """Return the code for `English`, `EN`, `en-GB`, `eng`, else None."""
    code = re.split(r"[-_]", words)[0].casefold()
    if code := short_code(code):
        return code
    by_name = {name.casefold(): code for code, name in LANGUAGES.items()}
    near = nearest(words, by_name)
    return by_name[near] if near and len(words) > 3 else None


def guess_days(words: str) -> str | None:
    """Return 60 days for `60`, and 56 days for `8 weeks`, else None."""
    match = re.fullmatch(r"([0-9]{1,4})\s*(hours?|weeks?|days?|)", words.strip(), re.IGNORECASE)
    if not match:
        return None
    number = int(match[1])
    unit = match[2].lower()[:1]
    days = {"h": number // 24, "w": number * 7}.get(unit, number)
    return (
        f"{days} {noun_words(days, 'day')}" if days and (unit != "h" or number % 24 == 0) else None
    )


def guess_number(prefix: str, words: str, pattern: str) -> str | None:
    """Return a prefix with the number that a pattern finds in words, else None."""
    match = re.fullmatch(pattern, words)
    return f"{prefix}{match[1]}" if match else None


TRUTHS = {
    **dict.fromkeys(("true", "yes", "on", "y", "1"), "true"),
    **dict.fromkeys(("false", "no", "off", "n", "0"), "false"),
}
"""How else people write true and false."""
