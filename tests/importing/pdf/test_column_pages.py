"""Pages in two columns are read one column after the other; tables are not."""

from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from tests.importing.drawn import Drawn, words_of

from casebook.importing.extraction import extract
from casebook.importing.pieces import plain

_WIDTH, _HEIGHT = A4
_FONT, _SIZE, _PITCH = "Times-Roman", 10, 13
_WORDS = (
    "The mill at Lower Marrow was closed on the third of March and its twelve workers were told to"
    " leave the village within a week. None of them was given a reason in writing, and those who"
    " asked at the town hall were sent from one desk to the next until it shut for the night."
)
_STORY = [f"Part {at}. {_WORDS} So ends part {at}." for at in range(1, 9)]


def wrapped(words: str, width: float) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, _FONT, _SIZE) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def print_columns(columns: Sequence[Sequence[str]], gap: float, *, lower: float = 0) -> bytes:
    canvas = Drawn()
    canvas.setFont(_FONT, _SIZE)
    head = "A title that goes from one margin of the page to the other one, over both of its columns, all of it"
    canvas.drawString(72, _HEIGHT - 60, head)
    count = len(columns)
    width = (_WIDTH - 144 - (count - 1) * gap) / count
    for column, lines in enumerate(columns):
        for row, words in enumerate(lines):
            y = _HEIGHT - 90 - row * _PITCH - lower * column
            canvas.drawString(72 + column * (width + gap), y, words)
    return canvas.data()


@pytest.mark.parametrize("gap", [14, 20, 36, 60])
@pytest.mark.parametrize("lower", [0, 5])
def test_two_columns_are_read_one_after_the_other(gap: float, lower: float) -> None:
    lines = [row for part in _STORY for row in wrapped(part, (_WIDTH - 144 - gap) / 2)]
    half = (len(lines) + 1) // 2
    read = words_of(print_columns([lines[:half], lines[half:]], gap, lower=lower))
    assert read.endswith(" ".join(_STORY))


@pytest.mark.parametrize("gap", [14, 24])
def test_three_columns_are_read_one_after_the_other(gap: float) -> None:
    lines = [row for part in _STORY for row in wrapped(part, (_WIDTH - 144 - 2 * gap) / 3)]
    third = len(lines) // 3 + 1
    columns = [lines[at * third : (at + 1) * third] for at in range(3)]
    assert words_of(print_columns(columns, gap)).endswith(" ".join(_STORY))


def test_a_paragraph_that_ends_with_its_column_ends() -> None:
    parts = [f"Part {at}. {_WORDS} So it went on and on over there." for at in range(1, 10)]
    canvas = Drawn()
    canvas.setFont(_FONT, _SIZE)
    for column in range(3):
        y = _HEIGHT - 90
        for part in parts[3 * column : 3 * column + 3]:
            for words in wrapped(part, 145):
                canvas.drawString(60 + column * 165, y, words)
                y -= _PITCH
            y -= 0.7 * _PITCH
    assert [chunk.words for chunk in extract(canvas.data()).chunks] == parts


@pytest.mark.parametrize(
    "words", ["asks why", "asks why they were told to leave their home in a week"]
)
def test_cells_beside_each_other_are_no_columns(words: str) -> None:
    """A question and its answer stand in one row, and one of them is longer."""
    left: list[str] = []
    right: list[str] = []
    story = _STORY[:6]  # as much as one page holds
    for part in story:
        left += wrapped(f"{part.split('. ')[0]} {words}.", 200)
        right += wrapped(part, 200)
        left += [""] * (len(right) - len(left) + 1)
        right += [""]
    (table,) = [chunk for chunk in extract(print_columns([left, right], 24)).chunks if chunk.rows]
    rows = [[plain(cell) for cell in row] for row in table.rows]
    assert rows == [[f"Part {at} {words}.", part] for at, part in enumerate(story, 1)]


def test_words_that_justification_sets_wide_apart_are_one_line() -> None:
    canvas = Drawn()
    rows = (
        (700, "The harbour master of the town"),
        (686, "counted|responsibilities|until"),
        (672, "acknowledgement|notwithstanding"),
        (658, "and wrote it down in his book."),
    )
    for height, words in rows:
        parts = words.split("|")
        widths = [stringWidth(part, "Helvetica", 12) for part in parts]
        room = (220 - sum(widths)) / max(1, len(parts) - 1)
        for at, part in enumerate(parts):
            shown = canvas.beginText(72 + sum(widths[:at]) + room * at, height)
            shown.setHorizScale(100 if len(parts) > 1 else 22000 / widths[0])
            shown.textOut(part)
            canvas.drawText(shown)
    (chunk,) = extract(canvas.data()).chunks
    assert chunk.words == (
        "The harbour master of the town counted responsibilities until acknowledgement"
        " notwithstanding and wrote it down in his book."
    )
