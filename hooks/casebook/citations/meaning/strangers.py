"""What stands beside a number that stands alone, and is a name of something that we do not hold."""

import re

from casebook.citations.grammar.behind import belongs_to_next, is_one_list
from casebook.citations.grammar.naming import may_follow
from casebook.citations.grammar.provisions import Group
from casebook.citations.lexicon.bodies import read_body
from casebook.citations.lexicon.laws import LAWS_OTHERWISE
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.doubts import is_law_before
from casebook.citations.meaning.penalties import PUNISHED, faces_penalty, punishes

_ACRONYM = r"[A-Z]{1,2}[a-z]{0,2}[A-Z]{1,6}(?:-[A-Z0-9]{1,4})?"
_LEAD = (
    "see|in its|in|under|its|en son|en ses|en sus?|notamment|notably|in particular|en particulier"
    "|en particular"
)
_IN = rf"(?:(?:{_LEAD}),? )?(?:the |l'|el )?"
_MARK = r"(?: ?[:(-] ?| (?![a-z])| (?=in its |en s(?:on|es|us?) )|(?P<comma> ?, ?))"
_ACRONYM_BEFORE = re.compile(
    rf"(?P<before>(?:^|[^A-Za-z0-9/.-])(?:[A-Z]{{2,}} )?)"
    rf"(?P<acronym>{_ACRONYM})(?:'s| (?:[1-4]|I{{1,3}}|IV))?{_MARK}{_IN}$"
)
_ROMAN = re.compile(r"[IVXLC]+")
_NAMED_OTHERWISE = re.compile(
    rf"\b{LAWS_OTHERWISE}"
    r"(?: (?:of|on|for|de|del|di|da|with|between)(?: the| la)?)?"
    rf"(?: [A-Z0-9][A-Za-z0-9'-]*){{0,4}}(?: ?[:(,-] ?| ){_IN}$"
)
NOT_HELD = "The standard named before it is not held."
_REACH = 80
_NO_STANDARDS = frozenset([
    *("UN", "EU", "AU", "US", "UK", "USA", "UAE", "DPRK", "NGO", "OHCHR", "UNHCR", "WGAD", "WGEID"),
    *("SPT", "UPR", "ICRC", "SR", "WG", "SP", "UA", "AL", "OL", "JUA", "JAL", "JOL"),
])  # fmt: skip
"""Of whose acronyms, before a comma, no articles are."""
_IN_OTHER_TONGUES = (
    "d[ao]s|da|dell[aeo]?|dei|degli|delle|der|dem|den|van|av|af|ust"
    "|odst|lid|komma|[Aa]bs|[Aa]bsatz|[Ss]atz|[Zz]iff|[Nn]r|maddesi|st"
)
_OTHER_TONGUE = re.compile(
    rf" (?:(?:d[ao]s?|n[ao]s?) [A-Z]|(?:{_IN_OTHER_TONGUES})\b\.?|dell'"
    r"|(?!i\.e\.|e\.g\.|a\.m\.|p\.m\.)[a-z]{1,2}\.(?: ?[a-z]{1,2}\.){1,3})"
)
"""How texts in Portuguese, Italian, German, Dutch, Polish or Turkish go on behind an article."""
_ABBREVIATED = re.compile(r"[Aa]rts?\.")
_CAPITAL = re.compile(r" ([A-Z][a-z]{2,30})")
_PART = re.compile(r" ?,? \(?(?:part |abs(?:atz|\.))", re.IGNORECASE)
"""How the laws of States are divided, and no treaty is; letters in German we do not get."""


def stranger_beside(start: int, end: int, context: Context) -> str:
    """Return why a number is of what stands right beside it and is not held; empty when it is not.

    `start` is where its chain begins: "ACHR, art. 7", "article 8 da Constituição".
    """
    before = context.text[max(0, start - _REACH) : start]
    if name := _acronym_before(before, context):
        return f"It may be of {name}, which stands before it."
    if _NAMED_OTHERWISE.search(before):
        return NOT_HELD
    if reason := stranger_behind(start, end, context):
        return reason
    return PUNISHED if faces_penalty(before) else ""


def stranger_of_chain(first: Group, context: Context) -> str:
    """Return the name, not held, that a chain hangs on and not on what governs its end.

    In "ECHR article 5 and article 9 of the ICCPR" the 5 is no article of the ICCPR, nor is it in
    "ECHR, article 5, ICCPR, article 9".
    """
    text = context.text
    is_next = first.governor is not None and belongs_to_next(first, first.governor, text)
    is_shared = first.governor is not None and (first.is_inherited or len(first.members) > 1)
    if not is_shared and not is_next:
        return ""
    before = text[max(0, first.start - _REACH) : first.start]
    may_be_apart = before.endswith(", ") and not is_next and is_one_list(first, text)
    if first.is_inherited and not _ACCORDING.search(before):
        may_be_apart = False
    if not may_be_apart and (name := _acronym_before(before, context)):
        return name
    is_cited = context.cited is not None and first.start - context.cited[1] <= len(", ")
    hangs = (first.is_inherited or not may_be_apart) and not is_cited
    return "a law" if hangs and is_law_before(before) else ""


_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ff]or|[Bb]y|[Ss]elon|[Pp]our|[Ss]egun|[Pp]ara) (?:the |l[ae] |l'|el )?"
    r"[A-Z][^,]*, $"
)


def stranger_behind(start: int, end: int, context: Context) -> str:
    """Return why the words behind a number make it no article of what stands before it."""
    text = context.text
    if _OTHER_TONGUE.match(text, end):
        return "Words of another language behind it say what it is an article of."
    if (
        _ABBREVIATED.match(text, start)
        and (capital := _CAPITAL.match(text, end))
        and not may_follow(capital[1])
        and not context.names.match(text, capital.start(1))
    ):
        return f"It may be of {capital[1]}, which follows it."
    return PUNISHED if punishes(text, end) else ""


def is_of_named_rules(text: str, start: int) -> bool:
    """Whether "Rules 5" ends a name that we do not hold: Model Rules 5, Prison Rules 1999."""
    return (
        text[start] in "RP"
        and text[max(0, start - 2) : start - 1].isalpha()
        and _NAMED_RULES.search(text, max(0, start - 30), start) is not None
    )


_NO_NAME = (
    "See|Cf|And|Or|Under|In|Of|By|Per|The|These|Those|Both|Also|To|With|Voir|Les|Las|La|El|Et"
    "|Y|Dans|En"
)
_NAMED_RULES = re.compile(rf"\b(?!(?:{_NO_NAME})\b)[A-Z][a-z-]+ $")


def has_part(text: str, start: int, end: int) -> bool:
    """Whether a provision is printed with its part: "article 19 part 2", of a national law."""
    return _PART.search(text, start, end) is not None


def _acronym_before(before: str, context: Context) -> str:
    """Return the acronym that stands right before a number and is no name of ours, nor a body's."""
    found = _ACRONYM_BEFORE.search(before)
    if not found:
        return ""
    name, before = found["acronym"], found["before"].strip(" (;")
    if _ROMAN.fullmatch(name):
        name = before  # GC IV
    elif before.isupper():
        return ""  # a heading in capitals
    if not name or name in context.defined:
        return ""
    if found["comma"] and (name in _NO_STANDARDS or read_body(name, 0)):
        return ""
    return "" if context.names.match(name, 0) else name
