"""From a collection to the plan of its site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from casebook.building.batch import digest, hash_of, join_hashes
from casebook.building.facts import Watching, shape_of, watch
from casebook.building.head import Heads
from casebook.building.index import Index, by_repr
from casebook.building.memory import Memory, changed_facts
from casebook.building.moved import moved_pages
from casebook.building.offers import Offers, Past, moved_paragraphs
from casebook.building.pages import Pages, Written
from casebook.building.plan import Plan
from casebook.checks.rules import Grounds, Judge, grounds_of
from casebook.exports.alternates import feed_alternates
from casebook.exports.basis import Basis, basis_of
from casebook.exports.files import plan_files
from casebook.exports.sitemap import dated_by
from casebook.model.corpus import Corpus, bare
from casebook.model.on_demand import OnDemand
from casebook.model.reads import Reads
from casebook.reading.collection import Collection
from casebook.reading.permanence import Permalinks
from casebook.rendering.shell import Shell
from casebook.rendering.templates import Templates
from casebook.views.catalogue import Catalogue, catalogue_of
from casebook.views.site import plan_pages


@dataclass(frozen=True, slots=True)
class Indexed:
    """A corpus, indexed for pages and for exports."""

    catalogue: Catalogue
    basis: Basis
    dated: str
    """Stands for the days that pages are dated by."""

    @property
    def corpus(self) -> Corpus:
        """What was indexed."""
        return self.catalogue.corpus

    def holding(self, corpus: Corpus) -> "Indexed":
        """Return the same indexes, of a corpus of the same shape."""
        return Indexed(
            replace(self.catalogue, corpus=corpus),
            replace(self.basis, corpus=corpus, reads=Reads()),
            self.dated,
        )

    def bare(self) -> "Indexed":
        """Return it without what letters say: to take the indexes for the next corpus."""
        return self.holding(bare(self.corpus))


@dataclass(frozen=True, slots=True)
class Ready:
    """A collection, indexed, with every look at it noted."""

    collection: Collection
    indexed: Indexed
    watching: Watching
    grounds: Grounds
    past: Past
    code: str
    """Stands for the program and the settings of the site."""
    shape: str
    """Stands for the collection, besides what letters say."""
    changed: frozenset[str]
    """The facts that are others than in the last build."""

    def plan(
        self,
        theme: Path,
        shells: Mapping[str, Shell],
        written: Sequence[Written],
        compiled: Path | None = None,
        judged: date | None = None,
    ) -> Plan:
        """Return the plan of the site. `theme` has the templates, `shells` the page around pages.

        `compiled` is a folder that keeps compiled templates. `judged` is the day on which the last
        build found no problems: rules ask for the day only to find what lies in the future, and
        what did not then does not later.
        """
        watching, collection = self.watching, self.collection
        corpus = watching.catalogue.corpus
        pages = Pages(
            watching.catalogue,
            Templates(theme, corpus, compiled),
            shells,
            Heads(watching.basis, watching.feeds),
            Offers(watching.basis, watching.feeds, self.past),
            watching.basis.site_url,
        )
        look = digest(
            self.code.encode(),
            self.past.repository.encode(),
            *(repr(shell).encode() for _, shell in sorted(shells.items())),
            *(path.read_bytes() for path in sorted(theme.rglob("*.html"))),
        )
        today = watching.basis.today
        day = judged if judged and judged <= today else today
        told = hash_of(sorted(collection.pages), sorted(collection.moved.items()), day)
        return Plan(
            self.indexed.catalogue,
            partial(plan_pages, self.indexed.catalogue, today),
            tuple(plan_files(watching.basis)),
            watching,
            pages,
            Judge(collection, corpus, self.grounds, today),
            written,
            moved_pages(collection),
            day,
            self.code,
            f"{self.code} {told}",
            look,
            self.shape,
            self.indexed.dated,
        )


def make_ready(
    collection: Collection,
    past: Past,
    site_url: str,
    today: date,
    code: str,
    *,
    last: Memory | None = None,
    indexed: Indexed | None = None,
) -> Ready:
    """Index a collection for its site. `code` stands for the program.

    Of a collection of the shape that the `last` build had, most facts are those of then. `indexed`
    is what this process indexed last.
    """
    indexed = _index(collection.corpus, site_url, today, indexed)
    catalogue, basis = indexed.catalogue, indexed.basis
    grounds = grounds_of(collection)
    shape = shape_of(
        collection.corpus,
        *(past.changed, collection.moved, collection.permalinks.digest),
        *(grounds.withheld, sorted(collection.unread), site_url, today, code),
    )
    last = last or Memory()
    known = last.facts if last.shape == shape else {}
    watching = watch(
        catalogue,
        basis,
        feed_alternates(basis),
        (
            by_repr("changed", past.changed),
            by_repr("moves", moved_paragraphs(collection.moved)),
            *_of_permalinks(collection.permalinks, grounds),
            by_repr("withheld", grounds.withheld),
            by_repr("unread", grounds.unread),
        ),
        known=known,
    )
    before = (
        {name: known[name] for name in watching.fresh if name in known} if known else last.facts
    )
    others = watching.others
    return Ready(
        collection,
        indexed,
        watching,
        Grounds(*(others[name] for name in ("permalinks", "lines", "withheld", "unread"))),
        replace(past, changed=others["changed"], moved=others["moves"]),
        f"{code} {site_url}",
        shape,
        changed_facts(before, watching.fresh),
    )


def _index(corpus: Corpus, site_url: str, today: date, last: Indexed | None) -> Indexed:
    # A corpus has the places of another when all its indexes are those of the other.
    if (
        last
        and corpus.places is last.corpus.places
        and (site_url, today) == (last.basis.site_url, last.basis.today)
    ):
        return last.holding(corpus)
    catalogue = catalogue_of(corpus)
    dated = join_hashes(dated_by(corpus))
    return Indexed(catalogue, basis_of(corpus, site_url, today), dated)


def _of_permalinks(listed: Permalinks, grounds: Grounds) -> Iterator[Index]:
    """Yield the addresses of every page, and their lines.

    The text of its blocks stands for the addresses, where they begin for the lines: nobody has to
    cut blocks into lines for it.
    """
    texts = OnDemand(
        listed.blocks, lambda page: join_hashes(block.text for block in listed.blocks[page])
    )
    yield Index("permalinks", grounds.permalinks, texts.__getitem__)
    yield Index(
        "lines",
        grounds.lines,
        lambda page: " ".join((texts[page], *(str(block.line) for block in listed.blocks[page]))),
    )
