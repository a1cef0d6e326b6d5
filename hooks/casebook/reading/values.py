"""The single values that files hold: dates, references, addresses, ids."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from casebook.identifiers.label import COMMUNICATION, parse_anchor
from casebook.identifiers.provision import Unit
from casebook.identifiers.reference import Reference, parse_reference
from casebook.identifiers.symbol import parse_symbol
from casebook.model.dossier import Pinpoint
from casebook.reading.kinds import Value
from casebook.words.dates import MONTHS, parse_date, parse_partial_date
from casebook.words.language import LANGUAGES
from casebook.words.suggestion import nearest, some_of
from casebook.words.wording import slug_of

DOCUMENT_ID = rf"{COMMUNICATION}|reply-[1-9][0-9]?"
LANGUAGE_CODE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?"
_ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_LABEL = r"[pq][1-9][0-9]{0,3}[a-z]?"
_REFERENCE = r"[A-Z]{3} [1-9][0-9]{0,3}/[0-9]{4}"


def _matching(pattern: str) -> Callable[[str], str | None]:
    compiled = re.compile(pattern)
    return lambda words: words if compiled.fullmatch(words) else None


def _text(words: str) -> str | None:
    return words.strip() or None


def _line(words: str) -> str | None:
    return " ".join(words.split()) or None


def _web_address(words: str) -> str | None:
    if not re.fullmatch(r"https?://[!-~]+", words, re.IGNORECASE) or len(words) > 2000:
        return None
    try:
        parts = urlsplit(words)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        return None
    has_host = bool(re.fullmatch(r"[A-Za-z0-9.-]+\.[A-Za-z0-9-]+", parts.hostname or ""))
    return (
        words
        if has_host and "@" not in parts.netloc and not set(words) & set('<>"\\^`{|}')
        else None
    )


def _guess_web_address(words: str) -> str | None:
    candidate = f"https://{words.strip().removeprefix('//')}"
    has_host = re.match(r"(?://)?[\w-]+\.[\w.-]+(?:/|$)", words.strip())
    return candidate if has_host and _web_address(candidate) else None


def _guess_day(words: str) -> str | None:
    """Return YYYY-MM-DD for `8 September 2025`, `September 8, 2025`, `2025-9-8`, else None."""
    month = "|".join(MONTHS)
    for pattern in (
        rf"(?P<day>[0-9]{{1,2}}) (?P<month>{month}),? (?P<year>[0-9]{{4}})",
        rf"(?P<month>{month}) (?P<day>[0-9]{{1,2}}),? (?P<year>[0-9]{{4}})",
        r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})",
    ):
        if match := re.fullmatch(pattern, words.strip(), re.IGNORECASE):
            named = match["month"].capitalize()
            number = MONTHS.index(named) + 1 if named in MONTHS else int(match["month"])
            candidate = f"{match['year']}-{number:02}-{int(match['day']):02}"
            return candidate if parse_date(candidate) else None
    return None


def _reference(words: str) -> Reference | None:
    reference = parse_reference(words)
    return reference if str(reference) == words else None


def _guess_reference(words: str) -> str | None:
    reference = parse_reference(words)
    return str(reference) if reference else None


def _pinpoint(words: str) -> Pinpoint | None:
    held, mark, anchor = words.partition("#")
    reference = _reference(held)
    document, dot, last = anchor.rpartition(".")
    label = parse_anchor(last)
    if not reference or not label or not mark or (dot and not re.fullmatch(DOCUMENT_ID, document)):
        return None
    return Pinpoint(reference, label, document or COMMUNICATION)


def _guess_language(words: str) -> str | None:
    code = re.split("[-_]", words.strip().casefold())[0]
    if code in LANGUAGES:  # EN, en-GB
        return code
    by_name = {name.casefold(): code for code, name in LANGUAGES.items()}
    near = nearest(words, by_name)
    return by_name[near] if near and len(words) > 3 else None


def _days(words: str) -> int | None:
    match = re.fullmatch(r"([1-9][0-9]{0,3}) days?", words)
    return int(match[1]) if match else None


def _guess_days(words: str) -> str | None:
    match = re.fullmatch(r"([0-9]{1,4})\s*(hours?|weeks?|days?|)", words.strip(), re.IGNORECASE)
    if not match:
        return None
    number = int(match[1])
    unit = match[2].lower()[:1]
    days = {"h": number // 24, "w": number * 7}.get(unit, number)
    return f"{days} days" if days and (unit != "h" or number % 24 == 0) else None


def _request_id(words: str) -> str | None:
    label = parse_anchor(words)
    return words if label and label.is_request else None


def _unit(words: str) -> Unit | None:
    return next((unit for unit in Unit if unit.value == words), None)


def _numbered(prefix: str, words: str, pattern: str) -> str | None:
    match = re.fullmatch(pattern, words)
    return f"{prefix}{match[1]}" if match else None


LINE = Value("a text", _line, "Write it on one line; null when it is not known.")
PROSE = Value("a text", _text, "Write some words; null when they are not known.")
YES = Value(
    "a true-or-false value",
    {"true": True, "false": False}.get,
    "Write true or false.",
    guess={"yes": "true", "on": "true", "no": "false", "off": "false"}.get,
    json=("boolean",),
)
DAY = Value(
    "a date",
    parse_date,
    "Write year, month and day: 2025-09-08; null when it is not known.",
    slug="wrong-date",
    pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    guess=_guess_day,
)
PARTIAL_DAY = Value(
    "a date",
    parse_partial_date,
    "Write 2025-09-08, 2025-09 when the day is not known, or 2025; null when nothing is known.",
    slug="wrong-date",
    pattern=r"[0-9]{4}(?:-[0-9]{2}){0,2}",
    json=("string", "integer"),
    guess=_guess_day,
)
DAYS = Value(
    "a number of days", _days, "Write 60 days.", pattern=r"[1-9][0-9]{0,3} days?", guess=_guess_days
)
COUNT = Value(
    "a count",
    lambda words: int(words) if re.fullmatch(r"[1-9][0-9]{0,5}", words) else None,
    "Write a number such as 12; null when it is not known.",
    json=("integer",),
)
WEB_ADDRESS = Value(
    "a web address",
    _web_address,
    "Write the whole address, from https:// on; null when there is none.",
    slug="wrong-web-address",
    pattern=r"https?://[!-~]+",
    guess=_guess_web_address,
)
CHECKSUM = Value(
    "a SHA-256 checksum",
    _matching(r"[0-9a-f]{64}"),
    "Write the 64 characters, 0 to 9 and a to f, that sha256sum prints; null when it is not known.",
    slug="wrong-checksum",
    pattern=r"[0-9a-f]{64}",
    guess=lambda words: (
        words.lower() if re.fullmatch(r"[0-9A-F]{64}", words, re.IGNORECASE) else None
    ),
)
LANGUAGE = Value(
    "a language",
    _matching(LANGUAGE_CODE),
    "Write the language's code: en, fr, ru.",
    pattern=LANGUAGE_CODE,
    guess=_guess_language,
)
REFERENCE = Value(
    "a reference of a communication",
    _reference,
    "Write three capital letters, a number and the year: BLR 7/2025.",
    slug="wrong-reference",
    pattern=_REFERENCE,
    guess=_guess_reference,
)
PINPOINT = Value(
    "a place in a dossier",
    _pinpoint,
    "Write a reference and the anchor of a paragraph: BLR 7/2025#p8, BLR 7/2025#reply-1.p3.",
    slug="wrong-reference",
    pattern=rf"{_REFERENCE}#(?:(?:{DOCUMENT_ID})\.)?{_LABEL}",
)
SYMBOL = Value(
    "a symbol of a UN document",
    parse_symbol,
    "Write it as the document prints it, such as A/HRC/41/33; null when it has none.",
    pattern=r"[A-Z]+/.*",
)
PARAGRAPH = Value(
    "an anchor of a paragraph",
    parse_anchor,
    "Write p and the number: p3.",
    pattern=_LABEL,
    guess=lambda words: f"p{words}" if parse_anchor(f"p{words}") else None,
)
ID = Value(
    "an id",
    _matching(_ID),
    "Use small letters, digits and hyphens, a letter first: sr-torture.",
    pattern=_ID,
    guess=lambda words: slug_of(words) if re.fullmatch(_ID, slug_of(words)) else None,
)
REPLY_ID = Value(
    "a reply's name",
    _matching(r"reply-[1-9][0-9]?"),
    "Name the replies reply-1, reply-2, in the order in which they came.",
    pattern=r"reply-[1-9][0-9]?",
    guess=lambda words: _numbered("reply-", words, r"reply[ _-]*([1-9][0-9]?)"),
)
ANY_DOCUMENT_ID = Value(
    "a document's name",
    _matching(DOCUMENT_ID),
    "A document is called communication, reply-1, reply-2.",
    pattern=DOCUMENT_ID,
)
REQUEST_ID = Value(
    "a request's name",
    _request_id,
    "Name the requests q1, q2, as the text labels them.",
    pattern=r"q[1-9][0-9]{0,3}[a-z]?",
    guess=lambda words: _numbered("q", words, r"[Qq]?[ .-]*([1-9][0-9]{0,3})"),
)
ADDRESSEE_CODE = Value(
    "an addressee's code",
    _matching(r"[A-Z]{3}"),
    "Write the three capital letters of its references: BLR.",
    pattern=r"[A-Z]{3}",
    guess=lambda words: words.upper() if re.fullmatch(r"[A-Za-z]{3}", words) else None,
)
UNIT = Value(
    "a unit of an instrument",
    _unit,
    f"Write one of: {some_of(list(Unit), 20)}.",
    pattern="|".join(Unit),
    guess=lambda words: nearest(words, list(Unit)),
)
