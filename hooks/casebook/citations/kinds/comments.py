"""The grammar of general comments and recommendations, and of the committees they are by."""

import re

from casebook.citations.citation import DocumentTarget, StandardTarget
from casebook.citations.draft import Draft
from casebook.citations.grammar.tokens import NO, Tokenizer
from casebook.citations.kinds.adopting import AND, LEADING, MAYBE_NO, NOT_MORE, SAYS
from casebook.citations.kinds.documents import read_pinpoint
from casebook.citations.kinds.titles import read_title
from casebook.citations.lexicon.bodies import (
    COMMITTEE_CODES,
    COMMITTEES,
    Body,
    Committee,
    Organ,
    read_body,
)
from casebook.citations.meaning.context import Context, Naming
from casebook.citations.names import Names
from casebook.identifiers.symbol import Symbol
from casebook.words.vocabulary import CitationKind

_COMMENT_WORD = re.compile(
    r"(?:(?i:joint )?(?i:gen(?:eral |\. ?))"
    r"(?i:(?P<comment>comm?ents?|com{1,2}\.|cmts?\.?)|(?P<recommendation>recommendations?|recs?\.?))"
    r"|(?P<observation>[Oo]bs(?:ervations?|ervacion(?:es)?|\.) [Gg]en(?:eral(?:es|e)?|\.))"
    r"|(?P<recomendacion>[Rr]ec(?:ommandations?|omendacion(?:es)?|\.) [Gg]en(?:eral(?:es|e)?|\.))"
    rf"|G(?P<dot>\.?)[CR]s?(?P=dot)\.?) {{0,2}}(?:(?:{NO}|numbers?|№|#) {{0,2}})?(?=[0-9])"
)
_COMMENT = re.compile(
    r"([0-9]{1,2})(?: ?\((?:(?:19|20)[0-9]{2}|[\"']?G[CR] ?(?:No\.? ?)?[0-9]{1,2}[\"']?)\))?"
    rf"{NOT_MORE}"
)
_COMMENT_AND = re.compile(rf"{AND}{MAYBE_NO}(?=[0-9]{{1,2}}(?![0-9/]))")
_COMMENT_SYMBOL = re.compile(
    r"(?: (?:on|concerning|regarding|sur|sobre) [^.;()]{0,80})? ?,? ?\(?([A-Z]{3,5}/C/|E/C\.12/)"
)
_BY_BODY = re.compile(
    r"(?: \([^()]{1,80}\))?(?: (?:on|concerning|regarding)[^.;()]{0,80}(?: \([^()]{1,80}\))?)?"
    r" ?,? (?:issued |adopted )?"
    r"(?:of|by|from|du|de|del) (?:the |la |le |el )?(?=[A-Z])"
)


def read_general_comments(tokens: Tokenizer, context: Context) -> list[Draft]:
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
    counted = [int(each[1]) for each in numbers]
    committee, end = _committee(tokens, start, counted, context, recommends=recommends)
    if not committee and recommends is None:
        committee = _committee_of_short(word, end, counted, context)
        if not committee and not _is_surely_comment(word, end, counted, context):
            return []
    tokens.position = end
    if committee and recommends is not None:
        for number in counted:
            context.comments.setdefault(number, set()).add(committee.code)
    drafts = _comments(tokens, start, numbers, committee)
    if len(numbers) > 1 or (drafts[0].targets and tokens.position > end):
        return drafts
    # What it is on stands before whose it is, or behind.
    before = tokens.position
    titled = read_title(tokens, context, drafts[0], committee)
    if titled == drafts and end > before:
        tokens.position = end
        titled = read_title(tokens, context, drafts[0], committee)
    if titled == drafts:
        tokens.position = before
    return titled


def _committee(
    tokens: Tokenizer, start: int, numbers: list[int], context: Context, *, recommends: bool | None
) -> tuple[Committee | None, int]:
    """Return whose comment it is, and where paragraphs of it may follow.

    It is by the body beside it, else by the only one in reach that fits.
    """
    text, end = tokens.text, tokens.position
    bodies = context.paragraph.bodies
    if bodies and start - bodies[-1][0] <= 40:
        between = text[bodies[-1][0] : start]
        if LEADING.fullmatch(between):
            return _committee_called(text, bodies[-1][1], bodies[-1][0]), end
    if joined := _CODE_BEFORE.search(text, max(start - _LONGEST_CODE, 0), start):
        return COMMITTEE_CODES[joined[1]], end
    if symbol := _COMMENT_SYMBOL.match(text, end):
        return _committee_of(symbol[1]), end
    if (by := _BY_BODY.match(text, end)) and (found := read_body(text, by.end())):
        return _committee_called(text, *found), found[1]
    if (
        text.startswith(" (", end)
        and (found := read_body(text, end + 2))
        and text.startswith(")", found[1])
    ):
        return _committee_called(text, *found), found[1] + 1
    if committee := _committee_behind_paragraphs(tokens):
        return committee, end
    if (says := SAYS.match(text, end)) and (found := read_body(text, says.end())):
        return _committee_called(text, *found), end
    if recommends is None:
        return None, end
    fitting = [each for each in context.committees() if each.recommends is recommends]
    beside = _committee_of_treaty_before(start, context)
    if beside and beside.recommends is recommends:
        return beside if beside in fitting or not fitting else None, end
    if not fitting:
        return _committee_nearby(numbers, context, recommends=recommends), end
    is_one = all(each is fitting[0] for each in fitting[:2])
    return fitting[0] if is_one else None, end


_CODE_BEFORE = re.compile(rf"\b({'|'.join(COMMITTEE_CODES)})[-/]$")
"""CEDAW-GR 35."""
_LONGEST_CODE = max(map(len, COMMITTEE_CODES)) + 2


def _committee_called(text: str, body: Body, end: int) -> Committee | None:
    """Return the committee that a name ending there means, beside a general comment."""
    if isinstance(body, Organ) and text.endswith("HRC", 0, end):
        # The Council adopts none; here the acronym is the Human Rights Committee's.
        return COMMITTEES[0]
    return body if isinstance(body, Committee) else None


def _committee_behind_paragraphs(tokens: Tokenizer) -> Committee | None:
    """Return whose "general comment No. 36, paras. 3-7, of the Human Rights Committee" is.

    So is "in general comment No. 36, paras. 3-7, the Human Rights Committee said".
    """
    text, end = tokens.text, tokens.position
    has_paragraphs = bool(read_pinpoint(tokens))
    after, tokens.position = tokens.position, end
    by = (_BY_BODY.match(text, after) or SAYS.match(text, after)) if has_paragraphs else None
    found = read_body(text, by.end()) if by else None
    return found[0] if found and isinstance(found[0], Committee) else None


def _committee_of_short(
    word: re.Match[str], end: int, numbers: list[int], context: Context
) -> Committee | None:
    """Return whose "GC 32" is, which may be short for much else.

    It is of the committee whose treaty stands right before it: "article 14 ICCPR (GC 32)"; else of
    the only one whose comment of this number the document has named in full; else of the only one
    named nearby that can have it.
    """
    if _IS_A_CONVENTION.match(context.text, end):
        return None
    if beside := _committee_of_treaty_before(word.start(), context):
        return beside if all(map(beside.symbol_of, numbers)) else None
    codes: set[str] = set().union(*(context.comments.get(each, ("",)) for each in numbers))
    named = context.committees()[:1]
    code = codes.pop() if len(codes) == 1 else ""
    if code:
        return None if named and named[0].code != code else COMMITTEE_CODES.get(code)
    if not _is_surely_comment(word, end, numbers, context):
        return None
    return _committee_nearby(numbers, context, recommends="R" in word[0])


def _is_surely_comment(word: re.Match[str], end: int, numbers: list[int], context: Context) -> bool:
    """Whether "GC 32" is no Geneva Convention: those have numbers up to four, and articles."""
    if _IS_A_CONVENTION.match(context.text, end):
        return False
    return min(numbers) > _CONVENTIONS or not word[0].strip().isalpha()


def _committee_nearby(
    numbers: list[int], context: Context, *, recommends: bool
) -> Committee | None:
    """Return the only committee that may have adopted these, of those that the text speaks of.

    It speaks of one by its name or by that of its treaty: in the paragraph, else in the section.
    """
    if context.paragraph.foreign:
        return None
    for stretch in (context.paragraph, context.section):
        named = [body.code for _, body in stretch.bodies if isinstance(body, Committee)]
        fitting = [
            each
            for each in COMMITTEES
            if each.recommends is recommends
            and max(numbers) <= each.latest
            and (each.code in named or _is_of_treaty(each, stretch, context.names))
        ]
        if fitting or named:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _is_of_treaty(committee: Committee, stretch: Naming, names: Names) -> bool:
    treaty = names.treaty_of(committee.code)
    return treaty is not None and treaty.id in stretch.instruments


def _committee_of_treaty_before(start: int, context: Context) -> Committee | None:
    """Return who watches over the treaty right before: "article 14 ICCPR, general comment 32"."""
    draft, cited = context.cited or (None, -1)
    end, governing = context.last_read  # an editor's link is no citation that was found
    if draft and cited <= start and _RIGHT_BEHIND.fullmatch(context.text, cited, start):
        cited_by = {getattr(target, "instrument", "") for target in draft.targets}
    elif 0 <= end <= start and _RIGHT_BEHIND.fullmatch(context.text, end, start):
        cited_by = {each.id for each in governing}
    else:
        return None
    for each in COMMITTEES if len(cited_by) == 1 else ():
        treaty = context.names.treaty_of(each.code)
        if treaty and treaty.id in cited_by:
            return each
    return None


_RIGHT_BEHIND = re.compile(r" ?[,;:(] ?(?:[Ss]ee (?:also )?|cf\. ?)?")
_IS_A_CONVENTION = re.compile(r",? ?\(?[Aa]rt|,? of (?:12 August )?1949")
"""GC 4, article 49: it is short for the Geneva Conventions, too."""
_CONVENTIONS = 4
"""How many Geneva Conventions there are."""


def _committee_of(series: str) -> Committee | None:
    """Return the committee whose series of symbols begins so: CCPR/C/, E/C.12/."""
    return next((each for each in COMMITTEES if each.series.startswith(series)), None)


def _record(
    committee: Committee, number: int, names: Names
) -> StandardTarget | DocumentTarget | None:
    """Return the standard we hold, else the document, if its symbol follows from its number."""
    if instrument := names.general_comments.get((committee.code, number)):
        return StandardTarget(instrument)
    symbol = committee.symbol_of(number)
    return DocumentTarget(Symbol(symbol)) if symbol else None


def _comments(
    tokens: Tokenizer, start: int, numbers: list[re.Match[str]], committee: Committee | None
) -> list[Draft]:
    kind = CitationKind.DOCUMENT
    if not committee:
        reason = "Nothing says which committee's it is."
        return [Draft(kind, start, numbers[-1].end(), unresolved=reason)]
    known = [_record(committee, int(match[1]), tokens.names) for match in numbers]
    spans = tuple((match.start(), match.end(1)) for match in numbers)
    tokens.position = numbers[-1].end()
    if all(known):
        return [Draft(kind, start, tokens.position, tuple(filter(None, known)), spans)]
    drafts = []
    begin = start
    for match, record in zip(numbers, known, strict=True):
        if record:
            drafts.append(
                Draft(kind, begin, match.end(), (record,), ((match.start(), match.end(1)),))
            )
        else:
            noun = "recommendation" if committee.recommends else "comment"
            reason = f"No general {noun} {match[1]} of the {committee.names[0]} is held."
            drafts.append(Draft(kind, begin, match.end(), unresolved=reason))
        following = _COMMENT_AND.match(tokens.text, match.end())
        begin = following.end() if following else match.end()
    return drafts
