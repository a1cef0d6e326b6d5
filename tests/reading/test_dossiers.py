"""A folder to a dossier: what is read, and what becomes of anything else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.citations.names import Names
from casebook.identifiers.label import Label
from casebook.identifiers.reference import Reference
from casebook.model.dossier import Answer, Dossier, Pinpoint
from casebook.reading.dossiers import read_dossier
from casebook.words.dates import PartialDate
from casebook.words.problem import Problem
from casebook.words.vocabulary import (
    AnswerState,
    Capture,
    CommunicationType,
    Naming,
    Relation,
    ReplyStatus,
    Translation,
)

FOLDER = "cases/xxx/1-2025"
NAMES = Names([])

WHOLE = """\
type: JAL
title: Flooding of a village
sent: 2025-03-04
language: fr
mandates: [sr-rivers, wg-bridges]
mandates-note: Two more were asked.
signatories:
  - {mandate: sr-rivers, name: A. Holder, title: Special Rapporteur}
topics: []
summary: >-
  A village was flooded.
persons:
  - {name: Ada Example, naming: initials, also: [Ада Пример], role: farmer}
publication: {rule: 60 days, source: letter}
published: 2025-05-05
requests: {q1: What was done., q2: Who was warned.}
documents:
  communication:
    source: {publisher: Example Press, url: https://example.org/, retrieved: 2025-06-01, pages: 12}
replies:
  reply-1:
    received: 2025-04-30
    status: substantive
    language: es
    source: {url: https://example.org/reply}
    answers: {q1: partly, q2: {state: refused, at: [p3, p4]}}
    assessments:
      - {by: The experts, what: It is short., at: XXX 2/2025#p5}
    assessed-by: An editor
  reply-2: {received: 2025-05-30}
checked: 2025-12-01
related: [{to: XXX 2/2024, as: follows-up}]
press: [{publisher: Example Press, date: 2025-05, about: stated}]
events: [{date: 2025, what: A dam breaks.}]
sources: [{gives: the date, at: XXX 2/2025#reply-1.p3}]
corrections: [{date: 2025-07-01, what: A name., why: It was misspelt.}]
withdrawn: {date: 2025-08-01, reason: At the family's wish.}
noindex: true
"""


def read(files: dict[str, str | bytes]) -> tuple[Dossier | None, list[Problem]]:
    return read_dossier(
        FOLDER,
        {name: text.encode() if isinstance(text, str) else text for name, text in files.items()},
        NAMES,
    )


def slugs(files: dict[str, str | bytes]) -> list[str]:
    dossier, problems = read(files)
    assert (dossier is None) == bool(problems)
    return [problem.slug for problem in problems]


def test_every_field_is_read() -> None:
    dossier, problems = read({"dossier.yml": WHOLE})
    assert problems == []
    assert dossier
    assert dossier.reference == Reference("XXX", 1, 2025)
    assert dossier.path == "cases/xxx/1-2025/dossier.yml"
    assert (dossier.type, dossier.sent) == (CommunicationType.JAL, date(2025, 3, 4))
    assert dossier.mandates == ("sr-rivers", "wg-bridges")
    assert dossier.topics == ()
    assert dossier.summary == "A village was flooded."
    assert dossier.persons[0].naming is Naming.INITIALS
    assert dossier.publication
    assert dossier.publication.days == 60
    assert [*(dossier.requests or {})] == ["q1", "q2"]
    reply, second = dossier.replies
    assert (reply.id, reply.status, second.id) == ("reply-1", ReplyStatus.SUBSTANTIVE, "reply-2")
    assert reply.answers == {
        "q1": Answer(AnswerState.PARTLY),
        "q2": Answer(AnswerState.REFUSED, (Label("3"), Label("4"))),
    }
    assert reply.assessments[0].at == Pinpoint(Reference("XXX", 2, 2025), Label("5"))
    assert dossier.related[0].kind is Relation.FOLLOWS_UP
    assert dossier.press[0].date == PartialDate(2025, 5)
    assert dossier.press[0].title is None
    assert str(dossier.sources[0].at) == "XXX 2/2025#reply-1.p3"
    assert dossier.withdrawn
    assert dossier.noindex
    assert [document.id for document in dossier.documents] == [
        "communication",
        "reply-1",
        "reply-2",
    ]
    assert [bool(document.source) for document in dossier.documents] == [True, True, False]


def test_replies_come_in_the_order_of_their_numbers() -> None:
    replies = "replies: {reply-10: {}, reply-2: {}, reply-1: {}}"
    dossier, problems = read({"dossier.yml": f"title: A flood\n{replies}\n"})
    assert problems == []
    assert dossier
    in_order = ["reply-1", "reply-2", "reply-10"]
    assert [reply.id for reply in dossier.replies] == in_order
    assert [document.id for document in dossier.documents] == ["communication", *in_order]


def test_what_is_not_known_is_none_or_empty() -> None:
    keys = [line.partition(":")[0] for line in WHOLE.splitlines() if line[0].isalpha()]
    unknown = "".join(f"{key}: null\n" for key in keys if key != "title")
    expected = Dossier(reference=Reference("XXX", 1, 2025), title="A", path=f"{FOLDER}/dossier.yml")
    for source in ("title: A\n", f"title: A\n{unknown}"):
        dossier, problems = read({"dossier.yml": source})
        assert problems == []
        assert dossier
        assert [document.id for document in dossier.documents] == ["communication"]
        for name in expected.__dataclass_fields__:
            if name != "documents":
                assert getattr(dossier, name) == getattr(expected, name), name


def test_texts_come_in_the_order_in_which_they_are_shown() -> None:
    text = "[1] Des mots.\n"
    dossier, problems = read(
        {
            "dossier.yml": "title: A\nlanguage: fr\nreplies:\n  reply-1: {language: es}\n",
            "communication.restated.es.md": text,
            "communication.en.md": text,
            "communication.md": text,
            "communication.restated.md": text,
            "reply-1.md": text,
        }
    )
    assert problems == []
    assert dossier
    letter, reply = dossier.documents
    assert [(each.language, each.is_verbatim) for each in letter.texts] == [
        ("fr", True),
        ("en", False),
        ("en", True),
        ("es", False),
    ]
    assert [(each.language, each.is_verbatim) for each in reply.texts] == [("es", True)]
    assert reply.texts[0].path == "cases/xxx/1-2025/reply-1.md"


def test_two_texts_of_a_kind_in_one_language_are_a_problem() -> None:
    text = "[1] The experts write.\n"
    names = ("communication.restated.md", "communication.restated.en.md", "communication.en.md")
    files: dict[str, str | bytes] = {"dossier.yml": WHOLE, **dict.fromkeys(names, text)}
    assert "unexpected-file" in slugs(files)
    del files["communication.restated.en.md"]
    assert "unexpected-file" not in slugs(files)
    fr = {**files, "communication.md": text, "communication.fr.md": text}
    assert "unexpected-file" in slugs(fr)


def test_problems_of_all_files_are_reported_at_once() -> None:
    found = set(
        slugs(
            {
                "dossier.yml": "title: A\nsent: soon\ntipe: AL\n",
                "communication.restated.md": "[1] <b>Words.\n",
                "reply-1.md": "[1] Words.\n",
                "letter.pdf": b"%PDF",
            }
        )
    )
    assert found == {
        "unknown-field",
        "wrong-date",
        "raw-html",
        "unknown-document",
        "unexpected-file",
    }


def test_texts_are_read_even_when_dossier_yml_cannot_be() -> None:
    found = slugs({"dossier.yml": "a: [", "communication.restated.md": "[1] <b>Words.\n"})
    assert found == ["yaml-syntax", "raw-html"]


@pytest.mark.parametrize(
    ("folder", "help_"),
    [
        ("cases/BLR/7-2025", "Rename the folder to cases/blr/7-2025."),
        ("cases/blr/07-2025", "Rename the folder to cases/blr/7-2025."),
        ("cases/blr/2025-7", "Rename the folder to cases/blr/7-2025."),
        ("cases/blr/7_2025", "Rename the folder to cases/blr/7-2025."),
        (
            "cases/belarus/one",
            "Name it after the reference: BLR 7/2025 is kept in cases/blr/7-2025.",
        ),
        (
            "cases/blr/7-1066",
            "Name it after the reference: BLR 7/2025 is kept in cases/blr/7-2025.",
        ),
    ],
)
def test_a_folder_that_is_no_reference_is_a_problem_with_its_right_name(
    folder: str, help_: str
) -> None:
    dossier, (problem,) = read_dossier(folder, {"dossier.yml": b"title: A\n"}, NAMES)
    assert dossier is None
    assert (problem.slug, problem.help) == ("folder-name", help_)


def test_a_document_says_how_its_texts_were_made() -> None:
    documents = "{communication: {text: ocr}, reply-1: {translation: machine, source: null}}"
    source = f"title: A\nreplies: {{reply-1: {{language: fr}}}}\ndocuments: {documents}\n"
    dossier, problems = read({"dossier.yml": source})
    assert problems == []
    assert dossier
    letter, answer = dossier.documents
    assert (letter.capture, letter.translation) == (Capture.OCR, None)
    assert (answer.capture, answer.translation) == (None, Translation.MACHINE)


@pytest.mark.parametrize(
    ("field", "help_"),
    [
        ("text: OCR", "Write ocr."),
        ("text: scanned", "Write one of: born-digital, ocr, transcribed."),
        ("translation: machine-made", "Write machine."),
    ],
)
def test_how_texts_are_made_is_a_closed_list(field: str, help_: str) -> None:
    _, (problem,) = read({"dossier.yml": f"title: A\ndocuments: {{communication: {{{field}}}}}\n"})
    assert (problem.slug, problem.help) == ("unknown-value", help_)


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            *WHOLE.splitlines(keepends=True),
            "[1] ",
            "[q2] ",
            "> ",
            "- ",
            "<b>",
            "[^1]",
            "](",
            "**",
            "\n",
        ]
    )
    | st.text(max_size=5),
    max_size=30,
).map("".join)


@given(st.binary() | st.text().map(str.encode) | FRAGMENTS.map(str.encode))
def test_any_bytes_as_dossier_yml_give_a_dossier_or_a_problem(data: bytes) -> None:
    dossier, problems = read({"dossier.yml": data})
    assert (dossier is None) == bool(problems)


@given(st.binary() | st.text().map(str.encode) | FRAGMENTS.map(str.encode))
def test_any_bytes_as_a_text_give_a_dossier_or_a_problem(data: bytes) -> None:
    for name in ("communication.md", "communication.restated.md"):
        dossier, problems = read({"dossier.yml": "title: A\n", name: data})
        assert (dossier is None) == bool(problems)


@given(st.text(min_size=1).filter(lambda name: name != "dossier.yml"))
def test_any_name_of_a_file_is_read_or_a_problem(name: str) -> None:
    dossier, problems = read({"dossier.yml": "title: A\n", name: "[1] Words.\n"})
    assert (dossier is None) == bool(problems)


@pytest.mark.parametrize("value", ["soon", "[reply-1]", "{reply-1: soon}"])
def test_a_text_of_a_reply_is_not_blamed_for_replies_that_could_not_be_read(value: str) -> None:
    facts = f"title: A bridge\nreplies: {value}\n"
    found = slugs({"dossier.yml": facts, "reply-1.restated.md": "[1] It asks.\n"})
    assert found == ["wrong-type"]
