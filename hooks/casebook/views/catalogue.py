"""The catalogue: the corpus, indexed once for all pages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import Reference
from casebook.model.address import (
    addressee_address,
    communication_address,
    dossier_address,
    page_of,
    provision_address,
)
from casebook.model.corpus import Corpus, Occurrence
from casebook.model.dossier import Dossier
from casebook.model.reply_state import ReplyOutcome, reply_outcome
from casebook.model.standard import Instrument
from casebook.model.text import Block
from casebook.views.page import LinkTo
from casebook.words.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A dossier as lists show it."""

    reference: Reference
    label: str
    """UA BLR 7/2025."""
    address: str
    title: str
    language: str | None
    """Of the letter; the title is in ours, or in that."""
    type_words: str | None
    sent: date | None
    addressee: LinkTo
    recipient: str | None
    """Who received it, when the addressee is no State."""
    reply: ReplyOutcome


@dataclass(frozen=True, slots=True)
class Communication:
    """A communication as other pages name it, held or not."""

    reference: Reference
    label: str
    address: str
    row: DossierRow | None = None
    """What lists say of it; None when it is not held, or withdrawn."""


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """What one page of a provision shows: everything cited or explained at or below it."""

    provision: Provision
    places: tuple[Provision, ...]
    """In the order of the instrument, the provision itself first when it is among them."""
    occurrences: tuple[Occurrence, ...]
    """Every citation once, newest letter first, then in reading order."""
    letters: int
    """How many letters cite it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A provision that is cited or explained, as every page names it."""

    order: int
    """Its place in the instrument."""
    words: str
    """article 14(7)."""
    address: str
    gloss: tuple[Block, ...]


@dataclass(frozen=True)
class Catalogue:
    """The indexes that pages are made from. Built by `catalogue_of`."""

    corpus: Corpus
    rows: Mapping[Reference, DossierRow]
    """Every dossier that is shown; newest first, those without a date last."""
    rank: Mapping[Reference, int]
    """The place of every dossier among `rows`."""
    by_addressee: Mapping[str, Sequence[DossierRow]]
    by_year: Mapping[int, Sequence[DossierRow]]
    """By the year of the reference, latest first."""
    by_mandate: Mapping[str, Sequence[DossierRow]]
    by_topic: Mapping[str, Sequence[DossierRow]]
    not_held: Mapping[str, Sequence[Reference]]
    """Communications cited but not held, by addressee."""
    withdrawn: Mapping[str, Sequence[Reference]]
    """Dossiers that are no longer shown, by addressee."""
    chains: Mapping[Reference, Sequence[Reference]]
    """Every communication that follows up, or corrects, or is followed up: its whole chain."""
    parallels: Mapping[Reference, Sequence[Reference]]
    """Every communication sent in parallel with others: the whole group."""
    provisions: Mapping[str, Mapping[Provision, ProvisionPage]]
    """Instrument, then the provision that has a page, in the instrument's order."""
    places: Mapping[str, Mapping[Provision, Place]]
    """Instrument, then every provision cited or explained."""

    @property
    def addressees(self) -> tuple[str, ...]:
        """The codes that have a page, by name: of letters held or cited, and those with notes."""
        noted = (code for code, held in self.corpus.addressees.items() if held.notes)
        codes = {*self.by_addressee, *self.not_held, *self.withdrawn, *noted}
        return tuple(sorted(codes, key=self.name_of))

    def name_of(self, code: str) -> str:
        """Return the name of an addressee; its code when the register does not have it."""
        held = self.corpus.addressees.get(code)
        return held.name if held else code

    def addressee_link(self, code: str) -> LinkTo:
        """Return the name of an addressee, leading to its page."""
        return LinkTo(self.name_of(code), addressee_address(code))

    def communication(self, reference: Reference) -> Communication:
        """Return what other pages say of a communication."""
        row = self.rows.get(reference)
        address = communication_address(self.corpus, reference)
        return Communication(reference, row.label if row else str(reference), address, row)


def label_of(dossier: Dossier) -> str:
    """Return the reference with the type before it, as the field prints it: UA BLR 7/2025."""
    return dossier.label


def catalogue_of(corpus: Corpus) -> Catalogue:
    """Index a corpus for all its pages."""
    dossiers = sorted(corpus.published, key=_newest_first)
    rows = {dossier.reference: _row(corpus, dossier) for dossier in dossiers}
    by_addressee: dict[str, list[DossierRow]] = defaultdict(list)
    by_year: dict[int, list[DossierRow]] = defaultdict(list)
    by_mandate: dict[str, list[DossierRow]] = defaultdict(list)
    by_topic: dict[str, list[DossierRow]] = defaultdict(list)
    for dossier in dossiers:
        row = rows[dossier.reference]
        by_addressee[row.reference.addressee].append(row)
        by_year[row.reference.year].append(row)
        for mandate in dossier.mandates or ():
            by_mandate[mandate].append(row)
        for topic in dossier.topics:
            by_topic[topic].append(row)
    not_held: dict[str, list[Reference]] = defaultdict(list)
    for reference in corpus.not_held:
        not_held[reference.addressee].append(reference)
    withdrawn: dict[str, list[Reference]] = defaultdict(list)
    for held in corpus.dossiers.values():
        if held.withdrawn:
            withdrawn[held.reference.addressee].append(held.reference)
    rank = {reference: place for place, reference in enumerate(rows)}
    provisions = {
        instrument.id: _provision_pages(corpus, instrument, rank)
        for instrument in corpus.instruments.values()
    }
    return Catalogue(
        corpus=corpus,
        rows=rows,
        rank=rank,
        by_addressee=dict(by_addressee),
        by_year=dict(sorted(by_year.items(), reverse=True)),
        by_mandate=dict(by_mandate),
        by_topic=dict(by_topic),
        not_held=dict(not_held),
        withdrawn=dict(withdrawn),
        chains=_groups(corpus, {Relation.FOLLOWS_UP, Relation.CORRECTS}),
        parallels=_groups(corpus, {Relation.PARALLEL_TO}),
        provisions=provisions,
        places={
            name: _places(corpus.instruments[name], pages.values())
            for name, pages in provisions.items()
        },
    )


def _newest_first(dossier: Dossier) -> tuple[object, ...]:
    sent = -dossier.sent.toordinal() if dossier.sent else 0
    reference = dossier.reference
    return (sent, -reference.year, reference.addressee, -reference.number)


def _row(corpus: Corpus, dossier: Dossier) -> DossierRow:
    code = dossier.reference.addressee
    addressee = corpus.addressees.get(code)
    return DossierRow(
        reference=dossier.reference,
        label=label_of(dossier),
        address=dossier_address(dossier.reference),
        title=dossier.title,
        language=dossier.language,
        type_words=dossier.type.in_words if dossier.type else None,
        sent=dossier.sent,
        addressee=LinkTo(addressee.name if addressee else code, addressee_address(code)),
        recipient=dossier.addressee_name,
        reply=reply_outcome(dossier),
    )


def _provision_pages(
    corpus: Corpus, instrument: Instrument, rank: Mapping[Reference, int]
) -> dict[Provision, ProvisionPage]:
    cited = corpus.cited.get(instrument.id, {})
    explained = [entry.provision for entry in instrument.entries]
    places: dict[Provision, set[Provision]] = defaultdict(set)
    for provision in {*explained, *(place for place in cited if place)}:
        page = page_of(instrument, provision)
        places[page].add(provision)
    return {
        page: _provision_page(page, below, cited, rank) for page, below in sorted(places.items())
    }


def _provision_page(
    page: Provision,
    places: Iterable[Provision],
    cited: Mapping[Provision | None, Sequence[Occurrence]],
    rank: Mapping[Reference, int],
) -> ProvisionPage:
    ordered = tuple(sorted(places))
    once = {
        (found.reference, found.path, found.paragraph.line, found.citation.start): found
        for place in ordered
        for found in cited.get(place, ())
    }
    occurrences = tuple(
        found for _, found in sorted(once.items(), key=lambda item: (rank[item[0][0]], item[0][1:]))
    )
    letters = len({found.reference for found in occurrences})
    return ProvisionPage(page, ordered, occurrences, letters)


def _places(instrument: Instrument, pages: Iterable[ProvisionPage]) -> dict[Provision, Place]:
    ordered = sorted(place for page in pages for place in page.places)
    return {
        place: Place(
            order,
            place.in_words,
            provision_address(instrument, place),
            entry.gloss if (entry := instrument.entry(place)) else (),
        )
        for order, place in enumerate(ordered)
    }


def _groups(corpus: Corpus, kinds: set[Relation]) -> dict[Reference, Sequence[Reference]]:
    """Return, for every communication joined to others by such relations, all it is joined to."""
    joined: dict[Reference, set[Reference]] = defaultdict(set)
    for dossier in corpus.published:
        for relation in dossier.related:
            if relation.kind in kinds:
                joined[dossier.reference].add(relation.to)
                joined[relation.to].add(dossier.reference)
    groups: dict[Reference, Sequence[Reference]] = {}
    for start in joined:
        if start in groups:
            continue
        members, waiting = {start}, [start]
        while waiting:
            for other in joined[waiting.pop()] - members:
                members.add(other)
                waiting.append(other)
        group = tuple(sorted(members, key=lambda member: _by_date(corpus, member)))
        groups.update(dict.fromkeys(group, group))
    return groups


def _by_date(corpus: Corpus, reference: Reference) -> tuple[object, ...]:
    dossier = corpus.dossiers.get(reference)
    sent = dossier.sent if dossier and not dossier.withdrawn else None
    return (sent is None, sent or date.min, reference.sort_key)
