"""The corpus: every record, and who cites whom."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from casebook.citations.citation import DocumentTarget, StandardTarget, Target
from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import OTHER_ADDRESSEE, Reference
from casebook.model.cited import CitedBy
from casebook.model.citing import Citing, Place
from casebook.model.dossier import Dossier, RelatedTo
from casebook.model.occurrence import Occurrence, Occurrences
from casebook.model.on_demand import OnDemand
from casebook.model.outline import Outline
from casebook.model.register import Addressee, Mandate, Topic
from casebook.model.standard import Instrument


@dataclass(frozen=True)
class Corpus:
    """Everything read, indexed once. Built by `index_corpus`."""

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
    symbols: Mapping[str, str]
    """The symbol of every instrument that has one, as printed, to the instrument's id."""
    places: Mapping[str, tuple[Provision, ...]]
    """Instrument to the provisions of it that are cited, in its order."""
    cited: Mapping[Place, CitedBy]
    """Every place of an instrument that is cited, to who cites it."""
    cited_anywhere: Mapping[str, CitedBy]
    """Every instrument, to who cites it or any provision of it."""
    mentioned: Mapping[Reference, tuple[Reference, ...]]
    """Communications, held or not, to the letters that cite them, newest first."""
    related_from: Mapping[Reference, tuple[tuple[Reference, RelatedTo], ...]]
    """Communications, held or not, to the dossiers that state a relation to them."""
    not_held: Mapping[str, tuple[Reference, ...]]
    """Communications that a dossier cites or relates to and that have no dossier, by addressee."""
    cited_together: Callable[[str, Iterable[Provision | None]], CitedBy]
    """Returns who cites any of these places of an instrument; a citation of several counts once."""
    cited_stamp: Callable[[str, Iterable[Provision | None]], str]
    """Returns what stands for the same, without counting."""
    quotations: Callable[[Reference, AbstractSet[str]], Iterable[Occurrence]]
    """Returns the citations of a dossier that point at one of these targets, as printed."""
    mentioned_stamp: Callable[[Reference], str]
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

    def addressee_name(self, code: str) -> str:
        """Return the name of an addressee; its code when the register does not have it."""
        held = self.addressees.get(code)
        return held.name if held else code

    def addressee_in_sentence(self, code: str) -> str:
        """Return the same as a sentence has it: the United Kingdom."""
        held = self.addressees.get(code)
        return held.in_sentence if held else code

    def recipient_of(self, dossier: Dossier) -> str:
        """Return who received a letter, as a sentence has it: a company by its own name."""
        code = dossier.reference.addressee
        if dossier.addressee_name:
            return dossier.addressee_name
        if code == OTHER_ADDRESSEE:
            return "an addressee that is no State"
        return self.addressee_in_sentence(code)

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


def index_corpus(
    outlines: Iterable[Outline],
    dossiers: Mapping[Reference, Dossier],
    occurrences: Mapping[Reference, Occurrences],
    quoted: Mapping[Reference, Occurrences],
    *,
    instruments: Iterable[Instrument] = (),
    mandates: Iterable[Mandate] = (),
    topics: Iterable[Topic] = (),
    addressees: Iterable[Addressee] = (),
    last: Corpus | None = None,
) -> Corpus:
    """Return the corpus of these records. Only outlines are looked into, no dossier is.

    `quoted` has the same as `occurrences`, for whoever looks at a few citations of many letters.
    Where nothing but words of letters is another than in the `last` corpus, its indexes are taken.
    """
    letters = {outline.reference: outline for outline in outlines}
    others: dict[str, Any] = {
        "instruments": {instrument.id: instrument for instrument in instruments},
        "mandates": {mandate.id: mandate for mandate in mandates},
        "topics": {topic.id: topic for topic in topics},
        "addressees": {addressee.code: addressee for addressee in addressees},
    }
    if last and _is_of_shape(last, letters, others):
        ranked = {reference: letters[reference] for reference in last.outlines}
        return replace(
            last, outlines=ranked, **_saying(last.dossiers, dossiers, occurrences, quoted)
        )
    newest = sorted(letters.values(), key=lambda outline: outline.newest_first)
    ordered = sorted(letters, key=lambda reference: reference.sort_key)
    return _indexed(newest, others, _saying(ordered, dossiers, occurrences, quoted))


def bare(corpus: Corpus) -> Corpus:
    """Return a corpus without what its letters say: to take its indexes for the next one."""
    return replace(corpus, **_saying(corpus.dossiers, {}, {}, {}))


def _saying(
    references: Iterable[Reference],
    dossiers: Mapping[Reference, Dossier],
    occurrences: Mapping[Reference, Occurrences],
    quoted: Mapping[Reference, Occurrences],
) -> dict[str, Any]:
    """Return the fields of a corpus that hold what letters say."""
    return {
        "dossiers": OnDemand(tuple(references), dossiers.__getitem__, keep=0),
        "occurrences": occurrences,
        "quotations": lambda reference, targets: quoted[reference].pointing_at(targets),
    }


def _is_of_shape(
    corpus: Corpus, letters: Mapping[Reference, Outline], others: Mapping[str, Any]
) -> bool:
    """Whether these records say the same as those of a corpus, but for the words of letters."""
    return (
        len(letters) == len(corpus.outlines)
        and all(
            reference in letters and letters[reference].outlined == outline.outlined
            for reference, outline in corpus.outlines.items()
        )
        and all(held == getattr(corpus, name) for name, held in others.items())
    )


def _indexed(
    newest: Sequence[Outline], others: Mapping[str, Any], saying: Mapping[str, Any]
) -> Corpus:
    by_reference = {outline.reference: outline for outline in newest}
    by_id = others["instruments"]
    symbols = {str(held.symbol): held.id for held in by_id.values() if held.symbol}
    index = Citing(newest, by_id.keys(), symbols)
    related_from: dict[Reference, list[tuple[Reference, RelatedTo]]] = defaultdict(list)
    for reference in saying["dossiers"]:
        for relation in by_reference[reference].related:
            related_from[relation.to].append((reference, relation))
    named = {*index.mentioned, *related_from}
    return Corpus(
        outlines=by_reference,
        **others,
        **saying,
        symbols=symbols,
        places=index.places,
        cited=OnDemand(index.by_place, lambda place: index.together(place[0], place[1:])),
        cited_anywhere=OnDemand(by_id, index.anywhere),
        mentioned=OnDemand(index.mentioned, index.letters_citing),
        related_from={reference: tuple(found) for reference, found in related_from.items()},
        not_held=_by_addressee(named - by_reference.keys()),
        cited_together=index.together,
        cited_stamp=index.stamp,
        mentioned_stamp=index.stamp_of_mentions,
    )


def _by_addressee(references: Iterable[Reference]) -> dict[str, tuple[Reference, ...]]:
    ordered = sorted(references, key=lambda reference: reference.sort_key)
    return {
        code: tuple(held) for code, held in groupby(ordered, lambda reference: reference.addressee)
    }
