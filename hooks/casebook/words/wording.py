"""Small pieces of English: lists, counts, addresses made of words."""

import re
import unicodedata
from collections.abc import Sequence


def join_words(words: Sequence[str], conjunction: str = "and") -> str:
    """Return the words as a list in a sentence: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def count_words(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: `1 letter`, `2 letters`, `0 replies`."""
    return f"{number:,} {noun_words(number, singular, plural)}"


def times_words(number: int) -> str:
    """Return how often something happened: `once`, `2 times`, `0 times`."""
    return "once" if number == 1 else count_words(number, "time")


def noun_words(number: int, singular: str, plural: str | None = None) -> str:
    """Return a noun as it stands after a number that is written apart from it."""
    return singular if number == 1 else plural or f"{singular}s"


def fold(text: str) -> str:
    """Return `text` without case, accents and compatibility forms, for comparing."""
    if text.isascii():  # nothing but case can be taken away: most names, in a third of the time
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def slug_of(text: str) -> str:
    """Return `text` as a part of an address: lower-case letters, digits, hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
