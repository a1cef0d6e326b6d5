"""The grammar of resolutions: numbers, and the body that governs them."""

import re
from dataclasses import dataclass

from casebook.citations.citation import DocumentTarget
from casebook.citations.draft import Draft
from casebook.citations.grammar.tokens import Tokenizer
from casebook.citations.kinds.adopting import (
    ADOPTED_BY,
    AND,
    LEADING,
    MAYBE_NO,
    NOT_MORE,
    RESOLUTION,
    SAYS,
)
from casebook.citations.kinds.documents import cite_paragraphs, old_resolution, read_pinpoint
from casebook.citations.lexicon.bodies import Body, Numbering, Organ, read_body
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.sentences import SENTENCE_END
from casebook.citations.names import Names
from casebook.identifiers.symbol import Symbol
from casebook.words.vocabulary import CitationKind

_RESOLUTION_WORD = re.compile(rf"{RESOLUTION}(?=[0-9S])")
_ITEM = re.compile(
    rf"(?:(?P<special>E?S-[0-9]{{1,2}}/[0-9]{{1,2}})|(?P<pair>(?P<first>[0-9]{{1,4}})/"
    rf"(?P<second>[0-9]{{1,4}})(?: ?[A-Z](?![A-Za-z(]))?(?: ?\((?:19|20)[0-9]{{2}}\))?)"
    rf"|(?P<old>(?P<number>[0-9]{{1,4}}) ?(?P<letter>[A-Z]?) ?(?P<session>\([IVXLC]{{1,8}}\)))"
    rf"|(?P<serial>[0-9]{{1,4}})(?: ?\((?P<year>(?:19|20)[0-9]{{2}})\))?){NOT_MORE}"
)
_ITEM_AND = re.compile(rf"{AND}{MAYBE_NO}(?=[0-9]|E?S-[0-9])")
_OWN = re.compile(
    r"(?P<begins>(?<![a-z] )(?:In|By|Through|With|Dans|En|Par|Con) )?"
    r"\b(?:its|their|sa|ses|su|sus) (?:[a-z-]+ ){0,2}$"
)
_SPEAKER = re.compile(r" ?, the (Council|Assembly|Commission)\b")


_NEAR = 240
"""How far back a body is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class _Item:
    match: re.Match[str]
    start: int
    end: int


def read_resolutions(tokens: Tokenizer, context: Context) -> list[Draft]:
    """Read a list of resolutions of one body.

    resolutions = [body] "resolution" item { separator item } ["of" body]
    item        = "51/8" | "1373 (2001)" | "2200 A (XXI)" | "S-17/1"
    """
    start = tokens.position
    word = _RESOLUTION_WORD.match(tokens.text, start)
    if not word:
        return []
    items = _read_items(tokens, word.end())
    if not items:
        return []
    body = (
        _body_of_acronym(word["acronym"])
        or _read_body_after(tokens, context, ADOPTED_BY)
        or _body_before(start, context)
        or _body_of_its(tokens, start, context)
        or _read_body_after(tokens, context, SAYS)
        or _body_of_its(tokens, start, context, before=1)
    )
    drafts = []
    while items:
        pinpoint = read_pinpoint(tokens)
        for item in items:
            symbol = _symbol(item.match, body, tokens.names) if isinstance(body, Organ) else None
            if symbol:
                members = pinpoint if item is items[-1] else []
                end = tokens.position if members else item.end
                whole = DocumentTarget(symbol)
                drafts.append(
                    cite_paragraphs(whole, CitationKind.RESOLUTION, members, item.start, end)
                )
            elif item.match["serial"] and not item.match["year"]:
                # "resolution 5" of some board: no number of ours looks like this.
                tokens.position = max(word.end(), drafts[-1].end if drafts else 0)
                break
            else:
                reason = (
                    f"The {body.names[0]} numbers its resolutions otherwise: {body.numbering.value}."
                    if isinstance(body, Organ)
                    else "Nothing says which body adopted the resolution."
                )
                drafts.append(
                    Draft(CitationKind.RESOLUTION, item.start, item.end, unresolved=reason)
                )
        items = _read_more(tokens) if pinpoint else []
    return drafts


def _read_items(tokens: Tokenizer, position: int) -> list[_Item]:
    items: list[_Item] = []
    while match := _ITEM.match(tokens.text, position):
        # A bare number joins a list only where it can be one: "resolutions 1373 and 1540".
        items.append(_Item(match, match.start(), match.end()))
        tokens.position = match.end()
        following = _ITEM_AND.match(tokens.text, match.end())
        if not following:
            break
        position = following.end()
    return items


def _read_more(tokens: Tokenizer) -> list[_Item]:
    """Read the "and 52/7" behind the paragraphs of 51/8; a number alone would count something."""
    before = tokens.position
    following = _ITEM_AND.match(tokens.text, before)
    items = _read_items(tokens, following.end()) if following else []
    if any(each.match["serial"] and not each.match["year"] for each in items):
        items = []
    if not items:
        tokens.position = before
    return items


def _body_of_acronym(acronym: str | None) -> Body | None:
    """Return the body of "UNSCR 1373", a word that says both."""
    found = read_body(acronym, 0) if acronym else None
    return found[0] if found else None


def _body_before(start: int, context: Context) -> Body | None:
    """Return the body named right before the word."""
    text = context.text
    if context.paragraph.bodies:
        end, body = context.paragraph.bodies[-1]
        if start - end <= _NEAR and LEADING.fullmatch(text, end, start):
            return body
    before = re.search(
        r"\b(Council|Assembly|Commission)(?:'s)? $", text[max(0, start - 16) : start]
    )
    if before:
        named = {
            each
            for bodies in (context.paragraph.bodies, context.section.bodies)
            for _, each in bodies
            if isinstance(each, Organ) and each.noun == before[1].lower()
        }
        return named.pop() if len(named) == 1 else None
    return None


def _body_of_its(
    tokens: Tokenizer, start: int, context: Context, *, before: int = 0
) -> Body | None:
    """Return the body whose "its" is: named in the sentence, or in the one `before`.

    In the one before only where this one begins with it ("In its resolution"), and goes on with no
    other: ", the Assembly".
    """
    if not context.paragraph.bodies:
        return None
    end, body = context.paragraph.bodies[-1]
    own = _OWN.search(tokens.text, end, start) if start - end <= _NEAR else None
    if not own or (before and not own["begins"]):
        return None
    if len(SENTENCE_END.findall(tokens.text, end, own.start() + 1)) != before:
        return None
    speaker = _SPEAKER.match(tokens.text, tokens.position)
    is_other = speaker and isinstance(body, Organ) and body.noun != speaker[1].lower()
    return None if is_other else body


def _read_body_after(tokens: Tokenizer, context: Context, between: re.Pattern[str]) -> Body | None:
    """Return the body named after the numbers: "of the General Assembly", ", the Council"."""
    lead = between.match(tokens.text, tokens.position)
    found = read_body(tokens.text, lead.end()) if lead else None
    if not found:
        return None
    body, end = found
    context.name_body(end, body)
    return body


def _symbol(item: re.Match[str], organ: Organ, names: Names) -> Symbol | None:
    """Return the symbol of a resolution, if its number looks like one of that body's."""
    series = organ.series
    if item["old"]:
        is_old = organ.series in {"A/RES/", "E/RES/"}
        return (
            old_resolution(f"{series}{item['number']}", item["letter"], item["session"])
            if is_old
            else None
        )
    if organ.numbering is Numbering.SERIAL:
        if not item["serial"] or (not item["year"] and len(item["serial"]) < 3):
            return None
        text = f"{series}{item['serial']}"
        return Symbol(text, item["year"]) if item["year"] else names.years.get(text, Symbol(text))
    if item["special"]:
        is_emergency = item["special"].startswith("E")
        fits = organ.noun == "assembly" or (organ.series == "A/HRC/RES/" and not is_emergency)
        return Symbol(f"{series}{item['special']}") if fits else None
    if not item["pair"]:
        return None
    is_year = len(item["first"]) == 4
    if is_year is not (organ.numbering is Numbering.YEAR):
        return None
    if organ.series == "A/HRC/RES/" and int(item["first"]) > 150:
        return None
    return Symbol(f"{series}{item['first']}/{item['second']}")
