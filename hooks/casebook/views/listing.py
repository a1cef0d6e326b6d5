"""Lists of letters that stay readable at any length: whole, or split by year."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from casebook.model.address import addressee_address, year_address
from casebook.views.catalogue import Catalogue
from casebook.views.counted import counted_at
from casebook.views.page import CASES, LinkTo, Page, Section
from casebook.views.replies import ReplyRecord, reply_record
from casebook.views.row import DossierRow
from casebook.words.wording import count_words, noun_words

Key = TypeVar("Key")

LONGEST_LIST = 500
"""A longer list is split by year, or by addressee."""
LATEST = 50
"""How many letters a split list still shows."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number, and the page that lists what it counts, where there is one."""

    link: LinkTo
    number: int


def figure(number: int, noun: str, more: str, address: str | None = None) -> Count:
    """Return a number with what it counts in words: letters with a page."""
    return Count(LinkTo(noun_words(number, noun) + more, address), number)


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Letters under one heading."""

    heading: LinkTo
    rows: tuple[DossierRow, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """A list of letters, newest first."""

    total: int
    rows: tuple[DossierRow, ...]
    """All of them, or the LATEST when the list is split."""
    years: tuple[Count, ...]
    """The pages a long list is split into; empty when the list is whole."""

    @property
    def is_split(self) -> bool:
        """Whether the list shows only the latest letters."""
        return bool(self.years)


@dataclass(frozen=True, slots=True)
class ListingView:
    """A page that lists letters: a year, or one year of something longer."""

    page: Page
    intro: str
    groups: tuple[RowGroup, ...]
    """The letters; empty when the page only leads on to shorter ones."""
    parts: tuple[Count, ...]
    """The shorter pages, when there are too many letters for one."""
    record: ReplyRecord


@dataclass(frozen=True, slots=True)
class AddresseeCount:
    """An addressee as the list of all of them shows it."""

    link: LinkTo
    record: ReplyRecord
    not_held: int


@dataclass(frozen=True, slots=True)
class CasesView:
    """`/cases/`: every addressee, every year, and the latest letters."""

    page: Page
    total: int
    addressees: tuple[AddresseeCount, ...]
    years: tuple[Count, ...]
    latest: tuple[DossierRow, ...]


def grouped(
    rows: Iterable[DossierRow], key: Callable[[DossierRow], Key]
) -> dict[Key, list[DossierRow]]:
    """Return rows by what `key` says of each, in their order."""
    groups: dict[Key, list[DossierRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def year_counts(
    numbers: Mapping[int, int], address_of: Callable[[int], str] = year_address
) -> tuple[Count, ...]:
    """Return years with how many letters each has, latest first."""
    return tuple(
        Count(LinkTo(str(year), address_of(year)), numbers[year])
        for year in sorted(numbers, reverse=True)
    )


def addressee_counts(
    catalogue: Catalogue, numbers: Mapping[str, int], anchor: str = ""
) -> tuple[Count, ...]:
    """Return addressees with how many letters each has, most first."""
    return tuple(
        Count(catalogue.addressee_link(code, anchor), numbers[code])
        for code in sorted(catalogue.by_name(numbers), key=lambda code: -numbers[code])
    )


def letters_of(rows: Sequence[DossierRow], address_of: Callable[[int], str]) -> Letters:
    """Return a list of letters; a long one with the pages of its years."""
    if not has_year_pages(rows):
        return Letters(len(rows), tuple(rows), ())
    years = year_counts(Counter(row.reference.year for row in rows), address_of)
    return Letters(len(rows), tuple(rows[:LATEST]), years)


def years_of(rows: Iterable[DossierRow]) -> tuple[int, ...]:
    """Return the years of the references, latest first."""
    return tuple(sorted({row.reference.year for row in rows}, reverse=True))


def cases_view(catalogue: Catalogue) -> CasesView:
    """Return the page of all letters."""
    rows = tuple(catalogue.rows.values())
    return CasesView(
        page=Page(
            address="cases/",
            title="All cases",
            description=f"{count_words(len(rows), 'letter')} of UN human rights experts, "
            "by addressee and by year, each with the state of the reply.",
            section=Section.CASES,
        ),
        total=len(rows),
        addressees=tuple(
            AddresseeCount(
                catalogue.addressee_link(code),
                addressee_record(catalogue, code, catalogue.by_addressee.get(code, ())),
                len(catalogue.not_held.get(code, ())),
            )
            for code in catalogue.addressees
        ),
        years=year_counts({year: len(held) for year, held in catalogue.by_year.items()}),
        latest=rows[:LATEST],
    )


def addressee_record(
    catalogue: Catalogue, code: str, rows: Sequence[DossierRow], year: int | None = None
) -> ReplyRecord:
    """Return the record of replies to letters to an addressee; to those of one year, if given."""
    place = addressee_address(code, place_of(rows))
    counted = counted_at(catalogue, place, year=year, addressee=catalogue.name_of(code))
    return reply_record(rows, counted)


def year_view(catalogue: Catalogue, year: int) -> ListingView:
    """Return the page of one year: the letters by addressee, or the addressees when too many."""
    rows = catalogue.by_year[year]
    by_addressee = grouped(rows, lambda row: row.reference.addressee)
    codes = catalogue.by_name(by_addressee)
    is_split = len(rows) > LONGEST_LIST
    return ListingView(
        page=Page(
            address=year_address(year),
            title=f"Letters of {year}",
            description=f"{count_words(len(rows), 'letter')} with a reference of {year}, "
            "by addressee, each with the state of the reply.",
            section=Section.CASES,
            crumbs=(CASES,),
        ),
        intro=f"Letters whose reference carries the year {year}. "
        "The day a letter was sent can fall in another year.",
        groups=()
        if is_split
        else tuple(
            RowGroup(catalogue.addressee_link(code), tuple(by_addressee[code])) for code in codes
        ),
        parts=tuple(
            Count(
                LinkTo(catalogue.name_of(code), year_address(year, code)), len(by_addressee[code])
            )
            for code in codes
        )
        if is_split
        else (),
        record=reply_record(rows, counted_at(catalogue, "#letters", year=year)),
    )


def has_year_pages(rows: Sequence[DossierRow]) -> bool:
    """Whether a list is so long that it is split by year."""
    return len(rows) > LONGEST_LIST


def place_of(rows: Sequence[DossierRow]) -> str:
    """Return where an addressee's page tells of all its letters: their list, or one by year."""
    return "years" if has_year_pages(rows) and len(years_of(rows)) > 1 else "letters"


def addressee_year_view(catalogue: Catalogue, year: int, code: str) -> ListingView:
    """Return the letters to one addressee in one year."""
    rows = catalogue.by_addressee_year[code, year]
    name = catalogue.name_of(code)
    to = catalogue.corpus.addressee_in_sentence(code)
    return part_view(
        rows,
        Page(
            address=year_address(year, code),
            title=f"{name}: letters of {year}",
            description=f"{count_words(len(rows), 'letter')} to {to} with a reference of {year}.",
            section=Section.CASES,
            crumbs=(
                CASES,
                catalogue.addressee_link(code),
                LinkTo(str(year), year_address(year)),
            ),
        ),
        counted_at(catalogue, "#letters", year=year, addressee=name),
    )


def part_view(rows: Sequence[DossierRow], page: Page, counted: str) -> ListingView:
    """Return one part of a longer list; `counted` is where its letters are listed with a filter."""
    return ListingView(
        page=page,
        intro="",
        groups=(RowGroup(LinkTo(""), tuple(rows)),),
        parts=(),
        record=reply_record(rows, counted),
    )
