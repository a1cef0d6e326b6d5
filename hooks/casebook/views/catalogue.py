"""The catalogue: the corpus, indexed once for all pages."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import Reference
from casebook.model.address import (
    addressee_address,
    communication_address,
    dossier_address,
    page_of,
)
from casebook.model.cited import CitedBy
from casebook.model.corpus import Corpus
from casebook.model.on_demand import Late, OnDemand
from casebook.model.outline import Outline
from casebook.model.standard import Instrument
from casebook.views.page import LinkTo
from casebook.views.persons import Initial, persons_of
from casebook.views.row import Communication, DossierRow
from casebook.words.vocabulary import Relation
from casebook.words.wording import fold


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """What the pages of a provision show: everything cited or explained at or below it."""

    provision: Provision
    places: tuple[Provision, ...]
    """In the order of the instrument, the provision itself first when it is among them."""
    cited: CitedBy
    """Who cites any of them; a citation of several counts once."""


@dataclass(frozen=True)
class Catalogue:
    """The indexes that pages are made from. Built by `catalogue_of`."""

    corpus: Corpus
    rows: Mapping[Reference, DossierRow]
    """Every dossier that is shown; newest first, those without a date last."""
    by_addressee: Mapping[str, Sequence[DossierRow]]
    by_year: Mapping[int, Sequence[DossierRow]]
    """By the year of the reference, latest first."""
    by_mandate: Mapping[str, Sequence[DossierRow]]
    by_topic: Mapping[str, Sequence[DossierRow]]
    by_addressee_year: Mapping[tuple[str, int], Sequence[DossierRow]]
    """The same, year by year: a letter is listed among those of its year alone."""
    by_mandate_year: Mapping[tuple[str, int], Sequence[DossierRow]]
    by_topic_year: Mapping[tuple[str, int], Sequence[DossierRow]]
    withdrawn: Mapping[str, Sequence[Reference]]
    """Dossiers that are no longer shown, by addressee."""
    chains: Mapping[Reference, Sequence[Reference]]
    """Every communication that follows up, or corrects, or is followed up: its whole chain."""
    parallels: Mapping[Reference, Sequence[Reference]]
    """Every communication sent in parallel with others: the whole group."""
    provisions: Mapping[str, Sequence[Provision]]
    """Instrument to the provisions of it that have a page, in its order."""
    pages: Mapping[tuple[str, Provision], ProvisionPage]
    """Instrument and provision to what the provision's pages show."""
    places: Mapping[tuple[str, Provision], tuple[Provision, ...]]
    """Instrument and provision to what stands on the provision's page, in order."""
    persons: Mapping[str, Initial]
    """Everyone whom a letter names, by the letter that the family name begins with."""

    @property
    def not_held(self) -> Mapping[str, Sequence[Reference]]:
        """Communications cited but not held, by addressee."""
        return self.corpus.not_held

    @property
    def addressees(self) -> tuple[str, ...]:
        """The codes that have a page, by name: of letters held or cited, and those with notes."""
        noted = (code for code, held in self.corpus.addressees.items() if held.notes)
        codes = {*self.by_addressee, *self.not_held, *self.withdrawn, *noted}
        return self.by_name(codes)

    def name_of(self, code: str) -> str:
        """Return the name of an addressee; its code when the register does not have it."""
        return self.corpus.addressee_name(code)

    def by_name(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return addressees in the order of their names, as a dictionary has it."""
        return tuple(sorted(codes, key=lambda code: fold(self.name_of(code))))

    def addressee_link(self, code: str, anchor: str = "") -> LinkTo:
        """Return the name of an addressee, leading to its page where it has one, or a place there."""
        told_by = (self.by_addressee, self.not_held, self.withdrawn)
        addressee = self.corpus.addressees.get(code)
        has_page = any(code in held for held in told_by) or (addressee and addressee.notes)
        return LinkTo(self.name_of(code), addressee_address(code, anchor) if has_page else None)

    def communication(self, reference: Reference) -> Communication:
        """Return what other pages say of a communication."""
        row = self.rows.get(reference)
        address = communication_address(self.corpus, reference)
        if row:
            return Communication(reference, row.label, address, row)
        missing = "withdrawn" if reference in self.corpus.dossiers else "not held"
        return Communication(reference, str(reference), address, missing=missing)


def catalogue_of(corpus: Corpus) -> Catalogue:
    """Index a corpus for all its pages."""
    shown = tuple(corpus.shown)
    rows = {outline.reference: _row(corpus, outline) for outline in shown}
    by_addressee: dict[str, list[DossierRow]] = defaultdict(list)
    by_year: dict[int, list[DossierRow]] = defaultdict(list)
    by_mandate: dict[str, list[DossierRow]] = defaultdict(list)
    by_topic: dict[str, list[DossierRow]] = defaultdict(list)
    for outline in shown:
        row = rows[outline.reference]
        by_addressee[row.reference.addressee].append(row)
        by_year[row.reference.year].append(row)
        for mandate in outline.mandates or ():
            by_mandate[mandate].append(row)
        for topic in outline.topics:
            by_topic[topic].append(row)
    withdrawn: dict[str, list[Reference]] = defaultdict(list)
    for reference in corpus.dossiers:
        if corpus.outlines[reference].is_withdrawn:
            withdrawn[reference.addressee].append(reference)
    places = {
        (instrument.id, page): below
        for instrument in corpus.instruments.values()
        for page, below in _provision_places(corpus, instrument).items()
    }
    provisions: dict[str, list[Provision]] = {name: [] for name in corpus.instruments}
    for name, page in places:
        provisions[name].append(page)
    return Catalogue(
        corpus=corpus,
        rows=rows,
        by_addressee=dict(by_addressee),
        by_year=dict(sorted(by_year.items(), reverse=True)),
        by_mandate=dict(by_mandate),
        by_topic=dict(by_topic),
        by_addressee_year=Late(partial(_by_year, by_addressee)),
        by_mandate_year=Late(partial(_by_year, by_mandate)),
        by_topic_year=Late(partial(_by_year, by_topic)),
        withdrawn=dict(withdrawn),
        chains=_groups(corpus, {Relation.FOLLOWS_UP, Relation.CORRECTS}),
        parallels=_groups(corpus, {Relation.PARALLEL_TO}),
        provisions=provisions,
        pages=OnDemand(places, partial(_provision_page, corpus.cited_together, places)),
        places=places,
        persons=Late(partial(persons_of, corpus, rows)),
    )


def _by_year(
    held: Mapping[str, Sequence[DossierRow]],
) -> dict[tuple[str, int], Sequence[DossierRow]]:
    years: dict[tuple[str, int], list[DossierRow]] = defaultdict(list)
    for name, rows in held.items():
        for row in rows:
            years[name, row.reference.year].append(row)
    return {**years}


def _row(corpus: Corpus, outline: Outline) -> DossierRow:
    code = outline.reference.addressee
    return DossierRow(
        reference=outline.reference,
        label=outline.label,
        address=dossier_address(outline.reference),
        title=outline.title,
        language=outline.language,
        type_words=outline.type.in_words if outline.type else None,
        sent=outline.sent,
        addressee=LinkTo(corpus.addressee_name(code), addressee_address(code)),
        recipient=outline.addressee_name,
        reply=outline.reply,
        mandates=outline.mandates or (),
        topics=outline.topics,
    )


def _provision_places(
    corpus: Corpus, instrument: Instrument
) -> dict[Provision, tuple[Provision, ...]]:
    """Return every provision that has a page, to what stands on it, in the instrument's order."""
    explained = (entry.provision for entry in instrument.entries)
    pages: dict[Provision, list[Provision]] = defaultdict(list)
    places = {*explained, *corpus.places.get(instrument.id, ())}
    for place in sorted(places, key=_in_order):
        pages[page_of(instrument, place)].append(place)
    return {page: tuple(pages[page]) for page in sorted(pages, key=_in_order)}


def _in_order(provision: Provision) -> tuple[object, ...]:
    return provision.sort_key


def _provision_page(
    cited_together: Callable[[str, Iterable[Provision | None]], CitedBy],
    places: Mapping[tuple[str, Provision], tuple[Provision, ...]],
    which: tuple[str, Provision],
) -> ProvisionPage:
    below = places[which]
    return ProvisionPage(which[1], below, cited_together(which[0], below))


def _groups(corpus: Corpus, kinds: set[Relation]) -> dict[Reference, Sequence[Reference]]:
    """Return, for every communication joined to others by such relations, all it is joined to."""
    joined: dict[Reference, set[Reference]] = defaultdict(set)
    for outline in corpus.shown:
        for relation in outline.related:
            if relation.kind in kinds:
                joined[outline.reference].add(relation.to)
                joined[relation.to].add(outline.reference)
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
    outline = corpus.outlines.get(reference)
    sent = outline.sent if outline else None
    return (sent is None, sent or date.min, reference.sort_key)
