"""From what a text cites to the links of a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from casebook.citations.citation import Citation, Target
from casebook.citations.members import find_members
from casebook.citations.publishers import official_address
from casebook.identifiers.link import (
    AnchorLink,
    DossierLink,
    LinkTarget,
    StandardLink,
    WebLink,
    parse_link,
)
from casebook.identifiers.provision import parse_provision
from casebook.identifiers.reference import Reference
from casebook.model.address import communication_address, dossier_address, standard_address
from casebook.model.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a paragraph's plain text that becomes a link."""

    start: int
    end: int
    opening: str
    """The tag that opens the link."""


class Hyperlinks:
    """The links of one page, whose way to the root of the site (`../../../`) is `root`."""

    def __init__(self, corpus: Corpus, root: str, own: Reference | None = None) -> None:
        self._corpus = corpus
        self._root = root
        self._own = own
        self._openings: dict[str, str | None] = {}
        """The tags of links that editors wrote: a letter cites the same provision many times."""

    def editors_link(self, target: str, inner: str) -> str:
        """Return the link an editor wrote, around words already written.

        What may not be followed stays words: the rule `link-target` has told the editor.
        """
        if target not in self._openings:
            self._openings[target] = self._editors_opening(target)
        opening = self._openings[target]
        return f"{opening}{inner}</a>" if opening else inner

    def _editors_opening(self, target: str) -> str | None:
        link = parse_link(target)
        address = self.address_of(link) if link else None
        if not address:
            return None
        kind = 'class="out" rel="noopener noreferrer" ' if isinstance(link, WebLink) else ""
        if isinstance(link, StandardLink | DossierLink):
            kind = 'class="cite" '
        return f'<a {kind}href="{escape(address)}">'

    def address_of(self, link: LinkTarget) -> str | None:
        """Return where a link leads from this page; None to a standard that we do not hold."""
        match link:
            case StandardLink(instrument=instrument_id, fragment=fragment):
                instrument = self._corpus.instruments.get(instrument_id)
                place = parse_provision(fragment) if fragment else None
                return self._root + standard_address(instrument, place) if instrument else None
            case DossierLink(reference=reference, fragment=fragment):
                if reference in self._corpus.dossiers:
                    return self._root + dossier_address(reference, fragment)
                return self._root + communication_address(self._corpus, reference)
            case AnchorLink(fragment=fragment):
                return f"#{fragment}"
            case WebLink(address=address):
                return address

    def stretches(self, citation: Citation) -> Iterator[Stretch]:
        """Yield the links of a found citation: one for each member of a list it can tell apart."""
        for start, end, target in find_members(citation):
            if opening := self._opening(target):
                yield Stretch(start, end, opening)

    def lead(self, target: Target) -> str | None:
        """Return where a citation leads from this page: to our record, else to the official one."""
        if isinstance(target, Reference):
            return self._root + communication_address(self._corpus, target)
        if standard := self._corpus.standard_of(target):
            return self._root + standard_address(*standard)
        return official_address(target)

    def _opening(self, target: Target) -> str | None:
        address = self.lead(target) if target != self._own else None
        if not address:
            return None
        if isinstance(target, Reference) or self._corpus.standard_of(target):
            return f'<a class="cite found" href="{escape(address)}">'
        return f'<a class="cite found out" rel="noopener noreferrer" href="{escape(address)}">'
