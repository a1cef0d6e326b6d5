"""The names by which texts know the instruments we hold. All of them are data, from standards/."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from casebook.citations.lexicon.bodies import COMMITTEE_CODES, COMMITTEES
from casebook.citations.lexicon.damage import Likeness
from casebook.citations.lexicon.nouns import UNIT_WORDS, noun_of
from casebook.citations.lexicon.spellings import key_of, spellings_of, without_international
from casebook.citations.lexicon.wordings import END, is_acronym, name_pattern
from casebook.citations.plain import simplify
from casebook.identifiers.provision import Unit
from casebook.identifiers.symbol import Symbol
from casebook.words.vocabulary import InstrumentKind


@dataclass(frozen=True, slots=True)
class InstrumentName:
    """One instrument, as far as a text can name it."""

    id: str
    """The name of its file in standards/: iccpr."""
    names: tuple[str, ...]
    """Title, short title and every other name, in any language, in any order."""
    noun: str | None
    """How a text refers back to it: the Covenant, the Convention, the Rules."""
    kind: InstrumentKind
    highest: Mapping[Unit, int] = field(default_factory=dict)
    """The highest number of each unit; a citation above it is never linked."""
    symbol: Symbol | None = None
    addressee: str | None = None
    """Whose law it is, three capital letters; read off the id of a national law when not given."""

    def has(self, unit: Unit) -> bool:
        """Whether its parts are called so: a covenant has articles, rules have rules."""
        if self.highest:
            return unit in self.highest
        return unit is (Unit.RULE if self.kind is InstrumentKind.RULES else Unit.ARTICLE)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name that stands in a text."""

    instruments: tuple[InstrumentName, ...]
    """Those that bear it: one, unless the name is ambiguous."""
    start: int
    end: int
    is_acronym: bool = False

    @property
    def is_law(self) -> bool:
        """Whether it is the name of a national law."""
        return self.instruments[0].kind is InstrumentKind.NATIONAL_LAW


_NAMED_KINDS = {
    InstrumentKind.TREATY,
    InstrumentKind.DECLARATION,
    InstrumentKind.RULES,
    InstrumentKind.NATIONAL_LAW,
}
"""Reports and resolutions are known by symbol and number; their titles are ordinary words."""

_U = frozenset("Uu")
_PREFIX = re.compile(r"(?:(?i:United Nations)|UN|U\.N\.) {1,2}")
_FIRST = re.compile(r"[A-Za-z0-9]{1,40}")
_GENERAL_COMMENT = re.compile(
    r"(?:general (?:comment|recommendation)s?|G[CR]) ?(?:nos?\.? ?)?([0-9]{1,3})(?![0-9])",
    re.IGNORECASE,
)


class Names:
    """Every name of every instrument, ready to be looked for in a text.

    `codes` are the codes of known addressees; with them, "ISO 1/2020" is no communication.
    `states` are their names with their codes: "UA Belarus 7/2025" is BLR 7/2025.
    """

    def __init__(
        self,
        instruments: Iterable[InstrumentName],
        codes: Iterable[str] = (),
        states: Mapping[str, str] | None = None,
    ) -> None:
        self.instruments = {each.id: _with_addressee(each) for each in instruments}
        self.codes = frozenset(codes)
        self.states = {simplify(name).text: code for name, code in (states or {}).items()}
        """Names of addressees, as the grammar reads them, to their codes."""
        self.digest = _digest(self.instruments, self.codes, self.states)
        self.acronyms: dict[str, tuple[InstrumentName, ...]] = {}
        self.general_comments = _general_comments(self.instruments.values())
        self.by_symbol = {
            str(each.symbol): each
            for each in self.instruments.values()
            if each.symbol and each.kind in _NAMED_KINDS
        }
        """Declarations and rules that a resolution proclaims: A/RES/53/144."""
        self.years = {
            each.symbol.text: each.symbol
            for each in self.instruments.values()
            if each.symbol and each.symbol.year
        }
        """Security Council resolutions we hold: S/RES/1373 to the symbol with its year."""
        bearers = self._bearers()
        self.starts = tuple(" ".join(words) for words in bearers)
        self.words = UNIT_WORDS | {word.lower() for words in bearers for word in words}
        """What the end of a line may have cut in two."""
        self._patterns = _patterns(bearers)
        self._heads = _heads(bearers)
        self.likeness = Likeness(
            [(words, bearers[words][0].id) for words in bearers if len(bearers[words]) == 1]
        )

    def treaty_of(self, committee: str) -> InstrumentName | None:
        """Return the treaty that a committee watches over, by its code: CESCR the ICESCR."""
        holders = self.acronyms.get(committee) or self.acronyms.get(f"I{committee}") or ()
        return holders[0] if len(holders) == 1 else None

    def match(self, text: str, position: int) -> NameMatch | None:
        """Return the longest name that begins at a position of a plain text, or None.

        "UN" and "United Nations" may stand before any name.
        """
        found = self._match(text, position)
        if (
            not found
            and text[position : position + 1] in _U
            and (prefix := _PREFIX.match(text, position))
        ):
            found = self._match(text, prefix.end())
            if found and not found.is_law:
                return replace(found, start=position)
            return None
        return found

    def _match(self, text: str, position: int) -> NameMatch | None:
        first = _FIRST.match(text, position)
        entry = self._patterns.get(first[0].lower()) if first else None
        if not entry:
            return None
        pattern, bearers = entry
        found = pattern.match(text, position)
        if not found or not found.lastindex:
            return None
        words, instruments = bearers[found.lastindex - 1]
        return NameMatch(
            instruments, position, found.end(), is_acronym=len(words) == 1 and is_acronym(words[0])
        )

    def head(self, text: str, position: int) -> tuple[InstrumentName, str, int] | None:
        """Return the instrument whose name lacks only its noun here: Tokyo (and Bangkok Rules).

        With it come the noun that is missing and the position after the words that are there.
        """
        first = _FIRST.match(text, position)
        for pattern, noun, instrument in self._heads.get(first[0].lower() if first else "", ()):
            if found := pattern.match(text, position):
                return instrument, noun, found.end()
        return None

    def _bearers(self) -> dict[tuple[str, ...], tuple[InstrumentName, ...]]:
        """Return every spelling of a name as its words, with the instruments that bear it."""
        bearers: dict[tuple[str, ...], tuple[InstrumentName, ...]] = {}
        seen: dict[str, tuple[str, ...]] = {}

        def bear(words: tuple[str, ...], instrument: InstrumentName) -> None:
            key = seen.setdefault(" ".join(words) if len(words) == 1 else key_of(words), words)
            if instrument not in bearers.get(key, ()):
                bearers[key] = (*bearers.get(key, ()), instrument)

        named = [each for each in self.instruments.values() if each.kind in _NAMED_KINDS]
        for instrument in named:
            is_law = instrument.kind is InstrumentKind.NATIONAL_LAW
            for name in instrument.names:
                for spelling in spellings_of(name, is_law=is_law):
                    bear(spelling, instrument)
                    if len(spelling) == 1 and is_acronym(spelling[0]):
                        holders = self.acronyms.get(spelling[0], ())
                        if instrument not in holders:
                            self.acronyms[spelling[0]] = (*holders, instrument)
        primary = set(seen)
        for words, instruments in list(bearers.items()):
            if shorter := without_international(words):
                for instrument in instruments:
                    if key_of(shorter) not in primary:
                        bear(shorter, instrument)
        return bearers


def _with_addressee(instrument: InstrumentName) -> InstrumentName:
    """Read whose law it is off an id such as blr-criminal-code."""
    if instrument.addressee or instrument.kind is not InstrumentKind.NATIONAL_LAW:
        return instrument
    code = re.match(r"([a-z]{3})-", instrument.id)
    return replace(instrument, addressee=code[1].upper()) if code else instrument


def _digest(
    instruments: Mapping[str, InstrumentName], codes: frozenset[str], states: Mapping[str, str]
) -> str:
    facts = [
        (
            each.id,
            sorted(each.names),
            each.noun,
            each.kind.value,
            sorted((unit.value, number) for unit, number in each.highest.items()),
            str(each.symbol),
            each.addressee,
        )
        for _, each in sorted(instruments.items())
    ]
    return blake2b(
        repr((facts, sorted(codes), sorted(states.items()))).encode(), digest_size=16
    ).hexdigest()


_Bearers = Mapping[tuple[str, ...], tuple[InstrumentName, ...]]
_Entry = tuple[re.Pattern[str], list[tuple[tuple[str, ...], tuple[InstrumentName, ...]]]]


def _patterns(bearers: _Bearers) -> dict[str, _Entry]:
    """Return one pattern for all names with the same first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in bearers:
        first = _FIRST.match(words[0])
        if first:
            by_first.setdefault(first[0].lower(), []).append(words)
    found: dict[str, _Entry] = {}
    for beginning, names in by_first.items():
        names.sort(key=lambda words: -sum(map(len, words)))
        any_of = "|".join(f"({name_pattern(words)}){END}" for words in names)
        bearing = [(words, bearers[words]) for words in names]
        found[beginning] = (re.compile(any_of, re.IGNORECASE), bearing)
    return found


def _heads(bearers: _Bearers) -> dict[str, list[tuple[re.Pattern[str], str, InstrumentName]]]:
    """Return names of at most three words without the noun at their end."""
    heads: dict[str, list[tuple[re.Pattern[str], str, InstrumentName]]] = {}
    for words, instruments in bearers.items():
        noun = noun_of(words[-1])
        if noun and 1 < len(words) <= 3 and len(instruments) == 1:
            pattern = re.compile(name_pattern(words[:-1]) + END, re.IGNORECASE)
            heads.setdefault(words[0].lower(), []).append((pattern, noun, instruments[0]))
    return heads


def _general_comments(instruments: Iterable[InstrumentName]) -> dict[tuple[str, int], str]:
    """Return the general comments we hold, by the code of the committee and the number."""
    found: dict[tuple[str, int], str] = {}
    for instrument in instruments:
        if instrument.kind is not InstrumentKind.GENERAL_COMMENT:
            continue
        code, number = _committee_code(instrument), _comment_number(instrument)
        if code and number:
            found.setdefault((code, number), instrument.id)
    return found


def _comment_number(instrument: InstrumentName) -> int | None:
    symbol = re.search(r"/GC/([0-9]{1,3})(?![0-9])", str(instrument.symbol or ""))
    for found in (symbol, *map(_GENERAL_COMMENT.search, instrument.names)):
        if found:
            return int(found[1])
    return None


def _committee_code(instrument: InstrumentName) -> str | None:
    """Read the committee off the symbol, else off a name, else off the id (cedaw-gr-19)."""
    if instrument.symbol and (code := instrument.symbol.text.split("/")[0]) in COMMITTEE_CODES:
        return code
    for name in instrument.names:
        plain = simplify(name).text
        for committee in COMMITTEES:
            if any(re.search(rf"\b{re.escape(each)}\b", plain) for each in committee.names):
                return committee.code
    code = instrument.id.split("-")[0].upper()
    return code if code in COMMITTEE_CODES else None
