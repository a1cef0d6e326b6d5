"""Who cites a standard or a communication: by letter, with the words around each citation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casebook.identifiers.provision import Provision, runs_of
from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address
from casebook.model.occurrence import Occurrence
from casebook.views.catalogue import Catalogue
from casebook.views.place import anchor_in_words
from casebook.views.row import DossierRow
from casebook.words.language import direction_of
from casebook.words.vocabulary import Origin
from casebook.words.wording import join_words

RUN = 3
"""So many provisions in a row are told by the first and the last."""


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


def citing_letters(
    catalogue: Catalogue,
    letters: Iterable[Reference],
    cited: Mapping[str, Provision | None],
) -> tuple[CitingLetter, ...]:
    """Return these letters, each with those of its citations that point at what is `cited`.

    That is targets as printed, each with the provision that it is, where it is one of several.
    """
    return tuple(
        CitingLetter(
            row,
            tuple(
                snippet_of(found, _in_words(found, cited))
                for found in catalogue.corpus.quotations(reference, cited.keys())
            ),
        )
        for reference in letters
        if (row := catalogue.rows.get(reference))
    )


def _in_words(found: Occurrence, cited: Mapping[str, Provision | None]) -> str:
    held = (cited.get(target) for target in found.citation.printed)
    words = []
    for run in runs_of(dict.fromkeys(filter(None, held))):
        if len(run) >= RUN:
            words.append(run[0].to_in_words(run[-1]))
        else:
            words.extend(each.in_words for each in run)
    return join_words(words)


def citing_communication(
    catalogue: Catalogue, reference: Reference, limit: int
) -> tuple[CitingLetter, ...]:
    """Return the newest letters that cite a communication."""
    letters = catalogue.corpus.mentioned.get(reference, ())[:limit]
    return citing_letters(catalogue, letters, {str(reference): None})
