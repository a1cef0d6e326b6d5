"""What a reader of the document has in mind at a place: what was named, and where."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from casebook.citations.citation import StandardTarget
from casebook.citations.draft import Draft
from casebook.citations.grammar.governors import LAW
from casebook.citations.lexicon.bodies import Body, Committee
from casebook.citations.lexicon.nouns import canonical_noun
from casebook.citations.lexicon.wordings import key_words
from casebook.citations.meaning.sentences import LONGEST, SENTENCE_END, tell_of_ratification
from casebook.citations.meaning.speakers import court_speaks, treaties_spoken_of
from casebook.citations.names import InstrumentName, Names
from casebook.citations.passages import Link
from casebook.identifiers.provision import Unit
from casebook.words.vocabulary import InstrumentKind


@dataclass(slots=True)
class Naming:
    """What has been named in a stretch of text, in order."""

    instruments: dict[str, InstrumentName] = field(default_factory=dict)
    named_at: dict[str, int] = field(default_factory=dict)
    """Where each of the instruments was named last."""
    foreign: set[str] = field(default_factory=set)
    """The nouns of what was named and is not held."""
    foreign_at: int = -1
    """Where that was last."""
    bodies: list[tuple[int, Body]] = field(default_factory=list)
    """The last bodies, with the position after each."""

    def __bool__(self) -> bool:
        """Whether anything has been named."""
        return bool(self.instruments or self.foreign or self.bodies)


@dataclass(frozen=True, slots=True)
class _Bearer:
    """The last instrument that was named with a noun."""

    instrument: InstrumentName | None
    """None stands for one that we do not hold."""
    paragraph: int
    at: int
    rivals: tuple[InstrumentName | None, ...] = ()
    """What the same sentence named before it, with the same noun, or a list of ratifications."""
    is_of_list: bool = False
    """Whether sentences list what was ratified: the one that is cited next is meant."""


class Context:
    """The section, the paragraph, and what each of them has named so far."""

    def __init__(self, names: Names, addressee: str | None) -> None:
        self.names = names
        self.addressee = addressee
        """Who received the letter: "the Criminal Code" is theirs."""
        self.section = Naming()
        self.paragraph = Naming()
        self.defined: dict[str, InstrumentName] = {}
        """The acronyms, and the nouns, that the document itself gave to instruments."""
        self._contested: set[str] = set()
        self.comments: dict[int, set[str]] = {}
        """The numbers of general comments that the document named in full, with whose they are."""
        self.at = 0
        """Where in the paragraph the reading stands."""
        self.links: dict[int, Link] = {}
        """The links of editors in the paragraph, by where they begin."""
        self.cited: tuple[Draft, int] | None = None
        """The last citation of the paragraph, and where it ends."""
        self.cited_before: Draft | None = None
        """The only citation of the paragraph before, with which that ends."""
        self.cited_last: Draft | None = None
        """The same of this paragraph, once it is read."""
        self.text = ""
        """The paragraph, as the grammar reads it."""
        self._number = 0
        self.last_read: tuple[int, tuple[InstrumentName, ...]] = (-1, ())
        """Where the last provision ended, and what governed it."""
        self._heading: str | None = None
        self._bearers: dict[str, _Bearer] = {}
        """Of the section, by noun."""

    def enter(self, heading: str, text: str, links: Iterable[Link]) -> None:
        """Begin a paragraph; another heading begins another section."""
        self._number += 1
        self.text, self.at, self.links = text, 0, {each.start: each for each in links}
        self.cited, self.cited_before, self.cited_last = None, self.cited_last, None
        if heading != self._heading:
            self._heading = heading
            self.section = Naming()
            self._bearers = {}
        if self.paragraph:
            self.paragraph = Naming()
        self.last_read = (-1, ())

    def name(self, *instruments: InstrumentName) -> None:
        """Note that instruments are named here."""
        for each in instruments:
            self.paragraph.instruments[each.id] = self.section.instruments[each.id] = each
            self.paragraph.named_at[each.id] = self.at
            if each.noun:
                self._bear(canonical_noun(each.noun), each)
            if each.kind is InstrumentKind.NATIONAL_LAW:
                self._bear(LAW, each)

    def name_foreign(self, noun: str) -> None:
        """Note that something we do not hold is named here."""
        self.paragraph.foreign.add(noun)
        self.paragraph.foreign_at = self.at
        self.section.foreign.add(noun)
        self._bear(noun, None)

    def _bear(self, noun: str, instrument: InstrumentName | None) -> None:
        rivals: tuple[InstrumentName | None, ...] = ()
        before = self._bearers.get(noun)
        is_other = before is not None and before.instrument is not instrument
        is_of_list = before is not None and is_other and self._is_listed(before)
        if before and (is_of_list or self._is_in_sentence(before)):
            named = (*before.rivals, before.instrument)
            rivals = tuple(each for each in named if each is not instrument)[-2:]
        self._bearers[noun] = _Bearer(instrument, self._number, self.at, rivals, is_of_list)

    def _is_listed(self, bearer: _Bearer) -> bool:
        """Whether the sentence before says that one was ratified, as this one does of another."""
        if (
            bearer.paragraph != self._number
            or self.last_read[0] > bearer.at
            or self.at - bearer.at > LONGEST
        ):
            return False
        return tell_of_ratification(self.text, bearer.at, self.at)

    def _is_in_sentence(self, bearer: _Bearer) -> bool:
        """Whether what is read now stands in the sentence that named it."""
        return (
            bearer.paragraph == self._number
            and self.at - bearer.at < LONGEST
            and not SENTENCE_END.search(self.text, bearer.at, self.at + 1)
        )

    def define(self, name: str, instrument: InstrumentName) -> None:
        """Note a name that the document gives to an instrument: MWC, or the Covenant.

        Given to two, it is nobody's.
        """
        if name in self._contested:
            return
        if self.defined.setdefault(name, instrument) is not instrument:
            self._contested.add(name)
            del self.defined[name]

    def name_body(self, end: int, body: Body) -> None:
        """Note that a body is named here."""
        self.paragraph.bodies = [*self.paragraph.bodies[-15:], (end, body)]
        self.section.bodies = [*self.section.bodies[-3:], (-1, body)]

    def back(self, noun: str, words: tuple[str, ...] = ()) -> InstrumentName | None:
        """Return what a noun refers back to, if that is certain and we hold it.

        It is what the document defined it to be; else the last instrument with this noun in the
        section, unless the same sentence named another: "the ICCPR and the ICESCR".
        `words` stand before the noun, and must be the instrument's own: the Universal Declaration.
        """
        instrument = self.defined.get(noun)
        bearer = self._bearers.get(noun)
        if not instrument and not (bearer and self._rivals_of(bearer)):
            instrument = self._spoken_of(noun, bearer)
        if not instrument:
            return None
        said = {word.lower() for word in words}
        if not said or said <= {word for name in instrument.names for word in key_words(name)}:
            return instrument
        return None

    def _spoken_of(self, noun: str, bearer: _Bearer | None) -> InstrumentName | None:
        """Return what was named last, unless somebody is named since who means another.

        In "the Human Rights Committee found a violation of article 9 of the Covenant" it is the
        committee's own, whatever Covenant stands before.
        """
        since = self._since(bearer)
        spoken = treaties_spoken_of(noun, self.paragraph.bodies, since, self.names)
        before = bearer.instrument if bearer else None
        if court_speaks(noun, self.text, since, self.at):
            return None
        others = [(at, each) for at, each in spoken if each is not before]
        if not others:
            return before
        at, treaty = others[-1]
        is_of_sentence = not SENTENCE_END.search(self.text, at, self.at + 1)
        return treaty if is_of_sentence and len(others) == len(spoken) == 1 else None

    def _since(self, bearer: _Bearer | None) -> int:
        return bearer.at if bearer and bearer.paragraph == self._number else 0

    def has_speaker(self, noun: str) -> bool:
        """Whether a court or a committee is named that may mean one of its own by the noun."""
        since = self._since(self._bearers.get(noun))
        return court_speaks(noun, self.text, since, self.at) or bool(
            treaties_spoken_of(noun, self.paragraph.bodies, since, self.names)
        )

    def both(self, noun: str) -> tuple[InstrumentName, ...]:
        """Return what "the two Covenants" or "both Conventions" are; nothing unless it is certain.

        They are the only two that there are, else the only two that the section named.
        """
        held = self._of_noun(noun, self.names.instruments.values())
        if len(held) == 2:
            return held
        if noun in self.section.foreign:
            return ()
        found = self._of_noun(noun, self.section.instruments.values())
        return found if len(found) == 2 else ()

    @staticmethod
    def _of_noun(noun: str, instruments: Iterable[InstrumentName]) -> tuple[InstrumentName, ...]:
        return tuple(
            each
            for each in instruments
            if each.noun
            and each.kind is InstrumentKind.TREATY
            and canonical_noun(each.noun) == noun
        )

    def is_behind_document(self, at: int) -> bool:
        """Whether an editor's link to a document ends here."""
        return any(each.end == at for each in self.links.values() if not each.instrument)

    def one_of_two(self, *, is_last: bool) -> InstrumentName | None:
        """Return the former or the latter, if the paragraph has named two and nothing else."""
        if self.paragraph.foreign or len(self.paragraph.instruments) != 2:
            return None
        first, last = self.paragraph.instruments.values()
        return last if is_last else first

    def same(self) -> InstrumentName | None:
        """Return what "the same instrument" is: the only one of the paragraph, or the last cited.

        What was cited must stand in the same sentence, and nothing else be named since.
        """
        named = self.paragraph
        if len(named.instruments) == 1 and not named.foreign:
            return next(iter(named.instruments.values()))
        draft, end = self.cited or (None, 0)
        since = max(named.foreign_at, *named.named_at.values(), -1)
        if not draft or since >= end or SENTENCE_END.search(self.text, end - 1, self.at + 1):
            return None
        ids = {each.instrument for each in draft.targets if isinstance(each, StandardTarget)}
        is_whole = any(not getattr(each, "provision", None) for each in draft.targets)
        return self.names.instruments[ids.pop()] if len(ids) == 1 and not is_whole else None

    def is_doubtful(self, noun: str) -> bool:
        """Whether one sentence named several things that the noun may mean."""
        bearer = self._bearers.get(noun)
        return bool(bearer and self._rivals_of(bearer)) and noun not in self.defined

    def _rivals_of(self, bearer: _Bearer) -> tuple[InstrumentName | None, ...]:
        """Return what a noun may mean as well."""
        end, instruments = self.last_read
        if bearer.is_of_list and end > bearer.at and bearer.instrument in instruments:
            return ()
        return bearer.rivals

    def governing(self, unit: Unit) -> tuple[InstrumentName, ...] | None:
        """Return what may govern a number that stands alone: one instrument, none, or several.

        Articles look back in their paragraph, rules and principles in their section too. None
        stands for a paragraph in which something that we do not hold may govern.
        """
        stretches = (self.paragraph,) if unit is Unit.ARTICLE else (self.paragraph, self.section)
        for stretch in stretches:
            if stretch.foreign & _RIVALS.get(unit, frozenset()):
                return None
            if found := tuple(each for each in stretch.instruments.values() if each.has(unit)):
                return found
        return ()

    def committees(self) -> list[Committee]:
        """Return the committees named so far, the last first: of the paragraph, else the section."""
        for bodies in (self.paragraph.bodies, self.section.bodies):
            if found := [body for _, body in reversed(bodies) if isinstance(body, Committee)]:
                return found
        return []


_ARTICLED = frozenset(
    {"covenant", "convention", "declaration", "protocol", "charter", "statute", "treaty", LAW}
)
_RIVALS = {
    Unit.ARTICLE: _ARTICLED,
    Unit.RULE: frozenset({"rules"}),
    Unit.PRINCIPLE: frozenset({"principles"}),
    Unit.GUIDELINE: frozenset({"guidelines"}),
}
"""What else has articles, rules, principles."""
