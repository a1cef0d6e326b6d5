"""The pages of mandates and topics: `/mandates/`, `/mandates/wgad/`, `/topics/family-contact/`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casebook.model.address import instrument_address, mandate_address, topic_address
from casebook.model.register import Mandate
from casebook.views.catalogue import Catalogue
from casebook.views.counted import counted_at
from casebook.views.ledger import mandate_words, topic_words
from casebook.views.listing import Letters, ListingView, letters_of, part_view
from casebook.views.page import MANDATES, TOPICS, LinkTo, Page, Section
from casebook.views.replies import ReplyRecord, reply_record
from casebook.views.row import DossierRow
from casebook.words.vocabulary import MandateKind
from casebook.words.wording import count_words, fold


@dataclass(frozen=True, slots=True)
class MandateCount:
    """A mandate as the list of all of them shows it."""

    link: LinkTo
    abbreviation: str | None
    record: ReplyRecord


@dataclass(frozen=True, slots=True)
class MandatesView:
    """`/mandates/`: every mandate, thematic ones first."""

    page: Page
    thematic: tuple[MandateCount, ...]
    country: tuple[MandateCount, ...]


@dataclass(frozen=True, slots=True)
class MandateView:
    """Everything that a mandate's page shows."""

    page: Page
    mandate: Mandate
    resolution: LinkTo | None
    """The resolution that letters cite for it, with its page where it is held."""
    letters: Letters
    record: ReplyRecord


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A topic as the list of all of them shows it."""

    link: LinkTo
    gloss: str
    letters: int


@dataclass(frozen=True, slots=True)
class TopicsView:
    """`/topics/`: every topic, by name."""

    page: Page
    topics: tuple[TopicCount, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """Everything that a topic's page shows."""

    page: Page
    gloss: str
    letters: Letters
    record: ReplyRecord


def mandates_view(catalogue: Catalogue) -> MandatesView:
    """Return the page of all mandates."""
    mandates = sorted(catalogue.corpus.mandates.values(), key=lambda held: fold(held.name))
    words = mandate_words(catalogue.corpus.mandates)
    counts = {
        kind: tuple(_count(catalogue, held, words) for held in mandates if held.kind is kind)
        for kind in MandateKind
    }
    return MandatesView(
        page=Page(
            address="mandates/",
            title="Mandates",
            description=f"{count_words(len(mandates), 'Special Procedures mandate')} "
            "and the letters each of them sent.",
            section=Section.MANDATES,
        ),
        thematic=counts[MandateKind.THEMATIC],
        country=counts[MandateKind.COUNTRY],
    )


def _count(catalogue: Catalogue, mandate: Mandate, words: Mapping[str, str]) -> MandateCount:
    address = mandate_address(mandate.id)
    counted = counted_at(catalogue, f"{address}#letters", mandate=words[mandate.id])
    record = reply_record(catalogue.by_mandate.get(mandate.id, ()), counted)
    return MandateCount(LinkTo(mandate.name, address), mandate.abbreviation, record)


def mandate_view(catalogue: Catalogue, name: str) -> MandateView:
    """Return the page of a mandate."""
    mandate = catalogue.corpus.mandates[name]
    rows = catalogue.by_mandate.get(name, ())
    address = mandate_address(name)
    words = mandate_words(catalogue.corpus.mandates)[name]
    return MandateView(
        page=Page(
            address=address,
            title=mandate.name,
            description=f"{count_words(len(rows), 'letter')} that the {mandate.name} joined, "
            "with the replies, and who has held the mandate.",
            section=Section.MANDATES,
            crumbs=(MANDATES,),
        ),
        mandate=mandate,
        resolution=_resolution(catalogue, mandate.resolution) if mandate.resolution else None,
        letters=letters_of(rows, f"{address}{{}}/".format),
        record=reply_record(rows, counted_at(catalogue, "#letters", mandate=words)),
    )


def _resolution(catalogue: Catalogue, words: str) -> LinkTo:
    held = catalogue.corpus.symbols.get(words)
    return LinkTo(words, instrument_address(held) if held else None)


def mandate_year_view(catalogue: Catalogue, name: str, year: int) -> ListingView:
    """Return the letters of a mandate in one year of the series."""
    above = LinkTo(catalogue.corpus.mandates[name].name, mandate_address(name))
    words = mandate_words(catalogue.corpus.mandates)[name]
    counted = counted_at(catalogue, "#letters", year=year, mandate=words)
    rows = catalogue.by_mandate_year[name, year]
    return _year_view(rows, year, Section.MANDATES, (MANDATES, above), counted)


def topics_view(catalogue: Catalogue) -> TopicsView:
    """Return the page of all topics."""
    topics = sorted(catalogue.corpus.topics.values(), key=lambda topic: fold(topic.name))
    return TopicsView(
        page=Page(
            address="topics/",
            title="Topics",
            description=f"{count_words(len(topics), 'topic')} that letters share.",
            section=Section.TOPICS,
        ),
        topics=tuple(
            TopicCount(
                LinkTo(topic.name, topic_address(topic.id)),
                topic.gloss,
                len(catalogue.by_topic.get(topic.id, ())),
            )
            for topic in topics
        ),
    )


def topic_view(catalogue: Catalogue, name: str) -> TopicView:
    """Return the page of a topic."""
    topic = catalogue.corpus.topics[name]
    rows = catalogue.by_topic.get(name, ())
    address = topic_address(name)
    return TopicView(
        page=Page(
            address=address,
            title=topic.name,
            description=f"{topic.gloss} {count_words(len(rows), 'letter')}.",
            section=Section.TOPICS,
            crumbs=(TOPICS,),
        ),
        gloss=topic.gloss,
        letters=letters_of(rows, f"{address}{{}}/".format),
        record=reply_record(rows, _counted_topic(catalogue, name)),
    )


def topic_year_view(catalogue: Catalogue, name: str, year: int) -> ListingView:
    """Return the letters on a topic in one year of the series."""
    above = LinkTo(catalogue.corpus.topics[name].name, topic_address(name))
    rows = catalogue.by_topic_year[name, year]
    counted = _counted_topic(catalogue, name, year)
    return _year_view(rows, year, Section.TOPICS, (TOPICS, above), counted)


def _counted_topic(catalogue: Catalogue, name: str, year: int | None = None) -> str:
    words = topic_words(catalogue.corpus.topics)[name]
    return counted_at(catalogue, "#letters", year=year, topic=words)


def _year_view(
    rows: Sequence[DossierRow],
    year: int,
    section: Section,
    crumbs: tuple[LinkTo, LinkTo],
    counted: str,
) -> ListingView:
    above = crumbs[-1]
    page = Page(
        address=f"{above.address}{year}/",
        title=f"{above.words}: letters of {year}",
        description=f"{count_words(len(rows), 'letter')} with a reference of {year}.",
        section=section,
        crumbs=crumbs,
    )
    return part_view(rows, page, counted)
