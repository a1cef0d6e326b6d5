"""Every rule on the whole collection, by the slug of its page in docs/problems/."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

from casebook.checks import (
    answers,
    chronology,
    instruments,
    labelling,
    linking,
    naming,
    permanence,
    registered,
    relations,
    sourcing,
)
from casebook.checks.finding import Finding, Material
from casebook.checks.links import Links, gather_links
from casebook.checks.naming import withheld_names
from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.on_demand import OnDemand
from casebook.model.promises import Promised
from casebook.model.standard import Instrument
from casebook.reading.collection import Collection, names_of
from casebook.reading.dossiers import read_partly, reference_of
from casebook.reading.places import places_in
from casebook.reading.tree import Tree
from casebook.words.problem import Problem

Judged = TypeVar("Judged")
Rules = Mapping[str, Callable[[Judged, Material], Iterator[Finding]]]
"""Rules on things of one kind; the docstring of each says it."""

ON_DOSSIERS: Rules[Dossier] = {
    "unknown-mandate": registered.check_mandates,
    "signatory-without-mandate": registered.check_signatories,
    "unknown-topic": registered.check_topics,
    "unknown-addressee": registered.check_addressees,
    "missing-case": linking.check_pinpointed_cases,
    "missing-paragraph": linking.check_pinpointed_paragraphs,
    "labels-disagree": labelling.check_labels,
    "requests-disagree": answers.check_requests,
    "answer-without-request": answers.check_answers,
    "answer-outside-reply": answers.check_pinpoints,
    "withheld-reply": answers.check_withheld,
    "reply-without-source": sourcing.check_sources,
    "reply-before-letter": chronology.check_replies,
    "date-in-the-future": chronology.check_future,
    "dates-out-of-order": chronology.check_order,
    "sent-in-another-year": chronology.check_year,
    "related-to-itself": relations.check_self,
    "related-twice": relations.check_twice,
    "relations-contradict": relations.check_both_sides,
    "withheld-name": naming.check_names,
    "child-named": naming.check_children,
}
ON_INSTRUMENTS: Rules[Instrument] = {
    "unknown-addressee": registered.check_parties,
    "provision-too-high": instruments.check_highest,
    "general-name": instruments.check_general_names,
    "date-in-the-future": chronology.check_future_of_instrument,
    "dates-out-of-order": chronology.check_order_of_instrument,
}
ON_LINKS: Rules[Links] = {
    "missing-standard": linking.check_standards,
    "missing-provision": linking.check_provisions,
    "missing-case": linking.check_cases,
    "missing-paragraph": linking.check_paragraphs,
}
ON_ADDRESSES: Rules[Sequence[str]] = {"lost-address": permanence.check_permalinks}
ON_CORPUS: Rules[Corpus] = {
    "unknown-mandate": registered.check_held_mandates,
    "unknown-topic": registered.check_held_topics,
    "unknown-addressee": registered.check_held_addressees,
    "shared-name": instruments.check_shared_names,
    "term-reversed": chronology.check_terms,
    "moved-address": permanence.check_moved,
}
CHECKS = frozenset().union(ON_DOSSIERS, ON_INSTRUMENTS, ON_LINKS, ON_ADDRESSES, ON_CORPUS)
"""The slugs of all rules."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What rules look up besides the corpus."""

    permalinks: Mapping[str, tuple[str, ...]]
    """Addresses ever published, by the page that they belong to."""
    lines: Mapping[str, Mapping[str, int]]
    """Their lines in docs/permalinks.txt. Every new address moves those below it, so they are a
    fact of their own: nobody looks at them but to say that an address is lost."""
    withheld: Mapping[str, str]
    """Names that no dossier may publish, as they are compared, each with the file that says so."""
    unread: Mapping[str, None]
    """Files and folders that hold an error of their own."""


def grounds_of(collection: Collection) -> Grounds:
    """Return what rules look up in a collection."""
    permalinks = collection.permalinks
    pages = permalinks.blocks
    return Grounds(
        OnDemand(pages, lambda page: tuple(permalinks.at(page)), keep=0),
        OnDemand(pages, permalinks.at, keep=1),
        withheld_names(collection.corpus.outlines.values()),
        dict.fromkeys(sorted(collection.unread)),
    )


class Judge:
    """Applies the rules: to one dossier, or to everything that is no dossier.

    What a rule finds in a dossier depends on what it looks up, so a dossier is judged again only
    when something of that is another.
    """

    def __init__(
        self, collection: Collection, corpus: Corpus, grounds: Grounds, today: date
    ) -> None:
        """`corpus` and `grounds` are those of the collection; somebody may watch every look."""
        self._corpus = corpus
        self._grounds = grounds
        self._locate = places_in(collection.root)
        self._material = Material(
            corpus,
            today,
            grounds.unread,
            lambda address: grounds.lines[address.partition("#")[0]][address],
            collection.moved,
            Promised(corpus, collection.pages),
            grounds.withheld,
        )

    def dossier(self, reference: Reference) -> tuple[Problem, ...]:
        """Return what every rule finds in one dossier."""
        dossier = self._corpus.dossiers[reference]
        published = self._grounds.permalinks.get(dossier_address(reference), ())
        found = (*self._in(dossier, CHECKS), *self._apply(ON_ADDRESSES, published))
        return tuple(sorted(found))

    def in_part(self, dossier: Dossier) -> tuple[Problem, ...]:
        """Return what some rules find in what could be read of a dossier."""
        return tuple(sorted(self._in(dossier, _IN_PART)))

    def rest(self) -> tuple[Problem, ...]:
        """Return what every rule finds in standards, registers and the list of addresses."""
        corpus = self._corpus
        instruments = tuple(corpus.instruments.values())
        dossiers = frozenset(map(dossier_address, corpus.dossiers))
        held = self._grounds.permalinks
        published = [held[page] for page in held if page not in dossiers]
        found = (
            *(self._apply(ON_INSTRUMENTS, each) for each in instruments),
            self._apply(ON_LINKS, gather_links((), instruments)),
            self._apply(ON_ADDRESSES, tuple(chain.from_iterable(published))),
            self._apply(ON_CORPUS, corpus),
        )
        return tuple(sorted(chain.from_iterable(found)))

    def _in(self, dossier: Dossier, slugs: frozenset[str]) -> Iterator[Problem]:
        yield from self._apply(ON_DOSSIERS, dossier, slugs)
        yield from self._apply(ON_LINKS, gather_links((dossier,), ()), slugs)

    def _apply(
        self, rules: Rules[Judged], judged: Judged, slugs: frozenset[str] = CHECKS
    ) -> Iterator[Problem]:
        for slug, check in rules.items():
            for finding in check(judged, self._material) if slug in slugs else ():
                line, column = finding.line, finding.column
                if finding.steps:
                    line, column = self._locate(finding.path, finding.steps)
                yield Problem(finding.path, line, column, slug, finding.message, finding.help)


_IN_PART = frozenset([
    *("unknown-mandate", "unknown-topic", "unknown-addressee"),
    *("missing-standard", "missing-provision", "missing-case"),
    *("reply-before-letter", "date-in-the-future", "dates-out-of-order"),
    *("sent-in-another-year", "withheld-reply"),
    *("related-to-itself", "related-twice", "withheld-name", "child-named"),
])  # fmt: skip
"""The rules that do not find something merely because another part could not be read."""


def run_checks(collection: Collection, today: date) -> tuple[Problem, ...]:
    """Return what every rule finds, in the order of paths, lines, columns.

    What could be read of a dossier that has an error is looked at, too: an editor is told all that
    is wrong with it at once.
    """
    judge = Judge(collection, collection.corpus, grounds_of(collection), today)
    found = (judge.dossier(reference) for reference in collection.corpus.dossiers)
    in_part = map(judge.in_part, _read_in_part(collection))
    return tuple(sorted({*chain(judge.rest(), *found, *in_part)}))


def _read_in_part(collection: Collection) -> Iterator[Dossier]:
    """Yield what could be read of dossiers that have an error."""
    corpus = collection.corpus
    folders = [path for path in sorted(collection.unread) if reference_of(path)]
    names = names_of(corpus.instruments.values(), corpus.addressees.values()) if folders else None
    for folder in folders:
        files = Tree(collection.root).files(folder)
        dossier = read_partly(folder, files, names)[0] if names and files else None
        if dossier:
            yield dossier
