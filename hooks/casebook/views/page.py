"""What every page has, whatever it shows: its address, its title, its place in the site."""

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The part of the site a page belongs to, as the navigation names it."""

    HOME = "home"
    CASES = "cases"
    REPLIES = "replies"
    STANDARDS = "standards"
    MANDATES = "mandates"
    TOPICS = "topics"
    PEOPLE = "people"
    COVERAGE = "coverage"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class LinkTo:
    """Words that lead to a page of ours. Addresses count from the site's root."""

    words: str
    address: str | None = None
    """None when there is no such page: the words stand alone."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's place in the site, and what others are told of it."""

    address: str
    """From the site's root, with a slash at its end: cases/blr/7-2025/. Empty for the home."""
    title: str
    """The heading of the page."""
    description: str
    """One or two sentences, for search engines and previews."""
    section: Section
    crumbs: tuple[LinkTo, ...] = ()
    """The pages above this one, outermost first."""
    is_indexed: bool = True
    """Whether search engines may list it."""


CASES = LinkTo("Cases", "cases/")
STANDARDS = LinkTo("Standards", "standards/")
MANDATES = LinkTo("Mandates", "mandates/")
TOPICS = LinkTo("Topics", "topics/")
PEOPLE = LinkTo("People", "people/")
REPLIES = LinkTo("Replies", "replies/")
