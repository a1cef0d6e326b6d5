"""From a chain of provisions to where each leads. What is not certain stays without a target."""

import re
from collections.abc import Sequence

from casebook.citations.citation import StandardTarget, Target
from casebook.citations.draft import Draft, unsettled
from casebook.citations.grammar.governors import LAW, Foreign, Named
from casebook.citations.grammar.listed_number import Member
from casebook.citations.grammar.parallel import OF_ITS_OWN
from casebook.citations.grammar.places import MOST, places_of
from casebook.citations.grammar.provisions import Group
from casebook.citations.grammar.tokens import RULES
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.domestic import domestic_in_sentence
from casebook.citations.meaning.doubts import rival_ahead, rival_behind, whose_law
from casebook.citations.meaning.governed import Governed, resolve_governor
from casebook.citations.meaning.namesakes import is_namesake
from casebook.citations.meaning.possible import as_of_treaty, doubt_about, why_impossible
from casebook.citations.meaning.strangers import NOT_HELD, has_part, stranger_beside
from casebook.citations.names import InstrumentName
from casebook.citations.plain import TAKEN
from casebook.identifiers.provision import Unit
from casebook.words.vocabulary import CitationKind, InstrumentKind

_SPEAKING_UNITS = {Unit.ARTICLE, Unit.RULE}
"""Units that cite something even where nothing in reach says what."""
_INHERITING_UNITS = {*_SPEAKING_UNITS, Unit.PRINCIPLE, Unit.GUIDELINE}
"""Units that may stand alone, governed by what was named before."""


def resolve_chain(groups: Sequence[Group], context: Context) -> list[Draft]:
    """Return the citations that a chain of provisions makes, in reading order."""
    governed: dict[int, Governed] = {}
    groups, text = _read_with_the_one_before(groups, context), context.text
    for group in groups:
        # A governor that several groups share speaks once, where it stands.
        if group.governor and id(group.governor) not in governed:
            governed[id(group.governor)] = resolve_governor(group.governor, context)
            is_foreign = isinstance(group.governor, Foreign) and not isinstance(
                governed[id(group.governor)], tuple
            )
            if is_foreign and group.unit is Unit.ARTICLE:
                context.name_foreign(LAW)  # whatever it is called, it has articles
    drafts: list[Draft] = []
    is_shared = False
    for group in groups:
        if group.governor:
            found = governed[id(group.governor)]
        else:
            is_one = len(group.members) == 1 and not group.members[0].last
            is_alone = is_one and group.is_plural and not RULES["AND_ON"].match(text, group.end)
            group = _cut(group, text)  # noqa: PLW2901
            found = _inherited(group, context, groups[0].start, is_alone=is_alone)
        if group.is_inherited:
            is_shared = True
        drafts += _drafts(group, found, text, is_shared=is_shared)
        if isinstance(found, tuple):
            context.last_read = (drafts[-1].end if drafts else group.end, found)
    return drafts


def resolve_under(
    group: Group, instruments: tuple[InstrumentName, ...], context: Context
) -> list[Draft]:
    """Return the citations of a group of which the text says otherwise what it is of."""
    governor = Named(instruments, group.end)
    return resolve_chain([group._replace(governor=governor)], context)


def _read_with_the_one_before(groups: Sequence[Group], context: Context) -> list[Group]:
    """Settle what governs "article 2 (3)" in "article 9 of the ICCPR, read with article 2 (3)".

    It is what governs article 9. Where "and article 16 of the CAT" follows without a comma, it may
    be either.
    """
    first, *rest = groups
    text = context.text
    end, instruments = context.last_read
    link = RULES["LINK_READ"].match(text, end) if end >= 0 else None
    if not link or link.end() != first.start or (first.governor and not first.is_inherited):
        return [*groups]
    if whose_law(text, first.start, first.end):
        return [*groups]
    if _INTO_LINK.match(text, first.end) or (first.is_inherited and rest[0].link == "and"):
        return [in_doubt(first, "it may belong to the one before or to the one after"), *rest]
    governor = Named(instruments, first.end)
    return [first._replace(governor=governor, is_inherited=True), *rest]


def in_doubt(group: Group, conflict: str) -> Group:
    """Return a group of which nobody knows what governs it."""
    return group._replace(governor=Named((), group.end, conflict=conflict), is_inherited=True)


_BEHIND_LINK = re.compile(rf"{TAKEN} ?,(?: [Aa]nnex[eo]?,)? $")
_INTO_LINK = re.compile(rf" (?:and|or|et|y) {TAKEN}")


def _cut(group: Group, text: str) -> Group:
    """Drop numbers from a list that nothing closes: "Under article 7, 12 persons were heard"."""
    members = list(group.members)
    if not group.is_plural:
        keep = 1
        while keep < len(members) and (
            not members[keep].number.isdigit()
            or members[keep].number == members[keep - 1].number
            or (members[keep].joined == "and" and _CLOSED.match(text, members[keep].end))
        ):
            keep += 1
        members = members[:keep]
    else:
        ands = [at for at, each in enumerate(members) if each.joined == "and"]
        keep = ands[0] if ands else len(members)
        for at in ands[1:]:
            if not _CLOSED.match(text, members[at].end):
                break
            keep = at
        members = members[: keep + 1]
    if len(members) == len(group.members):
        return group
    return group._replace(members=tuple(members), end=members[-1].end)


_PART_OF_LAW = "National laws have parts of articles, and the text does not say which it is of."
_CLOSED = re.compile(r" ?(?:[),.;:]|$)")


def _inherited(group: Group, context: Context, start: int, *, is_alone: bool) -> Governed:
    """Return what governs a provision that stands alone, or why nothing does.

    `start` is where its chain begins: "charged under article 5 and article 6". `is_alone` is a
    number after a plural that has no other beside it: "articles 9 on liberty and 14 on trial".
    """
    text = context.text
    if group.unit not in _INHERITING_UNITS:
        return None
    if is_namesake(group, text) or any(each.is_roman for each in group.members):
        return None
    found = context.governing(group.unit)
    if found and len(found) == 1:
        behind = _BEHIND_LINK.search(text, max(0, start - 20), start)
        if behind and context.is_behind_document(behind.start() + 1):
            return NOT_HELD
        if is_alone:
            return "It announces several numbers, and only the first could be read."
        if found[0].kind is not InstrumentKind.NATIONAL_LAW:
            if reason := whose_law(text, start, group.end):
                return reason
            if reason := stranger_beside(start, group.end, context):
                context.name_foreign(LAW)
                return reason
            if has_part(text, group.start, group.end):
                return _PART_OF_LAW
            if group.unit is Unit.ARTICLE and (
                reason := domestic_in_sentence(start, group.end, found[0], context)
            ):
                return reason
        rival = rival_behind(group.end, found, context) or rival_ahead(
            start, group.end, found, context
        )
        return f"It may be of {rival}, which follows it." if rival else found
    if group.unit not in _SPEAKING_UNITS:
        return None
    if found:
        names = " and ".join(each.names[0] for each in found[:2])
        return f"More than one standard is named before it: {names}."
    where = "paragraph" if group.unit is Unit.ARTICLE else "section"
    return (
        f"Nothing says what it is {'an article' if group.unit is Unit.ARTICLE else 'a rule'} of:"
        f" no standard alone governs this {where}."
    )


def _drafts(group: Group, found: Governed, text: str, *, is_shared: bool) -> list[Draft]:
    """Return one citation of all numbers; where some cannot be, each number is one of its own."""
    end = group.end
    if group.governor and not group.is_inherited:
        end = max(end, group.governor.end)
    if found is None:
        return []
    if isinstance(found, str) and group.unit not in _SPEAKING_UNITS:
        return []
    if isinstance(found, str):
        return [unsettled(group.start, end, found)]
    if group.unit not in _SPEAKING_UNITS and not any(each.has(group.unit) for each in found):
        return []
    if doubt := doubt_about(group, text):
        return [unsettled(group.start, end, doubt)]
    own = [found] * len(group.members)
    if isinstance(group.governor, Named) and group.governor.is_respective:
        if group.is_inherited or len(found) != len(group.members):
            return [unsettled(group.start, end, OF_ITS_OWN)]
        own = [(each,) for each in found]
    reasons = [
        why_impossible(group.unit, member, each, text)
        for member, each in zip(group.members, own, strict=True)
    ]
    wrong = next(filter(None, reasons), None)
    if own[0] is not found and wrong:
        # One that is wrong says that the others may be, too.
        return [unsettled(group.start, end, wrong)]
    if not wrong and own[0] is found:
        draft = _draft(group, group.members, group.start, end, found)
        return [draft if is_shared else _apart(draft, group)]
    starts = [group.start, *(member.start for member in group.members[1:])]
    ends = [*(member.end for member in group.members[:-1]), end]
    return [
        unsettled(start, stop, reason)
        if reason
        else _draft(group, (member,), start, stop, instruments)
        for member, instruments, reason, start, stop in zip(
            group.members, own, reasons, starts, ends, strict=True
        )
    ]


def _draft(
    group: Group,
    members: Sequence[Member],
    start: int,
    end: int,
    instruments: Sequence[InstrumentName],
) -> Draft:
    targets: list[Target] = []
    spans: list[tuple[int, int]] = []
    for instrument in instruments:
        is_law = instrument.kind is InstrumentKind.NATIONAL_LAW
        for member in members:
            printed = member if is_law else as_of_treaty(member)
            for place in places_of(group.unit, printed, MOST - len(targets)):
                targets.append(StandardTarget(instrument.id, place))
                spans.append((member.start, member.end))
    return Draft(CitationKind.PROVISION, start, end, tuple(targets), tuple(spans))


def _apart(draft: Draft, group: Group) -> Draft:
    """Tell apart "article 2 of the ICCPR" and "the ICESCR": each name has words of its own.

    Where another group shares them they stay together, or the other would lose what governs it.
    """
    governor = group.governor
    if not isinstance(governor, Named) or not len(governor.spans) == len(draft.targets) > 1:
        return draft
    first = (group.members[0].start, governor.spans[0][1])
    return draft._replace(spans=(first, *governor.spans[1:]))
