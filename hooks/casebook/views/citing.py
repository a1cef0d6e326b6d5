"""Who cites a standard or a communication: by letter, with the words around each citation."""

from collections.abc import Iterable, Mapping

from casebook.identifiers.provision import Provision, runs_of
from casebook.identifiers.reference import Reference
from casebook.model.occurrence import Occurrence
from casebook.views.catalogue import Catalogue
from casebook.views.snippet import CitingLetter, snippet_of
from casebook.words.wording import join_words

RUN = 3
"""So many provisions in a row are told by the first and the last."""


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
