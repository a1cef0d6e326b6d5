"""Dates as letters and replies print them, in the languages in which they come."""

import re
import unicodedata
from datetime import date

from casebook.words.dates import MONTHS
from casebook.words.wording import fold

_NAMES = """
    January February March April May June July August September October November December
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    كانون-الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين-الأول تشرين-الثاني كانون-الأول
"""
_MORE = {
    **{fold(name[:3]): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
    "set": 9,
    "setiembre": 9,
    "setembro": 9,
    "janv": 1,
    "fevr": 2,
    "avr": 4,
    "juil": 7,
    "ene": 1,
    "abr": 4,
    "ago": 8,
    "dic": 12,
    "يونيه": 6,
    "يوليه": 7,
    "ابريل": 4,
    "اكتوبر": 10,
    "اغسطس": 8,
}
_MONTHS = {
    **{fold(name).replace("-", " "): at % 12 + 1 for at, name in enumerate(_NAMES.split())},
    **{fold(name): number for name, number in _MORE.items()},
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_OF = r"(?:of\s+|de\s+|day\s+of\s+)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 8 May 2019, 8th of May, 2019, 1 er août 2025, 5. May 2025, 20 Nov.2025, 20 أيار/مايو 2025
        rf"\b(?P<day>[0-9]{{1,2}})(?:\s?(?:st|nd|rd|th|er)|o|º)?[.»”]?\s*{_OF}(?P<month>{_NAME})(?:/(?:{_NAME}))?\b\.?,?\s*(?:de\s+|del\s+)?(?P<year>(?:19|20)[0-9]{{2}})\b",
        rf"\b(?P<month>{_NAME})\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)[0-9]{{2}})\b",
        r"\b(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/.])(?P<month>[0-9]{2})(?P=mark)(?P<day>[0-9]{2})\b",
        r"(?P<year>(?:19|20)[0-9]{2})\s?年\s?(?P<month>[0-9]{1,2})\s?月\s?(?P<day>[0-9]{1,2})\s?日",
        rf"\b(?P<day>[0-9]{{1,2}})(?P<mark>[-/])(?P<month>{_NAME})(?P=mark)(?P<year>(?:19|20)[0-9]{{2}})\b",
        r"\b(?P<day>1[3-9]|2[0-9]|3[01])\s?[./]\s?(?P<month>0?[1-9]|1[0-2])\s?[./]\s?(?P<year>(?:19|20)[0-9]{2})\b",
        # 05/05/2025: whichever is the month
        r"\b0?(?P<day>[1-9]|1[0-2])[./]0?(?P<month>(?P=day))[./](?P<year>(?:19|20)[0-9]{2})\b",
    )
)
_SPOKEN = (
    (
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""",
        {"twenty ": 20, "thirty ": 30},
    ),
    (
        """premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
        seize dix-sept dix-huit dix-neuf vingt""",
        {"vingt ": 20, "trente ": 30},
    ),
    (
        """primero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
        dieciseis diecisiete dieciocho diecinueve veinte""",
        {"veinti": 20, "treinta y ": 30},
    ),
)
"""How days are spelled out up to the twentieth, and what stands before the first nine after that."""
_LAST_DAY = 31


def _spoken_days() -> dict[str, int]:
    """Return the days of a month as letters spell them out: twenty-first, vingt et un, dos."""
    days = {"un": 1, "uno": 1, "vingt et un": 21, "veintiuno": 21}
    days |= {"thirtieth": 30, "trente": 30, "treinta": 30, "trente et un": 31, "treinta y uno": 31}
    for words, tens in _SPOKEN:
        counted = list(enumerate(words.split(), 1))
        days |= {word: day for day, word in counted}
        for ten, before in tens.items():
            for day, word in counted[:9]:
                if before + day <= _LAST_DAY:
                    days[ten + word] = before + day
    return days


_DAYS = {word.replace("-", " "): day for word, day in _spoken_days().items()}
_SPOKEN_DAY = re.compile(
    r"(?<!\w)(?:(?P<before>\w+)[ -])??"
    rf"(?P<day>{'|'.join(sorted(_DAYS, key=len, reverse=True)).replace(' ', '[ -]')})"
    rf"(?= (?:day )?(?:of )?(?:de )?(?:{_NAME})\b)"
)
_COUNTED = frozenset([
    *("et", "y", "and", "twenty", "thirty", "forty"),
    *("vingt", "trente", "quarante", "treinta", "cuarenta"),
])  # fmt: skip
"""What before a day makes it part of a number that is no day: quarante-deux novembre."""


def _with_numbers(words: str) -> str:
    if not words.isascii():
        # What is written from right to left has digits of its own, and marks of direction.
        words = "".join(
            str(unicodedata.decimal(mark, mark))
            for mark in words
            if unicodedata.category(mark) != "Cf"
        )
    return _SPOKEN_DAY.sub(_in_digits, fold(words))


def _in_digits(spoken: re.Match[str]) -> str:
    before = spoken["before"]
    if before in _COUNTED:
        return spoken[0]
    return f"{before or ''} {_DAYS[spoken['day'].replace('-', ' ')]}"


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
            return len(re.findall(r"[^\W\d_]+", rest)) <= 3 and len(rest) < 40
    return False
