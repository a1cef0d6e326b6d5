"""What every export reads, and what of it each dossier's files depend on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from casebook.citations.citation import Target
from casebook.exports.export import key_of
from casebook.exports.publisher import in_full
from casebook.exports.shape import Url
from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import Reference
from casebook.model.address import communication_address, dossier_address, standard_address
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.standard import Instrument


@dataclass(frozen=True)
class Basis:
    """The corpus, the site it is published on, and the day. Built by `basis_of`."""

    corpus: Corpus
    site_url: str
    today: date
    fact_keys: Mapping[Reference, str]
    """For each dossier: its dossier.yml, and the names it takes from the registers."""
    text_keys: Mapping[Reference, str]
    """For each dossier: its texts, and the addresses of what they cite."""
    relation_keys: Mapping[Reference, str]
    """For each dossier: who relates to it, and who cites it."""
    cited_by: Mapping[Reference, tuple[Reference, ...]]
    """Dossiers to the others that cite them, in the order of references."""

    _cited: dict[Target, tuple[str, Url | None]] = field(default_factory=dict, repr=False)

    def cited(self, target: Target) -> tuple[str, Url | None]:
        """Return what is cited as it is printed, and our page of it. Remembered: few are many."""
        found = self._cited.get(target)
        if found is None:
            found = (str(target), target_url(self.corpus, target, self.site_url))
            self._cited[target] = found
        return found

    @cached_property
    def citing(self) -> Mapping[str, Mapping[Provision | None, frozenset[Reference]]]:
        """Instrument, then provision (None: the instrument as a whole), to the letters citing it."""
        return {
            instrument: {
                place: frozenset([occurrence.reference for occurrence in found])
                for place, found in places.items()
            }
            for instrument, places in self.corpus.cited.items()
        }

    def page_url(self, dossier: Dossier) -> str:
        """Return a dossier's page in full."""
        return self.url(dossier_address(dossier.reference))

    def url(self, address: str) -> str:
        """Return an address of ours in full."""
        return in_full(self.site_url, address)

    def name_of(self, code: str) -> str:
        """Return the name of an addressee; its code when the register does not have it."""
        held = self.corpus.addressees.get(code)
        return held.name if held else code

    def addressee_in_sentence(self, dossier: Dossier) -> str:
        """Return who received a letter, as a sentence has it: the United Kingdom."""
        code = dossier.reference.addressee
        held = self.corpus.addressees.get(code)
        return dossier.addressee_name or (held.in_sentence if held else code)

    def fact_key(self, dossiers: Iterable[Dossier]) -> str:
        """Return a key for what is made from the facts of these dossiers."""
        return key_of(self.site_url, [self.fact_keys[held.reference] for held in dossiers])

    def standards_key(self, instruments: Iterable[Instrument]) -> str:
        """Return a key for what is made from these instruments, and from who cites them."""
        counts = [
            (
                instrument.id,
                instrument.digest or repr(instrument),
                [
                    (str(place), len(self.corpus.cited[instrument.id][place]), len(letters))
                    for place, letters in self.citing.get(instrument.id, {}).items()
                ],
            )
            for instrument in instruments
        ]
        return key_of(self.site_url, counts)

    def text_key(self, dossiers: Iterable[Dossier]) -> str:
        """Return a key for what is made from the texts of these dossiers."""
        return key_of(self.site_url, [self.text_keys[held.reference] for held in dossiers])


def basis_of(corpus: Corpus, site_url: str, today: date) -> Basis:
    """Index a corpus for all its exports, without looking into a text."""
    held: dict[Reference, list[str]] = defaultdict(list)
    cited_by: dict[Reference, tuple[Reference, ...]] = {}
    for target, occurrences in corpus.mentioned.items():
        if target in corpus.dossiers:
            cited_by[target] = tuple(sorted({found.reference for found in occurrences}))
            for citing in cited_by[target]:
                held[citing].append(str(target))
    # Which heading stands over a provision decides its page; what the heading says does not.
    places = key_of(
        [
            (
                (instrument.id, instrument.short, str(instrument.symbol)),
                [(str(entry.provision), str(entry.last)) for entry in instrument.entries],
            )
            for instrument in corpus.instruments.values()
        ]
    )
    dossiers = corpus.dossiers.values()
    return Basis(
        corpus,
        site_url,
        today,
        fact_keys={dossier.reference: _fact_key(corpus, dossier) for dossier in dossiers},
        text_keys={
            dossier.reference: key_of(
                [text.digest for document in dossier.documents for text in document.texts],
                sorted(held[dossier.reference]),
                places,
                bool(dossier.withdrawn),
            )
            for dossier in dossiers
        },
        relation_keys={
            dossier.reference: key_of(
                [relation.to in corpus.dossiers for relation in dossier.related],
                corpus.related_from.get(dossier.reference),
                cited_by.get(dossier.reference),
            )
            for dossier in dossiers
        },
        cited_by=cited_by,
    )


def target_url(corpus: Corpus, target: Target, site_url: str) -> Url | None:
    """Return our page of what is cited, or None."""
    if isinstance(target, Reference):
        return Url(in_full(site_url, communication_address(corpus, target)))
    found = corpus.standard_of(target)
    return Url(in_full(site_url, standard_address(*found))) if found else None


def _fact_key(corpus: Corpus, dossier: Dossier) -> str:
    addressee = corpus.addressees.get(dossier.reference.addressee)
    return key_of(
        dossier.digest or repr(dossier),
        [corpus.mandates[name].name for name in dossier.mandates or () if name in corpus.mandates],
        [corpus.topics[name].name for name in dossier.topics if name in corpus.topics],
        (addressee.name, addressee.in_sentence, addressee.kind) if addressee else None,
    )


def grouped(corpus: Corpus, size: int) -> list[tuple[Dossier, ...]]:
    """Return all dossiers in the order of references, so many at a time; at least one group."""
    held = tuple(corpus.dossiers.values())
    return [held[start : start + size] for start in range(0, max(len(held), 1), size)]


def by_addressee(corpus: Corpus) -> list[tuple[Dossier, ...]]:
    """Return all dossiers in the order of references, those of one addressee together."""
    groups: dict[str, list[Dossier]] = defaultdict(list)
    for dossier in corpus.dossiers.values():
        groups[dossier.reference.addressee].append(dossier)
    return [tuple(group) for group in groups.values()]
