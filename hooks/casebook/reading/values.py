"""The single values that files hold: dates, references, addresses, ids."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from casebook.identifiers.label import COMMUNICATION, parse_anchor
from casebook.identifiers.provision import Unit
from casebook.identifiers.reference import Reference, parse_reference
from casebook.identifiers.symbol import parse_symbol
from casebook.model.dossier import Pinpoint
from casebook.reading.guesses import (
    TRUTHS,
    explain_day,
    guess_day,
    guess_days,
    guess_language,
    guess_number,
    guess_partial_day,
    guess_pinpoint,
    guess_reference_words,
    guess_web_address,
    plain_letters,
)
from casebook.reading.kinds import Value
from casebook.words.dates import parse_date, parse_partial_date
from casebook.words.language import is_language
from casebook.words.suggestion import nearest, some_of
from casebook.words.wording import slug_of

DOCUMENT_ID = rf"{COMMUNICATION}|reply-[1-9][0-9]?"
LANGUAGE_CODE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?"
_ID = r"(?=.{1,100}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
"""A folder has this name: disks take 255 bytes, endings included."""
_LABEL = r"[pq][1-9][0-9]{0,3}[a-z]?"
_LONGEST_NAME = 200
"""Names are looked for in every order of their parts: one of thousands would take hours."""
_EARLIEST = 1800
"""No year before it is that of a letter, or of a treaty that letters cite."""
_REFERENCE = r"[A-Z]{3} [1-9][0-9]{0,3}/[0-9]{4}"


def _matching(pattern: str) -> Callable[[str], str | None]:
    compiled = re.compile(pattern)
    return lambda words: words if compiled.fullmatch(words) else None


def _text(words: str) -> str | None:
    return words.strip() or None


def _line(words: str) -> str | None:
    return " ".join(words.split()) or None


def _person_name(words: str) -> str | None:
    return _line(words) if len(words) <= _LONGEST_NAME else None


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


def _reference(words: str) -> Reference | None:
    reference = parse_reference(words)
    return reference if str(reference) == words else None


def _pinpoint(words: str) -> Pinpoint | None:
    held, mark, anchor = words.partition("#")
    reference = _reference(held)
    document, dot, last = anchor.rpartition(".")
    label = parse_anchor(last)
    if not reference or not label or not mark or (dot and not re.fullmatch(DOCUMENT_ID, document)):
        return None
    return Pinpoint(reference, label, document or COMMUNICATION)


def _day(words: str) -> date | None:
    """Return a day, unless its year was mistyped: 0025, 1025."""
    day = parse_date(words)
    return day if day and day.year >= _EARLIEST else None


def _days(words: str) -> int | None:
    match = re.fullmatch(r"([1-9][0-9]{0,3}) days?", words)
    return int(match[1]) if match else None


def _request_id(words: str) -> str | None:
    label = parse_anchor(words)
    return words if label and label.is_request else None


def _unit(words: str) -> Unit | None:
    return next((unit for unit in Unit if unit.value == words), None)


LINE = Value("a text", _line, "Write it on one line; null when it is not known.")
PROSE = Value("a text", _text, "Write some words; null when they are not known.")
PERSON_NAME = Value(
    "a name",
    _person_name,
    f"Write the name alone, in {_LONGEST_NAME} characters at most.",
    pattern=rf"[\s\S]{{1,{_LONGEST_NAME}}}",
)
YES = Value(
    "a true-or-false value",
    {"true": True, "false": False}.get,
    "Write true or false.",
    guess=lambda words: TRUTHS.get(words.casefold()),
    json=("boolean",),
)
DAY = Value(
    "a date",
    _day,
    "Write year, month and day: 2025-09-08; null when it is not known.",
    slug="wrong-date",
    pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    guess=guess_day,
    explain=explain_day,
)
PARTIAL_DAY = Value(
    "a date",
    parse_partial_date,
    "Write 2025-09-08, 2025-09 when the day is not known, or 2025; null when nothing is known.",
    slug="wrong-date",
    pattern=r"[0-9]{4}(?:-[0-9]{2}){0,2}",
    json=("string", "integer"),
    guess=guess_partial_day,
    explain=explain_day,
)
DAYS = Value(
    "a number of days",
    _days,
    "Write a number of days, such as 60 days.",
    pattern=r"[1-9][0-9]{0,3} days?",
    guess=guess_days,
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
    guess=guess_web_address,
)
CHECKSUM = Value(
    "a SHA-256 checksum",
    _matching(r"[0-9a-f]{64}"),
    "Write the 64 characters, 0 to 9 and a to f, that sha256sum prints; null when it is not known.",
    slug="wrong-checksum",
    pattern=r"[0-9a-f]{64}",
    guess=lambda words: words.strip().lower(),
)
LANGUAGE = Value(
    "a language",
    lambda words: (
        words
        if re.fullmatch(LANGUAGE_CODE, words) and is_language(words.partition("-")[0])
        else None
    ),
    "Write the language's code: en, fr, ru.",
    pattern=LANGUAGE_CODE,
    guess=guess_language,
)
REFERENCE = Value(
    "a reference of a communication",
    _reference,
    "Write three capital letters, a number and the year: BLR 7/2025.",
    slug="wrong-reference",
    pattern=_REFERENCE,
    guess=guess_reference_words,
)
PINPOINT = Value(
    "a place in a dossier",
    _pinpoint,
    "Write a reference and the anchor of a paragraph: BLR 7/2025#p8, BLR 7/2025#reply-1.p3.",
    slug="wrong-reference",
    pattern=rf"{_REFERENCE}#(?:(?:{DOCUMENT_ID})\.)?{_LABEL}",
    guess=guess_pinpoint,
)
SYMBOL = Value(
    "a symbol of a UN document",
    parse_symbol,
    "Write it as the document prints it, such as A/HRC/41/33; null when it has none.",
    pattern=r"[A-Z]+/.*",
    guess=str.upper,
)
PARAGRAPH = Value(
    "an anchor of a paragraph",
    parse_anchor,
    "Write p and the number: p3.",
    pattern=_LABEL,
    guess=lambda words: f"p{words}" if words.isdigit() else words.rpartition(".")[2].lower(),
)
ID = Value(
    "an id",
    _matching(_ID),
    "Use small letters, digits and hyphens, a letter first, up to 100 of them: sr-torture.",
    pattern=_ID,
    guess=lambda words: slug_of(plain_letters(words)),
)
REGISTERED = replace(
    ID,
    help="Write its id in the register, such as sr-torture.",
    guess=lambda words: slug_of(plain_letters(words)) if " " not in words.strip() else None,
)
REPLY_ID = Value(
    "a reply's name",
    _matching(r"reply-[1-9][0-9]?"),
    "Name the replies reply-1, reply-2, in the order in which they came.",
    pattern=r"reply-[1-9][0-9]?",
    guess=lambda words: guess_number("reply-", words.lower(), r"reply[ _-]*0*([1-9][0-9]?)"),
)
ANY_DOCUMENT_ID = Value(
    "a document's name",
    _matching(DOCUMENT_ID),
    "A document is called communication, reply-1, reply-2.",
    pattern=DOCUMENT_ID,
    guess=lambda words: (
        COMMUNICATION
        if words.casefold() in (COMMUNICATION, "letter")
        else guess_number("reply-", words.lower(), r"reply[ _-]*0*([1-9][0-9]?)")
    ),
)
REQUEST_ID = Value(
    "a request's name",
    _request_id,
    "Name the requests q1, q2, as the text labels them.",
    pattern=r"q[1-9][0-9]{0,3}[a-z]?",
    guess=lambda words: guess_number("q", words, r"(?:[Qq]|[Rr]equest)?[ .-]*0*([1-9][0-9]{0,3})"),
)
ADDRESSEE_CODE = Value(
    "an addressee's code",
    _matching(r"[A-Z]{3}"),
    "Write the three capital letters of its references: BLR.",
    pattern=r"[A-Z]{3}",
    guess=str.upper,
)
UNIT = Value(
    "a unit of an instrument",
    _unit,
    f"Write one of: {some_of(list(Unit), 20)}.",
    pattern="|".join(Unit),
    guess=lambda words: nearest(words, list(Unit)),
)
