"""Where the letters behind a number are listed."""

from urllib.parse import urlencode

from casebook.views.catalogue import Catalogue

LONGEST_LEDGER = 1000
"""A longer ledger is split by year."""


def is_split(catalogue: Catalogue) -> bool:
    """Whether the ledger is so long that every year has a page of its own."""
    return len(catalogue.rows) > LONGEST_LEDGER


def counted_at(
    catalogue: Catalogue, otherwise: str, *, year: int | None = None, **filters: str
) -> str:
    """Return where letters are listed, from the root of the site: the ledger, with a filter.

    A filter is a column, and what it says. A split ledger lists the letters of one year on a
    page. What is counted over several years is found `otherwise`: at a place of a page, from the
    root or of the same page, where letters or years stand with the state of their replies.
    """
    if is_split(catalogue):
        return f"replies/{year}/?{urlencode(filters)}" if year else otherwise
    return f"replies/?{urlencode(filters | ({'year': str(year)} if year else {}))}"


def replied_at(catalogue: Catalogue) -> str:
    """Return where the letters with a reply on record are listed, or their ledger when split."""
    if is_split(catalogue):
        return "replies/"
    return f"{counted_at(catalogue, '', reply='Reply on record')}#ledger"
