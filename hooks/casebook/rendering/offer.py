"""What a page offers beside its record: ways to cite, follow, embed and take it away."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Way:
    """Another form of what the page tells: a feed, a calendar."""

    words: str
    """As short as can be: Atom."""
    address: str
    """From the site's root."""
    media_type: str


@dataclass(frozen=True, slots=True)
class Move:
    """A paragraph that others link to, and that stands elsewhere now."""

    anchor: str
    """Where it stood on this page: p12."""
    address: str
    """Where it is now, from the site's root."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that a template may offer; what is empty does not appear."""

    address: str = ""
    """The page in full, with the site before it."""
    cite_page: str = ""
    """How to cite our page, in plain text."""
    cite_document: str = ""
    """How to cite the letter itself, in plain text."""
    frame: str = ""
    """HTML that shows the dossier on another site: as text, not as part of our page."""
    follow: tuple[Way, ...] = ()
    """Feeds and calendars of the page, or of a dossier's addressee."""
    changed: date | None = None
    """When the files of the dossier last changed; None where nobody knows."""
    history: str = ""
    """The web page that lists every change, where there is one."""
    moved: tuple[Move, ...] = ()
    """Paragraphs that stand elsewhere now."""
