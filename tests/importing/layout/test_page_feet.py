"""Footnotes at the feet of pages: those that go on on the next, and those that end alike."""

from tests.importing.drawn import Drawn

from casebook.importing.extraction import extract
from casebook.importing.healing import heal
from casebook.importing.pieces import Role

LINE = "The harbour master was asked about the boat, and what he had to say of it is told here"


def notes(*pages: list[tuple[str, str]]) -> list[str]:
    """Return the footnotes of a letter; each page has these lines at its foot, with their marks."""
    canvas = Drawn()
    for number, lines in enumerate(pages):
        canvas.setFont("Times-Roman", 11)
        for row in range(20):
            canvas.drawString(72, 760 - 14 * row, f"{LINE} {'abcdefghijklmnopqrst'[row]}{number}")
        for row, (mark, words) in enumerate(lines):
            canvas.setFont("Times-Roman", 5.5)
            canvas.drawString(72, 423 - 10 * row, mark)
            canvas.setFont("Times-Roman", 8.5)
            canvas.drawString(78, 420 - 10 * row, words)
        canvas.showPage()
    chunks = heal(extract(canvas.data()).chunks)
    return [chunk.words for chunk in chunks if chunk.role is Role.NOTE]


def test_a_footnote_goes_on_over_pages_that_open_none() -> None:
    read = notes(
        [("1", "The order of the harbour master was read aloud and")],
        [("", "International guests were told of it before anybody")],
        [("", "Else was, as the paper wrote.")],
    )
    whole = (
        "The order of the harbour master was read aloud and International guests were told of it"
        " before anybody Else was, as the paper wrote."
    )
    assert read == [whole]


def test_footnotes_that_end_alike_on_every_page_keep_their_ends() -> None:
    places = ("quay", "mill", "town")
    read = notes(
        *(
            [(str(at), f"See the paper of the {place},"), ("", "seen on 12 May 2031.")]
            for at, place in enumerate(places, 1)
        )
    )
    assert read == [f"See the paper of the {place}, seen on 12 May 2031." for place in places]


def test_footnotes_that_seem_to_count_the_pages_are_kept() -> None:
    read = notes(*([(str(at), f"Book of the harbour, page {at}.")] for at in range(1, 5)))
    assert read == [f"Book of the harbour, page {at}." for at in range(1, 5)]
