"""What somebody probably meant to write."""

from collections.abc import Collection
from difflib import get_close_matches

_LONGEST = 80
"""Comparing costs the product of two lengths: longer words are not compared."""


def nearest(word: str, choices: Collection[str]) -> str | None:
    """Return the choice that `word` is most probably a slip of, or None."""
    folded = {choice.casefold(): choice for choice in choices}
    found = get_close_matches(word[:_LONGEST].casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def some_of(choices: Collection[str], most: int = 12) -> str:
    """Return a list of choices for a message: all when they are few, else the first."""
    listed = list(choices)
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return f"{', '.join(listed[:most])}{more}"
