"""The replies on record to one letter."""

from dataclasses import dataclass
from datetime import date

from casebook.model.dossier import Assessment, Dossier, Reply, Source
from casebook.model.reply_state import ReplyState, days_between, state_of
from casebook.views.page import LinkTo
from casebook.views.place import pinpoint_link
from casebook.views.requests import reply_words
from casebook.words.language import language_name


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """What somebody says of a reply: their words, not our verdict."""

    by: str
    what: str
    place: LinkTo
    """Where they say it: BLR 7/2025, paragraph 8."""
    is_external: bool
    """Whether the place is an address on the web."""


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One reply on record."""

    id: str
    words: str
    """The reply, or Reply 2 of several."""
    state: ReplyState
    status_words: str
    received: date | None
    days: int | None
    language: str | None
    assessments: tuple[AssessmentLine, ...]
    source: Source | None
    has_text: bool


def reply_lines(dossier: Dossier) -> tuple[ReplyLine, ...]:
    """Return the replies to a letter, in the order of the dossier."""
    return tuple(_reply(dossier, reply) for reply in dossier.replies)


def _reply(dossier: Dossier, reply: Reply) -> ReplyLine:
    document = dossier.document(reply.id)
    return ReplyLine(
        id=reply.id,
        words=reply_words(dossier, reply.id),
        state=state_of(reply),
        status_words=reply.status.in_words if reply.status else "reported; the document not seen",
        received=reply.received,
        days=days_between(dossier.sent, reply.received),
        language=language_name(reply.language) if reply.language else None,
        assessments=tuple(_assessment(said) for said in reply.assessments),
        source=reply.source or (document.source if document else None),
        has_text=bool(document and document.texts),
    )


def _assessment(said: Assessment) -> AssessmentLine:
    if not said.at:
        return AssessmentLine(said.by, said.what, LinkTo("source", said.url), is_external=True)
    return AssessmentLine(said.by, said.what, pinpoint_link(said.at), is_external=False)
