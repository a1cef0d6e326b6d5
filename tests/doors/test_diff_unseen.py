"""Nothing changes unseen: `casebook diff` tells of every field, and of every part of a text."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from tests.doors.repository import DOSSIER, TEXT, Tell, commit

from casebook.model.dossier import Document, Dossier, Reply, Source

_SAMPLES = {
    "title": "title: B",
    "type": "type: UA",
    "sent": "sent: 2025-03-05",
    "language": "language: fr",
    "mandates": "mandates: null",
    "mandates_note": "mandates-note: A",
    "signatories": "signatories: [{mandate: sr-rivers, name: A B}]",
    "topics": "topics: null",
    "summary": "summary: A.",
    "persons": "persons: [{name: A B, naming: public}]",
    "publication": "publication: {rule: 60 days, source: letter}",
    "published": "published: 2025-06-01",
    "requests": "requests: {q1: A}",
    "documents": "documents: {communication: {source: {url: 'https://example.org/'}}}",
    "replies": "replies: {reply-1: {received: 2025-05-05, source: {publisher: A}}}",
    "checked": "checked: 2025-12-02",
    "related": "related: [{to: XXX 2/2024, as: follows-up}]",
    "press": "press: [{publisher: A, about: stated}]",
    "events": "events: [{date: 2025-05-05, what: A}]",
    "sources": "sources: [{gives: A, publisher: B}]",
    "corrections": "corrections: [{date: 2025-05-05, what: A, why: B}]",
    "withdrawn": "withdrawn: {date: 2025-05-05, reason: A}",
    "noindex": "noindex: true",
}
_REPLY = {
    "received": "received: 2025-05-06",
    "status": "status: substantive",
    "language": "language: fr",
    "source": "source: {publisher: B}",
    "answers": "answers: {q1: refused}",
    "assessments": "assessments: [{by: A, what: B, url: https://example.org/}]",
    "assessed_by": "assessed-by: A",
}
_SOURCE = {
    "publisher": "publisher: B",
    "url": "url: https://example.org/",
    "retrieved": "retrieved: 2025-05-05",
    "sha256": f"sha256: {'a' * 64}",
    "pages": "pages: 7",
}
_DOCUMENT = {
    "capture": "text: ocr",
    "translation": "translation: machine",
    "source": "source: {publisher: B}",
}


def _with(line: str, dossier: str) -> str:
    field = line.partition(":")[0]
    return re.sub(rf"^{field}:.*\n", "", dossier, flags=re.MULTILINE) + f"{line}\n"


@pytest.mark.parametrize("name", _SAMPLES)
def test_no_field_of_a_dossier_changes_unseen(repository: Path, tell: Tell, name: str) -> None:
    told = tell({DOSSIER: _with(_SAMPLES[name], (repository / DOSSIER).read_text())})
    assert "#### XXX 1/2025" in told
    assert "has problems" not in told


def test_who_received_it_changes_not_unseen(repository: Path, tell: Tell) -> None:
    path = "cases/oth/1-2025/dossier.yml"
    commit(repository, {path: "title: A\naddressee: A company\n"})
    told = tell({path: "title: A\naddressee: A company of Example\n"})
    assert "- **Addressee**: ~~A company~~ **A company of Example**\n" in told


@pytest.mark.parametrize("name", _REPLY)
def test_no_field_of_a_reply_changes_unseen(repository: Path, tell: Tell, name: str) -> None:
    before = (repository / DOSSIER).read_text() + "requests: {q1: A}\n"
    entry = "{received: 2025-05-05, source: {publisher: A}}"
    commit(repository, {DOSSIER: f"{before}replies: {{reply-1: {entry}}}\n"})
    field = _REPLY[name]
    kept = [
        each
        for each in ("received: 2025-05-05", "source: {publisher: A}")
        if each.split(":")[0] != field.split(":")[0]
    ]
    told = tell({DOSSIER: f"{before}replies: {{reply-1: {{{', '.join([*kept, field])}}}}}\n"})
    assert "- **reply-1: " in told


@pytest.mark.parametrize(
    "line", [*_DOCUMENT.values(), *(f"source: {{{x}}}" for x in _SOURCE.values())]
)
def test_no_field_of_a_document_changes_unseen(repository: Path, tell: Tell, line: str) -> None:
    before = (repository / DOSSIER).read_text()
    told = tell({DOSSIER: f"{before}documents: {{communication: {{{line}}}}}\n"})
    assert "- **communication: " in told


def test_there_is_a_sample_for_every_field() -> None:
    apart = {"addressee_name", "reference", "path"}
    assert {field.name for field in fields(Dossier)} == {*_SAMPLES, *apart}
    assert {field.name for field in fields(Reply)} == {*_REPLY, "id"}
    assert {field.name for field in fields(Source)} == {*_SOURCE}
    assert {field.name for field in fields(Document)} == {*_DOCUMENT, "id", "texts"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[1] The *experts* write.\n", "\\*experts\\*"),
        ("[1] The experts write.[^1]\n\n[^1]: A note.\n", "**Note 1 of the communication"),
        ("[1] The experts write.\n\n> Quoted.\n", "Quotation: Quoted."),
        ("[1] The experts write.\n\n- An item.\n", "– An item."),
        ("[1] The experts write.\n\n| a | b |\n|---|---|\n| c | d |\n", "c \\| d"),
        ("[1] The experts write.\n\n## A\n", "Heading: A"),
        ("[1] The [experts](https://example.org/) write.\n", "https:\u2060//example.org/"),
        ("[1] The experts `write`.\n", "\\`write\\`."),
        (
            "[2] The experts write.\n",
            "**Paragraph 1 of the communication (restated, English)**, gone",
        ),
    ],
)
def test_nothing_in_a_text_changes_unseen(
    repository: Path, tell: Tell, text: str, told: str
) -> None:
    commit(repository, {TEXT: "[1] The experts write.\n"})
    assert told in tell({TEXT: text})
