"""The grammar of opinions of the Working Group on Arbitrary Detention."""

import re

from casebook.citations.citation import DocumentTarget
from casebook.citations.draft import Draft
from casebook.citations.grammar.tokens import Tokenizer
from casebook.citations.kinds.adopting import AND, MAYBE_NO, NOT_MORE, OPINION
from casebook.citations.kinds.documents import read_paragraphs_of
from casebook.identifiers.symbol import Symbol
from casebook.words.vocabulary import CitationKind

_OPINION_WORD = re.compile(OPINION)
_OPINION = re.compile(
    rf"([0-9]{{1,3}})/((?:19|20)[0-9]{{2}}){NOT_MORE}(?: \([A-Z][A-Za-z ,'-]{{2,50}}\))?"
)
_OPINION_AND = re.compile(rf"{AND}{MAYBE_NO}(?=[0-9]{{1,3}}/)")
_LEARNED = (
    "dissenting|separate|concurring|legal|expert|forensic|medical|psychiatric|psychological"
    "|scientific|technical|professional|judicial"
)
_OF_THE_GROUP = (
    "WGAD|GTDA|UN|Nations|Group|Detention|Arbitraire|Arbitraria|Deliberations?"
    "|The|This|In|See|Its|And|Also|Cf|By|Of|To|Under|With|From|Dans|Son|Voir|Su|Vease"
)
"""Capitals before an opinion that is the Working Group's."""
_OTHERS = re.compile(
    rf"(?i:Advisory $|Venice Commission|Court|Ombuds|Committee(?:'s)? $|(?:{_LEARNED}) $)"
    r"|(?<!Group)(?<!WGAD)'s? $"
    rf"|(?<![A-Za-z])(?!(?:{_OF_THE_GROUP})\b)[A-Z][A-Za-z]+ $"
)
_GIVEN = "issued|given|delivered|rendered|adopted|rendu|emis[eo]?|emitid[oa]"
_ANOTHERS_NAME = r"(?!Working|WGAD|GTDA\b|UN |United|Groupe|Grupo|[A-Z][a-z]+ [0-9])[A-Z]"
_WHO_GIVES_ONE = (
    "courts?|tribunal|institut[eo]?|bar|prosecut|experts?|commission|council|ministry|committee|barreau"
    "|cour|conseil|parquet|fiscal|corte|peritos?|doctors?|lawyers?|judges?"
)
_OF_OTHERS = re.compile(
    rf",? (?:(?:{_GIVEN}) )?(?:of|by|du|de la|del|de l'|par|por)(?:(?: the| la| le| el)? ?{_ANOTHERS_NAME}"
    rf"|(?: (?:the|an?|la|le|el|un))? ?(?:[a-z]+ )?(?:{_WHO_GIVES_ONE})\b)"
)
"""What is said before and behind the opinion of a court, a committee, a doctor."""
_MOST_A_YEAR = 150
"""The Working Group has not adopted a hundred opinions in any year."""


def read_opinions(tokens: Tokenizer) -> list[Draft]:
    """Read opinions of the Working Group on Arbitrary Detention.

    opinions = "opinion" item { separator item }
    item     = number "/" year ["(" State ")"] [paragraphs]
    """
    start = tokens.position
    word = _OPINION_WORD.match(tokens.text, start)
    if not word or _OTHERS.search(tokens.text[max(0, start - 60) : start]):
        return []
    drafts: list[Draft] = []
    position = word.end()
    while match := _OPINION.match(tokens.text, position):
        begin = match.start() if drafts else start
        if _OF_OTHERS.match(tokens.text, match.end()):
            break
        drafts.append(_opinion(match, begin))
        tokens.position = match.end()
        following = _OPINION_AND.match(tokens.text, match.end())
        if not following:
            drafts[-1] = _with_paragraphs(tokens, drafts[-1])
            following = _OPINION_AND.match(tokens.text, tokens.position)
        if not following:
            break
        position = following.end()
    return drafts


def _with_paragraphs(tokens: Tokenizer, draft: Draft) -> Draft:
    """Return an opinion with the paragraphs of it that are cited: "opinion 54/2024, para. 10"."""
    before = tokens.position
    if group := _OF_GROUP.match(tokens.text, before):
        tokens.position = group.end()
    found = read_paragraphs_of(tokens, draft)
    if found is draft:
        tokens.position = before
    return found


_GROUP = (
    r"(?:WGAD|GTDA"
    r"|Working Group(?: on Arbitrary Detention)?|Groupe de travail(?: sur la detention arbitraire)?"
    r"|Grupo de Trabajo(?: sobre la Detencion Arbitraria)?)"
)
_OF_GROUP = re.compile(rf" (?:of|by|du|del) (?:the )?(?:UN |United Nations )?{_GROUP}(?= ?[,(])")
_GOES_ON = re.compile(r"(?:[,;:.()]|\b(?:and|or|see|also|et|ou|y|e|voir|vease))\s*$", re.IGNORECASE)
"""What stands before a later opinion; "communication No. 28/2015 (Belarus)" is a committee's."""
_LATER_OPINION = re.compile(
    rf"No\. ?([0-9]{{1,3}})/((?:19|20)[0-9]{{2}}){NOT_MORE} \([A-Z][A-Za-z ,'-]{{2,50}}\)"
)


def read_later_opinion(tokens: Tokenizer) -> list[Draft]:
    """Read "No. 13/2011 (Belarus)"; the caller knows that opinions are spoken of."""
    match = _LATER_OPINION.match(tokens.text, tokens.position)
    before = tokens.text[max(0, tokens.position - 8) : tokens.position]
    if not match or not _GOES_ON.search(before):
        return []
    tokens.position = match.end()
    return [_with_paragraphs(tokens, _opinion(match, match.start()))]


def _opinion(match: re.Match[str], start: int) -> Draft:
    number, year = int(match[1]), int(match[2])
    end = match.end(2)
    if not 0 < number <= _MOST_A_YEAR or year < 1991:
        reason = "The Working Group on Arbitrary Detention has no opinion of this number."
        return Draft(CitationKind.OPINION, start, end, unresolved=reason)
    target = DocumentTarget(Symbol(f"A/HRC/WGAD/{year}/{number}"))
    return Draft(CitationKind.OPINION, start, end, (target,), ((match.start(1), end),))
