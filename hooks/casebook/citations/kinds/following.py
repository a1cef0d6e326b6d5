"""Provisions that follow their instrument: "ICCPR, article 14", "Bangkok Rules 23 and 26"."""

import re
from dataclasses import replace

from casebook.citations.citation import StandardTarget
from casebook.citations.draft import Draft, unsettled
from casebook.citations.grammar.behind import (
    FOLLOWING,
    hangs,
    is_apart_from_next,
    read_group_behind,
    shares_governor,
)
from casebook.citations.grammar.governing import read_governor
from casebook.citations.grammar.governors import Named
from casebook.citations.grammar.naming import read_name
from casebook.citations.grammar.numbers import read_members
from casebook.citations.grammar.parallel import OF_ITS_OWN, RESPECTIVELY, SLASH, settle_parallel
from casebook.citations.grammar.provisions import Group, read_group, read_link, read_more
from casebook.citations.grammar.tokens import Tokenizer
from casebook.citations.kinds.bare import read_bare_articles
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.doubts import rival_behind
from casebook.citations.meaning.resolving import resolve_chain, resolve_under
from casebook.citations.meaning.strangers import stranger_behind
from casebook.citations.names import InstrumentName
from casebook.citations.plain import TAKEN
from casebook.identifiers.provision import Unit
from casebook.words.vocabulary import CitationKind

_LINKED = re.compile(rf"(?:'s?)? ?[,:(]? ?(?={TAKEN})")
_NUMBERS_OF_RULES = re.compile(r" {1,2}(?=[0-9])")


def whole(start: int, end: int, instruments: tuple[InstrumentName, ...]) -> Draft:
    """Return the citation of whole instruments by their name."""
    targets = tuple(StandardTarget(each.id) for each in instruments)
    return Draft(CitationKind.PROVISION, start, end, targets, ((start, end),) * len(targets))


def read_following(
    tokens: Tokenizer, context: Context, start: int, instruments: tuple[InstrumentName, ...]
) -> list[Draft]:
    """Read the provisions after a name: "ICCPR, article 14", "Bangkok Rules 23 and 26".

    provisions = ["'s"] ["," | "("] [lead] group [")"], where no other governor follows
    """
    end = tokens.position
    if not instruments:
        return []
    named = whole(start, end, instruments)
    if len(instruments) > 1:
        return [named]
    if _is_linked_behind(tokens, instruments[0]):
        return []
    numbers = _read_numbers_of_rules(tokens, start, instruments[0]) or read_bare_articles(
        tokens, context, start, instruments[0]
    )
    if numbers:
        drafts = resolve_under(numbers, instruments, context)
        return [*drafts, *_read_on(tokens, context, numbers, instruments)]
    if slashed := _read_slashed(tokens, context, start, instruments):
        return slashed
    lead = FOLLOWING.match(tokens.text, end)
    drafts = _read_led(tokens, context, named, instruments, lead=lead) if lead else []
    if not drafts:
        tokens.position = end
    return drafts or [named]


def _is_linked_behind(tokens: Tokenizer, instrument: InstrumentName) -> bool:
    """Whether a link of an editor to one of its provisions follows: "ICCPR ([article 7])"."""
    behind = _LINKED.match(tokens.text, tokens.position)
    link = tokens.links.get(behind.end()) if behind else None
    return bool(link and link.unit and link.instrument is instrument)


def _read_led(
    tokens: Tokenizer,
    context: Context,
    named: Draft,
    instruments: tuple[InstrumentName, ...],
    *,
    lead: re.Match[str],
) -> list[Draft]:
    """Read the provisions that a comma, a parenthesis or a word leads to; nothing if they are not its."""
    text, tokens.position = tokens.text, lead.end()
    group = read_group_behind(tokens)
    if not group or not instruments[0].has(group.unit):
        return []
    if shares_governor(lead, group, text):
        return [named, *read_shared(tokens, context, group)]
    if group.governor:
        return []
    tokens.position = group.end
    if lead["mark"] == "(" and (more := _read_more_inside(tokens, instruments[0])):
        every = [resolve_under(each, instruments, context) for each in (group, *more)]
        return [named, *(draft for each in every for draft in each)]
    if not (lead["mark"] == "(" and tokens.check("CLOSE")):
        if stranger_behind(group.start, group.end, context):
            return []
        if rival := rival_behind(group.end, instruments, context):
            if not hangs(lead):
                return []
            if not is_apart_from_next(tokens, lead):
                reason = f"It may be of what stands before it, or of {rival}, which follows it."
                return [named, unsettled(group.start, group.end, reason)]
    if RESPECTIVELY.match(text, group.end) and len(context.paragraph.instruments) > 1:
        return [named, unsettled(group.start, group.end, OF_ITS_OWN)]
    is_one = not lead["lead"] and (lead["mark"] != "(" or bool(tokens.read("CLOSE")))
    whole_group = group._replace(start=named.start) if is_one else group
    drafts = resolve_under(whole_group, instruments, context)
    if not is_one:
        drafts = [named, *drafts]
    elif len(drafts) == 1:
        drafts = [drafts[0]._replace(end=max(drafts[0].end, tokens.position))]
    return [*drafts, *_read_on(tokens, context, group, instruments)]


def _read_on(
    tokens: Tokenizer, context: Context, group: Group, instruments: tuple[InstrumentName, ...]
) -> list[Draft]:
    """Read the "and 3 of the UDHR" behind "ICCPR (article 9)"."""
    drafts: list[Draft] = []
    last = group._replace(governor=Named(instruments, group.end))
    while following := read_more(tokens, last):
        drafts += resolve_chain([following], context)
        last = following
    return drafts


def read_shared(tokens: Tokenizer, context: Context, group: Group) -> list[Draft]:
    """Return the last number, which is of what follows it, and those that may be of what precedes."""
    *doubtful, last = group.members
    reason = "Each number may be of what stands before it, or of what follows."
    tokens.position = max(group.end, group.governor.end) if group.governor else group.end
    only = group._replace(members=(last,), start=last.start)
    return [unsettled(group.start, doubtful[-1].end, reason), *resolve_chain([only], context)]


def _read_slashed(
    tokens: Tokenizer, context: Context, start: int, instruments: tuple[InstrumentName, ...]
) -> list[Draft]:
    """Read "UDHR/ICCPR, article 9", which is of both; nothing where no numbers follow."""
    end = tokens.position
    every, names = Named(instruments, end), [whole(start, end, instruments)]
    while slash := SLASH.match(tokens.text, tokens.position):
        at = tokens.position = slash.end()
        name = read_name(tokens)
        if not isinstance(name, Named) or name.conflict:
            break
        every = every.joined(name, at)
        names.append(whole(at, name.end, name.instruments))
        tokens.position = name.end
    lead = FOLLOWING.match(tokens.text, tokens.position) if len(names) > 1 else None
    group = None
    if lead:
        tokens.position = lead.end()
        group = read_group(tokens)
    if not group or group.governor or not any(each.has(group.unit) for each in every.instruments):
        tokens.position = end
        return []
    settled = settle_parallel(every, group.members, tokens.text)
    if len(group.members) > 1 and tokens.text.startswith("/", start - 1):
        settled = replace(settled, instruments=(), conflict="one more name stands before it")
    for each in every.instruments:
        context.name(each)
    tokens.position = group.end
    governed = group._replace(governor=replace(settled, end=group.end, spans=()))
    return [*names, *resolve_chain([governed], context)]


def _read_more_inside(tokens: Tokenizer, instrument: InstrumentName) -> list[Group]:
    """Read ", art. 16)" in "CAT (art. 2, art. 16)"; nothing where the parenthesis has other words."""
    before = tokens.position
    more: list[Group] = []
    while read_link(tokens):
        group = read_group(tokens)
        if not group or group.governor or not instrument.has(group.unit):
            break
        more.append(group)
        tokens.position = group.end
        if tokens.check("CLOSE"):
            return more
    tokens.position = before
    return []


def _read_numbers_of_rules(
    tokens: Tokenizer, start: int, instrument: InstrumentName
) -> Group | None:
    """Read "23 and 26" after "Bangkok Rules", whose last word is the unit."""
    end = tokens.position
    word = re.search(r"([RrPp])(?:ule|rinciple)s?$", tokens.text[start:end])
    unit = {"r": Unit.RULE, "p": Unit.PRINCIPLE}[word[1].lower()] if word else None
    gap = _NUMBERS_OF_RULES.match(tokens.text, end)
    if not unit or not gap or not instrument.has(unit):
        return None
    tokens.position = gap.end()
    members = read_members(tokens, plural=True)
    if not members:
        tokens.position = end
        return None
    tokens.position = members[-1].end
    ands = [at for at, each in enumerate(members) if each.joined == "and"]
    if ands and tokens.check("OF") and read_governor(tokens):
        # "Mandela Rules 1, 43 and 45 and 57 of the Bangkok Rules"
        members = members[: ands[0] + (len(ands) > 1)]
    tokens.position = members[-1].end
    return Group(unit, tuple(members), start, tokens.position, is_plural=True)
