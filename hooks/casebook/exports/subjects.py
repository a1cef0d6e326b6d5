"""What there are feeds about, and the events of letters that each of them tells, newest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from itertools import chain

from casebook.identifiers.reference import Reference
from casebook.model.address import (
    addressee_address,
    instrument_address,
    mandate_address,
    topic_address,
)
from casebook.model.corpus import Corpus

LATEST = 50
"""How many entries a feed has."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of one letter, as feeds tell it."""

    reference: Reference
    key: str
    """Names the event within its dossier: sent, reply-1."""
    day: date


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed is about."""

    path: str
    """Of its feeds, without what comes after the dot: feeds/addressee/blr."""
    title: str
    address: str
    """Its page, from the site's root."""
    entries: tuple[Entry, ...]
    """The newest, newest first; no more than LATEST, and at least one."""


def subjects_of(corpus: Corpus, today: date) -> Iterator[Subject]:
    """Yield what has feeds: the whole site, and each addressee, mandate, topic and instrument.

    One of which there is nothing to tell has none. A withdrawn dossier is told of in the feeds of
    the whole and of its addressee, which its reference gives away; nowhere else.
    """
    entries = told(corpus, today)
    # Entries are known by their rank, oldest first: numbers compare fast, and there are many.
    ranks: dict[Reference, list[int]] = defaultdict(list)
    for rank, entry in enumerate(entries):
        ranks[entry.reference].append(rank)
    addressees: dict[str, list[int]] = defaultdict(list)
    mandates: dict[str, list[int]] = defaultdict(list)
    topics: dict[str, list[int]] = defaultdict(list)
    for reference in corpus.dossiers:
        own, outline = ranks.get(reference, ()), corpus.outlines[reference]
        addressees[reference.addressee] += own
        for name in outline.mandates or ():
            mandates[name] += own
        for name in outline.topics:
            topics[name] += own

    def subject(path: str, title: str, address: str, found: Iterable[int]) -> Iterator[Subject]:
        newest = tuple(entries[rank] for rank in nlargest(LATEST, found))
        if newest:
            yield Subject(f"feeds/{path}", title, address, newest)

    yield from subject("all", "all letters", "", range(len(entries)))
    for code, found in addressees.items():
        title = f"letters to {corpus.addressee_in_sentence(code)}"
        path = f"addressee/{code.lower()}"
        yield from subject(path, title, addressee_address(code), found)
    for name, mandate in corpus.mandates.items():
        title = f"letters by the {mandate.name}"
        yield from subject(f"mandate/{name}", title, mandate_address(name), mandates[name])
    for name, topic in corpus.topics.items():
        title = f"letters on: {topic.name}"
        yield from subject(f"topic/{name}", title, topic_address(name), topics[name])
    for name, instrument in corpus.instruments.items():
        title = f"letters that cite: {instrument.short}"
        citing = (ranks[letter] for letter in corpus.cited_anywhere[name].letters)
        address = instrument_address(name)
        yield from subject(f"instrument/{name}", title, address, chain.from_iterable(citing))


def told(corpus: Corpus, today: date) -> list[Entry]:
    """Return what feeds tell, oldest first: recorded facts only, none computed or to come.

    Entries of one day stand in the order of references, those of one letter in its own.
    """
    entries = [
        Entry(reference, key, day)
        for reference in corpus.dossiers
        # Feeds are copied by others within minutes, and listed by search engines.
        if (outline := corpus.outlines[reference]).is_indexed or outline.is_withdrawn
        for day, key in outline.events
        if day <= today
    ]
    entries.sort(key=lambda entry: entry.day)
    return entries
