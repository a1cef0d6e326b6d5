"""When a number that stands alone is no provision of what was named before it."""

import re
from collections.abc import Collection

from casebook.citations.lexicon.laws import (
    LAW_NOUNS,
    LAWS_BY_NUMBER,
    LAWS_IN_SMALL,
    LAWS_OF_A_WORD,
    LAWS_WITH_NAME,
    LOWER_LAWS,
    OF_NO_STATE,
)
from casebook.citations.lexicon.nouns import canonical_noun, noun_of
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.penalties import CHARGED, is_charge
from casebook.citations.names import InstrumentName, Names

_REACH = 110
"""How far back the words are looked at that say what a number is of."""
_OF_NATIONAL_LAW = re.compile(
    rf"\b(?!(?:{OF_NO_STATE}|by|before|of|to) )[A-Za-z]+ (?:law|laws|legislation|code),?"
    r" (?:in particular |notably |namely |especially |specifically )?(?:under |in |by |its |and its )?$"
)
_NO_PART_OF_ITS_NAME = "and|or|et|ou|y|o|in|en|sans|sin|que|qui|without|is|est|es|was"
_MORE = (
    rf"(?: (?:(?!(?:{_NO_PART_OF_ITS_NAME})\b)[A-Za-z][a-z-]{{2,20}}"
    r"|(?:[Nn][a-z]{0,5}\.?o? ?)?[0-9][0-9A-Z/.-]{0,12}|\"[^\"]{2,60}\"))"
)
_NO_STATES_LAW = f"{OF_NO_STATE}|case|the|an?|by|of|before|under|in|to|with|per|such|this|any|all|no|equal|without|their|its|his|her"
_NAMED_LAW = (
    rf"(?:\b{LAWS_WITH_NAME}{_MORE}{{0,4}}|\b(?:loi|ley|law){_MORE}{{1,4}}"
    rf"|\b(?!(?:{_NO_STATES_LAW})\b)[A-Za-z0-9][A-Za-z0-9-]* laws?)"
)
_OF_NAMED_LAW = re.compile(
    rf"{_NAMED_LAW}(?: ?[(:-] ?|, ?| (?=in its|en s))"
    r"(?:(?:see|in|under|en|dans|notamment|en particulier|en particular|notably|in particular) )?"
    r"(?:(?:its|son|ses|sa|sus?|the|el|la) |l')?$"
)
"""The Anti-Terrorism Law (article 3), la loi no 5, art. 3; but: equal before the law (article 26)."""
_LAW_BY_NUMBER = re.compile(
    rf"\b(?:{LAWS_BY_NUMBER})(?: [Nn][a-z]{{0,5}}\.?o?)? [0-9][0-9A-Z/.-]{{0,12}} $"
    rf"|[A-Z][a-z-]+ (?:{LAWS_OF_A_WORD}) $"
)
_COMMON = re.compile(r"\b[Cc]ommon $")
_DRAFT = (
    r"(?:[Nn]ew|[Dd]raft|[Pp]roposed|[Rr]evised|[Ff]ormer|[Oo]ld|[Ii]nfamous|[Cc]ontroversial"
    r"|[Nn]ouvel|[Aa]ncien|[Nn]uevo|[Aa]ntiguo|[Ii]nternal|[Pp]rison|[Hh]ouse|[Cc]amp|[Dd]isciplinary"
    r"|Chapter [IVX]{1,4},?)"
)
_OF_DRAFT = re.compile(rf"\b{_DRAFT} $")
"""What no treaty has: a new article, a prison rule."""
_CODE_IN_SHORT = re.compile(r" ?(?:(?:[A-Z]\.){2,4}|C\. ?(?:pen|proc|civ)\b)(?![A-Za-z])")
_OF_LOWER_LAW = re.compile(
    rf"\b(?:{LAWS_IN_SMALL})(?:,|,? \()? ?"
    r"(?:(?:in|under|by|dans|en) )?(?:its |son |su |l'|el )?$"
)
_ON_RESPONSIBILITY = re.compile(r"\b[Aa]rticles on (?:the )?(?:State |[Rr]espons)[^.;]{0,80}$")
_LAWS_ADJECTIVE = re.compile(
    rf",? \(?(?:la |el |l')?(?:{LOWER_LAWS}) (?:[a-z]+ )?(?:no?\b|n[o.u]|[0-9])"
    r"| (?:constitucional|constitutionnel|penal|criminal|commune?s?|comun(?:es)?)\b"
)


def whose_law(text: str, start: int, end: int) -> str:
    """Return why a number is a national law's, though no law is named; empty when it is not.

    Nobody is charged under a treaty: "He was convicted under article 19".
    """
    before = text[max(0, start - _REACH) : start]
    before = before[max(before.rfind(". "), before.rfind("; ")) + 1 :]
    if is_charge(before):
        return CHARGED
    if _COMMON.search(before):
        return "An article is common to several conventions, and the text does not say to which."
    if _ON_RESPONSIBILITY.search(before):
        return "It is one of the articles on the responsibility of States."
    if (
        is_law_before(before)
        or _OF_DRAFT.search(before)
        or _CODE_IN_SHORT.match(text, end)
        or _LAWS_ADJECTIVE.match(text, end)
    ):
        return "It is an article of a national law that the text does not name."
    return ""


def is_law_before(before: str) -> bool:
    """Whether the words before a number end with a law that it is an article of."""
    return any(each.search(before) for each in _LAWS_BEFORE)


_LAWS_BEFORE = (_OF_NATIONAL_LAW, _OF_LOWER_LAW, _OF_NAMED_LAW, _LAW_BY_NUMBER)


_BETWEEN = (
    r"(?:\([^()\0]{0,120}\)|(?P<mark>[,;])|[:/\"'()\[\]{}§¹²³⁰⁴-⁹-]"
    r"|(?P<number>[0-9]{1,4}(?:\.[0-9]{1,3}){0,3}[a-z]{0,4})(?![0-9A-Za-z])"
    r"|(?P<unit>(?i:articles?|articulos?|arts?\b\.?|rules?|principles?|paragraphs?|paras?\b\.?))(?![A-Za-z])"
    r"|(?P<word>[A-Za-z][A-Za-z'-]*))"
)
_STEP = re.compile(rf" {{0,2}}{_BETWEEN}")
_JOINS = frozenset(
    ["and", "or", "nor", "ni", "et", "ou", "y", "o", "e", "as", "well", "with", "including"]
)
_FITS = frozenset([
    "of", "under", "in", "within", "from", "du", "des", "de", "del", "dans", "en",
])  # fmt: skip
_LIGHT = frozenset([
    "the", "la", "le", "les", "los", "las", "el", "said", "same", "both", "each", "all", "its",
    "their", "this", "that", "also", "even", "further", "more", "most", "such", "a", "an", "to",
    "by", "on", "particular", "contained", "enshrined", "set", "out", "forth", "found",
    "interpreted", "read", "conjunction", "relation", "connection", "together", "along", "alone",
    "combined", "provided", "recognised", "recognized", "guaranteed", "protected", "established",
    "laid", "down", "first", "second", "third", "last", "sentence", "part", "notamment",
    "particulier", "especialmente",
])  # fmt: skip
_ACRONYM = re.compile(r" ([A-Z]{2,6})(?![A-Za-z0-9])")
"""Right behind a number: the CC of "article 3 CC"."""
_MOST_STEPS = 40


def rival_behind(end: int, found: Collection[InstrumentName], context: Context) -> str | None:
    """Return what else a number may be a provision of, by the words behind it, or None.

    In "article 9 and, more widely, article 12 of the Covenant", article 9 is hardly one of the
    treaty that stands far before it. Only words that add nothing may stand between.
    """
    text = context.text
    if (acronym := _ACRONYM.match(text, end)) and not context.names.match(text, acronym.start(1)):
        return acronym[1]
    fits, has_unit, at = True, False, end
    for _ in range(_MOST_STEPS):
        step = _STEP.match(text, at)
        if not step:
            return _rival_linked(at, found, context, fits=fits)
        if word := step["word"]:
            start = step.start("word")
            if word[0].isupper() and len(word) > 1:
                return _rival_at(text, start, word, found, context.names) if fits else None
            lower = word.lower()
            if lower in _FITS:
                fits = True
            elif lower in _JOINS:
                fits = False
            elif lower not in _LIGHT and not lower.endswith("ly") and len(word) > 1:
                return None
        elif step["unit"]:
            has_unit = True
        elif step["number"]:
            fits = True
        elif step["mark"]:
            fits = fits and has_unit
        at = step.end()
    return None


def rival_ahead(
    start: int, end: int, found: Collection[InstrumentName], context: Context
) -> str | None:
    """Return what a sentence that begins with a number goes on with, if that may be what it is of.

    "In article 37, the CRC forbids it": hardly in article 37 of what stands before.
    """
    text = context.text
    behind = _AHEAD.match(text, end)
    if not behind or not _FRONTED.search(text, max(0, start - _LONGEST_FRONT), start):
        return None
    at, word = behind.end(), behind[1]
    if not word:
        return _rival_linked(at, found, context, fits=True)
    nouns = {canonical_noun(each.noun) for each in found if each.noun}
    return None if noun_of(word) in nouns else _rival_at(text, at, word, found, context.names)


_LONGEST_FRONT = 24
_FRONTED = re.compile(
    r"(?:^|[.;:!?)\"] {1,2})(?:[Ii]n|[Uu]nder|[Bb]y|[Ww]ith|[Dd]ans|[Ee]n|[Ss]elon|[Ss]egun|[Pp]ar|[Pp]or)"
    r" (?:(?:its|their|the|son|ses|sus?|el|los|las|les) |l')?$"
)
_AHEAD = re.compile(r"(?: thereof)?, (?:the |la |le |el |los |las |l')?(?=([A-Z][A-Za-z]*)|\0)")


def _rival_linked(
    at: int, found: Collection[InstrumentName], context: Context, *, fits: bool
) -> str | None:
    """Return what an editor's link leads to: with it, a citation reads as it did without."""
    start = at + context.text.startswith(" ", at)
    link = context.links.get(start)
    if not link or not link.instrument or link.instrument in found or not (link.unit or fits):
        return None
    return link.instrument.names[0]


def _rival_at(
    text: str, at: int, word: str, found: Collection[InstrumentName], names: Names
) -> str | None:
    match = names.match(text, at)
    if match:
        is_rival = not any(each in found for each in match.instruments)
        return text[at : match.end] if is_rival else None
    return word if noun_of(word) or word in LAW_NOUNS else None
