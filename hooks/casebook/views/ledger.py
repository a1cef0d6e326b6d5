"""The ledger of replies: `/replies/`. Every letter once; every rate with what it is out of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from casebook.model.address import mandate_address, year_address
from casebook.model.register import Mandate, Topic
from casebook.model.reply_state import ReplyState
from casebook.views.catalogue import Catalogue
from casebook.views.counted import counted_at, is_split
from casebook.views.listing import Count, addressee_record, grouped, year_counts
from casebook.views.page import REPLIES, LinkTo, Page, Section
from casebook.views.replies import (
    RecordLine,
    ReplyRecord,
    counting_words,
    reply_record,
    state_words,
)
from casebook.views.row import DossierRow
from casebook.words.wording import count_words


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many letters are in one state."""

    state: ReplyState
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One letter in the ledger."""

    row: DossierRow
    mandates: tuple[LinkTo, ...]
    topics: tuple[str, ...]
    """The words by which the filter by topic finds it."""
    found_by: tuple[str, ...]
    """What the filter by reply finds it by: the words of numbers that count it."""


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The ledger, or one year of it."""

    page: Page
    record: ReplyRecord
    states: tuple[StateCount, ...]
    by_addressee: tuple[RecordLine, ...]
    by_year: tuple[RecordLine, ...]
    rows: tuple[LedgerRow, ...]
    """Every letter; empty when the ledger is split."""
    parts: tuple[Count, ...]
    longest: int
    """The longest time to a reply, in days: the scale of every drawing on the page."""


def mandate_words(mandates: Mapping[str, Mandate]) -> dict[str, str]:
    """Return what each mandate is called where there is little room; no two of them alike.

    The ledger finds the letters of a mandate by these words. One that was ended and one that
    came after it can have one label: these are called by their names.
    """
    short = {name: held.abbreviation or held.label or held.name for name, held in mandates.items()}
    times = Counter(short.values())
    words = {
        name: said if times[said] == 1 else mandates[name].name for name, said in short.items()
    }
    return {name: said[:1].upper() + said[1:] for name, said in words.items()}


def topic_words(topics: Mapping[str, Topic]) -> dict[str, str]:
    """Return what the ledger finds the letters on each topic by; no two of them alike."""
    times = Counter(topic.name for topic in topics.values())
    return {name: held.name if times[held.name] == 1 else name for name, held in topics.items()}


def ledger_view(catalogue: Catalogue) -> LedgerView:
    """Return the ledger of all letters."""
    rows = tuple(catalogue.rows.values())
    received = reply_record(rows).received
    years = {year: len(held) for year, held in catalogue.by_year.items()}
    return _view(
        catalogue,
        Page(
            address="replies/",
            title="Replies",
            description=f"{count_words(len(rows), 'letter')}, {received:,} with a reply "
            "on record: who answered, when, and of how many letters nobody knows.",
            section=Section.REPLIES,
        ),
        rows,
        parts=year_counts(years, "replies/{}/".format) if is_split(catalogue) else (),
    )


def ledger_year_view(catalogue: Catalogue, year: int) -> LedgerView:
    """Return one year of the ledger."""
    rows = catalogue.by_year[year]
    return _view(
        catalogue,
        Page(
            address=f"replies/{year}/",
            title=f"Replies to the letters of {year}",
            description=f"The state of the reply to each of "
            f"{count_words(len(rows), 'letter')} with a reference of {year}.",
            section=Section.REPLIES,
            crumbs=(REPLIES,),
        ),
        rows,
        parts=(),
        year=year if is_split(catalogue) else None,
    )


def _view(
    catalogue: Catalogue,
    page: Page,
    rows: Sequence[DossierRow],
    parts: tuple[Count, ...],
    year: int | None = None,
) -> LedgerView:
    by_addressee = grouped(rows, lambda row: row.reference.addressee)
    by_year = grouped(rows, lambda row: row.reference.year)
    counted = counted_at(catalogue, "#by-year" if len(by_year) > 1 else "#ledger", year=year)
    record = reply_record(rows, counted)
    states = Counter(row.reply.state for row in rows)
    return LedgerView(
        page=page,
        record=record,
        states=tuple(
            StateCount(state, state_words(state), states[state])
            for state in ReplyState
            if states[state]
        ),
        by_addressee=tuple(
            RecordLine(
                catalogue.addressee_link(code),
                addressee_record(catalogue, code, by_addressee[code], year),
            )
            for code in catalogue.by_name(by_addressee)
        ),
        by_year=tuple(
            RecordLine(
                LinkTo(str(each), year_address(each)),
                reply_record(by_year[each], counted_at(catalogue, "#ledger", year=each)),
            )
            for each in sorted(by_year, reverse=True)
        ),
        rows=() if parts else tuple(_ledger_rows(catalogue, rows)),
        parts=parts,
        longest=max(record.days, default=0),
    )


def _ledger_rows(catalogue: Catalogue, rows: Iterable[DossierRow]) -> Iterator[LedgerRow]:
    words = mandate_words(catalogue.corpus.mandates)
    topics = topic_words(catalogue.corpus.topics)
    for row in rows:
        yield LedgerRow(
            row,
            tuple(
                LinkTo(words[name], mandate_address(name)) for name in row.mandates if name in words
            ),
            tuple(topics[name] for name in row.topics if name in topics),
            counting_words(row.reply.state),
        )
