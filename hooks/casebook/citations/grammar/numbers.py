"""The grammar of numbers: "7, 10 and 14 (3) (d)", "64-77", "14, paragraphs 1 and 3"."""

import re

from casebook.citations.grammar.asides import ORDINAL_WORD, number_of
from casebook.citations.grammar.levels import (
    close_half_level,
    depth_of,
    follows,
    has_level,
    read_end,
    read_half_level,
    read_half_levels,
    read_half_range,
    read_levels,
    value_of,
)
from casebook.citations.grammar.listed_number import Member, is_above, is_of_other_kind
from casebook.citations.grammar.tokens import Tokenizer, is_plural


def read_members(tokens: Tokenizer, *, plural: bool, below: bool = True) -> list[Member]:
    """Read a list of numbers; `below` says whether words such as "paragraph" lead down from one.

    members   = member { separator (member | level) }
    separator = "," | [","] conjunction | "read in conjunction with"
    """
    members = _read_member(tokens, plural=plural, below=below)
    while members:
        members += _read_latin(tokens, members[-1])
        if tokens.text[tokens.position : tokens.position + 2] in _MAY_GO_ON:
            tokens.read("ONWARDS")
        before = tokens.position
        joined = _read_separator(tokens)
        if not joined:
            break
        is_slash = tokens.text[before : tokens.position].strip() == "/"
        if more := _read_sibling(tokens, members[-1], joined):
            members.append(more)
        elif is_slash and not (plural and _goes_up(tokens, members[-1])):
            return []  # "14(3)/2", "articles 14/3": a paragraph, or another article
        elif found := _read_member(tokens, plural=plural, below=below):
            members += [member._replace(joined=joined) for member in found]
        else:
            tokens.position = before
            break
    return members


def _read_latin(tokens: Tokenizer, before: Member) -> list[Member]:
    """Read the ", ter and quater" after "361 bis"."""
    members: list[Member] = []
    number = before.number.rstrip(_LETTERS)
    while not before.levels and len(before.number) > len(number) + 2:
        latin = tokens.read("LATIN")
        if not latin:
            break
        name, end = number + latin[1].lower(), latin.end()
        members.append(Member(name, (), latin.start(1), end, joined="and"))
    return members


_MAY_GO_ON = frozenset((" e", " y", " f", " s", " a"))
"""How "et seq." may begin: most numbers have something else behind them."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _goes_up(tokens: Tokenizer, before: Member) -> bool:
    number = _DIGITS.match(tokens.text, tokens.position)
    return bool(number and before.number.isdigit() and int(before.number) <= int(number[0]))


_DIGITS = re.compile(r"[0-9]{1,4}")


def _read_separator(tokens: Tokenizer) -> str:
    if tokens.read("AND") or tokens.read("READ_NUMBER") or tokens.read("SLASH"):
        return "and"
    return "," if tokens.read("COMMA") else ""


def _read_member(tokens: Tokenizer, *, plural: bool, below: bool) -> list[Member]:
    """Read one number and what is printed below it.

    member = number ["-" number | "to" number | level { level }] [gloss] { below parts }
    """
    start = tokens.position
    match = tokens.read("SLASHED" if plural else "NUMBER")
    if not match:
        return _read_word(tokens, plural=plural, below=below)
    letter = match[3] or match[4]
    number = match[1] + (match[2].lower() if match[2] else letter or "")
    levels = tuple(_LEVEL.findall(match[5])) if match[5] else ()
    if levels and levels[-1].isalpha():
        close_half_level(tokens, start)  # "14.3.b)"
    last = None
    if len(levels) == 1 and (through := read_end(tokens, "DOTTED_THROUGH", number, *levels)):
        return [Member(number, levels, start, tokens.position, through)]
    if not levels and not match[2] and not letter:
        number, last = _read_range(tokens, number, plural=plural)
    if last is None and has_level(tokens):
        levels, last = read_levels(tokens, levels)
        if not last and len(levels) == 1:
            last = read_end(tokens, "NUMBER_THROUGH", number, *levels)
        levels = read_half_levels(tokens, start, levels)
        last = last or read_half_range(tokens, levels)
        if several := _read_several(tokens, number, levels, start):
            return several
    member = Member(number, levels, start, tokens.position, last)
    members = _read_below(tokens, member, plural=plural) if below and last is None else []
    tokens.read("GLOSS")
    return members or [member]


def _read_word(tokens: Tokenizer, *, plural: bool, below: bool) -> list[Member]:
    """Read a number that is not printed in digits: IX, premier."""
    start = tokens.position
    if roman := tokens.read("ROMAN"):
        return [Member(str(value_of(roman[1])), (), start, tokens.position, is_roman=True)]
    if tokens.read("FIRST"):
        member = Member("1", (), start, tokens.position)
        return (_read_below(tokens, member, plural=plural) if below else []) or [member]
    return []


def _read_range(tokens: Tokenizer, number: str, *, plural: bool) -> tuple[str, str | None]:
    """Read what a hyphen adds: 64-77 is a range, 361-1 is one number."""
    last = read_end(tokens, "DASHED", number)
    last = last or (read_end(tokens, "THROUGH", number) if plural else None)
    if not last and tokens.text.startswith("-", tokens.position):
        before, dashed = tokens.position, tokens.read("DASHED")
        if dashed and dashed[0][1:].isdigit():
            return f"{number}-{dashed[1]}", None
        tokens.position = before
    return number, last


_LEVEL = re.compile(r"[0-9]+|[a-z]")
"""One level of ".3.d" and ".3d"."""
_IN_LIST = re.compile(r"([0-9]{1,2}|[A-Za-z]{1,5})(?: ?(-|to) ?([0-9]{1,2}|[A-Za-z]{1,5}))?")


def _read_several(
    tokens: Tokenizer, number: str, levels: tuple[str, ...], start: int
) -> list[Member]:
    """Read the levels that share a parenthesis: "9 (1-4)", "14 (1 and 3)"."""
    before = tokens.position
    several = tokens.read("LEVELS")
    if not several:
        return []
    first, *others = (each[1] for each in _IN_LIST.finditer(_WITHOUT_AND.sub(_blanks, several[1])))
    if len({each.isdigit() for each in (first, *others)}) > 1:
        tokens.position = before
        return []  # "(3, d and e)": of which paragraph are they?
    members: list[Member] = []
    for found in _IN_LIST.finditer(_WITHOUT_AND.sub(_blanks, several[1])):
        begin, end = several.start(1) + found.start(), several.start(1) + found.end()
        last = found[3] if found[3] and follows(found[1].lower(), found[3]) else None
        name = (*levels, found[1].lower())
        members.append(Member(number, name, begin, end, last, "and" if members else ""))
    members[0] = members[0]._replace(start=start)
    members[-1] = members[-1]._replace(end=tokens.position)
    return members


_WITHOUT_AND = re.compile(r"\b(?:and|et|y|or)\b")


def _blanks(word: re.Match[str]) -> str:
    return " " * len(word[0])


def _read_sibling(tokens: Tokenizer, before: Member, joined: str) -> Member | None:
    """Read a level that stands beside the last one: the (e) of "14 (3) (d) and (e)"."""
    start = tokens.position
    level = tokens.read("LEVEL")
    begin = start + level[0].index("(") if level else start
    name = level[1].lower().replace(" ", "") if level else read_half_level(tokens, start)
    depth = depth_of(before.levels, name) if name else None
    if name is None or depth is None:
        tokens.position = start
        return None
    levels, last = read_levels(tokens, (*before.levels[:depth], name))
    return Member(before.number, levels, begin, tokens.position, last, joined)


def _read_below(tokens: Tokenizer, member: Member, *, plural: bool) -> list[Member]:
    """Read ", paragraphs 1 and 3 (d)" after a number; each part is a member of its own.

    `plural` says whether the number is one of several.

    below = [","] ("paragraph" | "§" | "lit." | …) part { separator (part | level) }
    """
    before = tokens.position
    below = tokens.read("BELOW")
    if not below:
        return []
    several = is_plural(below[2])
    members: list[Member] = []
    part = _read_part(tokens, member, "")
    has_and = False
    while part:
        members += _read_several(tokens, part.number, part.levels, part.start) or [part]
        part = members[-1]
        mark = tokens.position
        joined = _read_separator(tokens)
        has_comma = "," in tokens.text[mark : mark + 3]
        # After "paragraphs 1 and 3", ", and 14" leads back up: another article.
        leads_up = has_and and has_comma and (joined == "and" or plural)
        has_and = has_and or joined == "and"
        before_it, part = part, _read_sibling(tokens, part, joined) if joined else None
        if ";" in tokens.text[mark : mark + 3]:
            leads_up = True  # a semicolon parts articles where commas part paragraphs
        if not part and joined and several and not leads_up:
            part = _read_part(tokens, member, joined)
            if part and (
                (plural and is_above(member, before_it, part))
                or is_of_other_kind(len(member.levels), before_it, part)
            ):
                part = None
        if not part:
            tokens.position = mark
    if members:
        members[0] = members[0]._replace(start=member.start)
    goes_down = len(members) == 1 and len(members[0].levels) < 4 and not members[0].last
    if below[1] and goes_down and not tokens.check("CLOSE"):
        members = _read_below(tokens, members[0], plural=plural)  # "(par. 3, al. b)"
        goes_down = False
    if not members or (below[1] and not tokens.read("CLOSE")):
        tokens.position = before
        return []
    return (_read_below(tokens, members[0], plural=plural) if goes_down else []) or members


def _read_part(tokens: Tokenizer, member: Member, joined: str) -> Member | None:
    """Read one part, unless it is a number with parts of its own: ", 14, paragraph 3"."""
    start = tokens.position
    is_word = tokens.text[start : start + 3].isalpha()
    if is_word and (ordinal := ORDINAL_WORD.match(tokens.text, start)):
        tokens.position = ordinal.end()
        below = (*member.levels, number_of(ordinal[0]))
        return Member(member.number, below, start, ordinal.end(), joined=joined)
    part = tokens.read("PART")
    if not part or (joined and part[1] and tokens.check("BELOW")):
        tokens.position = start
        return None
    level = re.sub("[ -]", "", part[1] or part[2] or part[3]).lower()
    levels: tuple[str, ...] = (*member.levels, level)
    if level.isdigit() and (
        through := read_end(tokens, "DASHED", level) or read_end(tokens, "THROUGH", level)
    ):
        return Member(member.number, levels, start, tokens.position, through, joined)
    if not part[1]:
        close_half_level(tokens, start)
    levels, last = read_levels(tokens, levels)
    levels = read_half_levels(tokens, start, levels)
    last = last or read_half_range(tokens, levels)
    return Member(member.number, levels, start, tokens.position, last, joined)


def read_lettered(tokens: Tokenizer) -> list[Member]:
    """Read the parts of a paragraph that stand in parentheses: "(b) and (c)", "(3)", "inciso b)".

    lettered = level { separator level }
    """
    members: list[Member] = []
    start = tokens.position
    while True:
        at = tokens.position
        level = tokens.read("LEVEL") or tokens.read("HALF_LEVEL") or tokens.read("LETTER_OF")
        name = level[1] if level else None
        if not level or not name:
            tokens.position = start
            return members
        begin = at + len(level[0]) - len(level[0].lstrip())
        members.append(Member(name.lower(), (), begin, tokens.position))
        start = tokens.position
        if not _read_separator(tokens):
            return members
