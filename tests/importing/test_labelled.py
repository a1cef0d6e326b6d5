"""Texts that are in our dialect already come in as they are, and their labels stay labels."""

import pytest
from tests.importing.measure import mandate_names

from casebook.importing.extraction import extract
from casebook.importing.importer import Imported, take_apart
from casebook.importing.labelled import find_labels

OWN = """Mandate of the Special Rapporteur on torture

Ref.: UA XXX 4/2031

Excellency,

[1] I have the honour to write as **Special Rapporteur** on the
matter of a bridge.[^1]

## The bridge

[2] According to the information received, it fell.
[2a] Nobody has looked at it.

- once
  - or twice

---

[5] I ask Your Excellency's Government:

[q1] Who built it?

- and when?

[q3] Who pays?

[^1]: As told.
"""


def read(text: str) -> Imported:
    return take_apart(extract(text.encode()), mandate_names())


def labels_of(text: str) -> list[str]:
    return [str(part.label) for part in read(text).letter.parts if part.label]


def test_a_text_of_ours_stays_as_it_is() -> None:
    imported = read(OWN)
    assert imported.differs_at is None
    assert imported.markdown == OWN
    assert imported.facts.requests == {"q1": "Who built it? • and when?", "q3": "Who pays?"}
    assert str(imported.facts.reference) == "XXX 4/2031"


@pytest.mark.parametrize("unseen", ["br\u200bidge", "bridge\u202e", "bridge<br>"])
def test_what_cannot_stay_is_written_anew_under_its_labels(unseen: str) -> None:
    text = OWN.replace("bridge", unseen, 1)
    imported = read(text)
    assert imported.differs_at is None
    assert labels_of(text) == ["1", "2", "2a", "5", "q1", "q3"]
    assert unseen not in imported.markdown
    for line in (
        "[2] According to the information received, it fell.",
        "[q1] Who built it?\n\n- • and when?",
    ):
        assert f"\n{line}\n" in imported.markdown


def test_a_text_without_marks_of_markdown_keeps_its_labels_too() -> None:
    assert labels_of("[1] One goes on\nand on.\n[2] Two.\n\n[q1] Three?\n") == ["1", "2", "q1"]


@pytest.mark.parametrize(
    "text",
    [
        "Excellency,\n\nWords[1] of a letter, and[2] more.\n\n[1] A note.\n\n[2] Another.\n",
        "Excellency,\n\nThe words of a letter, and more of them.\n\n[1] A note.\n\n[2] Another.\n",
        "[1] One.\n\n[1] One again.\n",
        "[7] Seven.\n\n[8] Eight.\n",
        "[1] One.\n\nWords.\n\nMore.\n\nStill more.\n\n[2] Two.\n",
        "    [1] One.\n\n    [2] Two.\n",
        "[1](https://example.org) is a link.\n\n[2](https://example.org) too.\n",
    ],
)
def test_not_every_number_in_brackets_is_a_label(text: str) -> None:
    assert find_labels(text) == ()
