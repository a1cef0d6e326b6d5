"""The grammar of names: an instrument by its name, exact or damaged, or by its acronym."""

import re
from dataclasses import replace

from casebook.citations.grammar.governors import Foreign, Governor, Law, Named
from casebook.citations.grammar.referring import GOES_ON, read_back, read_foreign, read_law
from casebook.citations.grammar.several import read_several, read_twin
from casebook.citations.grammar.tokens import RULES, Tokenizer
from casebook.citations.lexicon.laws import LAWS_OF_ACRONYM
from casebook.citations.lexicon.nouns import canonical_noun, noun_of
from casebook.citations.lexicon.wordings import key_words
from casebook.citations.names import InstrumentName, NameMatch
from casebook.words.vocabulary import InstrumentKind


def read_instrument(tokens: Tokenizer) -> Governor | None:
    """Read an instrument by its name, by its noun, or as one that we do not hold.

    instrument = name ["(" acronym ")"] | [adjectives] noun | law | unknown
    """
    start = tokens.position
    if found := read_name(tokens):
        return found
    if several := read_several(tokens):
        return several
    text = tokens.text
    if edition := _read_edition(tokens):
        return edition
    if resolution := _RESOLUTION.match(text, start):
        number = resolution["symbol"] or f"A/RES/{resolution['number']}"
        if held := tokens.names.by_symbol.get(number):
            tokens.position = resolution.end()
            return Named((held,), resolution.end())
    word = RULES["CAPITAL"].match(text, start)
    if not word and not RULES["YEAR"].match(text, start):
        return read_back(tokens)
    if word and word[0] in tokens.defined:
        tokens.position = word.end()
        return Named((tokens.defined[word[0]],), word.end())
    if shared := read_shared_noun(tokens):
        return shared
    if RULES["UNIT"].match(text, start):
        return None
    return read_back(tokens) or read_foreign(tokens)


def _read_edition(tokens: Tokenizer) -> Named | None:
    """Read a name behind a year or "revised": the 1984 Convention against Torture.

    Rules of one name were made anew in another year, laws were revised; treaties were not.
    """
    start, text = tokens.position, tokens.text
    before = _EDITION.match(text, start)
    found = tokens.names.match(text, before.end()) if before else None
    if not before or not found:
        return None
    kinds = _OF_A_YEAR if before["year"] else {InstrumentKind.RULES}
    tokens.position = before.end()
    named = read_name(tokens) if all(each.kind in kinds for each in found.instruments) else None
    if isinstance(named, Named) and not named.conflict:
        return named
    tokens.position = start
    return None


_EDITION = re.compile(r"(?:(?P<year>(?:19|20)[0-9]{2})|revised|updated) {1,2}(?=[A-Z])")
_OF_A_YEAR = {InstrumentKind.TREATY, InstrumentKind.DECLARATION}
_RESOLUTION = re.compile(
    r"(?:(?P<symbol>A/RES/[0-9]{1,3}/[0-9]{1,3})"
    r"|(?:UN |United Nations )?General Assembly (?:in its )?[Rr]esolution (?P<number>[0-9]{1,3}/[0-9]{1,3}))"
    r"(?![0-9A-Za-z/])"
)
"""What proclaims a declaration: "article 9 of A/RES/53/144"."""


def read_name(tokens: Tokenizer) -> Named | Law | Foreign | None:
    """Read the name of an instrument we hold, with the acronym that introduces it.

    name = exact | damaged | words "(" acronym ")"
    """
    start = tokens.position
    text = tokens.text
    found = tokens.names.match(text, start)
    if found and _is_regional(text, found):
        return None
    if found and _is_another(text, found):
        found = None
    if found and found.is_law:
        return read_law(tokens, found)
    if found:
        tokens.position = found.end
        if len(found.instruments) > 1:
            return Named((), found.end, conflict="several standards bear this name")
        return _read_introduced(tokens, found.instruments[0])
    if not RULES["CAPITAL"].match(text, start):
        return None
    if damaged := tokens.names.likeness.find(text, start):
        tokens.position = damaged[1]
        instrument = tokens.names.instruments[damaged[0]]
        if twin := read_twin(tokens, start, damaged[1]):
            tokens.position = twin[1]
            return Named((instrument, twin[0]), twin[1])
        return (
            None
            if instrument.kind is InstrumentKind.NATIONAL_LAW
            else _read_introduced(tokens, instrument)
        )
    return _read_by_acronym(tokens)


def _is_another(text: str, found: NameMatch) -> bool:
    """Whether the name is the beginning of a longer one: Universal Declaration on the Genome."""
    if found.is_law:
        return False
    if _OF_ITS_OWN.match(text, found.end):
        return True
    last = re.split(r"[ -]", text[max(found.start, found.end - 30) : found.end])[-1]
    if noun_of(last) and GOES_ON.match(text, found.end):
        return True
    if not found.is_acronym and (following := _RUNS_INTO.match(text, found.end)):
        return following[1] not in _MAY_FOLLOW and not RULES["UNIT"].match(text, following.start(1))
    return False


def may_follow(word: str) -> bool:
    """Whether a word with a capital may follow a name, or a number, without being part of it."""
    return word in _MAY_FOLLOW


def _is_regional(text: str, found: NameMatch) -> bool:
    """Whether an adjective makes the name another: the Inter-American Convention."""
    before = text[max(0, found.start - 24) : found.start]
    first = RULES["WORD"].match(text, found.start)
    if not first or found.is_law:
        return False
    return bool(_ORGANISATION.search(before) or (noun_of(first[0]) and _REGION.search(before)))


_WHICH = "1st|2nd|3rd|First|Second|Third|Facultative"
_OF_ITS_OWN = re.compile(
    rf"(?:'s)? {{1,2}}(?:(?:{_WHICH}) )?(?:Optional )?(?:Protocols?|Committee)\b"
    r"| {1,2}OP(?:[ -]?(?:[12]|I{1,2}))?(?![A-Za-z0-9])"
    rf"| {{1,2}}(?:[A-Z][a-z]{{2,20}} ){{0,2}}(?:{LAWS_OF_ACRONYM})\b"
)
"""What an acronym only tells the treaty of: the ICCPR Optional Protocol, the CAT Committee, a CRC Act."""
_RUNS_INTO = re.compile(r" {1,2}([A-Z][a-z]{2,30}|\0)")
_MAY_FOLLOW = frozenset([
    *("States", "State", "Parties", "Party", "Government", "Governments", "The", "This"),
    *("Article", "Articles", "Rule", "Rules"),
])  # fmt: skip
"""Capitals that may follow a name without being part of it: "Under the Bangkok Rules States …"."""
_REGION = re.compile(r"(?:[A-Z][a-z]+-)?[A-Z][a-z]*(?:an|ab|ic|ese|ish) $")
"""American, Inter-American, European, Arab: what makes a Convention another region's."""
_ORGANISATION = re.compile(
    r"\b(?:OAU|AU|EU|OAS|CoE|CIS|SAARC|ASEAN|ECOWAS|Council of Europe|(?:African|European) Union)(?:'s)? $"
)
"""Whose own a convention is, whatever it is called: the OAU Refugee Convention."""


def _read_introduced(tokens: Tokenizer, instrument: InstrumentName) -> Named:
    """Read "(ICCPR)" after a name; an acronym of another instrument contradicts the name."""
    named = Named((instrument,), tokens.position)
    before = tokens.position
    parenthesis = tokens.read("INTRODUCED")
    if not parenthesis:
        return named
    names = [alias.strip() for alias in parenthesis.groups() if alias]
    alias = next((each for each in names if noun_of(each)), names[0])
    alias_match = tokens.names.match(alias, 0)
    if alias_match and alias_match.end == len(alias):
        if instrument in alias_match.instruments:
            return replace(named, end=tokens.position)
        if alias_match.is_acronym:
            return Named(
                (), tokens.position, conflict=f"the name is not that of {alias}, which follows it"
            )
    elif len(alias.split()) == 1 and 2 < len(alias) <= 10 and alias.isupper():
        return replace(named, end=tokens.position, introduced=alias)
    elif instrument.noun and noun_of(alias) == canonical_noun(instrument.noun):
        # "(the Covenant)": from here on, the Covenant is this one
        return replace(named, end=tokens.position, introduced=canonical_noun(instrument.noun))
    tokens.position = before
    return named


def _read_by_acronym(tokens: Tokenizer) -> Named | None:
    """Read a name that only its acronym, or its short name, tells: "UN Convention on Torture (UNCAT)".

    The words must be like one of the instrument's names: its noun, and half of them.
    """
    start = tokens.position
    text = tokens.text
    opening = text.find("(", start, start + 200)
    closing = text.find(")", opening, opening + _LONGEST_SHORT) if opening > 0 else -1
    if closing < 0:
        return None
    words = text[start:opening]
    if re.search(r"[0-9.;:()\0]", words):
        return None
    short = text[opening + 1 : closing].removeprefix("the ").strip("\"' ")
    holders = tokens.names.acronyms.get(short, ())
    if not holders and (found := tokens.names.match(short, 0)) and found.end == len(short):
        holders = found.instruments
    if len(holders) != 1:
        return None
    said = key_words(words)
    known = {word for name in holders[0].names for word in key_words(name)}
    nouns = {noun_of(word) for word in said} - {None}
    content = {word for word in said if len(word) > 3}
    if "protocol" in nouns and not any("rotoc" in name for name in holders[0].names):
        return None
    is_like = any(noun_of(word) in nouns for word in known) and len(content & known) * 2 >= max(
        2, len(content)
    )
    if not is_like or (" " in short and all(map(noun_of, content & known))):
        return None
    tokens.position = closing + 1
    return Named(holders, closing + 1)


_LONGEST_SHORT = 40

AND_NAME = re.compile(r" ?,? (?:and|et|y|or) (?:of |du |del |de la |de )?(?:the |l'|la |le |el )?")


def read_second(tokens: Tokenizer, first: Named) -> Named:
    """Read "and the ICESCR" after "both the ICCPR"."""
    before = tokens.position
    if joined := AND_NAME.match(tokens.text, before):
        tokens.position = joined.end()
        second = read_name(tokens)
        if isinstance(second, Named) and not second.conflict:
            return first.joined(second, joined.end())
    tokens.position = before
    return first


_SHARING = re.compile(r" ?(?:,? (?:and|or|et|y|&) |, )(?:the )?")


def read_shared_noun(tokens: Tokenizer) -> Named | None:
    """Read names that share one noun: "Tokyo and Bangkok Rules".

    shared = head { "," head } "and" name, where every head lacks only the noun of the name
    """
    start = at = tokens.position
    heads: list[tuple[InstrumentName, str]] = []
    spans: list[tuple[int, int]] = []
    while len(heads) < 6 and (head := tokens.names.head(tokens.text, at)):
        joined = _SHARING.match(tokens.text, head[2])
        if not joined:
            return None
        heads.append(head[:2])
        spans.append((at, head[2]))
        at = joined.end()
        found = tokens.names.match(tokens.text, at)
        if found and len(found.instruments) == 1:
            noun = noun_of(re.split(r"[ -]", tokens.text[at : found.end])[-1])
            if any(head_noun != noun for _, head_noun in heads):
                return None
            tokens.position = found.end
            instruments = (*(each for each, _ in heads), found.instruments[0])
            return Named(instruments, found.end, spans=(*spans, (at, found.end)))
    tokens.position = start
    return None
