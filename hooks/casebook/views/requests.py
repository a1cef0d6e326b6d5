"""Request by request: what was asked, and what each reply says to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.identifiers.label import Label
from casebook.model.dossier import Answer, Dossier, Reply
from casebook.model.text import Paragraph, Text
from casebook.words.vocabulary import AnswerState


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a reply, in the words we hold."""

    words: str
    """Its number: 3."""
    anchor: str
    text: str
    """Without markup; empty when the text of the reply is not held."""
    language: str
    is_verbatim: bool


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What one reply does with one request."""

    reply: str
    """The reply: Reply 1."""
    anchor: str
    state: AnswerState
    passages: tuple[Passage, ...]
    assessed_by: str | None


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One numbered request, and the replies to it."""

    words: str
    """Its number: Q2."""
    anchor: str
    what: str
    is_quoted: bool
    """Whether these are the letter's own words."""
    is_in_text: bool
    """Whether the text we show holds it, so that its anchor leads there."""
    answers: tuple[AnswerLine, ...]


def request_lines(dossier: Dossier) -> tuple[RequestLine, ...]:
    """Return the requests of a letter in order. Without an assessment there is no verdict."""
    communication = dossier.document("communication")
    text = communication.texts[0] if communication and communication.texts else None
    held = {
        block.label.anchor: block.plain
        for block in (text.blocks if text and dossier.requests else ())
        if isinstance(block, Paragraph) and block.label
    }
    return tuple(
        RequestLine(
            words=name.upper(),
            anchor=name,
            what=what,
            is_quoted=bool(
                text and text.is_verbatim and name in held and what.startswith(held[name])
            ),
            is_in_text=name in held,
            answers=tuple(
                _answer(dossier, reply, reply.answers[name])
                for reply in dossier.replies
                if name in reply.answers
            ),
        )
        for name, what in (dossier.requests or {}).items()
    )


def answered_in_words(requests: Iterable[RequestLine]) -> str:
    """Return how many requests are answered: `1 answered, 2 not addressed, 1 not compared`.

    Where several replies bear on a request, the one that gives most counts. Empty when no reply
    was compared with any request.
    """
    states = [
        min((answer.state for answer in line.answers), key=_MOST_GIVEN.index, default=None)
        for line in requests
    ]
    if not any(states):
        return ""
    counts = [(states.count(state), state.in_words) for state in _MOST_GIVEN]
    counts.append((states.count(None), "not compared"))
    return ", ".join(f"{count} {told}" for count, told in counts if count)


_MOST_GIVEN = (
    AnswerState.ANSWERED,
    AnswerState.PARTLY,
    AnswerState.REFUSED,
    AnswerState.NOT_ADDRESSED,
)


def _answer(dossier: Dossier, reply: Reply, answer: Answer) -> AnswerLine:
    document = dossier.document(reply.id)
    text = document.texts[0] if document and document.texts else None
    return AnswerLine(
        reply=reply_words(dossier, reply.id),
        anchor=reply.id,
        state=answer.state,
        passages=tuple(_passage(reply.id, label, text) for label in answer.at),
        assessed_by=reply.assessed_by,
    )


def reply_words(dossier: Dossier, reply: str) -> str:
    """Return what a reply is called on the page: The reply, or Reply 2 of several."""
    if len(dossier.replies) <= 1:
        return "The reply"
    return f"Reply {reply.removeprefix('reply-')}"


def _passage(document: str, label: Label, text: Text | None) -> Passage:
    found: list[Paragraph] = []
    if text:
        found = [paragraph for own, paragraph in text.labelled() if own == label]
    return Passage(
        words=label.number,
        anchor=label.anchor_in(document),
        text=found[0].plain if found else "",
        language=text.language if text else "en",
        is_verbatim=bool(text and text.is_verbatim),
    )
