"""The theme's page around a body: rendered once by the theme, then spliced."""

from dataclasses import dataclass
from html import escape

_MARK = "\x02"
"""Stands around the name of a slot. No text can contain it: reading refuses control characters."""

SLOTS = ("title", "description", "canonical", "root", "head", "body")


@dataclass(frozen=True, slots=True)
class Slots:
    """What the theme is given in place of a page: every attribute is the mark of a slot."""

    title: str = f"{_MARK}title{_MARK}"
    description: str = f"{_MARK}description{_MARK}"
    canonical: str = f"{_MARK}canonical{_MARK}"
    root: str = f"{_MARK}root{_MARK}"
    head: str = f"{_MARK}head{_MARK}"
    body: str = f"{_MARK}body{_MARK}"
    section: str = ""
    """Not a slot: a shell is rendered for each section of the site."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A page of the theme, cut at its slots."""

    pieces: tuple[str, ...]
    """Literal HTML and the names of slots, in turn; the first and the last are HTML."""

    def splice(self, slots: dict[str, str]) -> str:
        """Return the page. `slots` are HTML already, and each has a value."""
        return "".join(
            slots[piece] if index % 2 else piece for index, piece in enumerate(self.pieces)
        )


def cut_shell(html: str) -> Shell:
    """Return the shell that a theme rendered with `Slots`."""
    pieces = tuple(html.split(_MARK))
    unknown = {*pieces[1::2]} - {*SLOTS}
    if unknown or "body" not in pieces[1::2]:
        raise ValueError(f"the theme's page has no slot for the body, or unknown ones: {unknown}")
    return Shell(pieces)


def root_of(address: str) -> str:
    """Return the way from a page to the root of the site: `../../../` for cases/blr/7-2025/."""
    return "../" * address.count("/") or "./"


def canonical(site_url: str, address: str) -> str:
    """Return the full address of a page, escaped for an attribute."""
    return escape(site_url.rstrip("/") + "/" + address)
