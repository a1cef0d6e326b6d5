"""Several numbers beside several names with slashes between: "articles 3/9 UDHR/ICCPR"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from casebook.citations.governors import Named
from casebook.citations.listed_number import Member

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
