"""The corpus: every record, and who cites whom."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, groupby

from casebook.citations.citation import DocumentTarget, StandardTarget, Target, parse_target
from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import Reference
from casebook.model.cited import NOBODY, CitedBy, Ranked
from casebook.model.dossier import Dossier, RelatedTo
from casebook.model.occurrence import Occurrence, Occurrences, occurrences_in
from casebook.model.on_demand import OnDemand
from casebook.model.outline import Outline, outline_of
from casebook.model.register import Addressee, Mandate, Topic
from casebook.model.standard import Instrument

Place = tuple[str, Provision | None]
"""An instrument by its id, and a provision of it; None for the instrument as a whole."""


@dataclass(frozen=True)
class Corpus:
    """Everything read, indexed once. Built by `build_corpus` or `index_corpus`."""

    dossiers: Mapping[Reference, Dossier]
    """In the order of references; withdrawn ones included."""
    outlines: Mapping[Reference, Outline]
    """The same dossiers, newest first, those without a date last."""
    occurrences: Mapping[Reference, Occurrences]
    """Of every dossier that is shown, its citations."""
    instruments: Mapping[str, Instrument]
    mandates: Mapping[str, Mandate]
    topics: Mapping[str, Topic]
    addressees: Mapping[str, Addressee]
    symbols: Mapping[str, str] = field(default_factory=dict)
    """The symbol of every instrument that has one, as printed, to the instrument's id."""
    places: Mapping[str, tuple[Provision, ...]] = field(default_factory=dict)
    """Instrument to the provisions of it that are cited, in its order."""
    cited: Mapping[Place, CitedBy] = field(default_factory=dict)
    """Every place of an instrument that is cited, to who cites it."""
    cited_anywhere: Mapping[str, CitedBy] = field(default_factory=dict)
    """Every instrument, to who cites it or any provision of it."""
    mentioned: Mapping[Reference, tuple[Reference, ...]] = field(default_factory=dict)
    """Communications, held or not, to the letters that cite them, newest first."""
    related_from: Mapping[Reference, tuple[tuple[Reference, RelatedTo], ...]] = field(
        default_factory=dict
    )
    """Communications, held or not, to the dossiers that state a relation to them."""
    not_held: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    """Communications that a dossier cites or relates to and that have no dossier, by addressee."""
    cited_together: Callable[[str, Iterable[Provision | None]], CitedBy] = lambda *_: NOBODY
    """Returns who cites any of these places of an instrument; a citation of several counts once."""
    cited_stamp: Callable[[str, Iterable[Provision | None]], str] = lambda *_: ""
    """Returns what stands for the same, without counting."""
    quotations: Callable[[Reference, AbstractSet[str]], Iterable[Occurrence]] = lambda *_: ()
    """Returns the citations of a dossier that point at one of these targets, as printed."""
    mentioned_stamp: Callable[[Reference], str] = lambda _: ""
    """Returns what stands for the letters that cite a communication."""

    @property
    def shown(self) -> Iterator[Outline]:
        """The outlines of the dossiers that are shown: all but the withdrawn, newest first."""
        return (outline for outline in self.outlines.values() if not outline.is_withdrawn)

    @property
    def published(self) -> Iterator[Dossier]:
        """The dossiers that are shown, in the order of references."""
        return (
            self.dossiers[reference]
            for reference in self.dossiers
            if not self.outlines[reference].is_withdrawn
        )

    def standard_of(self, target: Target) -> tuple[Instrument, Provision | None] | None:
        """Return the instrument we hold, and the provision, that a target means, or None."""
        match target:
            case StandardTarget(instrument=instrument_id, provision=provision):
                instrument = self.instruments.get(instrument_id)
            case DocumentTarget(symbol=symbol, pinpoint=provision):
                instrument = self.instruments.get(self.symbols.get(str(symbol), ""))
            case _:
                return None
        return (instrument, provision) if instrument else None

    def targets_at(self, instrument: Instrument, place: Provision | None) -> Iterator[str]:
        """Yield the targets, as printed, of which `standard_of` returns this place."""
        yield str(StandardTarget(instrument.id, place))
        symbol = instrument.symbol
        if symbol and self.symbols.get(str(symbol)) == instrument.id:
            yield str(DocumentTarget(symbol, place))


def build_corpus(
    dossiers: Iterable[Dossier],
    instruments: Iterable[Instrument] = (),
    mandates: Iterable[Mandate] = (),
    topics: Iterable[Topic] = (),
    addressees: Iterable[Addressee] = (),
) -> Corpus:
    """Return the corpus of these records, all of them in memory."""
    held = {dossier.reference: dossier for dossier in dossiers}
    occurrences = {
        reference: occurrences_in(dossier)
        for reference, dossier in held.items()
        if not dossier.withdrawn
    }
    outlines = [outline_of(dossier, occurrences.get(which, ())) for which, dossier in held.items()]
    return index_corpus(
        outlines,
        held,
        occurrences,
        instruments=instruments,
        mandates=mandates,
        topics=topics,
        addressees=addressees,
    )


def index_corpus(
    outlines: Iterable[Outline],
    dossiers: Mapping[Reference, Dossier],
    occurrences: Mapping[Reference, Occurrences],
    *,
    instruments: Iterable[Instrument] = (),
    mandates: Iterable[Mandate] = (),
    topics: Iterable[Topic] = (),
    addressees: Iterable[Addressee] = (),
) -> Corpus:
    """Return the corpus of these records. Only outlines are looked into, no dossier is."""
    newest = sorted(outlines, key=lambda outline: outline.newest_first)
    by_reference = {outline.reference: outline for outline in newest}
    ordered = sorted(by_reference, key=lambda reference: reference.sort_key)
    by_id = {instrument.id: instrument for instrument in instruments}
    symbols = {str(held.symbol): held.id for held in by_id.values() if held.symbol}
    index = _Index(newest, by_id.keys(), symbols)
    related_from: dict[Reference, list[tuple[Reference, RelatedTo]]] = defaultdict(list)
    for reference in ordered:
        for relation in by_reference[reference].related:
            related_from[relation.to].append((reference, relation))
    named = {*index.mentioned, *related_from}
    return Corpus(
        dossiers=OnDemand(ordered, dossiers.__getitem__, keep=0),
        outlines=by_reference,
        occurrences=occurrences,
        instruments=by_id,
        mandates={mandate.id: mandate for mandate in mandates},
        topics={topic.id: topic for topic in topics},
        addressees={addressee.code: addressee for addressee in addressees},
        symbols=symbols,
        places=index.places,
        cited=OnDemand(index.by_place, lambda place: index.together(place[0], place[1:])),
        cited_anywhere=OnDemand(by_id, index.anywhere),
        mentioned=OnDemand(index.mentioned, index.letters_citing),
        related_from={reference: tuple(found) for reference, found in related_from.items()},
        not_held=_by_addressee(named - by_reference.keys()),
        cited_together=index.together,
        quotations=lambda reference, targets: occurrences[reference].pointing_at(targets),
        cited_stamp=index.stamp,
        mentioned_stamp=index.stamp_of_mentions,
    )


def _by_addressee(references: Iterable[Reference]) -> dict[str, tuple[Reference, ...]]:
    ordered = sorted(references, key=lambda reference: reference.sort_key)
    return {
        code: tuple(held) for code, held in groupby(ordered, lambda reference: reference.addressee)
    }


class _Index:
    """Who cites what, from outlines alone.

    Letters are known by their place among the newest, and citations by what they target: there
    are hundreds of thousands of citations, and a few thousand different sets of targets.
    """

    def __init__(
        self, newest: Sequence[Outline], instruments: Iterable[str], symbols: Mapping[str, str]
    ) -> None:
        self._newest = newest
        self._references = [outline.reference for outline in newest]
        known = frozenset(instruments)
        by_targets: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for rank, outline in enumerate(newest):
            for targets in outline.citations:
                by_targets[targets].append(rank)
        self.by_place: dict[Place, list[tuple[str, ...]]] = {}
        """Every place that is cited, to the sets of targets in which it is."""
        self.mentioned: dict[Reference, list[tuple[str, ...]]] = {}
        means = _Meanings(known, symbols)
        for targets in by_targets:
            for meaning in dict.fromkeys(map(means.__getitem__, targets)):
                if isinstance(meaning, Reference):
                    self.mentioned.setdefault(meaning, []).append(targets)
                elif meaning:
                    self.by_place.setdefault(meaning, []).append(targets)
        self._by_targets = by_targets
        self._printed = [f" {outline.reference}" for outline in newest]
        self._stamps: dict[tuple[str, ...], bytes] = {}
        for reference in [each for each in self.mentioned if not self._cited_by_others(each)]:
            del self.mentioned[reference]
        places: dict[str, list[Provision]] = defaultdict(list)
        for instrument, provision in self.by_place:
            if provision:
                places[instrument].append(provision)
        self.places = {
            instrument: tuple(sorted(held, key=lambda provision: provision.sort_key))
            for instrument, held in places.items()
        }

    def together(self, instrument: str, places: Iterable[Provision | None]) -> CitedBy:
        """Return who cites any of these places of an instrument."""
        sets = dict.fromkeys(
            chain.from_iterable(self.by_place.get((instrument, place), ()) for place in places)
        )
        # Counted by rank: numbers are compared and hashed fast, and there are thousands.
        counts = Counter(chain.from_iterable(map(self._by_targets.__getitem__, sets)))
        return CitedBy(Ranked(self._references, counts))

    def anywhere(self, instrument: str) -> CitedBy:
        """Return who cites an instrument, or any provision of it."""
        return self.together(instrument, (None, *self.places.get(instrument, ())))

    def stamp(self, instrument: str, places: Iterable[Provision | None]) -> str:
        """Return what stands for who cites any of these places."""
        return self._stamp(
            chain.from_iterable(self.by_place.get((instrument, place), ()) for place in places)
        )

    def stamp_of_mentions(self, reference: Reference) -> str:
        """Return what stands for who cites a communication."""
        return self._stamp(self.mentioned[reference])

    def _stamp(self, sets: Iterable[tuple[str, ...]]) -> str:
        hashed = blake2b(digest_size=12)
        for targets in dict.fromkeys(sets):
            if targets not in self._stamps:
                letters = "".join(map(self._printed.__getitem__, self._by_targets[targets]))
                told = f"{targets}{letters}".encode()
                self._stamps[targets] = blake2b(told, digest_size=12).digest()
            hashed.update(self._stamps[targets])
        return hashed.hexdigest()

    def letters_citing(self, reference: Reference) -> tuple[Reference, ...]:
        """Return the letters that cite another, newest first."""
        ranks = chain.from_iterable(self._by_targets[held] for held in self.mentioned[reference])
        letters = dict.fromkeys(self._newest[rank].reference for rank in sorted(ranks))
        letters.pop(reference, None)
        return tuple(letters)

    def _cited_by_others(self, reference: Reference) -> bool:
        return any(
            self._newest[rank].reference != reference
            for targets in self.mentioned[reference]
            for rank in self._by_targets[targets]
        )


class _Meanings(dict[str, "Reference | Place | None"]):
    """What targets mean, by how they are printed: few are cited again and again."""

    def __init__(self, instruments: frozenset[str], symbols: Mapping[str, str]) -> None:
        super().__init__()
        self._instruments = instruments
        self._symbols = symbols

    def __missing__(self, printed: str) -> Reference | Place | None:
        self[printed] = meaning = self._meaning(parse_target(printed))
        return meaning

    def _meaning(self, target: Target | None) -> Reference | Place | None:
        match target:
            case Reference():
                return target
            case StandardTarget(instrument=instrument, provision=provision):
                return (instrument, provision) if instrument in self._instruments else None
            case DocumentTarget(symbol=symbol, pinpoint=provision):
                instrument = self._symbols.get(str(symbol), "")
                return (instrument, provision) if instrument else None
            case None:
                return None
