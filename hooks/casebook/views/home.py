"""The home page: the latest letters, what there is, and the ways in."""

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.model.address import instrument_address, mandate_address, topic_address
from casebook.views.catalogue import Catalogue
from casebook.views.counted import replied_at
from casebook.views.listing import Count, year_counts
from casebook.views.page import LinkTo, Page, Section
from casebook.views.replies import ReplyRecord, reply_record
from casebook.views.row import DossierRow
from casebook.words.wording import count_words, fold, noun_words

LATEST = 8
"""How many letters the home page shows."""
MOST = 12
"""How many entries each way in shows; the whole list is one step further."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything that the home page shows below its own words."""

    page: Page
    latest: tuple[DossierRow, ...]
    record: ReplyRecord
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
    record = reply_record(row.reply for row in rows)
    not_held = sum(map(len, catalogue.not_held.values()))
    provisions = [
        (
            Count(
                LinkTo(
                    f"{corpus.instruments[name].short}, {page.provision.in_words}",
                    f"{instrument_address(name)}{page.provision}/",
                ),
                len(page.cited.letters),
            ),
            page.cited.citations,
        )
        for (name, _), page in catalogue.pages.items()
        if page.cited.letters
    ]
    instruments = [
        (
            Count(
                LinkTo(instrument.short, instrument_address(instrument.id)),
                len(cited.letters),
            ),
            cited.citations,
        )
        for instrument in corpus.instruments.values()
        if (cited := corpus.cited_anywhere[instrument.id]).letters
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
        record=record,
        counts=(
            _figure(len(rows), "letter", "", "cases/"),
            _figure(record.received, "letter", " with a reply on record", replied_at(catalogue)),
            _figure(len(instruments), "instrument", " invoked", "standards/"),
            _figure(
                *(not_held, "letter", " cited but not held"),
                "coverage/#not-held" if not_held else "coverage/",
            ),
        ),
        addressees=_most(
            Count(catalogue.addressee_link(code), len(held))
            for code, held in catalogue.by_addressee.items()
        ),
        years=year_counts(catalogue),
        provisions=_most_cited(provisions),
        instruments=_most_cited(instruments),
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


def _figure(number: int, noun: str, more: str, address: str) -> Count:
    return Count(LinkTo(noun_words(number, noun) + more, address), number)


def _most(counts: Iterable[Count]) -> tuple[Count, ...]:
    ordered = sorted(counts, key=lambda count: (-count.number, fold(count.link.words)))
    return tuple(ordered[:MOST])


def _most_cited(counts: Iterable[tuple[Count, int]]) -> tuple[Count, ...]:
    """Return what most letters cite; among equals what is cited more often."""
    ordered = sorted(counts, key=lambda pair: (-pair[0].number, -pair[1], fold(pair[0].link.words)))
    return tuple(count for count, _ in ordered[:MOST])
