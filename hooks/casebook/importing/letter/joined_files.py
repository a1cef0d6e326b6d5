"""Whether a file holds more than one document: letters bound together, a reply before its letter."""

import re

from casebook.importing.letter import phrases
from casebook.importing.letter.reference_line import find_mentions
from casebook.importing.letter.structure import Letter

_MASTHEAD = 12
"""In how many chunks above its first paragraph a letter says its reference."""
_MOST_WORDS = 8
_ENDS = (
    phrases.COURTESY,
    phrases.RENEWS,
    re.compile(r"\bavail (?:myself|ourselves) of\b.{0,160}\bconsideration\b"),
)


def next_document(letter: Letter) -> str:
    """Return where a second document seems to begin, in its words; empty when there is none.

    A letter begins with the office of its writers, a reply with compliments, or with what it
    answers. What begins behind a courtesy, or is of another kind, is another.
    """
    chunks = [chunk.words for chunk in letter.chunks]
    begun, is_ended = "", False
    for at, words in enumerate(chunks):
        is_letter = bool(phrases.OPENING.search(words) and phrases.CAPACITY.search(words))
        is_reply = bool(phrases.COMPLIMENTS.search(words)) or (
            (is_ended or not begun) and bool(phrases.TO_HOLDERS.search(words))
        )
        kind = "letter" if is_letter else "reply" if is_reply else ""
        if kind and begun and (is_ended or kind != begun):
            return _named(chunks, at)
        begun = begun or kind
        is_ended = is_ended or bool(begun and any(each.search(words) for each in _ENDS))
    return ""


def _named(chunks: list[str], at: int) -> str:
    nearest = reversed(chunks[max(0, at - _MASTHEAD) : at + 1])
    near = (each for words in nearest for each in find_mentions(words))
    named = next((f" ({each.reference})" for each in near), "")
    words = chunks[at].split()
    return f"“{' '.join(words[:_MOST_WORDS])} …”{named}"
