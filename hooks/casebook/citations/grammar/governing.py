"""The grammar of what governs a provision: what stands right after its numbers, or near them."""

import re
from dataclasses import replace

from casebook.citations.grammar.asides import ends_of_aside
from casebook.citations.grammar.governors import LAW, Back, Foreign, Governor, Law, Named
from casebook.citations.grammar.naming import read_instrument, read_name, read_second
from casebook.citations.grammar.parallel import SLASH
from casebook.citations.grammar.referring import goes_on, read_back, read_foreign, read_same
from casebook.citations.grammar.tokens import RULES, Tokenizer
from casebook.citations.lexicon.laws import LAWS_BEHIND
from casebook.citations.plain import TAKEN


def read_governor_near(tokens: Tokenizer, start: int) -> Governor | None:
    """Read the governor of a provision that begins at `start`: after its numbers, or an aside."""
    return (
        read_governor(tokens)
        or _read_governor_outside(tokens, start)
        or _read_governor_behind(tokens)
    )


def _read_governor_outside(tokens: Tokenizer, start: int) -> Governor | None:
    """Read "of the ICCPR" after "fair trial (art. 14)"."""
    before = tokens.position
    if (
        tokens.text.startswith("(", start - 1)
        and tokens.read("CLOSE")
        and tokens.check("OF")
        and not _NEXT.match(tokens.text, tokens.position)
    ):
        governor = read_governor(tokens)
        if isinstance(governor, Named | Back):
            return governor
    tokens.position = before
    return None


_NEXT = re.compile(
    r" ?,(?! ?(?:as )?(?:contained|enshrined|guaranteed|protected|provided|recogni[sz]ed|set out)\b)"
)
"""The comma of "ICCPR (arts. 6 and 7), in CAT (art. 2)"."""


def _read_governor_behind(tokens: Tokenizer) -> Governor | None:
    """Read "of the ICCPR" after "article 9 on the right to liberty"."""
    before = tokens.position
    for end in ends_of_aside(tokens.text, before):
        tokens.position = end
        governor = read_governor(tokens)
        if isinstance(governor, Named | Back) or (
            isinstance(governor, Law | Foreign)
            and not tokens.text.startswith(_NOT_OF, end)
            and not (isinstance(governor, Foreign) and not governor.noun)
        ):
            return governor
    tokens.position = before
    return None


_ACRONYM = re.compile(r"[A-Z]{3,8}")
"""Article 6 under the ECHR."""
_NOT_OF = (" under", " in", " en", " dans")


def read_governor(tokens: Tokenizer) -> Governor | None:
    """Read what the provision is a provision of.

    governor = [aside] ("of" | "in" | "under" | …) { "the" | "both" | "said" } instrument
             | "(" name ")"
             | [","] name
    """
    start = tokens.position
    fit = tokens.read("OF")
    if not fit:
        return _read_bare_name(tokens)
    text = tokens.text
    is_both = fit[1].startswith("com")
    while determiner := tokens.read("THE"):
        is_both = is_both or determiner[0].startswith(("both", "each"))
    if text.startswith('"', tokens.position):
        tokens.position += 1  # of the "International Covenant …"
    at = tokens.position
    if text.startswith(TAKEN, at) and (linked := tokens.linked(at)):
        tokens.position = start
        return Named((linked,), start)
    governor = read_same(tokens) or read_instrument(tokens)
    if isinstance(governor, Named) and is_both:
        governor = read_second(tokens, governor)
    if isinstance(governor, Named):
        governor = _read_more_of(tokens, governor)
    is_of = fit[1] in {"of", "du", "des", "de", "del"} or fit[1].startswith("com")
    if governor and (
        is_of
        or not isinstance(governor, Foreign)
        or governor.noun
        or _ACRONYM.fullmatch(governor.words)
    ):
        return governor
    tokens.position = start
    if (is_of and RULES["LOWER"].match(text, at)) or _LOWER_LAW.match(text, at):
        # "rule 5 of the court": not ours, and nothing to inherit
        return Foreign("", start)
    return None


def _read_more_of(tokens: Tokenizer, first: Named) -> Named:
    """Read "and of the CRC" after "of the ICCPR", and "/ICESCR": the same article of both."""
    governor = first
    for between in (SLASH, _AND_OF):
        while not governor.conflict and (joined := between.match(tokens.text, governor.end)):
            tokens.position = joined.end()
            second = read_name(tokens)
            if not isinstance(second, Named) or second.conflict:
                break
            if between is SLASH and _NUMBERS_BEHIND.match(tokens.text, second.end):
                break
            governor = governor.joined(second, joined.end())
    tokens.position = governor.end
    return governor


_TO_CLOSE = re.compile(r"(?:(?![Aa]rt)[^()\0]){1,90}(?=\))")
_NUMBERS_BEHIND = re.compile(r"(?: ?[:(-])? {0,2}[Aa]rt| [0-9]{1,2}(?![0-9/])")
"""In "article 3 of the ICESCR / CEDAW 14 and 18" the second has its own."""
_AND_OF = re.compile(
    r",? (?:and|as well as|et|y|ainsi que|asi como) (?:of (?:the )?|du |de la |de l'|del )(?=[A-Z])"
)
_LOWER_LAW = re.compile(rf"(?:[a-z]{{1,20}} ){{0,3}}(?:{LAWS_BEHIND})\b")


def _read_bare_name(tokens: Tokenizer) -> Governor | None:
    """Read a name right after the numbers: "article 14 ICCPR", "articles 7 and 9 (ICCPR)".

    What we do not hold counts where it can be nothing else: "article 6 ECHR", "article 9, Criminal
    Procedure Code".
    """
    start = tokens.position
    parenthesis = tokens.read("OPEN_NAME")
    if not parenthesis and not tokens.read("COMMA_NAME"):
        return None
    at = tokens.position
    is_dashed = "-" in tokens.text[start:at]
    if tokens.text[at].islower():
        small = tokens.names.match(tokens.text, at)
        if not small or not small.is_acronym:  # only acronyms are names in small letters: iccpr
            tokens.position = start
            return None
    found: Governor | None = read_name(tokens)
    if found and is_dashed and _NUMBERS_OF_ITS_OWN.match(tokens.text, found.end):
        tokens.position = start
        return None
    word = RULES["CAPITAL"].match(tokens.text, at)
    if not found and word and word[0] in tokens.defined:
        tokens.position = word.end()
        found = Named((tokens.defined[word[0]],), word.end())
    if not found and parenthesis:
        found = read_back(tokens)  # article 7 (the Covenant)
        found = found if tokens.check("CLOSE") else None
    if not found and word:
        tokens.position = at
        is_apart = parenthesis or is_dashed or "," in tokens.text[start:at]
        unknown = read_foreign(tokens)
        is_acronym = len(word[0]) > 2 and word[0].isupper()
        if (
            unknown
            and unknown.noun
            and parenthesis
            and (rest := _TO_CLOSE.match(tokens.text, unknown.end))
        ):
            tokens.position = rest.end()
        if unknown and (unknown.noun or (is_acronym and unknown.end == word.end())):
            is_closed = not is_apart or RULES["CLOSED"].match(tokens.text, unknown.end)
            is_named = " " in unknown.words or goes_on(unknown.noun, tokens.text, unknown.end)
            found = unknown if is_closed or is_named or unknown.noun == LAW else None
    if found and parenthesis:
        if tokens.read("CLOSE"):
            return replace(found, end=tokens.position)
    elif found:
        return _read_more_of(tokens, found) if isinstance(found, Named) else found
    tokens.position = start
    return None


_NUMBERS_OF_ITS_OWN = re.compile(r" ?[,:(]? {0,2}(?:[Aa]rt|[Rr]ule|[Rr]egl)")
"""The name of "articles 7 and 9 - ICCPR articles 10 and 14" is hardly that of those before it."""
