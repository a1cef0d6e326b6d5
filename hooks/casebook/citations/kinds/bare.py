"""Numbers beside an acronym, without a word for what they number: "ICCPR 9, 14", "10 UDHR"."""

import re
from collections.abc import Sequence

from casebook.citations.grammar.listed_number import Member
from casebook.citations.grammar.numbers import read_members
from casebook.citations.grammar.provisions import Group
from casebook.citations.grammar.tokens import Tokenizer
from casebook.citations.meaning.context import Context
from casebook.citations.names import InstrumentName
from casebook.identifiers.provision import Unit
from casebook.words.vocabulary import InstrumentKind


def read_bare_articles(
    tokens: Tokenizer, context: Context, start: int, instrument: InstrumentName
) -> Group | None:
    """Read the numbers behind an acronym or before it, where they can only be articles.

    A number with its paragraph is: "ICCPR 14(3)(d)". So are several in a list that ends, and the
    numbers of a parenthesis that has nothing else. "Of the 12 ICCPR 4 remain" counts something.
    """
    end, text = tokens.position, tokens.text
    if not text[start:end].isupper() or not instrument.has(Unit.ARTICLE):
        return None
    cited = context.cited[1] if context.cited else 0
    return (
        _read_behind(tokens, start, instrument)
        or _read_paragraph_before(tokens, cited, start)
        or _read_list_before(tokens, cited, start, instrument)
    )


def read_only_numbers(tokens: Tokenizer, instrument: InstrumentName) -> Group | None:
    """Read a cell of a table that has numbers and nothing else, of the standard that heads it."""
    unit = next((each for each in _NUMBERED if instrument.has(each)), None)
    text = tokens.text
    tokens.position = len(text) - len(text.lstrip())
    members = read_members(tokens, plural=True) if unit else []
    if not unit or not members or text[tokens.position :].strip(" .;"):
        tokens.position = 0
        return None
    start, end = members[0].start, tokens.position
    return Group(unit, tuple(members), start, end, len(members) > 1)


_NUMBERED = (Unit.ARTICLE, Unit.RULE, Unit.PRINCIPLE)


def _read_behind(tokens: Tokenizer, start: int, instrument: InstrumentName) -> Group | None:
    """Read "ICCPR 14(3)(d)", "ICCPR 9 and 14." and "(ICCPR 9; UDHR 10)"."""
    end, text = tokens.position, tokens.text
    gap = _GAP.match(text, end)
    if not gap:
        return None
    tokens.position = gap.end()
    members = read_members(tokens, plural=True, below=False)
    if not members or not _are_articles(members, instrument):
        members = []
    elif not (
        (len(members) > 1 and _is_closed_list(text, start, gap, tokens.position))
        or _is_only_list(_NUMBERS_LAST, text, start, instrument)
    ):
        members = members[:1] if members[0].levels and not gap[1] else []
    tokens.position = members[-1].end if members else end
    if not members:
        return None
    return Group(Unit.ARTICLE, tuple(members), start, tokens.position, len(members) > 1)


def _are_articles(members: Sequence[Member], instrument: InstrumentName) -> bool:
    highest = instrument.highest.get(Unit.ARTICLE)
    return all(
        each.number.isdigit() and (highest is None or int(each.last or each.number) <= highest)
        for each in members
        if not each.levels
    )


def _is_closed_list(text: str, start: int, gap: re.Match[str], end: int) -> bool:
    """Whether nothing that could be counted follows a list, and nothing before it counts."""
    closed = _CLOSED if gap[1] else _CLOSED_OR_SAYING
    before = text[max(0, start - _SENTENCE) : start]
    return (
        closed.match(text, end) is not None
        and not _COUNTED.search(before)
        and not _COUNTING.search(before[before.rfind(". ") + 1 :])
    )


def _is_only_list(
    listed: re.Pattern[str], text: str, start: int, instrument: InstrumentName
) -> bool:
    """Whether acronyms with numbers are all that the parenthesis around has, and cite."""
    opening = text.rfind("(", max(0, start - _LONGEST), start)
    if opening < 0 or text.startswith("(", opening - 1):
        return False
    only = listed.match(text, opening)
    if not only or only.end() <= start:
        return False
    before = text[max(0, opening - _SENTENCE) : opening]
    before = before[before.rfind(". ") + 1 :]
    if _COUNTING.search(before):
        return False
    # Nobody complains under a declaration, and nobody counts in lists: "(3 CAT, 2 CEDAW)".
    is_declared = instrument.kind is InstrumentKind.DECLARATION or "UDHR" in only[0]
    return is_declared or bool(_LISTED.search(only[0]) or _OF_RIGHTS.search(before))


def _read_paragraph_before(tokens: Tokenizer, cited: int, start: int) -> Group | None:
    """Read "14(3)(d) ICCPR"."""
    before = _PARAGRAPH_BEFORE.search(tokens.text, max(0, start - _FURTHEST), start)
    if not before or before.start(2) < cited or (before["on"] and before.start() != cited):
        return None
    members = _read_span(tokens, before.span(2), plural=False)
    if len(members) != 1 or not members[0].levels:
        return None
    return Group(Unit.ARTICLE, tuple(members), before.start(2), tokens.position, is_plural=False)


def _read_list_before(
    tokens: Tokenizer, cited: int, start: int, instrument: InstrumentName
) -> Group | None:
    """Read the "10 UDHR" and the "9, 14 ICCPR" of a parenthesis that has nothing else."""
    text = tokens.text
    before = _NUMBERS_BEFORE.search(text, max(0, start - _FURTHEST), start)
    if (
        not before
        or before.start(1) < cited
        or not _is_only_list(_NUMBERS_FIRST, text, start, instrument)
    ):
        return None
    members = _read_span(tokens, before.span(1), plural=True)
    if not members or not _are_articles(members, instrument):
        return None
    is_plural = len(members) > 1
    return Group(Unit.ARTICLE, tuple(members), before.start(1), tokens.position, is_plural)


def _read_span(tokens: Tokenizer, span: tuple[int, int], *, plural: bool) -> list[Member]:
    """Read numbers that stand before, if they are all of the span; the reading stays where it is."""
    here, (tokens.position, end) = tokens.position, span
    members = read_members(tokens, plural=plural, below=False)
    is_whole = tokens.position == end
    tokens.position = here
    return members if is_whole else []


_LEVEL = r" ?\((?:[0-9]{1,2}|[a-z]{1,4})\)"
_PARAGRAPH_BEFORE = re.compile(
    rf"(?:^|[(;] ?|[.:] |\b(?:[Ss]ee|under|by|of|in|per|with|also|cf\.) |(?P<on>,? (?:and )?))"
    rf"([0-9]{{1,2}}(?:{_LEVEL}){{1,4}}) ?$"
)
"""Behind a comma only where a citation ends: else it goes on with what could not be read."""
_FURTHEST = 40
_GAP = re.compile(r"(,)? (?=[0-9])")
_CLOSED = re.compile(r" ?(?:[.;)]|$)")
_CLOSED_OR_SAYING = re.compile(
    r" ?(?:[.;)]|$)| (?:were|was|are|is|have|has|apply|guarantee|protect|prohibit|require)\b"
)
_COUNTED = re.compile(r"(?:\b[Tt]he|[0-9)]) $")
"""Before an acronym: the numbers may be of what follows, or this one has its own already."""
_LONGEST = 160
_SENTENCE = 160
_NUMBER = rf"[0-9]{{1,2}}(?:{_LEVEL}){{0,4}}"
_SEVERAL = rf"{_NUMBER}(?:(?:, ?| ?,? (?:and|et|y|&) ){_NUMBER}){{0,9}}"
_ACRONYM = r"[A-Z][A-Z-]{1,9}"
_BETWEEN = r"(?: ?[,;] ?(?:and )?| (?:and|et|y|&) )"
_SEE = r"\((?:[Ss]ee |[Cc]f\. )?(?:also )?"
_NUMBERS_LAST = re.compile(
    rf"{_SEE}{_ACRONYM},? {_SEVERAL}(?:{_BETWEEN}{_ACRONYM},? {_SEVERAL}){{0,9}} ?\)"
)
_NUMBERS_FIRST = re.compile(
    rf"{_SEE}{_SEVERAL} {_ACRONYM}(?:{_BETWEEN}{_SEVERAL} {_ACRONYM}){{0,9}} ?\)"
)
_NUMBERS_BEFORE = re.compile(rf"(?:\((?:[A-Za-z.]+ ){{0,2}}|{_BETWEEN})({_SEVERAL}) $")
_LISTED = re.compile(r"[0-9)](?:, ?| ?,? (?:and|et|y|&) )[0-9]{1,2}(?![0-9]* [A-Z])|[0-9] ?\(")
"""Several numbers of one acronym, or one with its paragraph."""
_RIGHTS = (
    r"(?:rights? to|freedoms? (?:of|from)|prohibitions? (?:of|on)|contrary to|breach(?:es)? of|violates?"
    r"|violating|incompatible with|guaranteed|protected|droit a|liberte de|derecho al?|libertad de)"
)
_OF_RIGHTS = re.compile(rf"\b{_RIGHTS}\b")
_WHAT_IS_COUNTED = (
    r"(?:complaints?|communications?|cases|petitions?|recommendations?|reports?|reviews?|ratif[a-z]+"
    r"|accessions?|references|parties|members|sessions?|comments?|views|decisions?|violations"
    r"|respective[a-z]*|total|numbers?|one|two|three|four|five|six|seven|eight|nine|ten|dozens?"
    r"|plaintes|affaires|casos|quejas)"
)
_COUNTING = re.compile(rf"\b{_WHAT_IS_COUNTED}\b", re.IGNORECASE)
