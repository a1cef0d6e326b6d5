"""Several numbers beside several names: "articles 3/9 UDHR/ICCPR", "respectively"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from casebook.citations.grammar.governors import Named
from casebook.citations.grammar.listed_number import Member
from casebook.citations.grammar.naming import AND_NAME, read_second
from casebook.citations.grammar.tokens import Tokenizer

SLASH = re.compile(r" ?/ ?(?=[A-Z])")
"""Between two names."""


def settle_parallel(governor: Named, members: Sequence[Member], text: str) -> Named:
    """Return the names with what is certain of them; slashes stand between them.

    One number is of all. Of as many numbers as names, with slashes between them too, each is of
    one, whether it is of the others or not. Of other lists nobody can tell which is of which.
    """
    if len(governor.instruments) < 2 or len(members) < 2:
        return governor
    is_slashed = all("/" in text[one.end : other.start] for one, other in pairwise(members))
    if is_slashed and len(members) == len(governor.instruments) and not _has_range(members):
        return replace(governor, is_respective=True)
    return replace(governor, instruments=(), conflict="each number may have one of its own")


def _has_range(members: Sequence[Member]) -> bool:
    return any(each.last for each in members)


def read_respectively(
    tokens: Tokenizer, first: Named, members: Sequence[Member], end: int
) -> Named:
    """Read "articles 6 and 9 of the ICCPR and the CRC, respectively": each has one of its own.

    Where the numbers are not as many as the names, or the word may be said of something else, it is
    refused.
    """
    is_said = _RESPECTIVELY_SOON.match(tokens.text[end : first.end + 90])
    is_shared = len(first.instruments) > 1 or _OTHER_NAME.match(tokens.text, first.end)
    if not (is_said and is_shared):
        return first
    before = tokens.position
    every = first if len(first.instruments) > 1 else read_second(tokens, first)
    is_of_each = len(every.instruments) == len(members) and not any(each.last for each in members)
    behind = RESPECTIVELY.match(tokens.text, every.end)
    if is_of_each and (behind or RESPECTIVELY.match(tokens.text, end)):
        tokens.position = behind.end() if behind else every.end
        return replace(every, end=tokens.position, is_respective=True)
    tokens.position = before
    return replace(first, instruments=(), conflict=_EACH)


RESPECTIVELY = re.compile(r" ?,? (?:respectively|respectivement|respectivamente)\b")
_RESPECTIVELY_SOON = re.compile(r"[^.;0-9]*\b(?:respectively|respectivement|respectivamente)\b")
_OTHER_NAME = re.compile(rf"{AND_NAME.pattern}[A-Z\0]")
_EACH = "each number has one of its own"
OF_ITS_OWN = f"It is not certain which standard is meant: {_EACH}."
"""Why a number is of none of them."""
