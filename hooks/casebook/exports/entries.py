"""What feeds tell, and about what there are feeds: the events of letters, newest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from urllib.parse import urlsplit

from casebook.exports.basis import Basis
from casebook.identifiers.reference import Reference
from casebook.model.address import (
    addressee_address,
    dossier_address,
    instrument_address,
    mandate_address,
    topic_address,
)
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.happenings import DatedFact, Happening, facts_of

LATEST = 50
"""How many entries a feed has."""

_TOLD = frozenset(
    {
        Happening.SENT,
        Happening.PUBLISHED,
        Happening.REPLY,
        Happening.CORRECTION,
        Happening.WITHDRAWAL,
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of one letter, as feeds tell it."""

    dossier: Dossier
    fact: DatedFact
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


def subjects_of(basis: Basis) -> Iterator[Subject]:
    """Yield what has feeds: the whole site, and each addressee, mandate, topic and instrument.

    One of which there is nothing to tell has none. A withdrawn dossier is told of in the feeds of
    the whole and of its addressee, which its reference gives away; nowhere else.
    """
    corpus = basis.corpus
    entries = told(corpus, basis.today)
    # Entries are known by their rank, oldest first: numbers compare fast, and there are many.
    ranks: dict[Reference, list[int]] = defaultdict(list)
    for rank, entry in enumerate(entries):
        ranks[entry.dossier.reference].append(rank)
    addressees: dict[str, list[int]] = defaultdict(list)
    mandates: dict[str, list[int]] = defaultdict(list)
    topics: dict[str, list[int]] = defaultdict(list)
    for reference, dossier in corpus.dossiers.items():
        own = ranks.get(reference, ())
        addressees[reference.addressee] += own
        if not dossier.withdrawn:
            for name in dossier.mandates or ():
                mandates[name] += own
            for name in dossier.topics:
                topics[name] += own
    instruments: dict[str, list[int]] = {
        name: [rank for citing in frozenset().union(*places.values()) for rank in ranks[citing]]
        for name, places in basis.citing.items()
    }

    def subject(path: str, title: str, address: str, found: Iterable[int]) -> Iterator[Subject]:
        newest = tuple(entries[rank] for rank in nlargest(LATEST, found))
        if newest:
            yield Subject(f"feeds/{path}", title, address, newest)

    yield from subject("all", "all letters", "", range(len(entries)))
    for code, found in addressees.items():
        addressee = corpus.addressees.get(code)
        title = f"letters to {addressee.in_sentence if addressee else code}"
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
        address = instrument_address(name)
        yield from subject(f"instrument/{name}", title, address, instruments.get(name, ()))


def told(corpus: Corpus, today: date) -> list[Entry]:
    """Return what feeds tell, oldest first: recorded facts only, none computed or to come.

    Entries of one day stand in the order of references, those of one letter in its own.
    """
    entries = [
        Entry(dossier, fact, day)
        for dossier in corpus.dossiers.values()
        # Feeds are copied by others within minutes, and listed by search engines.
        if dossier.withdrawn or not dossier.noindex
        for fact in facts_of(dossier)
        if fact.kind in _TOLD
        and not fact.is_computed
        and (day := date(fact.date.year, fact.date.month, fact.date.day)) <= today
    ]
    entries.sort(key=lambda entry: entry.day)
    return entries


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words."""

    id: str
    """A tag URI (RFC 4151): it stays when titles, words and dates are corrected."""
    title: str
    text: str
    address: str
    day: date


def in_words(basis: Basis, entry: Entry) -> Told:
    """Return what a reader of a feed sees of an event."""
    dossier, fact = entry.dossier, entry.fact
    about = "" if dossier.withdrawn else f": {dossier.title}"
    lead = f"{fact.what[:1].upper()}{fact.what[1:]}"
    summary = dossier.summary if fact.kind is Happening.SENT else None
    said = [f"{lead}, {fact.date.in_words}", fact.note, summary or ""]
    return Told(
        id=entry_id(basis.site_url, dossier.reference, fact.key),
        title=f"{_title(dossier, fact)}{about}",
        text=" ".join(_sentence(part) for part in said if part),
        address=basis.url(dossier_address(dossier.reference, fact.anchor)),
        day=entry.day,
    )


def _title(dossier: Dossier, fact: DatedFact) -> str:
    # A withdrawn dossier gives away its reference, not its type.
    label = str(dossier.reference) if dossier.withdrawn else dossier.label
    return f"{label}, {_KINDS[fact.kind] or fact.what.lower()}"


_KINDS = {
    Happening.SENT: "letter sent",
    Happening.PUBLISHED: "letter published",
    Happening.REPLY: "",
    Happening.CORRECTION: "page corrected",
    Happening.WITHDRAWAL: "withdrawn",
}


def _sentence(words: str) -> str:
    words = f"{words[:1].upper()}{words[1:]}"
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def entry_id(site_url: str, reference: Reference, key: str) -> str:
    """Return the id of an event, for good: tag:example.org,2026:cases/blr/7-2025/sent."""
    return f"tag:{authority(site_url)},2026:cases/{reference.folder}/{key}"


def feed_id(site_url: str, path: str) -> str:
    """Return the id of a feed."""
    return f"tag:{authority(site_url)},2026:{path}"


def authority(site_url: str) -> str:
    """Return the host that vouches for ids."""
    return urlsplit(site_url).hostname or "localhost"
