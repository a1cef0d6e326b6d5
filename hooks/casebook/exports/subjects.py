"""What there are feeds about, and the events of letters that each of them tells, newest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from casebook.identifiers.reference import Reference
from casebook.model.address import (
    addressee_address,
    instrument_address,
    mandate_address,
    topic_address,
)
from casebook.model.corpus import Corpus
from casebook.model.outline import Outline

ALL = "feeds/all"
"""The feeds of the whole site."""

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
    letters: Iterable[Reference]
    """Those that it tells of; of one of them at least there is something to tell."""


def subjects_of(corpus: Corpus, today: date) -> Iterator[Subject]:
    """Yield what has feeds: the whole site, and each addressee, mandate, topic and instrument.

    One of which there is nothing to tell has none. A withdrawn dossier is told of in the feeds of
    the whole and of its addressee, which its reference gives away; nowhere else.
    """
    telling = {
        reference
        for reference, outline in corpus.outlines.items()
        if any(True for _ in _told(outline, today))
    }
    for subject in _subjects(corpus):
        if any(letter in telling for letter in subject.letters):
            yield subject


def _subjects(corpus: Corpus) -> Iterator[Subject]:
    addressees: dict[str, list[Reference]] = defaultdict(list)
    mandates: dict[str, list[Reference]] = defaultdict(list)
    topics: dict[str, list[Reference]] = defaultdict(list)
    for reference in corpus.dossiers:
        outline = corpus.outlines[reference]
        addressees[reference.addressee].append(reference)
        for name in outline.mandates or ():
            mandates[name].append(reference)
        for name in outline.topics:
            topics[name].append(reference)
    yield Subject(ALL, "all letters", "", corpus.dossiers)
    for code, found in addressees.items():
        title = f"letters to {corpus.addressee_in_sentence(code)}"
        yield Subject(f"feeds/addressee/{code.lower()}", title, addressee_address(code), found)
    for name, mandate in corpus.mandates.items():
        title = f"letters by the {mandate.name}"
        yield Subject(f"feeds/mandate/{name}", title, mandate_address(name), mandates[name])
    for name, topic in corpus.topics.items():
        title = f"letters on: {topic.name}"
        yield Subject(f"feeds/topic/{name}", title, topic_address(name), topics[name])
    for name, instrument in corpus.instruments.items():
        title = f"letters that cite: {instrument.short}"
        citing = corpus.cited_anywhere[name].letters
        yield Subject(f"feeds/instrument/{name}", title, instrument_address(name), citing)


def newest_entries(
    corpus: Corpus, subjects: Mapping[str, Subject], today: date
) -> dict[str, tuple[Entry, ...]]:
    """Return what the feeds of each subject tell, newest first: no more than LATEST entries.

    They tell recorded facts only, none computed or to come. Entries of one day stand in the order
    of references, those of one letter in its own; the last of them are the newest.
    """
    telling: dict[Reference, list[list[Entry]]] = defaultdict(list)
    newest: dict[str, list[Entry]] = {path: [] for path in subjects}
    for path, subject in subjects.items():
        for letter in subject.letters:
            telling[letter].append(newest[path])
    oldest_first = sorted(
        (
            Entry(reference, key, day)
            for reference in corpus.dossiers
            for day, key in _told(corpus.outlines[reference], today)
        ),
        key=attrgetter("day"),
    )
    for entry in reversed(oldest_first):
        for entries in telling.get(entry.reference, ()):
            if len(entries) < LATEST:
                entries.append(entry)
    return {path: tuple(entries) for path, entries in newest.items()}


def _told(outline: Outline, today: date) -> Iterator[tuple[date, str]]:
    # Feeds are copied by others within minutes, and listed by search engines.
    if outline.is_indexed or outline.is_withdrawn:
        yield from (event for event in outline.events if event[0] <= today)
