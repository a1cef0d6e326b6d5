"""The search page, `/search/`, and the resolver, `/r/`: both need a script, and say so without one."""

from dataclasses import dataclass

from casebook.views.page import (
    CASES,
    MANDATES,
    PEOPLE,
    REPLIES,
    STANDARDS,
    TOPICS,
    LinkTo,
    Page,
    Section,
)


@dataclass(frozen=True, slots=True)
class SearchView:
    """A page on which a script answers."""

    page: Page
    ways: tuple[LinkTo, ...]
    """The pages to browse instead."""


_WAYS = (CASES, STANDARDS, MANDATES, TOPICS, PEOPLE, REPLIES)


def search_view() -> SearchView:
    """Return the search page."""
    page = Page(
        address="search/",
        title="Search",
        description="Search the letters held here: names in any spelling or script, references, standards, words and phrases.",
        section=Section.SEARCH,
    )
    return SearchView(page, _WAYS)


def resolver_view() -> SearchView:
    """Return the page that leads from a reference in any spelling to the letter."""
    page = Page(
        address="r/",
        title="Find a letter by its reference",
        description="Leads from the reference of a letter, in any spelling, to its page.",
        section=Section.SEARCH,
        is_indexed=False,
    )
    return SearchView(page, _WAYS)
