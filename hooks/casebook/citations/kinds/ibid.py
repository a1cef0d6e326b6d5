"""The grammar of "ibid.": what was cited right before it, and nothing else."""

import re

from casebook.citations.citation import DocumentTarget, StandardTarget
from casebook.citations.draft import Draft, unsettled
from casebook.citations.grammar.numbers import read_members
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
_NOTHING = re.compile(r"[\s.,;:)\]\"']*")


def read_ibid(tokens: Tokenizer, context: Context) -> list[Draft]:
    """Read "ibid., para. 6" as the paragraph of the source that was cited right before.

    ibid = "ibid." [","] (paragraphs | provisions)
    """
    start = tokens.position
    lead = _IBID.match(tokens.text, start)
    if not lead:
        return []
    tokens.position = lead.end()
    source = _source(start, context)
    unit = tokens.read("UNIT")
    if unit and unit_of(unit) is Unit.PARAGRAPH:
        members = read_members(tokens, plural=is_plural(unit[0]), below=False)
        if members and isinstance(source, DocumentTarget):
            kind = kind_of(source.symbol)
            return [cite_paragraphs(source, kind, members, start, tokens.position)]
        return []
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


def _source(start: int, context: Context) -> StandardTarget | DocumentTarget | None:
    """Return what was cited right before: in the paragraph, else alone in the note before it."""
    if context.cited is None:
        is_first = _RIGHT_AFTER.fullmatch(context.text[:start]) is not None
        return _source_of(context.cited_before) if is_first and context.cited_before else None
    cited, end = context.cited
    return _source_of(cited) if _RIGHT_AFTER.fullmatch(context.text[end:start]) else None


def _source_of(draft: Draft) -> StandardTarget | DocumentTarget | None:
    """Return the one standard or document that a citation is of."""
    sources = {
        StandardTarget(each.instrument)
        if isinstance(each, StandardTarget)
        else DocumentTarget(each.symbol)
        for each in draft.targets
        if isinstance(each, StandardTarget | DocumentTarget)
    }
    return sources.pop() if len(sources) == 1 else None


def is_only_source(text: str, start: int, end: int) -> bool:
    """Whether a note has no other source than the citation that stands there, and ends with it."""
    return ";" not in text[:start] and _NOTHING.fullmatch(text, end) is not None
