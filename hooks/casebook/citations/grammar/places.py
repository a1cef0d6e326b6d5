"""From the numbers of a list to the places they name."""

from casebook.citations.grammar.levels import ROMANS
from casebook.citations.grammar.listed_number import Member
from casebook.identifiers.provision import Provision, Unit

MOST = 200
"""A citation has at most so many targets from its ranges: of a longer range, only both ends."""


def places_of(unit: Unit, member: Member, room: int) -> list[Provision]:
    """Return the place of a number, or of every number of its range.

    A range with more members than `room` gives its two ends.
    """
    first = Provision(unit, member.number.lower(), member.levels)
    if member.last is None:
        return [first]
    if not member.levels:
        numbers = range(int(member.number), int(member.last) + 1)
        picked = numbers if len(numbers) <= room else (numbers[0], numbers[-1])
        return [Provision(unit, str(number)) for number in picked]
    *above, level = member.levels
    if level in ROMANS and member.last.lower() in ROMANS and len(level + member.last) > 2:
        levels = list(ROMANS[ROMANS.index(level) : ROMANS.index(member.last.lower()) + 1])
    elif level.isdigit():
        levels = [str(number) for number in range(int(level), int(member.last) + 1)]
    else:
        levels = [chr(code) for code in range(ord(level), ord(member.last.lower()) + 1)]
    picked_levels = levels if len(levels) <= room else [levels[0], levels[-1]]
    return [Provision(unit, first.number, (*above, each)) for each in picked_levels]
