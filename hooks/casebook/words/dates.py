"""Dates as sources give them: a day, a month or a year."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def parse_date(text: str) -> date | None:
    """Return the day that `text` (YYYY-MM-DD, nothing else) names, or None."""
    match = _ISO.fullmatch(text)
    if not match or not match[3]:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, to the month or only to the year."""

    year: int
    month: int = 0
    """1 to 12; 0 when only the year is known."""
    day: int = 0
    """1 to 31; 0 when the day is not known."""

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
        if self.day:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    @property
    def in_words(self) -> str:
        """The date as a reader reads it: 8 September 2025, April 2023, 2024."""
        if not self.month:
            return str(self.year)
        month = f"{MONTHS[self.month - 1]} {self.year}"
        return f"{self.day} {month}" if self.day else month


def date_in_words(day: date | PartialDate) -> str:
    """Return a date as the field prints it: 8 September 2025."""
    if isinstance(day, PartialDate):
        return day.in_words
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def parse_partial_date(text: str) -> PartialDate | None:
    """Return the date that `text` (YYYY, YYYY-MM or YYYY-MM-DD) names, or None."""
    match = _ISO.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return None if match[2] and not month else PartialDate(year, month, day)
