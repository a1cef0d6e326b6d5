"""The grammar of general comments and recommendations, and of the committees they are by."""

import re

from casebook.citations.adopting import AND, LEADING, NO, NOT_MORE, SAYS, read_body
from casebook.citations.bodies import COMMITTEES, Committee, Organ
from casebook.citations.citation import StandardTarget
from casebook.citations.context import Context
from casebook.citations.draft import Draft
from casebook.citations.names import Names
from casebook.citations.tokens import Tokenizer
from casebook.identifiers.provision import Provision, Unit
from casebook.words.vocabulary import CitationKind

_COMMENT_WORD = re.compile(
    r"(?:(?i:joint )?(?i:general )(?i:(?P<comment>comments?)|(?P<recommendation>recommendations?))"
    r"|(?P<observation>[Oo]bservations? generales?|[Oo]bservacion(?:es)? general(?:es)?)"
    r"|(?P<recomendacion>[Rr]ecommandations? generales?|[Rr]ecomendacion(?:es)? general(?:es)?)"
    r"|G[CR]s?) {0,2}(?:(?:[Nn](?:os?|rs?|ums?)\.?|numbers?|№|#) {0,2})?(?=[0-9])"
)
_COMMENT = re.compile(rf"([0-9]{{1,2}})(?: ?\((?:19|20)[0-9]{{2}}\))?{NOT_MORE}")
_COMMENT_AND = re.compile(rf"{AND}{NO}(?=[0-9]{{1,2}}(?![0-9/]))")
_COMMENT_SYMBOL = re.compile(r" ?,? ?\(?([A-Z]{3,5})/C/")
_COMMENT_PARAGRAPH = re.compile(
    r" ?,? (?:at )?(?:para(?:graph)?s?\.?|parr?\.|§) ?([0-9]{1,3})(?: ?\(([a-z])\))?(?![0-9A-Za-z-])(?! ?(?:,|and|to|&) ?[0-9])"
)
_BY_BODY = re.compile(
    r"(?: (?:on|concerning|regarding)[^.;()]{0,80})? ?,? (?:issued |adopted )?(?:of|by|from|du|de|del) (?:the |la |le |el )?(?=[A-Z])"
)


def read_general_comments(tokens: Tokenizer, context: Context, names: Names) -> list[Draft]:
    """Read general comments or recommendations of one treaty body.

    comments = [body] "general comment" ["No."] number { separator number } ["of" body]
    """
    start = tokens.position
    word = _COMMENT_WORD.match(tokens.text, start)
    if not word:
        return []
    numbers: list[re.Match[str]] = []
    position = word.end()
    while match := _COMMENT.match(tokens.text, position):
        numbers.append(match)
        tokens.position = match.end()
        following = _COMMENT_AND.match(tokens.text, match.end())
        if not following:
            break
        position = following.end()
    if not numbers:
        return []
    recommends = None
    if word["comment"] or word["observation"]:
        recommends = False
    elif word["recommendation"] or word["recomendacion"]:
        recommends = True
    committee = _committee(tokens, start, context, recommends=recommends)
    if not committee and recommends is None:
        return []
    return _comments(tokens, start, numbers, committee, names)


def _committee(
    tokens: Tokenizer, start: int, context: Context, *, recommends: bool | None
) -> Committee | None:
    """Return whose comment it is: the body beside it, else the only one in reach that fits."""
    text, end = tokens.text, tokens.position
    bodies = context.paragraph.bodies
    if bodies and start - bodies[-1][0] <= 40:
        between = text[bodies[-1][0] : start]
        if LEADING.fullmatch(between):
            body = bodies[-1][1]
            if isinstance(body, Organ) and text[: bodies[-1][0]].endswith("HRC"):
                # The Council adopts none; here the acronym is the Human Rights Committee's.
                return COMMITTEES[0]
            return body if isinstance(body, Committee) else None
    if symbol := _COMMENT_SYMBOL.match(text, end):
        return next((each for each in COMMITTEES if each.code == symbol[1]), None)
    if recommends is None:
        return None
    if (by := _BY_BODY.match(text, end)) and (found := read_body(text, by.end())):
        return found[0] if isinstance(found[0], Committee) else None
    if (says := SAYS.match(text, end)) and (found := read_body(text, says.end())):
        return found[0] if isinstance(found[0], Committee) else None
    fitting = [each for each in context.committees() if each.recommends is recommends]
    return fitting[0] if fitting and all(each is fitting[0] for each in fitting[:2]) else None


def _comments(
    tokens: Tokenizer,
    start: int,
    numbers: list[re.Match[str]],
    committee: Committee | None,
    names: Names,
) -> list[Draft]:
    kind = CitationKind.DOCUMENT
    if not committee:
        reason = "Nothing says which committee's it is."
        return [Draft(kind, start, numbers[-1].end(), unresolved=reason)]
    held = [names.general_comments.get((committee.code, int(match[1]))) for match in numbers]
    spans = tuple((match.start(), match.end(1)) for match in numbers)
    paragraph = _COMMENT_PARAGRAPH.match(tokens.text, numbers[-1].end())
    place = None
    if paragraph and len(numbers) == 1 and held[0]:
        levels = (paragraph[2],) if paragraph[2] else ()
        place = Provision(Unit.PARAGRAPH, paragraph[1], levels)
        tokens.position = paragraph.end()
    if all(held):
        targets = tuple(StandardTarget(each, place) for each in held if each)
        return [Draft(kind, start, tokens.position, targets, spans)]
    drafts = []
    begin = start
    for match, instrument in zip(numbers, held, strict=True):
        if instrument:
            target = (StandardTarget(instrument),)
            drafts.append(Draft(kind, begin, match.end(), target, ((match.start(), match.end(1)),)))
        else:
            reason = f"No general comment {match[1]} of {committee.names[0]} is held."
            drafts.append(Draft(kind, begin, match.end(), unresolved=reason))
        following = _COMMENT_AND.match(tokens.text, match.end())
        begin = following.end() if following else match.end()
    return drafts
