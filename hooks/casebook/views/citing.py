"""Who cites a standard or a communication: by letter, with the words around each citation."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from casebook.identifiers.reference import Reference
from casebook.model.corpus import Occurrence
from casebook.views.catalogue import Catalogue
from casebook.views.snippet import CitingLetter, Snippet, snippet_of


def citing_letters(
    catalogue: Catalogue,
    occurrences: Iterable[Occurrence],
    *,
    limit: int | None = None,
    target_of: Callable[[Occurrence], str] | None = None,
) -> tuple[CitingLetter, ...]:
    """Group citations by letter, in the order in which the letters first come.

    `target_of` says in words which of several provisions a citation points at.
    """
    by_letter = defaultdict[Reference, list[Snippet]](list)
    for occurrence in occurrences:
        if limit is not None and len(by_letter) >= limit and occurrence.reference not in by_letter:
            break
        by_letter[occurrence.reference].append(
            snippet_of(catalogue.corpus, occurrence, target_of(occurrence) if target_of else "")
        )
    return tuple(
        CitingLetter(
            label=row.label,
            title=row.title,
            address=row.address,
            addressee=row.addressee.words,
            sent=row.sent,
            reply=row.reply,
            snippets=tuple(snippets),
        )
        for reference, snippets in by_letter.items()
        if (row := catalogue.rows.get(reference))
    )
