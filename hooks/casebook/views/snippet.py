"""A citation with the words around it."""

from dataclasses import dataclass

from casebook.model.address import dossier_address
from casebook.model.occurrence import Occurrence
from casebook.views.place import anchor_in_words
from casebook.views.row import DossierRow
from casebook.words.language import direction_of
from casebook.words.vocabulary import Origin


@dataclass(frozen=True, slots=True)
class Snippet:
    """One citation in its paragraph, cut to size."""

    before: str
    surface: str
    after: str
    place: str
    """The paragraph in words: paragraph 12."""
    address: str
    """The paragraph itself."""
    language: str
    direction: str
    is_verbatim: bool
    """Whether these are the document's own words."""
    is_found: bool
    """Whether a machine found the citation; otherwise an editor made it."""
    target: str = ""
    """Which of several provisions it cites, in words."""


@dataclass(frozen=True, slots=True)
class CitingLetter:
    """The citations that one letter makes, with what a list of them says of the letter."""

    row: DossierRow
    snippets: tuple[Snippet, ...]


def snippet_of(occurrence: Occurrence, target: str = "") -> Snippet:
    """Return a citation with the words around it. `target` says which of several it cites."""
    citation = occurrence.citation
    return Snippet(
        before=occurrence.before,
        surface=citation.surface,
        after=occurrence.after,
        place=anchor_in_words(occurrence.anchor),
        address=dossier_address(occurrence.reference, occurrence.anchor),
        language=occurrence.language,
        direction=direction_of(occurrence.language),
        is_verbatim=occurrence.is_verbatim,
        is_found=citation.origin is Origin.FOUND,
        target=target,
    )
