"""What is called like an article and is none: the organisation ARTICLE 19, a paper, its reports."""

import re

from casebook.citations.grammar.provisions import Group
from casebook.identifiers.provision import Unit

_DONE = (
    r"(?:violated|breached|infringed|not respected|respected|invoked|applied|relied|interpreted|ratified"
    r"|incorporated|engaged|at stake|relevant|applicable|disregarded|ignored|mentioned|cited|referred)"
)
_DOES = (
    r"(?:of|provides|guarantees|protects|enshrines|states|stipulates|requires|prohibits|sets"
    r"|establishes|recogni[sz]es|also|further|is|does|may|must|shall|\("
    r"|and(?! (?!Articles? |Rules? )[A-Z][a-z])"
    rf"|(?:was|has)(?: been)? (?:[a-z]+ )?{_DONE})"
)
_LEGAL_VERB = re.compile(rf"(?:,| {_DOES})")
_BODY = (
    r"(?:organi[sz]ation|outlet|NGO|newspaper|website|news site|magazine|channel|charity|association"
    r"|media|project|paper|group)"
)
_IN_BRACKETS = r"(?:organi[sz]ation|outlet|NGO|ONG|newspaper|website|news site|magazine|charity)"
"""What an article is not about: "article 22 (freedom of association)" is one."""
_PUBLISHED = (
    "published|posted|printed|founded|launched|reported|wrote|told|appeared|broadcast|registered|raided"
    "|republished|reprinted"
)
_BY_PEOPLE = re.compile(
    rf",? (?:(?:was|were|is|are|has|had|have|been|also|first|then|later) ){{0,3}}(?:{_PUBLISHED})\b"
    rf"|,? an? (?:[A-Za-z-]+ ){{0,4}}{_BODY}\b"
    rf"| ?\((?:(?:an?|the) )?(?:(?!of )[A-Za-z-]+ ){{0,3}}{_IN_BRACKETS}\)"
)
_STAFF = "(?:journalists?|editors?|reporters?|directors?|staff|founders?|lawyers)"
_OF_PEOPLE = re.compile(rf"\b(?:{_BODY}s?|{_STAFF} (?:of|at|from|for|with)),? [\"']?$")
_FURTHEST = 60


def is_namesake(group: Group, text: str) -> bool:
    """Whether a bare article may be somebody's name, or somebody's writing."""
    if group.unit is not Unit.ARTICLE or len(group.members) > 1 or group.members[0].levels:
        return False
    if text[group.start] == "a":
        return False
    before = text[max(0, group.start - _FURTHEST) : group.start]
    return bool(_BY_PEOPLE.match(text, group.end) or _OF_PEOPLE.search(before)) or _is_article_19(
        group, text, before
    )


def _is_article_19(group: Group, text: str, before: str) -> bool:
    """Whether it may be the organisation of that name, and not an article."""
    if group.members[0].number != "19":
        return False
    begun = before[-3:].strip()
    starts = not begun or begun[-1] in ".!?:;(\"'"
    return text.startswith("ARTICLE", group.start) or not (
        starts and _LEGAL_VERB.match(text, group.end)
    )
