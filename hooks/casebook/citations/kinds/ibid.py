"""The grammar of "ibid.": what was cited right before it, and nothing else."""

import re
from dataclasses import replace

from casebook.citations.citation import DocumentTarget, StandardTarget
from casebook.citations.draft import Draft, unsettled
from casebook.citations.grammar.listed_number import Member
from casebook.citations.grammar.numbers import read_members
from casebook.citations.grammar.places import MOST, places_of
from casebook.citations.grammar.provisions import read_group
from casebook.citations.grammar.tokens import Tokenizer, is_plural, unit_of
from casebook.citations.kinds.documents import cite_paragraphs, kind_of
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.resolving import resolve_under
from casebook.identifiers.provision import Unit

_IBID = re.compile(r"(?:[Ii]bid(?:em)?|[Ii]dem|Id)\b\.?,? ?(?:at |, )?(?=[A-Za-z§¶])")
_RIGHT_AFTER = re.compile(
    r"[\s.,;:)\]\"'¹²³⁰⁴-⁹]{0,6}(?:(?:[Ss]ee|[Cc]f\.?|[Vv]oir|[Vv]ease)(?: also)? )?"
)
_REST = re.compile(r"(?: [a-z]+){1,6}(?=\.)")
"""How the sentence of the source may end: nothing else is cited, or told of, in so few words."""
_NOTHING = re.compile(r"[\s.,;:)\]\"']*")


def read_ibid(tokens: Tokenizer, context: Context) -> list[Draft]:
    """Read "ibid., para. 6" as the paragraph of the source that was cited right before.

    Behind an article it is one of the article's.

    ibid = "ibid." [","] (paragraphs | provisions)
    """
    start = tokens.position
    lead = _IBID.match(tokens.text, start)
    if not lead:
        return []
    tokens.position = lead.end()
    source = _source_of(_cited(start, context))
    unit = tokens.read("UNIT")
    if unit and unit_of(unit) is Unit.PARAGRAPH:
        members = read_members(tokens, plural=is_plural(unit[0]), below=False)
        if members and isinstance(source, DocumentTarget):
            kind = kind_of(source.symbol)
            return [cite_paragraphs(source, kind, members, start, tokens.position)]
        return _read_below(start, tokens, members, context)
    tokens.position = lead.end()
    group = read_group(tokens)
    if not group or group.governor:
        tokens.position = lead.end()
        return []
    tokens.position = group.end
    held = tokens.names.instruments.get(getattr(source, "instrument", ""))
    if not held or not held.has(group.unit):
        reason = "It is not certain which source “ibid.” means."
        return [unsettled(group.start, group.end, reason)]
    return resolve_under(group._replace(start=start), (held,), context)


def _read_below(
    start: int, tokens: Tokenizer, members: list[Member], context: Context
) -> list[Draft]:
    """Return the paragraphs of a standard, or of the only provision of it, that was cited before."""
    cited = _cited(start, context)
    places = (
        {each for each in cited.targets if isinstance(each, StandardTarget)} if cited else set()
    )
    roots = {each.at(each.provision.root) for each in places if each.provision}
    if not cited or not members or len(roots) != 1 or any(each.number == "0" for each in members):
        return []
    (source,) = roots
    assert source.provision
    if source.provision.unit is Unit.PARAGRAPH:
        whole = StandardTarget(source.instrument)
        return [cite_paragraphs(whole, cited.kind, members, start, tokens.position)]
    targets, spans = [], []
    for member in members:
        for each in places_of(Unit.PARAGRAPH, member, MOST):
            if each.number.isdigit() and int(each.number) > _MOST_PARAGRAPHS:
                return []
            levels = (each.number, *each.levels)
            targets.append(source.at(replace(source.provision, levels=levels)))
            spans.append((member.start, member.end))
    return [Draft(cited.kind, start, tokens.position, tuple(targets), tuple(spans))]


_MOST_PARAGRAPHS = 15
"""No provision that letters cite has more; a higher number is of something else."""


def _cited(start: int, context: Context) -> Draft | None:
    """Return what was cited right before: in the paragraph, else alone in the note before it."""
    if context.cited is None:
        is_first = _RIGHT_AFTER.fullmatch(context.text[:start]) is not None
        return context.cited_before if is_first else None
    cited, end = context.cited
    if rest := _REST.match(context.text, end):
        end = rest.end()
    return cited if _RIGHT_AFTER.fullmatch(context.text[end:start]) else None


def _source_of(draft: Draft | None) -> StandardTarget | DocumentTarget | None:
    """Return the one standard or document that a citation is of."""
    sources = {
        StandardTarget(each.instrument)
        if isinstance(each, StandardTarget)
        else DocumentTarget(each.symbol)
        for each in (draft.targets if draft else ())
        if isinstance(each, StandardTarget | DocumentTarget)
    }
    return sources.pop() if len(sources) == 1 else None


def is_only_source(text: str, start: int, end: int) -> bool:
    """Whether a note has no other source than the citation that stands there, and ends with it."""
    return ";" not in text[:start] and _NOTHING.fullmatch(text, end) is not None
