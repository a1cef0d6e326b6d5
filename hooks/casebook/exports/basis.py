"""What every export reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter

from casebook.citations.citation import Target
from casebook.exports.publication_days import Days, calendars_of
from casebook.exports.publisher import in_full
from casebook.exports.shape import Url
from casebook.exports.subjects import Entry, Subject, newest_entries, subjects_of
from casebook.identifiers.reference import Reference
from casebook.model.address import communication_address, dossier_address, standard_address
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.on_demand import Late
from casebook.model.reads import Reads


@dataclass(frozen=True)
class Basis:
    """The corpus, the site it is published on, and the day. Built by `basis_of`."""

    corpus: Corpus
    site_url: str
    today: date
    subjects: Mapping[str, Subject]
    """What has feeds, by the path of its feeds."""
    entries: Mapping[str, tuple[Entry, ...]]
    """What each of them tells, newest first; at least one."""
    calendars: Mapping[str, Days]
    """The calendars, by path."""
    reads: Reads = field(default_factory=Reads, repr=False)

    def cited(self, target: Target) -> tuple[str, Url | None]:
        """Return what is cited as it is printed, and our page of it. Remembered: few are many."""
        return self.reads.keep(target, partial(self._cited, target))

    def _cited(self, target: Target) -> tuple[str, Url | None]:
        return (str(target), target_url(self.corpus, target, self.site_url))

    def page_url(self, dossier: Dossier, anchor: str = "") -> Url:
        """Return a dossier's page in full, or a place on it."""
        return self.url(dossier_address(dossier.reference, anchor))

    def url(self, address: str) -> Url:
        """Return an address of ours in full."""
        return in_full(self.site_url, address)


def basis_of(corpus: Corpus, site_url: str, today: date) -> Basis:
    """Index a corpus for all its exports, without looking into a dossier."""
    subjects = {subject.path: subject for subject in subjects_of(corpus, today)}
    calendars = {days.path: days for days in calendars_of(corpus)}
    entries = Late(partial(newest_entries, corpus, subjects, today))
    return Basis(corpus, site_url, today, subjects, entries, calendars)


def target_url(corpus: Corpus, target: Target, site_url: str) -> Url | None:
    """Return our page of what is cited, or None."""
    if isinstance(target, Reference):
        return in_full(site_url, communication_address(corpus, target))
    found = corpus.standard_of(target)
    return in_full(site_url, standard_address(*found)) if found else None


def grouped(corpus: Corpus, size: int) -> list[tuple[Reference, ...]]:
    """Return all dossiers in the order of references, so many at a time; at least one group."""
    held = tuple(corpus.dossiers)
    return [held[start : start + size] for start in range(0, max(len(held), 1), size)]


def by_addressee(references: Iterable[Reference]) -> Iterator[tuple[str, Sequence[Reference]]]:
    """Yield the codes of addressees, each with its dossiers, of some in the order of references."""
    for code, held in groupby(references, attrgetter("addressee")):
        yield code, tuple(held)


@dataclass(frozen=True, slots=True)
class Listed:
    """Records as a piece is told of them: printed short, and only for pieces that somebody wants."""

    held: Sequence[object]

    def __repr__(self) -> str:
        """Return what stands for them in the version of the piece."""
        return " ".join(map(str, self.held))
