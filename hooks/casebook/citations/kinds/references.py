"""The grammar of communications: references, in all the ways in which letters print them."""

import re

from casebook.citations.draft import Draft
from casebook.citations.grammar.tokens import Tokenizer
from casebook.identifiers.reference import Reference
from casebook.words.vocabulary import CitationKind, CommunicationType

_TYPES = frozenset(CommunicationType)
_TYPE = "|".join(CommunicationType)
_NUMBER = r"([0-9]{1,4})(?: ?- ?([0-9]{1,4}))? ?/ ?((?:19|20)[0-9]{2})(?![0-9A-Za-z/])"
_REFERENCE = re.compile(rf"((?:{_TYPE})[ /]{{1,2}})?([A-Z]{{3}})([ /-]{{0,2}}){_NUMBER}")
_TYPED = re.compile(
    rf"((?:{_TYPE})\.?[ /_-]{{1,2}})([A-Z]{{3}})(\.?[ /_-]{{1,2}}(?:[Nn]o\.? ?)?)([0-9]{{1,4}})()"
    r" ?[/._-] ?((?:19|20)[0-9]{2})(?![0-9A-Za-z/-])"
)
"""What a type makes sure, however it is punctuated: OL. BLR 7.2025, AL-BLR-7-2025."""
_NAMED = re.compile(rf"(?:{_TYPE}) ([A-Z][A-Za-z' -]{{2,50}}?) {_NUMBER}")
_SHARING_YEAR = re.compile(
    rf"((?:{_TYPE}) )?([A-Z]{{3}})( )([0-9]{{1,3}}(?:, ?[0-9]{{1,3}}){{0,8}}),? (?:and|&|et|y) {_NUMBER}"
)
"""Numbers of one year: BLR 6 and 7/2024."""
_DAMAGED = re.compile(rf"(?:{_TYPE}) {{1,2}}{_NUMBER}")
_NEXT = re.compile(rf" ?(?:[,;]|,? (?:and|&|y|et)) {{1,2}}{_NUMBER}")


def read_references(tokens: Tokenizer, addressee: str | None) -> list[Draft]:
    """Read a reference, and the numbers after it that share its code.

    references = [type] code number { separator number }
    """
    start = tokens.position
    match = _REFERENCE.match(tokens.text, start) or _TYPED.match(tokens.text, start)
    if not match:
        return (
            _read_sharing_year(tokens, addressee)
            or _read_with_name(tokens)
            or _read_damaged(tokens)
        )
    code = match[2]
    if code in _TYPES:
        return _read_damaged(tokens)
    # A type makes it sure. So does a known code; without a list of codes, only the printed form
    # "BLR 6/2024" does: "ABC-12/2024" may be any file.
    is_sure = _is_known(code, tokens, addressee) if tokens.names.codes else match[3].isspace()
    if not match[1] and not is_sure:
        return []
    drafts = [_reference(code, match, 4, start)]
    tokens.position = match.end()
    while following := _NEXT.match(tokens.text, tokens.position):
        drafts.append(_reference(code, following, 1, following.start(1)))
        tokens.position = following.end()
    return drafts


def _is_known(code: str, tokens: Tokenizer, addressee: str | None) -> bool:
    """Whether a code is an addressee's, of those that the names have or of this letter's."""
    codes = tokens.names.codes
    return code in codes or (bool(codes) and code == addressee)


def _read_sharing_year(tokens: Tokenizer, addressee: str | None) -> list[Draft]:
    """Read "BLR 6 and 7/2024"; only the code of a known addressee, or a type, makes it sure."""
    match = _SHARING_YEAR.match(tokens.text, tokens.position)
    if not match or match[2] in _TYPES or not (match[1] or _is_known(match[2], tokens, addressee)):
        return []
    drafts: list[Draft] = []
    for number in re.finditer("[0-9]+", match[4]):
        start = match.start(4) + number.start()
        end = start + len(number[0])
        target = Reference(match[2], int(number[0]), int(match[7]))
        begin = start if drafts else match.start()
        if target.number:
            kind = CitationKind.COMMUNICATION
            drafts.append(Draft(kind, begin, end, (target,), ((start, end),)))
    tokens.position = match.end()
    return [*drafts, _reference(match[2], match, 5, match.start(5))]


def _read_with_name(tokens: Tokenizer) -> list[Draft]:
    """Read "UA Belarus 7/2025": the name of the addressee instead of its code."""
    match = _NAMED.match(tokens.text, tokens.position)
    if not match:
        return []
    start, tokens.position = tokens.position, match.end()
    if code := tokens.names.states.get(match[1]):
        return [_reference(code, match, 2, start)]
    reason = "The reference lacks the three letters of the addressee."
    return [Draft(CitationKind.COMMUNICATION, start, match.end(), unresolved=reason)]


def _reference(code: str, match: re.Match[str], group: int, start: int) -> Draft:
    first, last, year = int(match[group]), int(match[group + 1] or 0), int(match[group + 2])
    numbers = range(first, last + 1) if 0 <= last - first < 50 else (first,)
    kind = CitationKind.COMMUNICATION
    if not first or (last and last <= first):
        return Draft(kind, start, match.end(), unresolved="The number of the reference is damaged.")
    targets = tuple(Reference(code, number, year) for number in numbers)
    return Draft(
        kind, start, match.end(), targets, ((match.start(group), match.end()),) * len(targets)
    )


def _read_damaged(tokens: Tokenizer) -> list[Draft]:
    """Read "UA 10/2019": the code of the addressee is lost."""
    match = _DAMAGED.match(tokens.text, tokens.position)
    if not match:
        return []
    start, tokens.position = tokens.position, match.end()
    reason = "The reference lacks the three letters of the addressee."
    return [Draft(CitationKind.COMMUNICATION, start, match.end(), unresolved=reason)]
