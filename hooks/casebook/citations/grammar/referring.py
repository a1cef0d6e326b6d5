"""The grammar of what has no name of ours: nouns that refer back, national laws, the unknown."""

import re

from casebook.citations.grammar.governors import LAW, Back, Foreign, Law
from casebook.citations.grammar.tokens import RULES, Tokenizer
from casebook.citations.lexicon.laws import LAW_NOUNS
from casebook.citations.lexicon.nouns import PLURALS, noun_of
from casebook.citations.lexicon.wordings import key_words
from casebook.citations.names import NameMatch

_ABOUT = "of|on|for|against|relating to|concerning|sur|sobre|relative|relatif|contre|contra"
GOES_ON = re.compile(
    rf" {{1,2}}(?i:(?:{_ABOUT}) {{1,2}}(?:the |all |la |les |los |las |a la |aux )?)(?=[A-Z0-9\0])"
)
"""What makes a name of a noun: "Convention on the Rights …"."""


_OF_STATE = re.compile(
    r" {1,2}(?:of|de|du|del|de la) {1,2}(?:the )?"
    r"([A-Z][A-Za-z'-]+(?: (?:(?:of|and|the|de|la) ){0,2}[A-Z][A-Za-z'-]+){0,5})"
)


def read_law(tokens: Tokenizer, found: NameMatch) -> Law | Foreign:
    """Read "of the Republic of Belarus" after a law's name: it must be that law's State."""
    state = _OF_STATE.match(tokens.text, found.end)
    if not state:
        said = key_words(tokens.text[found.start : found.end])
        explicit = all(
            any(key_words(name.split("(")[0]) < said for name in each.names)
            for each in found.instruments
        )
        tokens.position = found.end
        return Law(found.instruments, found.end, is_explicit=explicit)
    tokens.position = state.end()
    said = key_words(state[1]) - {"of", "and", "the", "de", "la"}
    theirs = tuple(
        each for each in found.instruments if said <= frozenset().union(*map(key_words, each.names))
    )
    if theirs:
        return Law(theirs, state.end(), is_explicit=True)
    return Foreign(tokens.text[found.start : state.end()], state.end(), LAW)


_SAYS = (
    r"(?:and|or|also|says?|states?|provides?|prohibits?|protects?|guarantees?|requires?|is|are"
    r"|was|were|has|have|as|which|that|et|qui|y|que)"
)
_SAME = re.compile(
    r"(?:instrument|treaty|traite|tratado|instrumento)"
    rf"(?= ?(?:[.,;:)\]]|$)| (?:{_SAYS}\b|[A-Z]))"
)
_POINTING = re.compile(
    r"(?:same|this|that|said|above-?mentioned|aforementioned|aforesaid|ladite|dudit|dich[ao]|mism[ao]"
    r"|citad[ao]|mencionad[ao]|meme|cette|ce) {1,2}$"
)


def read_same(tokens: Tokenizer) -> Back | None:
    """Read "instrument" behind "the same": whatever it is called, it is what was named before.

    Behind "the" alone it may be any.
    """
    start = tokens.position
    found = _SAME.match(tokens.text, start)
    if not found or not _POINTING.search(tokens.text, max(0, start - 20), start):
        return None
    tokens.position = found.end()
    return Back("", found.end(), which="same")


_BACK_WORD = re.compile(
    r"([A-Z](?:[A-Za-z-]|'(?!s\b)){0,30}|[a-z]{4,12}|[12][0-9]{3})(?![A-Za-z0-9-]) ?"
)
_CONCERNING = "on|against|relating|concerning|regarding|sur|sobre|contre|contra|relative|relatif"
_OF_ITS_OWN = re.compile(rf" {{1,2}}(?i:(?:{_CONCERNING}) |of [12][0-9]{{3}}|(?:between|entre) )")
_IN_A_WAY = "man(?:iere|era)|facon|forma|modo|conformi[a-z]*|meme|ce|cette|est[ea]"
"""What follows the de of no name: de manière, de conformidad."""
_OF_A_REGION = (
    r"(?:europe(?:en|enn?e|o|a)|(?:inter|ibero|latino|pan)?-?americ(?:an[oa]|aine?)"
    r"|afric(?:an[oa]|aine?)|arabe|andin[oa]|asiati(?:que|c[oa])|islami(?:que|c[oa])|nation(?:al|ale)"
    r"|nacional|regionale?|bilaterale?|collective|colectiv[oa])"
)
_IS_ANOTHER = re.compile(
    rf" {{1,2}}(?:(?:de|del|du|des)(?! (?:{_IN_A_WAY})\b)\b|d'|{_OF_A_REGION}\b"
    r"|[a-z]{4,12}o-[a-z]{4,12}\b"
    r"|interna(?:tionale?|cional) (?:sur|pour|relati[a-z]+|contre|sobre|para|contra|de|des|du)\b"
    r"|(?:\(?(?:nos?|n\.o|num|numero)\b\.? ?[0-9]|C ?[0-9]{1,3}\b|[0-9]{2,3}\b))",
    re.IGNORECASE | re.ASCII,
)
"""What makes of a noun the name of another: la Convention d'Istanbul, européenne, No. 87."""
_OF_WORK = re.compile(r" {1,2}(?:of|on|for|and|to) [a-z]")


def read_back(tokens: Tokenizer) -> Back | None:
    """Read a noun that refers back: "Covenant", "Universal Declaration".

    back = { adjective } noun, unless the noun goes on: "Convention on …", "Protocol to the …"
    """
    text, at = tokens.text, tokens.position
    words: list[str] = []
    while len(words) < 5 and (word := _BACK_WORD.match(text, at)):
        noun, end, at = noun_of(word[1]), word.end(1), word.end()
        if not noun:
            if word[1][0].islower():
                return None
            words.append(word[1])
            continue
        if (word[1][0].islower() and words) or goes_on(noun, text, end):
            return None
        tokens.position = end
        return Back(noun, end, tuple(words))
    return None


def goes_on(noun: str, text: str, end: int) -> bool:
    """Whether a noun is the beginning of a name: "Convention on …", "Rules of Procedure"."""
    if GOES_ON.match(text, end) or _OF_ITS_OWN.match(text, end):
        return True
    if _IS_ANOTHER.match(text, end) or _has_adjective(text, end):
        return True
    if noun in _PLURAL_NOUNS:
        return _OF_WORK.match(text, end) is not None
    return noun == "protocol" and text.startswith((" to ", " thereto", " relating"), end)


_BEFORE_ADJECTIVE = re.compile(
    r"(?:protocol[eo]|regl(?:es|as)|reglas|princip(?:es|ios)|directrices)$",
    re.IGNORECASE | re.ASCII,
)
_NO_ADJECTIVE = (
    r"et|ou|qui|que|dont|y|o|u|e|en|a|au|aux|pour|para|par|por|dans|lors|ainsi|comme|asi|como|cuando"
    r"|ne|n|no|s|se|sont|son|es|est|ont|ha|han|and|or|which|that|shall|must|may"
    r"|articles?|articulos?|art|regles?|reglas?|principes?|principios?|paragraphes?|parrafos?"
    r"|precit\w*|sus(?:mentionn|vis|dit)\w*|citad[oa]s?|mencionad[oa]s?|antes|arriba"
    r"|(?:prevoi|garanti|interdi)\w*"
    r"|(?:dispos|stipul|exig|proteg|enonc|precis|impos|appliqu|reconnai)\w*"
    r"|(?:establec|dispon|prohib|garantiz|preve|aplic|reconoc)\w*"
)
_ADJECTIVE = re.compile(
    rf"(?: {{1,2}}facultati(?:f|vo)\b)? {{1,2}}(?!(?:{_NO_ADJECTIVE})\b)[A-Za-z]",
    re.IGNORECASE | re.ASCII,
)
"""French and Spanish name rules and protocols by what stands behind: Règles pénitentiaires."""


def _has_adjective(text: str, end: int) -> bool:
    """Whether words behind a French or Spanish noun make it the name of another instrument."""
    is_such = _BEFORE_ADJECTIVE.search(text, max(0, end - 12), end)
    return bool(is_such and _ADJECTIVE.match(text, end))


_PLURAL_NOUNS = {"rules", "principles", "guidelines"}
_LITTLE_WORD = (
    r"(?:of|on|the|for|against|to|in|relating|concerning|No\.?|Nos\.?|de|la|las|los|del|du|des"
    r"|sur|sobre|contra|contre|relative|relatif|aux?|a)"
)
_CONNECTION = re.compile(rf"(?: {{1,2}}{_LITTLE_WORD}\b\.?){{0,3}} {{1,2}}(?=[A-Z0-9])")
_FOREIGN_WORD = re.compile(r"[A-Z0-9][A-Za-z0-9'/-]{0,40}")
_OF_A_YEAR = re.compile(r"[RPG][a-z]+ (?:19|20)[0-9]{2}(?![0-9])")
"""The Prison Rules 1999."""
_ITS_ACRONYM = re.compile(r" ?\([\"']?[A-Z][A-Za-z0-9-]{1,9}[\"']?\)")
"""What stands for it from here on: "(CDE)" is then no acronym of ours."""


def read_foreign(tokens: Tokenizer) -> Foreign | None:
    """Read the name of something we do not hold, as far as its capitals go."""
    start = tokens.position
    text = tokens.text
    noun, end = "", start
    for _ in range(16):
        if RULES["UNIT"].match(text, tokens.position) and not _OF_A_YEAR.match(
            text, tokens.position
        ):
            break
        word = _FOREIGN_WORD.match(text, tokens.position)
        if not word:
            break
        end = word.end()
        noun = (
            noun
            or noun_of(word[0])
            or PLURALS.get(word[0])
            or (LAW if word[0] in LAW_NOUNS else "")
        )
        connection = _CONNECTION.match(text, end)
        if not connection:
            break
        tokens.position = connection.end()
        if noun and (inner := tokens.names.match(text, tokens.position)):
            end = inner.end
            break
    if end > start and (acronym := _ITS_ACRONYM.match(text, end)):
        end = acronym.end()
    tokens.position = max(start, end)
    return Foreign(text[start:end], end, noun) if end > start else None
