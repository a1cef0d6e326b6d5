"""Labels that went to other words are found; all else that happens to a text is no matter here."""

from dataclasses import replace
from datetime import date

import pytest
from tests import factories as make

from casebook.changes.labels import renumbered
from casebook.model.dossier import Document, Dossier, Withdrawal

ONE, TWO, THREE = (
    "The bridge was closed early.",
    "It is open again now.",
    "Nobody was asked then.",
)


def letter(**words: str) -> Dossier:
    return make.dossier(
        "XXX 1/2025", *(make.paragraph(label.strip("p"), said) for label, said in words.items())
    )


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({"p1": ONE, "p2": TWO}, []),
        ({"p1": ONE, "p1a": THREE, "p2": TWO}, []),
        ({"p1": THREE, "p2": ONE, "p3": TWO}, [("p1", "p2"), ("p2", "p3")]),
        ({"p1": TWO, "p2": ONE}, [("p1", "p2"), ("p2", "p1")]),
        ({"p1": TWO, "p2": THREE}, [("p2", "p1")]),
        # That it is gone is told by others.
        ({"p2": TWO, "p3": ONE}, []),
        # Told twice, it may be quoted.
        ({"p1": THREE, "p2": ONE, "p3": ONE}, []),
        ({"p1": "Put in other words.", "p2": TWO}, []),
    ],
)
def test_words_that_have_another_label_are_told(
    after: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert [*renumbered(letter(p1=ONE, p2=TWO), letter(**after))] == expected


def test_short_paragraphs_say_nothing() -> None:
    assert [*renumbered(letter(p1="Yes.", p2="No."), letter(p1="No.", p2="Yes."))] == []


def test_of_a_withdrawn_dossier_nothing_is_told() -> None:
    gone = replace(letter(p1=TWO, p2=ONE), withdrawn=Withdrawal(date(2026, 1, 1), "Asked for."))
    assert [*renumbered(letter(p1=ONE, p2=TWO), gone)] == []


def test_the_paragraphs_of_a_reply_have_anchors_of_their_own() -> None:
    def reply(*words: str) -> Dossier:
        said = [make.paragraph(str(number), each) for number, each in enumerate(words, 1)]
        return make.dossier(
            "XXX 1/2025", documents=(Document("reply-1", texts=(make.text(*said),)),)
        )

    assert [*renumbered(reply(ONE), reply(TWO, ONE))] == [("reply-1.p1", "reply-1.p2")]
