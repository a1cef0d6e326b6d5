"""What somebody probably meant to write."""

from collections.abc import Collection
from difflib import SequenceMatcher

_LONGEST = 80
"""Comparing costs the product of two lengths: longer words are not compared."""

_LEAST = 0.6
"""How alike two words are, of which one may be a slip of the other."""


def nearest(word: str, choices: Collection[str]) -> str | None:
    """Return the choice that `word` is most probably a slip of, or None.

    The one choice that goes on where the word ends was meant: sr-water for sr-water-sanitation.
    What the two share up to a hyphen says nothing: sr-water is no slip of sr-slavery.
    """
    written = word[:_LONGEST].casefold()
    folded = {choice.casefold(): choice for choice in choices}
    going_on = [choice for choice in folded if choice.startswith(f"{written}-")]
    if len(going_on) == 1:
        return folded[going_on[0]]
    # Of two as alike the later in the alphabet: choices may come in any order.
    likeness, found = max(((_likeness(written, each), each) for each in folded), default=(0, ""))
    return folded[found] if likeness >= _LEAST else None


def _likeness(word: str, choice: str) -> float:
    """Return how alike two words are, from 0 to 1, behind the parts that they share."""
    start = 0
    for place, (letter, other) in enumerate(zip(word, choice, strict=False)):
        if letter != other:
            break
        if letter == "-":
            start = place + 1
    compared = SequenceMatcher(None, choice[start:], word[start:])
    # Two looks that cost little, and are never less than the third.
    if min(compared.real_quick_ratio(), compared.quick_ratio()) < _LEAST:
        return 0.0
    return compared.ratio()


def some_of(choices: Collection[str], most: int = 12) -> str:
    """Return a list of choices for a message: all when they are few, else the first."""
    listed = list(choices)
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return f"{', '.join(listed[:most])}{more}"
