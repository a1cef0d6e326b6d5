"""The grammar of titles: "general comment No. 36 on article 6, para. 3" is no article 6 (3)."""

import re

from casebook.citations.draft import Draft, unsettled
from casebook.citations.grammar.numbers import read_members
from casebook.citations.grammar.provisions import Group
from casebook.citations.grammar.tokens import Tokenizer, is_plural, unit_of
from casebook.citations.kinds.documents import read_paragraphs_of
from casebook.citations.lexicon.bodies import Committee
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.resolving import resolve_under
from casebook.identifiers.provision import Unit

_ON = r"(?:,? (?:on|to|concerning|regarding|sur|sobre|relati(?:ve|va|f|vo) a)|:)"
_SUBJECT = (
    r"(?:(?!\b(?:report|see|rapporteur|opinions?|resolutions?|letters?|principles|guidelines|decision"
    r"|views)\b)[^.;()0-9§\0]){3,120}?"
)
_ON_ARTICLE = re.compile(
    rf"(?:{_ON} (?:the |l'|el )?|(?:{_ON} {_SUBJECT})? ?(?P<open>\())(?=[Aa]rt)", re.IGNORECASE
)
_HEADED = re.compile(r",? (?=[Aa]rticles? [0-9]{1,2}: )")
"""Titles of some years name the article first: "general comment No. 34, Article 19: Freedoms of"."""
_HEADING = re.compile(r": [^.;:()0-9§\0]{3,120}?(?=[,.;]|$)")
_SUBJECT_OR_NOTHING = re.compile(r"(?: \([^()0-9§.;\0]{3,120}\))?")
_CLOSE = re.compile(r"(?:,? para(?:graph)?s?\.? {0,2}[0-9]{1,2}(?: ?\([a-z]\))?)? ?\)")
"""What ends an article in parentheses: the ", para. 1)" of "(art. 3, para. 1)" is the article's."""
_SUBJECT_THEN_PARAGRAPHS = re.compile(
    rf"{_ON} {_SUBJECT}(?=,? \(?(?:at )?(?:paras?\b|paragraphe?s?\b|parrs?\b|parrafos?\b|pars?\b|§))",
    re.IGNORECASE,
)
_OWN_TREATY = re.compile(
    r" (?:of|du|de la|del) (?:the )?(?:Covenant|Convention|Pacte|Pacto|Convencion)\b"
    r"(?! (?:on|against|for|sur|sobre|contre|contra|pour|relative|international|internacional|de|des)\b)"
)
_OF = re.compile(r" ?,? ?\(?(?:(?:of|under|in|du|de la|del|de) )?(?:the |l'|la |el )?(?=[A-Za-z])")


def read_title(
    tokens: Tokenizer, context: Context, comment: Draft, committee: Committee | None
) -> list[Draft]:
    """Read what a general comment is on: articles of its committee's own treaty, its paragraphs.

    title = "on" articles ["of the Covenant"] ["(" words ")"] [paragraphs] | "on" words paragraphs
          | "on" words "(" articles ")" [paragraphs] | article ":" words [paragraphs]
    """
    text, before = tokens.text, tokens.position
    lead = _ON_ARTICLE.match(text, before) or _HEADED.match(text, before)
    if not lead:
        subject = _SUBJECT_THEN_PARAGRAPHS.match(text, before)
        return [_with_paragraphs(tokens, comment, subject.end() if subject else before)]
    tokens.position = lead.end()
    unit = tokens.read("UNIT")
    start, plural = lead.end(), bool(unit and is_plural(unit[0]))
    members = read_members(tokens, plural=plural, below=False) if unit else []
    end = tokens.position
    own = _OWN_TREATY.match(text, end)
    of = _OF.match(text, end)
    if not unit or not members or unit_of(unit) is not Unit.ARTICLE:
        tokens.position = before
        return [comment]
    if not own and of and tokens.names.match(text, of.end()):
        tokens.position = before
        return [comment]  # the text says itself whose article it is
    end = own.end() if own else end
    if rest := _rest(lead).match(text, end):
        whole = _with_paragraphs(tokens, comment, rest.end())
        if whole is not comment:
            return [whole]
    tokens.position = end
    treaty = tokens.names.treaty_of(committee.code) if committee else None
    if not treaty:
        reason = "It is an article of the committee's own treaty, which the text does not name."
        return [comment, unsettled(start, end, reason)]
    group = Group(Unit.ARTICLE, tuple(members), start, end, plural)
    return [comment, *resolve_under(group, (treaty,), context)]


def _rest(lead: re.Match[str]) -> re.Pattern[str]:
    """Return what may stand between the article of a title and paragraphs of the comment."""
    if lead.re is _HEADED:
        return _HEADING
    return _CLOSE if lead["open"] else _SUBJECT_OR_NOTHING


def _with_paragraphs(tokens: Tokenizer, comment: Draft, end: int) -> Draft:
    """Return the citation of the paragraphs that follow at `end`, else the comment as it is."""
    before, tokens.position = tokens.position, end
    found = read_paragraphs_of(tokens, comment)
    if found is comment:
        tokens.position = before
    return found
