"""The home page: the latest letters, what there is, and the ways in."""

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.model.address import instrument_address, mandate_address, topic_address
from casebook.model.cited import CitedBy
from casebook.views.catalogue import Catalogue
from casebook.views.counted import replied_at
from casebook.views.listing import Count, figure, year_counts
from casebook.views.page import LinkTo, Page, Section
from casebook.views.row import DossierRow
from casebook.words.wording import count_words, fold

LATEST = 8
"""How many letters the home page shows."""
MOST = 12
"""How many entries each way in shows; the whole list is one step further."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything that the home page shows below its own words."""

    page: Page
    latest: tuple[DossierRow, ...]
    counts: tuple[Count, ...]
    """What there is, each number with the page that lists it."""
    addressees: tuple[Count, ...]
    years: tuple[Count, ...]
    provisions: tuple[Count, ...]
    """The provisions that most letters cite."""
    instruments: tuple[Count, ...]
    """The instruments that most letters cite."""
    mandates: tuple[Count, ...]
    topics: tuple[Count, ...]


def home_view(catalogue: Catalogue) -> HomeView:
    """Return the home page."""
    corpus = catalogue.corpus
    rows = tuple(catalogue.rows.values())
    received = sum(row.reply.state.is_received for row in rows)
    not_held = sum(map(len, catalogue.not_held.values()))
    invoked = [
        held for held in corpus.instruments.values() if corpus.cited_anywhere[held.id].letters
    ]
    return HomeView(
        page=Page(
            address="",
            title="Casebook",
            description=f"{count_words(len(rows), 'letter')} of UN human rights experts to "
            "Governments and others, with the replies and the standards they invoke.",
            section=Section.HOME,
        ),
        latest=rows[:LATEST],
        counts=(
            figure(len(rows), "letter", "", "cases/"),
            figure(received, "letter", " with a reply on record", replied_at(catalogue)),
            figure(len(invoked), "instrument", " invoked", "standards/"),
            figure(
                *(not_held, "letter", " cited but not held"),
                "coverage/#not-held" if not_held else "coverage/",
            ),
        ),
        addressees=_most(
            Count(catalogue.addressee_link(code), len(held))
            for code, held in catalogue.by_addressee.items()
        ),
        years=year_counts({year: len(held) for year, held in catalogue.by_year.items()}),
        provisions=_most_cited(
            (
                LinkTo(
                    f"{corpus.instruments[name].short}, {page.provision.in_words}",
                    f"{instrument_address(name)}{page.provision}/",
                ),
                page.cited,
            )
            for (name, _), page in catalogue.pages.items()
            if page.cited.letters
        ),
        instruments=_most_cited(
            (LinkTo(held.short, instrument_address(held.id)), corpus.cited_anywhere[held.id])
            for held in invoked
        ),
        mandates=_most(
            Count(LinkTo(corpus.mandates[name].name, mandate_address(name)), len(held))
            for name, held in catalogue.by_mandate.items()
            if name in corpus.mandates
        ),
        topics=_most(
            Count(LinkTo(corpus.topics[name].name, topic_address(name)), len(held))
            for name, held in catalogue.by_topic.items()
            if name in corpus.topics
        ),
    )


def _most(counts: Iterable[Count]) -> tuple[Count, ...]:
    ordered = sorted(counts, key=lambda count: (-count.number, fold(count.link.words)))
    return tuple(ordered[:MOST])


def _most_cited(cited: Iterable[tuple[LinkTo, CitedBy]]) -> tuple[Count, ...]:
    """Return what most letters cite; among equals what is cited more often."""
    ordered = sorted(
        cited, key=lambda pair: (-len(pair[1].letters), -pair[1].citations, fold(pair[0].words))
    )
    return tuple(Count(link, len(by.letters)) for link, by in ordered[:MOST])
