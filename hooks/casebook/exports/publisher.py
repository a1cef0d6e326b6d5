"""Who publishes, on what terms, and how an address of ours is written in full."""

from casebook.exports.shape import Url

NAME = "Casebook"
"""As mkdocs.yml has it; a test compares them."""

RIGHTS = "CC BY 4.0 for what we write; official documents under the terms of their publishers."
"""As mkdocs.yml has it; a test compares them."""

LICENSE = "https://creativecommons.org/licenses/by/4.0/"

AUTHORS = "Special Procedures of the UN Human Rights Council"
"""Who writes a letter whose mandates are not known."""
OTHERS = "other mandates"
"""Who writes a joint letter with the one mandate that is known."""


def in_full(site_url: str, address: str) -> Url:
    """Return an address from the site's root with the site before it."""
    return Url(f"{site_url.rstrip('/')}/{address}")
