"""What hangs on a name that stands before it, whatever follows: "ICCPR article 9 and article 3 of …"."""

import re

from casebook.citations.grammar.governors import Foreign, Governor
from casebook.citations.grammar.provisions import Group, read_group, read_link
from casebook.citations.grammar.tokens import NUMBERED, RULES, Tokenizer

_LEADS = (
    r"(?:and|in particular|particularly|in|its|see|cf\.|voir|vease|notably|especially"
    r"|namely|specifically|including|inter alia|under|through|at|by|of|en particulier|notamment"
    r"|en particular|especialmente|en|son|ses|sus|los|les|el|su)"
)
FOLLOWING = re.compile(
    r"(?:'s?)?(?: \((?:n|fn|note|nota) ?[0-9]{1,3}\))? ?(?P<mark>[,:(-]?) {0,2}"
    rf"(?P<lead>(?:{_LEADS} ?,? ){{0,4}})(?:the |l')?(?=[ARPGaArpg])"
)
_LED = "in|its|en|son|ses|sus?|notably|in particular|notamment|en particulier|en particular"
_UNIT_BEHIND_MARK = rf" ?[,:(-] ?(?:(?:{_LED}),? ){{0,2}}(?:l'|les |los |el )?{NUMBERED} ?[0-9]"
REST_BEFORE_UNIT = re.compile(
    r"(?: (?:(?![Rr]esol|[A-Z]{2,8} [Rr]esol)[A-Za-z0-9'/-]+|[Nn](?:o|um)s?\.)){0,14}?"
    rf"(?={_UNIT_BEHIND_MARK}| (?:in its|en s(?:on|es|us?)) {NUMBERED} ?[0-9])"
)
"""Code de procedure penale, Ley 1801 de 2016: whatever its words are, an article follows."""
_APART = re.compile(r"\b(?:and|see|including|under|through|at|by|of)\b")


def hangs(lead: re.Match[str]) -> bool:
    """Whether a number is led to as one of the name right before it: "the ICCPR in its article"."""
    return not _APART.search(lead["lead"])


def read_group_behind(tokens: Tokenizer) -> Group | None:
    """Read a group behind a name. A name that has numbers of its own does not govern it."""
    group = read_group(tokens)
    if group and group.governor and belongs_to_next(group, group.governor, tokens.text):
        tokens.position = group.end
        return group._replace(governor=None)
    return group


def shares_governor(lead: re.Match[str], group: Group, text: str) -> bool:
    """Whether only some numbers behind a name may be of the one that follows them.

    In "the CAT, article 2 and 7 of the ICCPR" the 2 hangs on the name before it.
    """
    if not group.governor or len(group.members) < 2 or not hangs(lead):
        return False
    is_apart = lead["mark"] == "," and not lead["lead"] and group.is_plural
    return not is_apart or not is_one_list(group, text)


def is_one_list(group: Group, text: str) -> bool:
    """Whether numbers go up to the one behind an "and": "7, 9 and 14", not "29 or 44 and 30"."""
    is_cut = any(each.joined == "and" for each in group.members[:-1])
    numbers = [int(each.number) for each in group.members if each.number.isdigit()]
    return not (is_cut or _CUT.search(text, group.start, group.end)) and numbers == sorted(numbers)


_CUT = re.compile(r";|\bread|conj|relaci?on")


def is_apart_from_next(tokens: Tokenizer, lead: re.Match[str]) -> bool:
    """Whether "and article 7 of the ICCPR" follows, of which what stands before it is no part.

    In "unlike the CAT, article 7 and article 14 of the ICCPR" it may be; in "CAT, article 7;
    article 14 of the ICCPR" another entry of the list begins.
    """
    before = tokens.position
    if tokens.text[before : before + 2].lstrip().startswith(";"):
        return True
    link = read_link(tokens)
    tokens.position = before
    return link == ", and" or bool(link and (lead["mark"] != "," or lead["lead"]))


def belongs_to_next(group: Group, governor: Governor, text: str) -> bool:
    """Whether a name after a comma has numbers of its own: "UDHR, art. 3, ICCPR, art. 6"."""
    if not text[group.end : group.end + 2].lstrip().startswith(",") or not RULES[
        "COMMA_NAME"
    ].match(text, group.end):
        return False
    if isinstance(governor, Foreign) and REST_BEFORE_UNIT.match(text, governor.end):
        return True
    return has_numbers_behind(text, governor.end)


def has_numbers_behind(text: str, end: int) -> bool:
    """Whether numbers follow a name that ends here: "ICCPR, art. 6", "Bangkok Rules 23"."""
    following = FOLLOWING.match(text, end)
    has_unit = following and RULES["UNIT"].match(text, following.end())
    return bool(has_unit or _NUMBERS_OF_ITS_OWN.match(text, end))


_NUMBERS_OF_ITS_OWN = re.compile(r" [0-9]{1,2}(?![0-9/])")
