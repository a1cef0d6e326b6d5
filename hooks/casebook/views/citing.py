"""Who cites a standard or a communication: by letter, with the words around each citation."""

from collections.abc import Iterable, Mapping

from casebook.identifiers.reference import Reference
from casebook.model.occurrence import Occurrence
from casebook.views.catalogue import Catalogue
from casebook.views.snippet import CitingLetter, snippet_of
from casebook.words.wording import join_words


def citing_letters(
    catalogue: Catalogue,
    letters: Iterable[Reference],
    cited: Mapping[str, str],
) -> tuple[CitingLetter, ...]:
    """Return these letters, each with those of its citations that point at what is `cited`.

    That is targets as printed, each with words that say which of several it is; they may be empty.
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
                snippet_of(found, _in_words(found, cited))
                for found in catalogue.corpus.quotations(reference, cited.keys())
            ),
        )
        for reference in letters
        if (row := catalogue.rows.get(reference))
    )


def _in_words(found: Occurrence, cited: Mapping[str, str]) -> str:
    held = (cited[target] for target in found.citation.printed if target in cited)
    return join_words(list(dict.fromkeys(held)))


def citing_communication(
    catalogue: Catalogue, reference: Reference, limit: int
) -> tuple[CitingLetter, ...]:
    """Return the newest letters that cite a communication."""
    letters = catalogue.corpus.mentioned.get(reference, ())[:limit]
    return citing_letters(catalogue, letters, {str(reference): ""})
