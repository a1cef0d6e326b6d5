"""Every fact that views and exports can look up: watched while they do, and what stands for it."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import Any

from casebook.building.batch import hash_of, join_hashes
from casebook.building.index import Index, by_references, by_repr
from casebook.exports.alternates import Alternate
from casebook.exports.basis import Basis
from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import Reference
from casebook.model.citing import Place
from casebook.model.corpus import Corpus
from casebook.model.occurrence import Occurrence
from casebook.model.on_demand import OnDemand
from casebook.model.outline import Outline
from casebook.model.reads import PART, Reads, fact
from casebook.model.standard import Instrument
from casebook.views.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Watching:
    """What pages and exports are made from, with every look noted."""

    catalogue: Catalogue
    basis: Basis
    feeds: Mapping[str, tuple[Alternate, ...]]
    others: Mapping[str, Mapping[Any, Any]]
    """What else can be looked up, by name."""
    reads: Reads
    facts: Mapping[str, str]
    """Every fact that a look can meet, to what stands for it."""
    fresh: Mapping[str, str]
    """Those of them that were not taken from what was known."""


def watch(
    catalogue: Catalogue,
    basis: Basis,
    feeds: Mapping[str, tuple[Alternate, ...]],
    others: Iterable[Index],
    *,
    known: Mapping[str, str] = MappingProxyType({}),
) -> Watching:
    """Return these with every look noted, and all facts that a look can meet.

    `known` are the facts of a collection of the same shape, where there is one: what differs is
    what letters say.
    """
    reads = Reads()
    of_letters = _of_letters(catalogue.corpus)
    of_corpus = _of_corpus(catalogue.corpus)
    of_catalogue = _of_catalogue(catalogue)
    of_basis = {
        "subjects": Index("subjects", basis.subjects, lambda path: basis.subjects[path].title),
        "entries": Index(
            "entries",
            basis.entries,
            lambda path: join_hashes(
                f"{held.reference} {held.key} {held.day}" for held in basis.entries[path]
            ),
        ),
        "calendars": Index(
            "calendars",
            basis.calendars,
            lambda path: join_hashes(
                (basis.calendars[path].title, *map(str, basis.calendars[path].letters))
            ),
        ),
    }
    of_feeds = Index("alternates", feeds, lambda address: hash_of(feeds[address]))
    rest = {index.name: index for index in others}
    corpus = replace(
        catalogue.corpus,
        **_watched(of_letters | of_corpus, reads),
        quotations=_noting_quotations(catalogue.corpus, reads),
    )
    outlines = catalogue.corpus.outlines
    if known:
        changed = of_letters["dossiers"].changed(known)
        fresh = _quoted_in(outlines, changed)
        for index in of_letters.values():
            fresh |= index.fresh(changed, known)
    else:
        fresh = _quoted_in(outlines, outlines)
        fresh |= _facts_of(of_letters, of_corpus, of_catalogue, of_basis, {"": of_feeds}, rest)
    return Watching(
        replace(catalogue, corpus=corpus, **_watched(of_catalogue, reads)),
        replace(basis, corpus=corpus, reads=reads, **_watched(of_basis, reads)),
        of_feeds.watched(reads),
        _watched(rest, reads),
        reads,
        {**known, **fresh} if known else fresh,
        fresh,
    )


def shape_of(corpus: Corpus, *others: object) -> str:
    """Return what stands for a corpus besides what letters say, and for some plain values."""
    outlines = corpus.outlines.values()
    return hash_of(
        join_hashes(f"{outline.reference} {outline.outlined}" for outline in outlines),
        [*map(_instrument, corpus.instruments.values())],
        [*corpus.mandates.values(), *corpus.topics.values(), *corpus.addressees.values()],
        others,
    )


def _instrument(instrument: Instrument) -> str:
    return instrument.digest or hash_of(instrument)


def _facts_of(*every: Mapping[str, Index]) -> dict[str, str]:
    facts: dict[str, str] = {}
    for indexes in every:
        for index in indexes.values():
            facts |= index.facts()
    return facts


def _watched(indexes: Mapping[str, Index], reads: Reads) -> dict[str, Any]:
    return {name: index.watched(reads) for name, index in indexes.items()}


_QUOTED = "quoted"


def _quoted_in(outlines: Mapping[Reference, Outline], which: Iterable[Reference]) -> dict[str, str]:
    return {fact(_QUOTED, str(reference)): outlines[reference].quoted for reference in which}


def _noting_quotations(
    corpus: Corpus, reads: Reads
) -> Callable[[Reference, AbstractSet[str]], Iterable[Occurrence]]:
    """Return the function of the corpus, with every look noted.

    Of a letter that has some of the targets, only those are looked at: that it has the others, too,
    is told by who cites them.
    """

    def quotations(reference: Reference, targets: AbstractSet[str]) -> Iterable[Occurrence]:
        printed, found = str(reference), tuple(corpus.quotations(reference, targets))
        held = targets & set(chain.from_iterable(each.citation.printed for each in found))
        for target in held or targets:
            reads.note(_QUOTED, f"{printed}{PART}{target}")
        return found

    return quotations


def _of_letters(corpus: Corpus) -> dict[str, Index]:
    """Return the indexes of what letters say: all else is told by outlines, or not by letters."""
    outlines = corpus.outlines
    return {
        "dossiers": Index("dossiers", corpus.dossiers, lambda key: outlines[key].digest),
        "occurrences": Index("occurrences", corpus.occurrences, lambda key: outlines[key].cites),
    }


def _of_corpus(corpus: Corpus) -> dict[str, Index]:
    outlines = corpus.outlines
    places = corpus.places
    return {
        "outlines": Index("outlines", outlines, lambda key: outlines[key].outlined),
        "instruments": Index(
            "instruments", corpus.instruments, lambda name: _instrument(corpus.instruments[name])
        ),
        "mandates": by_repr("mandates", corpus.mandates),
        "topics": by_repr("topics", corpus.topics),
        "addressees": by_repr("addressees", corpus.addressees),
        "symbols": Index("symbols", corpus.symbols, corpus.symbols.__getitem__),
        "places": Index("places", places, lambda name: join_hashes(map(str, places[name]))),
        "cited": Index(
            "cited", corpus.cited, lambda place: corpus.cited_stamp(place[0], place[1:]), _place
        ),
        "cited_anywhere": Index(
            "cited_anywhere",
            corpus.cited_anywhere,
            lambda name: corpus.cited_stamp(name, (None, *places.get(name, ()))),
        ),
        "mentioned": Index("mentioned", corpus.mentioned, corpus.mentioned_stamp),
        "related_from": by_repr("related_from", corpus.related_from),
        "not_held": by_references("not_held", corpus.not_held),
    }


def _of_catalogue(catalogue: Catalogue) -> dict[str, Index]:
    corpus = catalogue.corpus
    addressees = {code: hash_of(held) for code, held in corpus.addressees.items()}
    rows = OnDemand(
        catalogue.rows,
        lambda reference: (
            f"{reference} {corpus.outlines[reference].listed}"
            f"{addressees.get(reference.addressee, '')}"
        ),
    )

    def listed(name: str, held: Mapping[Any, Any], printed: Callable[[Any], str] = str) -> Index:
        return Index(
            name,
            held,
            lambda key: join_hashes(rows[row.reference] for row in held[key]),
            printed,
        )

    pages = catalogue.pages
    return {
        "rows": Index("rows", catalogue.rows, rows.__getitem__),
        "by_addressee": listed("by_addressee", catalogue.by_addressee),
        "by_year": listed("by_year", catalogue.by_year),
        "by_mandate": listed("by_mandate", catalogue.by_mandate),
        "by_topic": listed("by_topic", catalogue.by_topic),
        "by_addressee_year": listed("by_addressee_year", catalogue.by_addressee_year, _place),
        "by_mandate_year": listed("by_mandate_year", catalogue.by_mandate_year, _place),
        "by_topic_year": listed("by_topic_year", catalogue.by_topic_year, _place),
        "withdrawn": by_references("withdrawn", catalogue.withdrawn),
        "chains": by_references("chains", catalogue.chains),
        "parallels": by_references("parallels", catalogue.parallels),
        "persons": Index(
            "persons",
            catalogue.persons,
            lambda initial: join_hashes(
                part
                for person in catalogue.persons[initial].persons
                for part in (
                    person.name,
                    person.anchor,
                    *person.also,
                    *(rows[row.reference] for row in person.rows),
                )
            ),
        ),
        "provisions": Index(
            "provisions",
            catalogue.provisions,
            lambda name: join_hashes(map(str, catalogue.provisions[name])),
        ),
        "pages": Index(
            "pages",
            pages,
            lambda key: (
                corpus.cited_stamp(key[0], catalogue.places[key])
                + join_hashes(map(str, catalogue.places[key]))
            ),
            _place,
        ),
    }


def _place(place: Place | tuple[str, Provision] | tuple[str, int]) -> str:
    return f"{place[0]}#{place[1]}"
