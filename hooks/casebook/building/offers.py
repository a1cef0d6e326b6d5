"""What pages offer beside their records, computed from the exports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from casebook.exports.alternates import Alternate
from casebook.exports.basis import Basis
from casebook.exports.bibliography import cite_as, cite_document
from casebook.exports.oembed import frame_html
from casebook.model.address import addressee_address, dossier_address
from casebook.model.dossier import Dossier
from casebook.rendering.offer import Move, Offer, Way

_WORDS: Final[Mapping[str, str]] = {
    "application/atom+xml": "Atom",
    "application/feed+json": "JSON",
    "text/calendar": "calendar",
}
"""What ways are called, by their media type."""


@dataclass(frozen=True, slots=True)
class Past:
    """What became of pages since they were published."""

    changed: Mapping[str, date] = field(default_factory=dict)
    """The folder of each dossier to the day it last changed: cases/blr/7-2025."""
    repository: str = ""
    """The web page of the repository."""
    moved: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Pages from which paragraphs moved: each to the anchors, and where these went."""

    def changed_on(self, dossier: Dossier) -> date | None:
        """Return when the files of a dossier last changed."""
        return self.changed.get(f"cases/{dossier.reference.folder}")

    def history(self, dossier: Dossier) -> str:
        """Return the page that lists the changes of a dossier, at the hosts whose pages we know."""
        host = urlsplit(self.repository).hostname or ""
        way = {"github": "commits/HEAD", "gitlab": "-/commits/HEAD"}
        name = next((name for name in way if name in host.split(".")), None)
        if not name or self.changed_on(dossier) is None:
            return ""
        return f"{self.repository.rstrip('/')}/{way[name]}/cases/{dossier.reference.folder}"

    def moves(self, address: str) -> tuple[Move, ...]:
        """Return the paragraphs that stood on a page and moved."""
        return tuple(Move(*each) for each in self.moved.get(address, {}).items())


def moved_paragraphs(moved: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return the pages from which paragraphs moved: each to the anchors, and where these went."""
    pages: dict[str, dict[str, str]] = {}
    for old, new in moved.items():
        page, mark, anchor = old.partition("#")
        if mark:
            pages.setdefault(page, {})[anchor] = new
    return pages


class Offers:
    """The offers of all pages."""

    def __init__(
        self, basis: Basis, feeds: Mapping[str, tuple[Alternate, ...]], past: Past | None = None
    ) -> None:
        """Begin: `feeds` are those of `feed_alternates`."""
        self._basis = basis
        self._past = past or Past()
        self._feeds = feeds

    def of_page(self, address: str) -> Offer:
        """Return what a page offers, given from the site's root."""
        return Offer(follow=self._ways(address))

    def of_dossier(self, dossier: Dossier) -> Offer:
        """Return what the page of a dossier offers. A withdrawn one offers nothing."""
        address = dossier_address(dossier.reference)
        if dossier.withdrawn:
            return Offer(follow=self._ways(address))
        page = self._basis.url(address)
        addressee = self._basis.corpus.recipient_of(dossier)
        return Offer(
            address=page,
            cite_page=cite_as(dossier, addressee, page),
            cite_document=cite_document(self._basis.corpus, dossier, addressee) or "",
            frame=frame_html(dossier, self._basis.site_url),
            follow=self._ways(_fed(dossier)),
            changed=self._past.changed_on(dossier),
            history=self._past.history(dossier),
            moved=self._past.moves(address),
        )

    def _ways(self, address: str) -> tuple[Way, ...]:
        site = self._basis.url("")
        return tuple(
            Way(_WORDS[each.media_type], each.address.removeprefix(site), each.media_type)
            for each in self._feeds.get(address, ())
        )


def _fed(dossier: Dossier) -> str:
    """Return the page whose feeds tell of a dossier: that of its addressee."""
    return addressee_address(dossier.reference.addressee)
