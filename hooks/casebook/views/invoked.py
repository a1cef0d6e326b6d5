"""What a dossier invokes: standards by instrument, other communications, other documents."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from casebook.citations.citation import DocumentTarget, Target
from casebook.citations.publishers import official_address
from casebook.identifiers.provision import Provision, runs_of
from casebook.identifiers.reference import Reference
from casebook.model.address import instrument_address, provision_address
from casebook.model.dossier import Dossier
from casebook.model.occurrence import Occurrence
from casebook.model.standard import Instrument
from casebook.model.text import Block
from casebook.views.catalogue import Catalogue
from casebook.views.place import anchor_in_words
from casebook.views.row import Communication
from casebook.words.vocabulary import InstrumentKind, Origin


@dataclass(frozen=True, slots=True)
class Pin:
    """A way back into the text: the paragraph that cites."""

    words: str
    """Short: 12, Q2, note 1."""
    long_words: str
    """Read aloud: paragraph 12."""
    anchor: str
    is_found: bool
    """Whether a machine found it; otherwise an editor made it."""


@dataclass(frozen=True, slots=True)
class InvokedProvision:
    """A provision that the letter cites."""

    words: str
    """article 14(7)."""
    address: str
    gloss: tuple[Block, ...]
    pins: tuple[Pin, ...]


@dataclass(frozen=True, slots=True)
class InvokedInstrument:
    """An instrument that the letter cites, with its provisions."""

    short: str
    title: str
    address: str
    joined: date | None
    """The day on which the addressee ratified it, acceded or succeeded to it, where that is known."""
    pins: tuple[Pin, ...]
    """Where the letter cites it as a whole."""
    provisions: tuple[InvokedProvision, ...]


@dataclass(frozen=True, slots=True)
class InvokedKind:
    """The instruments of one kind, under one heading."""

    words: str
    instruments: tuple[InvokedInstrument, ...]


@dataclass(frozen=True, slots=True)
class CitedCommunication:
    """Another communication that the letter cites."""

    communication: Communication
    pins: tuple[Pin, ...]


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that the letter cites and that has no page here."""

    symbol: str
    official: str | None
    """Where it can be read."""
    pins: tuple[Pin, ...]


@dataclass(frozen=True, slots=True)
class Invoked:
    """Everything that a dossier cites."""

    standards: tuple[InvokedKind, ...]
    communications: tuple[CitedCommunication, ...]
    documents: tuple[CitedDocument, ...]


def invoked_by(
    catalogue: Catalogue, dossier: Dossier, occurrences: Iterable[Occurrence]
) -> Invoked:
    """Group the citations of a dossier by what they point at."""
    corpus = catalogue.corpus
    standards: dict[str, dict[Provision | None, dict[str, Pin]]] = {}
    communications: dict[Reference, dict[str, Pin]] = {}
    documents: dict[str, tuple[str | None, dict[str, Pin]]] = {}
    for occurrence in occurrences:
        pin = _pin(occurrence.anchor, occurrence.citation.origin)
        for target in occurrence.citation.targets:
            if isinstance(target, Reference):
                if target != dossier.reference:
                    communications.setdefault(target, {}).setdefault(pin.anchor, pin)
            elif found := corpus.standard_of(target):
                places = standards.setdefault(found[0].id, {})
                places.setdefault(found[1], {}).setdefault(pin.anchor, pin)
            else:
                held = documents.setdefault(_symbol(target), (official_address(target), {}))
                held[1].setdefault(pin.anchor, pin)
    by_kind: dict[InstrumentKind, list[InvokedInstrument]] = {}
    for name, places in standards.items():
        instrument = corpus.instruments[name]
        by_kind.setdefault(instrument.kind, []).append(
            _instrument(instrument, dossier.reference.addressee, places)
        )
    return Invoked(
        standards=tuple(
            InvokedKind(kind.in_words, tuple(by_kind[kind]))
            for kind in InstrumentKind
            if kind in by_kind
        ),
        communications=tuple(
            CitedCommunication(catalogue.communication(reference), tuple(found.values()))
            for reference, found in sorted(communications.items())
        ),
        documents=tuple(
            CitedDocument(symbol, official, tuple(found.values()))
            for symbol, (official, found) in sorted(documents.items())
        ),
    )


@lru_cache(maxsize=8192)
def _pin(anchor: str, origin: Origin) -> Pin:
    short, long = anchor_in_words(anchor, is_short=True), anchor_in_words(anchor)
    return Pin(
        short,
        # A name that holds what is seen can be spoken as it is read.
        long if short in long else f"{short}: {long}",
        anchor,
        origin is Origin.FOUND,
    )


def _symbol(target: Target) -> str:
    return str(target.symbol) if isinstance(target, DocumentTarget) else str(target)


def _instrument(
    instrument: Instrument,
    addressee: str,
    places: dict[Provision | None, dict[str, Pin]],
) -> InvokedInstrument:
    cited = sorted(place for place in places if place is not None)
    return InvokedInstrument(
        short=instrument.short,
        title=instrument.title,
        address=instrument_address(instrument.id),
        joined=instrument.parties.get(addressee),
        pins=tuple(places.get(None, {}).values()),
        provisions=tuple(_provisions(instrument, places, cited)),
    )


def _provisions(
    instrument: Instrument,
    pins: Mapping[Provision | None, dict[str, Pin]],
    cited: Iterable[Provision],
) -> Iterator[InvokedProvision]:
    """Yield what is cited, in order; what one heading covers and the same places cite, once."""
    entries = {place: instrument.entry(place) for place in cited}

    def together(place: Provision) -> tuple[object, ...]:
        entry = entries[place]
        return (entry.line if entry and entry.last else place, pins[place])

    for _, held in groupby(entries, together):
        for run in runs_of(held):
            entry = entries[run[0]]
            yield InvokedProvision(
                run[0].to_in_words(run[-1]) if run[1:] else run[0].in_words,
                provision_address(instrument, run[0]),
                entry.gloss if entry else (),
                tuple(pins[run[0]].values()),
            )
