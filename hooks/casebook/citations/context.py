"""What a reader of the document has in mind at a place: what was named, and where."""

import re
from dataclasses import dataclass, field

from casebook.citations.bodies import Body, Committee
from casebook.citations.governors import LAW
from casebook.citations.names import InstrumentName
from casebook.citations.nouns import canonical_noun
from casebook.citations.wordings import key_words
from casebook.identifiers.provision import Unit

SENTENCE_END = re.compile(r"(?:[a-z)\"']{2}|[0-9]{4}|[A-Z]{3})[.!?][)\"']? +[\"'(]?[A-Z]")
"""Where a sentence ends; "Ms. X" and "No. 5" do not end one."""

_Place = tuple[int, int]
"""A paragraph and a position in it."""


@dataclass(slots=True)
class Naming:
    """What has been named in a stretch of text, in order."""

    instruments: dict[str, InstrumentName] = field(default_factory=dict)
    by_noun: dict[str, list[tuple[InstrumentName | None, _Place]]] = field(default_factory=dict)
    """The last two instruments of each noun, and where; None stands for one we do not hold."""
    foreign: set[str] = field(default_factory=set)
    """The nouns of what was named and is not held."""
    bodies: list[tuple[int, Body]] = field(default_factory=list)
    """The last bodies, with the position after each."""

    def add(self, instrument: InstrumentName, place: _Place) -> None:
        """Note that an instrument is named."""
        self.instruments[instrument.id] = instrument
        if instrument.noun:
            self._bear(canonical_noun(instrument.noun), instrument, place)

    def add_foreign(self, noun: str, place: _Place) -> None:
        """Note that something we do not hold is named."""
        self.foreign.add(noun)
        self._bear(noun, None, place)

    def _bear(self, noun: str, bearer: InstrumentName | None, place: _Place) -> None:
        others = [each for each in self.by_noun.get(noun, ()) if each[0] is not bearer]
        self.by_noun[noun] = [*others[-1:], (bearer, place)]


class Context:
    """The section, the paragraph, and what each of them has named so far."""

    def __init__(self) -> None:
        self.section = Naming()
        self.paragraph = Naming()
        self.defined: dict[str, InstrumentName] = {}
        """The acronyms, and the nouns, that the document itself gave to instruments."""
        self.at = 0
        """Where in the paragraph the reading stands."""
        self._text = ""
        self._number = 0
        self.last_read: tuple[int, tuple[InstrumentName, ...]] = (-1, ())
        """Where the last provision ended, and what governed it."""
        self._heading: str | None = None

    def enter(self, heading: str, text: str) -> None:
        """Begin a paragraph; another heading begins another section."""
        self._number += 1
        self._text, self.at = text, 0
        if heading != self._heading:
            self._heading = heading
            self.section = Naming()
        self.paragraph = Naming()
        self.last_read = (-1, ())

    def name(self, *instruments: InstrumentName) -> None:
        """Note that instruments are named here."""
        for each in instruments:
            self.paragraph.add(each, self._place)
            self.section.add(each, self._place)

    def name_foreign(self, noun: str) -> None:
        """Note that something we do not hold is named here."""
        self.paragraph.add_foreign(noun, self._place)
        self.section.add_foreign(noun, self._place)

    @property
    def _place(self) -> _Place:
        return (self._number, self.at)

    def define(self, name: str, instrument: InstrumentName) -> None:
        """Note a name that the document gives to an instrument: MWC, or the Covenant."""
        self.defined[name] = instrument

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
        if not instrument and not self.rivals(noun):
            instrument = next((each for each, _ in self.section.by_noun.get(noun, ())[-1:]), None)
        if not instrument:
            return None
        said = {word.lower() for word in words}
        if not said or said <= {word for name in instrument.names for word in key_words(name)}:
            return instrument
        return None

    def rivals(self, noun: str) -> tuple[InstrumentName, ...]:
        """Return the instruments of which a noun may mean each: named last, in one sentence."""
        bearers = self.section.by_noun.get(noun, [])
        if len(bearers) < 2 or noun in self.defined:
            return ()
        (_, (first_paragraph, first)), (_, (last_paragraph, last)) = bearers
        is_apart = first_paragraph != last_paragraph or (
            first_paragraph == self._number and SENTENCE_END.search(self._text, first, last)
        )
        return () if is_apart else tuple(each for each, _ in bearers if each)

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
