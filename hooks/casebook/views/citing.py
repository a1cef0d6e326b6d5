"""Who cites a standard or a communication: by letter, with the words around each citation."""

from collections.abc import Callable, Iterable

from casebook.identifiers.reference import Reference
from casebook.model.occurrence import Occurrence
from casebook.views.catalogue import Catalogue
from casebook.views.snippet import CitingLetter, snippet_of


def citing_letters(
    catalogue: Catalogue,
    letters: Iterable[Reference],
    cites: Callable[[Occurrence], str | None],
) -> tuple[CitingLetter, ...]:
    """Return these letters, each with those of its citations that `cites` has words for.

    The words say which of several provisions a citation points at; they may be empty.
    """
    return tuple(
        CitingLetter(
            label=row.label,
            title=row.title,
            address=row.address,
            addressee=row.addressee.words,
            sent=row.sent,
            reply=row.reply,
            snippets=tuple(
                snippet_of(occurrence, words)
                for occurrence in catalogue.corpus.occurrences[reference]
                if (words := cites(occurrence)) is not None
            ),
        )
        for reference in letters
        if (row := catalogue.rows.get(reference))
    )


def citing_communication(
    catalogue: Catalogue, reference: Reference, limit: int
) -> tuple[CitingLetter, ...]:
    """Return the newest letters that cite a communication."""

    def cites(occurrence: Occurrence) -> str | None:
        return "" if reference in occurrence.citation.targets else None

    return citing_letters(catalogue, catalogue.corpus.mentioned.get(reference, ())[:limit], cites)
