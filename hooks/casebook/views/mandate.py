"""The pages of mandates and topics: `/mandates/`, `/mandates/wgad/`, `/topics/family-contact/`."""

from dataclasses import dataclass

from casebook.model.address import instrument_address, mandate_address, topic_address
from casebook.model.register import Mandate, Topic
from casebook.views.catalogue import Catalogue
from casebook.views.counted import counted_at
from casebook.views.ledger import mandate_words
from casebook.views.listing import Letters, ListingView, letters_of, part_view, years_of
from casebook.views.page import MANDATES, TOPICS, LinkTo, Page, Section
from casebook.views.replies import ReplyRecord, reply_record
from casebook.words.vocabulary import MandateKind
from casebook.words.wording import count_words, fold


@dataclass(frozen=True, slots=True)
class MandateCount:
    """A mandate as the list of all of them shows it."""

    link: LinkTo
    abbreviation: str | None
    letters: int
    received: int
    """To how many of them a reply is on record."""
    counted: str
    """Where the letters counted are listed."""


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
    counted: str
    """Where the letters counted are listed."""


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
    held = catalogue.corpus.mandates
    mandates = sorted(held.values(), key=lambda mandate: fold(mandate.name))
    words = mandate_words(held)
    return MandatesView(
        page=Page(
            address="mandates/",
            title="Mandates",
            description=f"{count_words(len(mandates), 'Special Procedures mandate')} "
            "and the letters each of them sent.",
            section=Section.MANDATES,
        ),
        thematic=tuple(
            _count(catalogue, each, words[each.id])
            for each in mandates
            if each.kind is MandateKind.THEMATIC
        ),
        country=tuple(
            _count(catalogue, each, words[each.id])
            for each in mandates
            if each.kind is MandateKind.COUNTRY
        ),
    )


def _count(catalogue: Catalogue, mandate: Mandate, words: str) -> MandateCount:
    rows = catalogue.by_mandate.get(mandate.id, ())
    return MandateCount(
        LinkTo(mandate.name, mandate_address(mandate.id)),
        mandate.abbreviation,
        len(rows),
        sum(row.reply.state.is_received for row in rows),
        counted_at(
            catalogue,
            f"{mandate_address(mandate.id)}#letters",
            mandate=words,
        ),
    )


def mandate_view(catalogue: Catalogue, mandate: Mandate) -> MandateView:
    """Return the page of a mandate."""
    rows = catalogue.by_mandate.get(mandate.id, ())
    address = mandate_address(mandate.id)
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
        letters=letters_of(rows, {year: f"{address}{year}/" for year in years_of(rows)}),
        record=reply_record(row.reply for row in rows),
        counted=counted_at(
            catalogue, "#letters", mandate=mandate_words(catalogue.corpus.mandates)[mandate.id]
        ),
    )


def _resolution(catalogue: Catalogue, words: str) -> LinkTo:
    held = catalogue.corpus.symbols.get(words)
    return LinkTo(words, instrument_address(held) if held else None)


def mandate_year_view(catalogue: Catalogue, mandate: Mandate, year: int) -> ListingView:
    """Return the letters of a mandate in one year of the series."""
    rows = catalogue.by_mandate_year[mandate.id, year]
    above = LinkTo(mandate.name, mandate_address(mandate.id))
    counted = counted_at(
        catalogue,
        "#letters",
        year=year,
        mandate=mandate_words(catalogue.corpus.mandates)[mandate.id],
    )
    return part_view(rows, _year_page(len(rows), year, Section.MANDATES, MANDATES, above), counted)


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


def topic_view(catalogue: Catalogue, topic: Topic) -> TopicView:
    """Return the page of a topic."""
    rows = catalogue.by_topic.get(topic.id, ())
    address = topic_address(topic.id)
    return TopicView(
        page=Page(
            address=address,
            title=topic.name,
            description=f"{topic.gloss} {count_words(len(rows), 'letter')}.",
            section=Section.TOPICS,
            crumbs=(TOPICS,),
        ),
        gloss=topic.gloss,
        letters=letters_of(rows, {year: f"{address}{year}/" for year in years_of(rows)}),
        record=reply_record(row.reply for row in rows),
    )


def topic_year_view(catalogue: Catalogue, topic: Topic, year: int) -> ListingView:
    """Return the letters on a topic in one year of the series."""
    rows = catalogue.by_topic_year[topic.id, year]
    above = LinkTo(topic.name, topic_address(topic.id))
    return part_view(rows, _year_page(len(rows), year, Section.TOPICS, TOPICS, above))


def _year_page(letters: int, year: int, section: Section, index: LinkTo, above: LinkTo) -> Page:
    return Page(
        address=f"{above.address}{year}/",
        title=f"{above.words}: letters of {year}",
        description=f"{count_words(letters, 'letter')} with a reference of {year}.",
        section=section,
        crumbs=(index, above),
    )
