"""Why a number that was read may be no provision of the instruments that govern it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from casebook.citations.grammar.listed_number import Member
from casebook.citations.grammar.provisions import Group
from casebook.citations.grammar.tokens import LATIN
from casebook.citations.names import InstrumentName
from casebook.identifiers.provision import Unit
from casebook.words.vocabulary import InstrumentKind

_AFTER_COMMA = "A number after a comma may be an article or a paragraph."


_RANGE_OR_PARAGRAPH = "The hyphen may stand for “to”, or lead to a paragraph."


def doubt_about(group: Group, text: str) -> str:
    """Return what makes a list of numbers doubtful; empty when nothing does.

    "Article 14, 3 (b)" and "article 14 (1), 2 and 3 (d)": what follows is no higher number, and may
    be a paragraph of the one before.
    """
    members = group.members
    if group.unit is Unit.ARTICLE and any(_may_be_one(each, group, text) for each in members):
        return _RANGE_OR_PARAGRAPH
    if len(members) < 2:
        return ""
    if any(_may_be_paragraph(before, after) for before, after in pairwise(members)):
        return _AFTER_COMMA
    if group.is_plural and any(_may_be_article(each, group, text) for each in members):
        return _AFTER_COMMA
    if group.is_plural or {each.joined for each in members} != {"", ","}:
        return ""
    numbers = [int(each.number) for each in members if each.number.isdigit()]
    has_levels = any(each.levels for each in members)
    is_one = len(set(numbers)) == 1
    is_doubtful = not is_one and (has_levels or numbers != sorted(set(numbers)))
    return _AFTER_COMMA if is_doubtful else ""


def _may_be_article(member: Member, group: Group, text: str) -> bool:
    """Whether a paragraph may be the next article: the 9 of "articles 6, par. 6 ou 9"."""
    if (
        not member.joined
        or len(member.levels) != 1
        or not (member.number + member.levels[0]).isdigit()
    ):
        return False
    return (
        int(member.levels[0]) > int(member.number)
        and _OF_ONE_OR_MORE.search(text, group.start, member.start) is not None
        and not (member.joined == "and" and _AND_MORE.match(text, member.end))
    )


_OF_ONE_OR_MORE = re.compile(r"[^(]\b(?:par|parr)\b\.? ?[0-9]")
_AND_MORE = re.compile(r", (?:et|y|and) [0-9]")


def _may_be_one(member: Member, group: Group, text: str) -> bool:
    """Whether a range may be an article and its paragraph: "article 2-3", "articles 2-3 and 14-1"."""
    if not member.last or member.levels or int(member.last) > _MOST_PARAGRAPHS:
        return False
    is_printed_so = any(_WITH_PARAGRAPH.fullmatch(each.number) for each in group.members)
    return (is_printed_so or not group.is_plural) and "-" in text[member.start : member.end]


_MOST_PARAGRAPHS = 8
"""No article that letters cite has more that are numbered."""
_WITH_PARAGRAPH = re.compile(r"([0-9]{1,2})-([1-8])")
_WITH_SECTION = re.compile(r"(1)([A-F])")
"""Of the treaties we know, the first article of the Refugee Convention has sections."""


def as_of_treaty(member: Member) -> Member:
    """Tell the paragraph of "14-3" and the section of "1A" from the article: no treaty numbers so."""
    if member.number.isdigit():
        return member
    printed = _WITH_PARAGRAPH.fullmatch(member.number) or _WITH_SECTION.fullmatch(member.number)
    if not printed:
        return member
    return member._replace(number=printed[1], levels=(printed[2].lower(), *member.levels))


def _may_be_paragraph(before: Member, after: Member) -> bool:
    """Whether a number is the one after the paragraph before it: the 2 of "14 (1), 2"."""
    if len(before.levels) != 1 or not (after.number.isdigit() and before.number.isdigit()):
        return False
    last = before.last or before.levels[0]
    is_next = last.isdigit() and int(after.number) == int(last) + 1
    if after.levels and after.levels[0].isdigit():
        return False  # "9 (1) and 2 (3)": no paragraph has numbered paragraphs
    return is_next and int(after.number) < int(before.number)


_OF_STATES = {InstrumentKind.TREATY, InstrumentKind.DECLARATION}
_SPLIT = re.compile(r" {1,2}[0-9]{1,3}(?![0-9A-Za-z/])")
_LATIN = re.compile(rf"[ -]?({LATIN})")
_MISREAD = {("i",), ("l",)}
_SMALL = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")


def why_impossible(
    unit: Unit, member: Member, instruments: Sequence[InstrumentName], text: str
) -> str | None:
    """Return why a number cannot be a provision of the instruments, or None."""
    if not member.levels and _SPLIT.match(text, member.end):
        return "Another number follows it without a comma: they may be one, cut in two."
    if latin := _LATIN.match(text, member.end):
        return f"It goes on with “{latin[1]}”, and is another provision than without."
    for instrument in instruments:
        if reason := _why_not_of(unit, member, instrument, text):
            return reason
    return None


def _why_not_of(unit: Unit, member: Member, instrument: InstrumentName, text: str) -> str | None:
    name = instrument.names[0] if instrument.names else instrument.id
    if not instrument.has(unit):
        return f"{name} has no {unit.plural}."
    highest = instrument.highest.get(unit)
    is_treaty = instrument.kind in _OF_STATES and unit is Unit.ARTICLE
    number = int(re.match(r"[0-9]*", member.number)[0] or 0)  # type: ignore[index]
    if not member.levels and member.last:
        number = max(number, int(member.last))
    if not number:
        return f"There is no {unit.in_words} 0."
    if any(each.startswith("0") for each in (member.number, *member.levels)):
        return "No number of a provision begins with 0."
    if highest is not None and number > highest:
        return f"{name} ends with {unit.in_words} {highest}."
    if instrument.kind is InstrumentKind.NATIONAL_LAW:
        if text[member.end : member.end + 1] in _SMALL:
            return "The small number may be part of the article's, as in 361-1, or mark a note."
        return None
    if not member.number.isdigit() and not (is_treaty and as_of_treaty(member) is not member):
        return f"{name} has no {unit.in_words} {member.number}."
    if any(len(each) > 3 and each[0].isdigit() and each.isalnum() for each in member.levels):
        return f"{name} has no paragraph {member.levels[-1]}."
    if instrument.kind is InstrumentKind.TREATY and member.levels[:1] in _MISREAD:
        return f"{name} has no paragraph ({member.levels[0]}); a scan may have misread (1)."
    if any(_is_beside(above, below) for above, below in pairwise(member.levels)):
        return f"{name} has no such paragraphs below each other: they may stand side by side."
    return None


def _is_beside(above: str, below: str) -> bool:
    """Whether a level can only stand beside the one before it: (3) (4), and (a) (b)."""
    if above.isdigit() or below.isdigit():
        return above.isdigit() and below.isdigit()
    is_letter = len(above) == len(below) == 1
    return is_letter and not set(below + above) & set("ivx")
