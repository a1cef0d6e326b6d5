"""Which originals dossiers record."""

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier, Source


@dataclass(frozen=True, slots=True)
class Recorded:
    """One original, as dossier.yml records it."""

    reference: Reference
    document: str
    """communication, reply-1."""
    path: str
    """The dossier.yml, relative to the collection."""
    source: Source

    @property
    def name(self) -> str:
        """What a report calls it: BLR 7/2025 communication."""
        return f"{self.reference} {self.document}"


def recorded_in(dossier: Dossier) -> Iterator[Recorded]:
    """Yield the originals of a dossier: the letter first, then the replies.

    A reply may have two, where `documents` and `replies` name different addresses.
    """
    replies = {reply.id: reply.source for reply in dossier.replies}
    for document in dossier.documents:
        found = [document.source, replies.get(document.id)]
        urls: set[str | None] = set()
        for source in found:
            if source and (source.url or source.sha256) and source.url not in urls:
                urls.add(source.url)
                yield Recorded(dossier.reference, document.id, dossier.path, source)
