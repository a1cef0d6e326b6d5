"""The ledger of replies: `/replies/`. Every letter once; every rate with what it is out of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casebook.model.address import addressee_address, mandate_address, year_address
from casebook.model.register import Mandate
from casebook.model.reply_state import ReplyState
from casebook.views.catalogue import Catalogue
from casebook.views.counted import counted_at, is_split
from casebook.views.listing import Count, place_of
from casebook.views.page import REPLIES, LinkTo, Page, Section
from casebook.views.replies import ReplyRecord, reply_record
from casebook.views.row import DossierRow
from casebook.words.wording import count_words


@dataclass(frozen=True, slots=True)
class RecordLine:
    """The record of one addressee or one year."""

    link: LinkTo
    record: ReplyRecord
    counted: str
    """Where the letters counted are listed: the ledger, with a filter, or a place on a page."""


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
    counted: str
    """Where the letters counted are listed."""


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


def ledger_view(catalogue: Catalogue) -> LedgerView:
    """Return the ledger of all letters."""
    rows = tuple(catalogue.rows.values())
    record = reply_record(row.reply for row in rows)
    return _view(
        catalogue,
        Page(
            address="replies/",
            title="Replies",
            description=f"{count_words(record.letters, 'letter')}, {record.received:,} with a reply "
            "on record: who answered, when, and of how many letters nobody knows.",
            section=Section.REPLIES,
        ),
        rows,
        parts=tuple(
            Count(LinkTo(str(year), f"replies/{year}/"), len(held))
            for year, held in catalogue.by_year.items()
        )
        if is_split(catalogue)
        else (),
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
    rows: Iterable[DossierRow],
    parts: tuple[Count, ...],
    year: int | None = None,
) -> LedgerView:
    held = tuple(rows)
    by_addressee: dict[str, list[DossierRow]] = {}
    by_year: dict[int, list[DossierRow]] = {}
    for row in held:
        by_addressee.setdefault(row.reference.addressee, []).append(row)
        by_year.setdefault(row.reference.year, []).append(row)
    record = reply_record(row.reply for row in held)
    states = [row.reply.state for row in held]
    return LedgerView(
        page=page,
        record=record,
        states=tuple(
            StateCount(state, _STATE_WORDS.get(state, state.in_words), number)
            for state in ReplyState
            if (number := states.count(state))
        ),
        by_addressee=tuple(
            RecordLine(
                LinkTo(catalogue.name_of(code), addressee_address(code)),
                reply_record(row.reply for row in by_addressee[code]),
                counted_at(
                    catalogue,
                    addressee_address(code, place_of(by_addressee[code])),
                    year=year,
                    addressee=catalogue.name_of(code),
                ),
            )
            for code in catalogue.by_name(by_addressee)
        ),
        by_year=tuple(
            RecordLine(
                LinkTo(str(each), year_address(each)),
                reply_record(row.reply for row in by_year[each]),
                counted_at(catalogue, "#ledger", year=each),
            )
            for each in sorted(by_year, reverse=True)
        ),
        rows=() if parts else tuple(_ledger_rows(catalogue, held)),
        parts=parts,
        longest=max(record.days, default=0),
        counted=counted_at(catalogue, "#by-year" if len(by_year) > 1 else "#ledger", year=year),
    )


_STATE_WORDS = {
    ReplyState.SUBSTANTIVE: "Substantive reply received",
    ReplyState.RECEIVED: "Reply reported, document not seen",
    ReplyState.NONE_FOUND: "No reply found at the last check",
}


def _ledger_rows(catalogue: Catalogue, rows: Iterable[DossierRow]) -> Iterator[LedgerRow]:
    words = mandate_words(catalogue.corpus.mandates)
    for row in rows:
        yield LedgerRow(
            row,
            tuple(
                LinkTo(words[name], mandate_address(name)) for name in row.mandates if name in words
            ),
            _found_by(row.reply.state),
        )


def _found_by(state: ReplyState) -> tuple[str, ...]:
    words = [_STATE_WORDS.get(state, state.in_words)]
    if state.is_received:
        words.append("Reply on record")
    if state is not ReplyState.NOT_KNOWN:
        words.append("State known")
    return tuple(words)
