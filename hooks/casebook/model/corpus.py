"""The corpus: every record, and who cites whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from casebook.citations.citation import Citation, DocumentTarget, StandardTarget, Target
from casebook.identifiers.label import COMMUNICATION
from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier, RelatedTo
from casebook.model.register import Addressee, Mandate, Topic
from casebook.model.standard import Instrument
from casebook.model.text import Paragraph, Text, paragraphs_in


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One citation where it stands."""

    reference: Reference
    """The dossier that cites."""
    document: str
    """The document of the dossier: communication, reply-1."""
    path: str
    """The file."""
    anchor: str
    """The fragment on the dossier's page: p12, reply-1.p3, fn1."""
    paragraph: Paragraph
    citation: Citation


@dataclass(frozen=True)
class Corpus:
    """Everything read, indexed once. Built by `build_corpus`."""

    dossiers: Mapping[Reference, Dossier]
    """In the order of references; withdrawn ones included."""
    instruments: Mapping[str, Instrument]
    mandates: Mapping[str, Mandate]
    topics: Mapping[str, Topic]
    addressees: Mapping[str, Addressee]
    symbols: Mapping[str, str] = field(default_factory=dict)
    """The symbol of every instrument that has one, as printed, to the instrument's id."""
    cited: Mapping[str, Mapping[Provision | None, tuple[Occurrence, ...]]] = field(
        default_factory=dict
    )
    """Instrument, then provision (None: the instrument as a whole), to where it is cited."""
    mentioned: Mapping[Reference, tuple[Occurrence, ...]] = field(default_factory=dict)
    """Communications, held or not, to where they are cited."""
    related_from: Mapping[Reference, tuple[tuple[Reference, RelatedTo], ...]] = field(
        default_factory=dict
    )
    """Communications, held or not, to the dossiers that state a relation to them."""
    cited_targets: int = 0
    """How many targets all citations have, one for each citation that could not be resolved."""

    @property
    def published(self) -> Iterator[Dossier]:
        """The dossiers that are shown: all but the withdrawn."""
        return (dossier for dossier in self.dossiers.values() if not dossier.withdrawn)

    @property
    def not_held(self) -> tuple[Reference, ...]:
        """Communications that a dossier cites or relates to, and that have no dossier."""
        named = {*self.mentioned, *self.related_from}
        return tuple(sorted(named - self.dossiers.keys()))

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


def build_corpus(
    dossiers: Iterable[Dossier],
    instruments: Iterable[Instrument] = (),
    mandates: Iterable[Mandate] = (),
    topics: Iterable[Topic] = (),
    addressees: Iterable[Addressee] = (),
) -> Corpus:
    """Return the corpus of these records, with its indexes."""
    by_reference = {
        dossier.reference: dossier
        for dossier in sorted(dossiers, key=lambda held: held.reference.sort_key)
    }
    by_id = {instrument.id: instrument for instrument in instruments}
    bare = Corpus(
        dossiers=by_reference,
        instruments=by_id,
        mandates={mandate.id: mandate for mandate in mandates},
        topics={topic.id: topic for topic in topics},
        addressees={addressee.code: addressee for addressee in addressees},
        symbols={
            str(instrument.symbol): instrument.id
            for instrument in by_id.values()
            if instrument.symbol
        },
    )
    cited: dict[str, dict[Provision | None, list[Occurrence]]] = defaultdict(
        lambda: defaultdict(list)
    )
    mentioned: dict[Reference, list[Occurrence]] = defaultdict(list)
    related_from: dict[Reference, list[tuple[Reference, RelatedTo]]] = defaultdict(list)
    cited_targets = 0
    for dossier in bare.published:
        for relation in dossier.related:
            related_from[relation.to].append((dossier.reference, relation))
        for occurrence in find_occurrences(dossier):
            cited_targets += len(occurrence.citation.targets) or 1
            for target in occurrence.citation.targets:
                if isinstance(target, Reference):
                    if target != dossier.reference:
                        mentioned[target].append(occurrence)
                elif standard := bare.standard_of(target):
                    cited[standard[0].id][standard[1]].append(occurrence)
    return Corpus(
        dossiers=bare.dossiers,
        instruments=bare.instruments,
        mandates=bare.mandates,
        topics=bare.topics,
        addressees=bare.addressees,
        symbols=bare.symbols,
        cited={
            instrument: {place: tuple(found) for place, found in places.items()}
            for instrument, places in cited.items()
        },
        mentioned={reference: tuple(found) for reference, found in mentioned.items()},
        related_from={reference: tuple(found) for reference, found in related_from.items()},
        cited_targets=cited_targets,
    )


def find_occurrences(dossier: Dossier) -> Iterator[Occurrence]:
    """Yield every citation in the first text of each document, in reading order.

    The other texts of a document say the same again: they are not counted twice.
    """
    for document in dossier.documents:
        for text in document.texts[:1]:
            for anchor, paragraph in anchored_paragraphs(text, document.id):
                for citation in paragraph.citations:
                    yield Occurrence(
                        dossier.reference, document.id, text.path, anchor, paragraph, citation
                    )


def anchored_paragraphs(text: Text, document: str) -> Iterator[tuple[str, Paragraph]]:
    """Yield every paragraph with the fragment a link to it carries.

    A paragraph without a label, such as a quotation under [12], is reached by the label before
    it; one in a footnote by the footnote.
    """
    prefix = "" if document == COMMUNICATION else f"{document}."
    anchor = prefix.removesuffix(".")
    for block in text.blocks:
        for paragraph in paragraphs_in(block):
            if paragraph.label:
                anchor = paragraph.label.anchor_in(document)
            yield anchor, paragraph
    for note in text.notes:
        for block in note.blocks:
            for paragraph in paragraphs_in(block):
                yield f"{prefix}fn{note.id}", paragraph
