"""The grammar of provisions: unit, numbers, and the instrument that governs them."""

import re
from dataclasses import replace
from typing import NamedTuple

from casebook.citations.governors import LAW, Back, Foreign, Governor, Named, Scope
from casebook.citations.naming import read_instrument, read_name, read_second
from casebook.citations.numbers import Member, read_lettered, read_members
from casebook.citations.plain import TAKEN
from casebook.citations.referring import read_foreign
from casebook.citations.tokens import RULES, Tokenizer, is_plural, unit_of
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


def read_chain(tokens: Tokenizer, scope: Scope) -> list[Group]:
    """Read provisions that hang together; what governs the last governs those before it.

    chain = group { link group }
    link  = conjunction | "read in conjunction with" | "," | ")" words "("
    """
    group = read_group(tokens, scope)
    groups = [group] if group else []
    while groups and not groups[-1].governor:
        before = tokens.position
        link = _read_link(tokens)
        group = read_group(tokens, scope) if link else None
        if not group:
            tokens.position = before
            break
        groups.append(group._replace(link=link))
    groups = _inherit(groups)
    while groups and (more := read_more(tokens, scope, groups[-1])):
        groups.append(more)
    return groups


def read_more(tokens: Tokenizer, scope: Scope, group: Group) -> Group | None:
    """Read numbers of the same unit under another governor.

    In "article 3 of the UDHR and 6 (1) of the ICCPR", the second has no "article" of its own.

    more = separator members governor
    """
    before = tokens.position
    if group.governor and tokens.read("LINK_MORE"):
        start = tokens.position
        members = read_members(tokens, plural=True)
        end = tokens.position
        if members:
            governor = read_governor(tokens, scope)
            if governor and not (isinstance(governor, Foreign) and not governor.words):
                return Group(group.unit, tuple(members), start, end, True, governor)
    tokens.position = before
    return None


def _read_link(tokens: Tokenizer) -> str:
    links = (("LINK_READ", "read"), ("LINK_AND", "and"), ("LINK_COMMA", ","), ("LINK_GLOSS", "and"))
    for rule, link in links:
        before = tokens.position
        if token := tokens.read(rule):
            if tokens.check("UNIT"):
                return f", {link}" if link == "and" and "," in token[0] else link
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


def read_group(tokens: Tokenizer, scope: Scope, depth: int = 0) -> Group | None:
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
        within = _read_article_of(tokens, scope, group, depth) if depth < _DEEPEST else None
        return within or _with_name(tokens, scope, group)
    governor = read_governor(tokens, scope) or _read_governor_outside(tokens, scope, start)
    if isinstance(governor, Named) and len(members) > 1:
        governor = _read_respectively(tokens, governor, end)
    if isinstance(governor, Named) and _COMMON.search(tokens.text[max(0, start - 8) : start]):
        governor = read_second(tokens, scope, governor)
    return Group(unit, tuple(members), start, end, plural, governor)


def _read_governor_outside(tokens: Tokenizer, scope: Scope, start: int) -> Governor | None:
    """Read "of the ICCPR" after "fair trial (art. 14)"."""
    before = tokens.position
    if tokens.text.startswith("(", start - 1) and tokens.read("CLOSE") and tokens.check("OF"):
        governor = read_governor(tokens, scope)
        if isinstance(governor, Named | Back):
            return governor
    tokens.position = before
    return None


def _read_respectively(tokens: Tokenizer, first: Named, end: int) -> Named:
    """Refuse "articles 6 and 9 of the ICCPR and the CRC, respectively": each has one of its own."""
    is_said = _RESPECTIVELY.match(tokens.text[end : first.end + 90])
    is_shared = len(first.instruments) > 1 or _OTHER_NAME.match(tokens.text, first.end)
    if is_said and is_shared:
        return replace(first, instruments=(), conflict="each number has one of its own")
    return first


_RESPECTIVELY = re.compile(r"[^.;0-9]*\b(?:respectively|respectivement|respectivamente)\b")
_OTHER_NAME = re.compile(
    r" ?,? (?:and|et|y|or) (?:of |du |del |de la |de )?(?:the |l'|la |le |el )?"
    r"[A-Z\0]"
)
_COMMON = re.compile(r"\b[Cc]ommon $")


def _read_article_of(
    tokens: Tokenizer, scope: Scope, paragraphs: Group, depth: int
) -> Group | None:
    """Read "of article 14" after "paragraph 3": together they are article 14 (3)."""
    before = tokens.position
    if tokens.read("OF"):
        while tokens.read("THE"):
            pass
        unit = RULES["UNIT"].match(tokens.text, tokens.position)
        is_inner = unit and (unit_of(unit) in _WITH_PARAGRAPHS or unit_of(unit) is Unit.PARAGRAPH)
        inner = read_group(tokens, scope, depth + 1) if is_inner else None
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


def _with_name(tokens: Tokenizer, scope: Scope, paragraphs: Group) -> Group:
    """Read "of the Vienna Declaration" after "paragraph 5"; only a name can govern paragraphs."""
    before = tokens.position
    if tokens.read("OF"):
        while tokens.read("THE"):
            pass
        if isinstance(named := read_name(tokens, scope), Named):
            return paragraphs._replace(governor=named)
    tokens.position = before
    return paragraphs


def read_governor(tokens: Tokenizer, scope: Scope) -> Governor | None:
    """Read what the provision is a provision of.

    governor = [aside] ("of" | "in" | "under" | …) { "the" | "both" | "said" } instrument
             | "(" name ")"
             | [","] name
    """
    start = tokens.position
    fit = tokens.read("OF")
    if not fit:
        return _read_bare_name(tokens, scope)
    text = tokens.text
    has_determiner = fit[1] in {"du", "des", "del"}
    is_both = fit[1] == "common to"
    while determiner := tokens.read("THE"):
        has_determiner = True
        is_both = is_both or determiner[0].startswith(("both", "each"))
    at = tokens.position
    if text.startswith(TAKEN, at) and (linked := scope.linked.get(at)):
        tokens.position = start
        return Named((linked,), start)
    governor = read_instrument(tokens, scope)
    if isinstance(governor, Named) and is_both:
        governor = read_second(tokens, scope, governor)
    if isinstance(governor, Named):
        governor = _read_more_of(tokens, scope, governor)
    is_of = fit[1] in {"of", "du", "des", "de", "del"}
    if governor and (is_of or not isinstance(governor, Foreign) or governor.noun):
        return governor
    tokens.position = start
    is_someones = is_of and (has_determiner or _SOMEONES.match(text, at))
    if (is_someones and RULES["LOWER"].match(text, at)) or _LOWER_LAW.match(text, at):
        # "rule 5 of the court": not ours, and nothing to inherit
        return Foreign("", start)
    return None


def _read_more_of(tokens: Tokenizer, scope: Scope, first: Named) -> Named:
    """Read "and of the CRC" after "of the ICCPR": the same article of both."""
    governor = first
    while not governor.conflict and (more := _AND_OF.match(tokens.text, governor.end)):
        tokens.position = more.end()
        second = read_name(tokens, scope)
        if not isinstance(second, Named) or second.conflict:
            break
        governor = Named((*governor.instruments, *second.instruments), second.end)
    tokens.position = governor.end
    return governor


_AND_OF = re.compile(
    r",? (?:and|as well as|et|y|ainsi que|asi como) (?:of (?:the )?|du |de la |de l'|del )(?=[A-Z])"
)
_SOMEONES = re.compile(
    r"(?:his|her|our|your|my|an?|any|some|another|un|une|una|su|sus|son|sa|leur) "
)
_LOWER_LAW = re.compile(
    r"(?:[a-z]{1,20} ){0,3}(?:code|law|laws|constitution|act|statute|decree|bill|regulations?"
    r"|contract|agreement|treaty|loi|ley|constitucion)\b"
)


def _read_bare_name(tokens: Tokenizer, scope: Scope) -> Governor | None:
    """Read a name right after the numbers: "article 14 ICCPR", "articles 7 and 9 (ICCPR)".

    What we do not hold counts where it can be nothing else: "article 6 ECHR", "article 9, Criminal
    Procedure Code".
    """
    start = tokens.position
    parenthesis = tokens.read("OPEN_NAME")
    if not parenthesis and not tokens.read("COMMA_NAME"):
        return None
    at = tokens.position
    found: Governor | None = read_name(tokens, scope)
    word = RULES["CAPITAL"].match(tokens.text, at)
    if not found and word and word[0] in scope.defined:
        tokens.position = word.end()
        found = Named((scope.defined[word[0]],), word.end())
    if not found and word:
        tokens.position = at
        is_apart = parenthesis or "," in tokens.text[start:at]
        unknown = read_foreign(tokens, scope.names)
        is_acronym = len(word[0]) > 2 and word[0].isupper()
        if unknown and (unknown.noun or (is_acronym and unknown.end == word.end())):
            is_closed = not is_apart or RULES["CLOSED"].match(tokens.text, unknown.end)
            found = unknown if unknown.noun == LAW or is_closed else None
    if found and parenthesis:
        if tokens.read("CLOSE"):
            return replace(found, end=tokens.position)
    elif found:
        return found
    tokens.position = start
    return None
