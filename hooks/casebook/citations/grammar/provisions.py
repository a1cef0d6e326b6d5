"""The grammar of provisions: unit, numbers, and the instrument that governs them."""

import re
from typing import NamedTuple

from casebook.citations.grammar.asides import ORDINAL, ordinal_before, ordinal_behind
from casebook.citations.grammar.governing import read_governor, read_governor_near
from casebook.citations.grammar.governors import Back, Foreign, Governor, Named
from casebook.citations.grammar.listed_number import Member
from casebook.citations.grammar.naming import read_name, read_second
from casebook.citations.grammar.numbers import read_lettered, read_members
from casebook.citations.grammar.parallel import SLASH, read_respectively, settle_parallel
from casebook.citations.grammar.tokens import IN_OTHER_TONGUES, RULES, Tokenizer, is_plural, unit_of
from casebook.identifiers.provision import Unit


class Group(NamedTuple):
    """A unit, its numbers, and their governor where the text names one right after them."""

    unit: Unit
    members: tuple[Member, ...]
    start: int
    end: int
    """Where the numbers end."""
    is_plural: bool
    governor: Governor | None = None
    is_inherited: bool = False
    """Whether the governor stands after a later group of the chain."""
    link: str = ""
    """How the group hangs on the one before: "and", ", and", "read", ","."""


def read_chain(tokens: Tokenizer) -> list[Group]:
    """Read provisions that hang together; what governs the last governs those before it.

    chain = group { link group }
    link  = conjunction | "read in conjunction with" | "," | ")" words "("
    """
    group = read_group(tokens)
    groups = [group] if group else []
    while groups and not groups[-1].governor:
        before = tokens.position
        link = read_link(tokens)
        group = read_group(tokens) if link else None
        if not group:
            tokens.position = before
            break
        groups.append(group._replace(link=link))
    groups = _inherit(groups)
    while groups and (more := read_more(tokens, groups[-1])):
        groups.append(more)
    return groups


def read_more(tokens: Tokenizer, group: Group) -> Group | None:
    """Read numbers of the same unit under another governor.

    In "article 3 of the UDHR and 6 (1) of the ICCPR", the second has no "article" of its own.

    more = separator members governor
    """
    before = tokens.position
    if group.governor and tokens.read("READ_NUMBER"):
        return _read_beside(tokens, group, before)
    if group.governor and tokens.read("LINK_MORE"):
        start = tokens.position
        members = read_members(tokens, plural=True)
        end = tokens.position
        if members:
            governor = read_governor(tokens)
            if governor and not (isinstance(governor, Foreign) and not governor.words):
                return Group(group.unit, tuple(members), start, end, True, governor)
    tokens.position = before
    return None


def _read_beside(tokens: Tokenizer, group: Group, before: int) -> Group | None:
    """Read the "2 (3)" of "article 9 of the ICCPR, in conjunction with 2 (3)": it is of the same.

    Where anything but the end of a clause follows, it may be another's, or count something.
    """
    start, governor = tokens.position, group.governor
    members = read_members(tokens, plural=True)
    end = tokens.position
    own = read_governor(tokens) if members else None
    if isinstance(own, Named | Back):
        return Group(group.unit, tuple(members), start, end, True, own)
    tokens.position = end
    is_one = isinstance(governor, Back) or (
        isinstance(governor, Named) and not governor.is_respective
    )
    if members and is_one and not own and _END_OF_CLAUSE.match(tokens.text, end):
        return group._replace(members=tuple(members), start=start, end=end, is_inherited=True)
    tokens.position = before
    return None


_END_OF_CLAUSE = re.compile(r" ?(?:[.;:)]|$|,(?! ?(?:[0-9]|[Aa]rt|and |or |of |[A-Z])))")


def read_link(tokens: Tokenizer) -> str:
    """Read what joins two groups; return what it is, or nothing."""
    links = (("LINK_READ", "read"), ("LINK_AND", "and"), ("LINK_COMMA", ","), ("LINK_GLOSS", "and"))
    for rule, link in links:
        before = tokens.position
        if token := tokens.read(rule):
            if ordinal := ORDINAL.match(tokens.text, tokens.position):
                tokens.position = ordinal.end()
            if tokens.check("UNIT"):
                return f", {link}" if link == "and" and set(",;") & set(token[0]) else link
            tokens.position = before
    return ""


def _inherit(groups: list[Group]) -> list[Group]:
    """Hand the last governor back to the groups before it, as long as the links hold."""
    governor, seen_and = None, False
    done: list[Group] = []
    following: Group | None = None
    for group in reversed(groups):
        if not group.governor and following and following.unit is group.unit:
            seen_and = seen_and or following.link != ","
            if governor and seen_and:
                group = group._replace(governor=governor, is_inherited=True)  # noqa: PLW2901
        elif following:
            seen_and = False
        governor = group.governor
        following = group
        done.append(group)
    return done[::-1]


_DEEPEST = 3
"""How many paragraphs a paragraph may be of: "sub-paragraph (b) of paragraph 3 of article 14"."""


def read_group(tokens: Tokenizer, depth: int = 0) -> Group | None:
    """Read one unit with its numbers and its governor.

    group = unit members [governor]
    """
    start = tokens.position
    unit_token = tokens.read("UNIT")
    if not unit_token:
        return None
    unit, plural = unit_of(unit_token), is_plural(unit_token[0])
    members = read_members(tokens, plural=plural, below=unit is not Unit.PARAGRAPH)
    if not members and unit is Unit.PARAGRAPH:
        members = read_lettered(tokens)
    if not members:
        tokens.position = start
        return None
    end = tokens.position
    if unit is Unit.PARAGRAPH:
        group = Group(unit, tuple(members), start, end, is_plural=plural)
        within = _read_article_of(tokens, group, depth) if depth < _DEEPEST else None
        return within or _with_name(tokens, group)
    governor = read_governor_near(tokens, start)
    if unit_token[0].lower().startswith(IN_OTHER_TONGUES) and not isinstance(governor, Named):
        tokens.position = start
        return None
    if isinstance(governor, Named) and len(members) > 1:
        governor = read_respectively(tokens, governor, members, end)
        if SLASH.search(tokens.text, end, governor.end):
            governor = settle_parallel(governor, members, tokens.text)
    if isinstance(governor, Named) and _COMMON.search(tokens.text[max(0, start - 8) : start]):
        governor = read_second(tokens, governor)
    group = Group(unit, tuple(members), start, end, plural, governor)
    is_whole = len(members) == 1 and not members[0].levels and not members[0].last
    return _read_ordinal(tokens, group) if is_whole else group


def _read_ordinal(tokens: Tokenizer, group: Group) -> Group:
    """Read "the third paragraph of article 12", and "article 12, third paragraph, of"."""
    start, level = group.start, ""
    if not group.governor and (behind := ordinal_behind(tokens.text, tokens.position)):
        before = tokens.position
        tokens.position, level = behind
        group = group._replace(governor=read_governor(tokens))
        if not isinstance(group.governor, Named | Back):
            tokens.position = before
            return group._replace(governor=None)
    elif ordinal := ordinal_before(tokens.text, start):
        start, level = ordinal
    if not level or not isinstance(group.governor, Named | Back):
        return group
    (member,) = group.members
    return group._replace(members=(member._replace(levels=(level,)),), start=start)


_COMMON = re.compile(r"\b[Cc]ommon $")


def _read_article_of(tokens: Tokenizer, paragraphs: Group, depth: int) -> Group | None:
    """Read "of article 14" after "paragraph 3": together they are article 14 (3)."""
    before = tokens.position
    if tokens.read("OF"):
        while tokens.read("THE"):
            pass
        unit = RULES["UNIT"].match(tokens.text, tokens.position)
        is_inner = unit and (unit_of(unit) in _WITH_PARAGRAPHS or unit_of(unit) is Unit.PARAGRAPH)
        inner = read_group(tokens, depth + 1) if is_inner else None
        if inner and len(inner.members) == 1 and inner.unit in _WITH_PARAGRAPHS:
            outer = inner.members[0]
            members = tuple(
                each._replace(
                    number=outer.number, levels=(*outer.levels, each.number, *each.levels)
                )
                for each in paragraphs.members
                if not outer.last
            )
            if members:
                return inner._replace(members=members, start=paragraphs.start)
    tokens.position = before
    return None


_WITH_PARAGRAPHS = {Unit.ARTICLE, Unit.RULE, Unit.PRINCIPLE, Unit.GUIDELINE}


def _with_name(tokens: Tokenizer, paragraphs: Group) -> Group:
    """Read "of the Vienna Declaration" after "paragraph 5"; only a name can govern paragraphs."""
    before = tokens.position
    if tokens.read("OF"):
        while tokens.read("THE"):
            pass
        if isinstance(named := read_name(tokens), Named):
            return paragraphs._replace(governor=named)
    tokens.position = before
    return paragraphs
