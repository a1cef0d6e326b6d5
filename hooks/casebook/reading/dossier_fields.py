"""The fields of dossier.yml: one table a record."""

import re
from dataclasses import dataclass
from typing import Any

from casebook.model.dossier import (
    Basis,
    Correction,
    Event,
    Person,
    PressItem,
    Publication,
    RelatedTo,
    Signatory,
    Withdrawal,
)
from casebook.reading.document_fields import DOCUMENT, REPLY
from casebook.reading.fields import Field, Record
from casebook.reading.findings import Findings
from casebook.reading.kinds import ListOf, MapOf, one_of
from casebook.reading.nodes import Mapping, Node
from casebook.reading.values import (
    ANY_DOCUMENT_ID,
    DAY,
    DAYS,
    LANGUAGE,
    LINE,
    PARTIAL_DAY,
    PERSON_NAME,
    PINPOINT,
    PROSE,
    REFERENCE,
    REGISTERED,
    REPLY_ID,
    REQUEST_ID,
    WEB_ADDRESS,
    YES,
)
from casebook.words.vocabulary import (
    About,
    CommunicationType,
    Naming,
    Relation,
)


@dataclass(frozen=True, slots=True)
class _Persons(Record[Person]):
    """A person: one whose name is withheld need not have it written here at all."""

    def read(self, node: Node, findings: Findings) -> Person | None:
        """Return the person, or None."""
        values = self.values(node, findings)
        if values is None:
            return None
        if "name" not in values and values["naming"] is not Naming.WITHHELD:
            assert isinstance(node, Mapping)
            entry = node.entries.get("name")
            if not entry or entry[1].is_null:
                message = 'A person needs "name", unless it is withheld.'
                place = entry[0] if entry else node
                findings.add(place, "missing-field", message, 'Write "name:" and its value.')
            return None
        return self.build(**values)


def _person(naming: Naming, name: str = "", **more: Any) -> Person:
    return Person(name, naming, **more)


_PERSON = _Persons(
    "a person",
    _person,
    (
        Field(
            "name",
            PERSON_NAME,
            "The name as the published letter prints it; needed unless withheld.",
        ),
        Field(
            "naming",
            one_of("a way of naming", Naming),
            "How the person may appear: public, initials or withheld.",
            is_required=True,
        ),
        Field("also", ListOf(PERSON_NAME), "Other spellings of the name, in any script."),
        Field("role", LINE, "What the person is in this case, in our own words."),
    ),
)

_SIGNATORY = Record(
    "a signatory",
    Signatory,
    (
        Field("mandate", REGISTERED, "The mandate that the person signs for.", is_required=True),
        Field("name", LINE, "The name as the letter prints it.", is_required=True),
        Field("title", LINE, "The office as the letter prints it."),
    ),
)


def _publication(rule: int, source: str) -> Publication:
    return Publication(rule, source)


_PUBLICATION = Record(
    "the rule of publication",
    _publication,
    (
        Field("rule", DAYS, "After how many days the letter is published.", is_required=True),
        Field("source", LINE, "Who says so: letter.", is_required=True),
    ),
)


def _reversed(words: str) -> str | None:
    """Return the help for a relation that is told from the other end: followed-up-by."""
    if not re.fullmatch(
        r"(?:is |was )?(?:follow|correct)\w*[- ]?(?:up)?[- ]by", words, re.IGNORECASE
    ):
        return None
    relation = Relation.CORRECTS if words[:1] in "cC" else Relation.FOLLOWS_UP
    return f"Write {relation} in the other dossier: this page shows it by itself."


_RELATED = Record(
    "a relation",
    RelatedTo,
    (
        Field("to", REFERENCE, "The reference of the other communication.", is_required=True),
        Field(
            "as",
            one_of("a relation", Relation, _reversed),
            "How this communication stands to the other.",
            is_required=True,
            attribute="kind",
        ),
    ),
)


def _press_item(**values: Any) -> PressItem:
    return PressItem(**{"title": None, "date": None, "url": None, **values})


_PRESS_ITEM = Record(
    "a press item",
    _press_item,
    (
        Field("publisher", LINE, "Who published it.", is_required=True),
        Field("title", LINE, "Its title."),
        Field("date", PARTIAL_DAY, "The day on which it appeared."),
        Field("url", WEB_ADDRESS, "Where it can be read."),
        Field(
            "about",
            one_of("a way of knowing", About),
            "Whether the item itself names the letter (stated) or we conclude it (inferred).",
            is_required=True,
        ),
        Field("note", PROSE, "What a reader should know about it."),
    ),
)

_EVENT = Record(
    "an event",
    Event,
    (
        Field("date", PARTIAL_DAY, "When it happened.", is_required=True),
        Field("what", PROSE, "What happened, in our own words.", is_required=True),
        Field("source", LINE, "Who says so."),
    ),
)

_BASIS = Record(
    "a source of facts",
    Basis,
    (
        Field("gives", LINE, "Which facts it gives.", is_required=True),
        Field("at", PINPOINT, "The paragraph of a dossier that gives them."),
        Field("publisher", LINE, "Who publishes it."),
        Field("url", WEB_ADDRESS, "The public page that gives them."),
    ),
    one_of=("at", "url", "publisher"),
)

_CORRECTION = Record(
    "a correction",
    Correction,
    (
        Field("date", DAY, "Since when the page is right.", is_required=True),
        Field("what", PROSE, "What was wrong.", is_required=True),
        Field("why", PROSE, "Why it was changed.", is_required=True),
    ),
)

_WITHDRAWAL = Record(
    "a withdrawal",
    Withdrawal,
    (
        Field("date", DAY, "Since when the dossier is not shown.", is_required=True),
        Field("reason", PROSE, "Why it is not shown.", is_required=True),
    ),
)

DOSSIER: Record[dict[str, Any]] = Record(
    "a dossier",
    dict,
    (
        Field("type", one_of("a type of communication", CommunicationType), "The kind of letter."),
        Field("title", LINE, "What the letter is about, in our own words.", is_required=True),
        Field(
            "addressee",
            LINE,
            "Who received the letter, when it is no State.",
            attribute="addressee_name",
        ),
        Field("sent", DAY, "The day of the letter."),
        Field("language", LANGUAGE, "The language of the letter."),
        Field("mandates", ListOf(REGISTERED), "The mandates that sent it, in the letter's order."),
        Field("mandates-note", PROSE, "What a reader should know about the list of mandates."),
        Field("signatories", ListOf(_SIGNATORY), "Who signed the letter."),
        Field("topics", ListOf(REGISTERED), "The topics of the letter."),
        Field("summary", PROSE, "Two to five neutral sentences in our own words."),
        Field(
            "persons",
            ListOf(_PERSON, allows_twice=True),
            "The persons that the published letter names.",
        ),
        Field("publication", _PUBLICATION, "When the letter says that it will be published."),
        Field("published", DAY, "The day on which the letter was published."),
        Field(
            "requests",
            MapOf(REQUEST_ID, PROSE, "the request in our own words"),
            "What the letter asks for, by the labels of its text.",
        ),
        Field(
            "documents",
            MapOf(ANY_DOCUMENT_ID, DOCUMENT, "its source"),
            "Where each document is published, and how its texts were made.",
        ),
        Field("replies", MapOf(REPLY_ID, REPLY, "the reply's fields"), "The replies published."),
        Field("checked", DAY, "The last day on which someone looked for a reply."),
        Field(
            "related",
            ListOf(_RELATED, allows_twice=True),
            "Other communications on the same matter.",
        ),
        Field("press", ListOf(_PRESS_ITEM), "Public reports about the letter."),
        Field("events", ListOf(_EVENT), "Dated facts that no other field gives."),
        Field("sources", ListOf(_BASIS), "Where facts of this dossier come from."),
        Field(
            "corrections", ListOf(_CORRECTION), "What was wrong on this page, and since when not."
        ),
        Field("withdrawn", _WITHDRAWAL, "Since when, and why, the dossier is no longer shown."),
        Field(
            "noindex",
            YES,
            "Keeps the dossier from search engines, and from search, feeds and people on this site.",
        ),
    ),
)
