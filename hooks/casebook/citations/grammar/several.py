"""The grammar of what refers back to two: the two Covenants, both Conventions, the latter."""

import re

from casebook.citations.grammar.governors import Back
from casebook.citations.grammar.referring import GOES_ON
from casebook.citations.grammar.tokens import Tokenizer
from casebook.citations.lexicon.nouns import NOUNS, PLURALS
from casebook.citations.names import InstrumentName

_BOTH = re.compile(
    r"(?:(?:two|both|deux|dos|ambos|ambas) )?"
    r"(?:(?:UN|United Nations|International|Human Rights|said|aforementioned|above-?mentioned) ){0,3}"
    rf"({'|'.join(PLURALS)})(?![A-Za-z0-9-])"
    r"(?: internationaux| internacionales)?"
    r"(?: on Human Rights| relatifs aux droits de l'homme| de Derechos Humanos)?"
    r"(?! (?:of|de) (?:the |la )?(?!Human|United|Derechos|Naciones)[A-Z])"
)
_SINGULAR = "|".join(form.capitalize() for forms in NOUNS.values() for form in forms)
_ONE_OF_TWO = re.compile(
    r"(?:(?P<former>former)|latter|derniere?\b|est[ae] ultim[oa]\b)"
    rf"(?: (?:{_SINGULAR}|instrument|treaty|convention|covenant)(?![A-Za-z0-9-]))?"
    r"(?= ?(?:[.,;:)]|$)| (?:also|and|which|that|is|was|has|does|may|must|shall|protects?|guarantees?"
    r"|provides?|prohibits?|requires?|states?|stipulates?|recogni[sz]es|enshrines?|sets|obliges|deals"
    r"|applies|concerns|garantit|prevoit|protege|consacre|interdit|garantiza|establece|consagra|prohibe)\b)"
)
"""Followed by what shows that nothing else is meant: "the former Code" is another thing."""


def read_several(tokens: Tokenizer) -> Back | None:
    """Read what refers back to two, or to one of two, that were named.

    several = ["two" | "both"] [adjectives] nouns | ("former" | "latter") [noun]
    """
    text, start = tokens.text, tokens.position
    if (both := _BOTH.match(text, start)) and not GOES_ON.match(text, both.end()):
        tokens.position = both.end()
        return Back(PLURALS[both[1]], both.end(), which="both")
    if one := _ONE_OF_TWO.match(text, start):
        tokens.position = one.end()
        return Back("", one.end(), which="former" if one["former"] else "latter")
    return None


_PLURAL_NAME = re.compile(rf"(?:{'|'.join(PLURALS)}) (?:on|relatifs|de) ", re.IGNORECASE)
_AND_ON = re.compile(r",? (?:and|et|y) (?:(?:on|aux|relatif aux|de) )?(?=[A-Za-z])")
_LONGEST_NAME = 160


def read_twin(tokens: Tokenizer, start: int, end: int) -> tuple[InstrumentName, int] | None:
    """Read the second of "Covenants on Civil and Political Rights and on Economic … Rights"."""
    text = tokens.text
    plural = _PLURAL_NAME.search(text, start, end)
    joined = _AND_ON.match(text, end) if plural else None
    if not plural or not joined:
        return None
    noun, _, fit = plural[0].partition(" ")
    head = f"{noun[:-1]} {fit}"
    rest = text[joined.end() : joined.end() + _LONGEST_NAME].removeprefix("the ")
    at = joined.end() + text.startswith("the ", joined.end()) * 4
    found = tokens.names.match(head + rest, 0)
    if not found or len(found.instruments) != 1 or found.end <= len(head):
        return None
    return found.instruments[0], at + found.end - len(head)
