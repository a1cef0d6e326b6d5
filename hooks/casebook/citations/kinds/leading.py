"""The grammar of paragraphs that stand before what they are of: "paragraph 34 of its opinion 1/2021"."""

import re

from casebook.citations.citation import DocumentTarget, StandardTarget
from casebook.citations.draft import Draft
from casebook.citations.grammar.provisions import Group
from casebook.citations.grammar.tokens import Tokenizer
from casebook.citations.kinds.adopting import RESOLUTION
from casebook.citations.kinds.documents import cite_paragraphs, read_symbol
from casebook.citations.lexicon.bodies import read_body
from casebook.identifiers.provision import Unit

_OF = r" (?:of|in|du|de|del|dans|en) (?:the |its |his |her |their |le |la |el |son |sa |leur |su )?"
_OF_DOCUMENT = re.compile(rf"{_OF}(?:(?:documento?|report|rapport|informe) )?\(?(?=[A-Z]{{1,5}}/)")
_BEFORE = re.compile(_OF)
_WHOSE = re.compile(r"(?:[A-Z][A-Za-z-]*(?: [A-Za-z-]+){0,6})?'s? ")
_OWN_WORD = re.compile(rf"(?: ?{RESOLUTION})?")


def read_paragraphs_of(tokens: Tokenizer, group: Group) -> list[Draft]:
    """Read "paragraphs 74 and 78 of A/HRC/41/33", behind whose numbers the tokenizer stands."""
    of_document = _OF_DOCUMENT.match(tokens.text, group.end)
    if not of_document:
        return []
    tokens.position = of_document.end()
    draft = read_symbol(tokens)
    if not draft:
        tokens.position = group.end
        return []
    if of_document[0].endswith("(") and tokens.text.startswith(")", draft.end):
        tokens.position += 1
        draft = draft._replace(end=draft.end + 1)
    return [with_paragraphs(draft, group)]


def lead_to(text: str, group: Group, draft: Draft) -> bool:
    """Whether paragraphs are of what is cited next: "of the Committee's general comment No. 32".

    paragraphs "of" ["the" | "its"] [body | whose "'s"] (comment | resolution | opinion)
    """
    of = _BEFORE.match(text, group.end, draft.start)
    if not of:
        return False
    at = of.end()
    if found := read_body(text, at):
        _, at = found
        at += text.startswith(" ", at)
    if whose := _WHOSE.match(text, at, draft.start):
        at = whose.end()
    return _OWN_WORD.fullmatch(text, at, draft.start) is not None


def with_paragraphs(draft: Draft, group: Group) -> Draft:
    """Return the citation of these paragraphs of a document that is cited as a whole, or that."""
    target = draft.targets[0] if len(draft.targets) == 1 else None
    match target:
        case DocumentTarget(pinpoint=None) | StandardTarget(provision=None):
            return cite_paragraphs(target, draft.kind, group.members, group.start, draft.end)
    return draft


def is_of_paragraphs(groups: list[Group]) -> bool:
    """Whether a chain is nothing but paragraphs, of which the text does not say of what."""
    return len(groups) == 1 and groups[0].unit is Unit.PARAGRAPH and not groups[0].governor
