"""A number of a list, and whether the next is beside or above it."""

from typing import NamedTuple


class Member(NamedTuple):
    """One number of a list, with the levels below it."""

    number: str
    """As printed: 14, 361-1, 14bis."""
    levels: tuple[str, ...]
    start: int
    end: int
    last: str | None = None
    """The end of a range; of the innermost level when there are levels."""
    joined: str = ""
    """What stands before it in the list: nothing, a comma, or "and"."""
    is_roman: bool = False
    """Printed IX; `number` has it as 9."""


def is_of_other_kind(depth: int, before: Member, part: Member) -> bool:
    """Whether one is a letter and the other a number: the 14 of "lit. b and 14"."""
    return before.levels[depth].isdigit() != part.levels[depth].isdigit()


def is_above(member: Member, before: Member, part: Member) -> bool:
    """Whether a number goes on with the articles: the 14 of "articles 9, paras. 1-4, 14 and 19"."""
    last, number = before.last or before.levels[-1], part.levels[-1]
    if member.levels or not (last.isdigit() and number.isdigit() and member.number.isdigit()):
        return False
    return int(number) >= max(_TWO_DIGITS, int(member.number) + 1, int(last) + _LEAP)


_TWO_DIGITS = 10
_LEAP = 5
"""Paragraphs of an article stand closer together, and hardly an article has ten."""
