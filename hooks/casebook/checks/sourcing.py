"""What is shown has a source."""

from collections.abc import Iterator

from casebook.checks.finding import Finding, Material
from casebook.model.dossier import Dossier, Source
from casebook.reading.nodes import Step


def sources_of(dossier: Dossier) -> Iterator[tuple[tuple[Step, ...], Source]]:
    """Yield the source of every document, with the way to it in dossier.yml."""
    in_replies = {reply.id: reply.source for reply in dossier.replies}
    for document in dossier.documents:
        if document.source:
            is_there = in_replies.get(document.id) is document.source
            yield ("replies" if is_there else "documents", document.id, "source"), document.source


def check_sources(dossier: Dossier, _: Material) -> Iterator[Finding]:
    """A reply is there because something shows it, and one whose kind is known has a source."""
    for reply in dossier.replies:
        held = dossier.document(reply.id)
        if reply.status and not (held and _shows(held.source)):
            yield Finding(
                dossier.path,
                f"{reply.id} has a status, and no source that shows it.",
                'Add its "source" with publisher and url; write status: null when nobody of us '
                "has seen the reply.",
                ("replies", reply.id, "status"),
            )
        elif not any((reply.received, reply.status, reply.assessments, reply.answers)) and not (
            held and (held.source or held.texts)
        ):
            yield Finding(
                dossier.path,
                f"Nothing here shows that {reply.id} came.",
                'Give the day on which it was received, and its "source"; where no reply is known, '
                "take the entry out.",
                ("replies", reply.id),
            )


def _shows(source: Source | None) -> bool:
    return bool(source and (source.publisher or source.url or source.sha256))
