"""The fields of dossier.yml that tell of documents: where they are published, and of replies."""

from typing import Any

from casebook.model.dossier import Answer, Assessment, Reply, Source
from casebook.reading.fields import Field, Record
from casebook.reading.kinds import Either, ListOf, MapOf, one_of
from casebook.reading.values import (
    CHECKSUM,
    COUNT,
    DAY,
    LANGUAGE,
    LINE,
    PARAGRAPH,
    PINPOINT,
    PROSE,
    REQUEST_ID,
    WEB_ADDRESS,
)
from casebook.words.vocabulary import AnswerState, Capture, ReplyStatus, Translation

SOURCE = Record(
    "a source",
    Source,
    (
        Field("publisher", LINE, "Who publishes the document."),
        Field("url", WEB_ADDRESS, "Where the document is."),
        Field("retrieved", DAY, "The day on which the copy was fetched."),
        Field("sha256", CHECKSUM, "The SHA-256 checksum of the copy that was seen."),
        Field("pages", COUNT, "How many pages the copy has."),
    ),
    one_of=("publisher", "url", "retrieved", "sha256", "pages"),
)

_ANSWER = Record(
    "an answer",
    Answer,
    (
        Field(
            "state",
            one_of("a state of an answer", AnswerState),
            "What the reply does with the request.",
            is_required=True,
        ),
        Field("at", ListOf(PARAGRAPH), "The paragraphs of the reply that answer it."),
    ),
)

_ASSESSMENT = Record(
    "an assessment",
    Assessment,
    (
        Field("by", LINE, "Who assesses the reply.", is_required=True),
        Field("what", PROSE, "What they say of it, in our own words.", is_required=True),
        Field("at", PINPOINT, "The paragraph of a dossier in which they say it."),
        Field("url", WEB_ADDRESS, "The public page on which they say it."),
    ),
    one_of=("at", "url"),
)


_STATUS_HINTS = {
    "confidential": f"Write {ReplyStatus.WITHHELD}.",
    "received": "Write null: it means that nobody of us has seen the reply.",
    "none": "Take the reply out: a letter without one has no entry here.",
}


def _reply(**values: Any) -> Reply:
    return Reply(id="", **values)


REPLY = Record(
    "a reply",
    _reply,
    (
        Field("received", DAY, "The day on which the reply came."),
        Field(
            "status",
            one_of("a status of a reply", ReplyStatus, _STATUS_HINTS.get),
            "What kind of reply it is.",
        ),
        Field("language", LANGUAGE, "The language of the reply."),
        Field("source", SOURCE, "Where the reply is published."),
        Field(
            "answers",
            MapOf(
                REQUEST_ID,
                Either(one_of("a state of an answer", AnswerState), _ANSWER, Answer),
                "answered, partly, not-addressed or refused",
            ),
            "What the reply does with each request.",
        ),
        Field("assessments", ListOf(_ASSESSMENT), "What others say of the reply."),
        Field("assessed-by", LINE, "Who compared the reply with the requests."),
    ),
)

DOCUMENT: Record[dict[str, Any]] = Record(
    "a document",
    dict,
    (
        Field("source", SOURCE, "Where the document is published."),
        Field(
            "text",
            one_of("a way to take a text", Capture),
            "How the verbatim text was taken: born-digital, ocr (read by a machine) or transcribed.",
            attribute="capture",
        ),
        Field(
            "translation",
            one_of("a kind of translation", Translation),
            "Who made the texts in other languages than the document's own.",
        ),
    ),
)
