"""Plain text that a converter made of a PDF: ragged lines, marks as numbers, numbers alone."""

import pytest

from casebook.importing.extraction import extract
from casebook.importing.healing import heal
from casebook.importing.pieces import Role

LINE = "The words of this line were printed, and as many letters stand on it as found any room"


def read(text: str) -> list[tuple[str, str, str]]:
    """Return role, marker and words of each chunk of a text, footnote marks left out."""
    return [(each.role.name, each.marker, each.words) for each in extract(text.encode()).chunks]


def paragraph(*, last: str, lines: int = 6) -> str:
    """Return lines that are full, none as long as the next, and a last one."""
    rows = [
        f"and {last[:3]}{'abcdefgh'[at]} {LINE[: 70 + 3 * (at % 4)].rsplit(' ', 1)[0]}"
        for at in range(lines)
    ]
    return "\n".join(["So " + rows[0], *rows[1:], last])


def test_ragged_lines_of_one_paragraph_stay_together() -> None:
    text = f"{paragraph(last='ends here.')}\n\n{paragraph(last='ends there.')}\n"
    assert [words.split()[-1] for _, _, words in read(text)] == ["here.", "there."]


@pytest.mark.parametrize("end", ["were told (XXX 4/2031;", "were told (No. 3.", "saw the boat;"])
def test_a_short_line_inside_a_parenthesis_or_a_series_ends_no_paragraph(end: str) -> None:
    # Room is left on the line for the next word, as where that word is long.
    line = f"Those on the quay who had asked the harbour master {end}"
    text = f"{paragraph(last='ends here.')}\n{line}\nXXX 5/2031) and went home, all of them.\n"
    assert [words.split()[-1] for _, _, words in read(text)] == ["here.", "them."]


def test_a_note_whose_mark_is_a_plain_number_is_lifted_out() -> None:
    first, rest = paragraph(last="of the valley. 1 It"), paragraph(last="goes on.")
    text = f"{first}\n{rest}\n1 See the report of the parish.\n\f{paragraph(last='ends.')}\n"
    found = read(text)
    assert ("NOTE", "1", "See the report of the parish.") in found
    assert "valley. It" in heal(extract(text.encode()).chunks)[0].words


def test_a_note_whose_number_stands_alone_is_lifted_out() -> None:
    text = f"{paragraph(last='ends here.1')}\n\n1\n  See the report of the parish,\nall of it.\n"
    assert ("NOTE", "1", "See the report of the parish, all of it.") in read(text)


@pytest.mark.parametrize(
    "foot",
    ["2 See the report.", "1 see the report.", "1 See it"],
    ids=["not the next", "no sentence", "no mark"],
)
def test_other_numbers_are_words(foot: str) -> None:
    body = paragraph(last="ends here.1" if "it" not in foot.split() else "ends here.")
    assert all(role != "NOTE" for role, _, _ in read(f"{body}\n\n{foot}\n"))


def test_a_number_left_alone_on_its_line_belongs_to_the_words_below() -> None:
    assert read("1.\n\nThe first point of the reply.\n\n2.\nThe second point of the reply.\n") == [
        ("ITEM", "1.", "The first point of the reply."),
        ("ITEM", "2.", "The second point of the reply."),
    ]


def test_a_number_that_ends_a_sentence_is_no_item() -> None:
    (chunk,) = read("It is said in the report of the parish at para.\n14.\n\n")
    assert chunk[2].endswith("14.")


def test_a_wide_gap_after_a_number_is_no_column() -> None:
    (chunk,) = extract(b"(a)      the keys of the room;\n").chunks
    assert (chunk.role, chunk.marker, chunk.words) == (Role.ITEM, "(a)", "the keys of the room;")


def test_in_a_text_without_pages_the_letter_goes_on_below_its_notes() -> None:
    above, below = paragraph(last="ends here.¹"), paragraph(last="ends there.²")
    note = "____________________\n1 See the report of the parish.\n"
    found = read(
        f"{above}\n\n{note}\n{below}\n\n{note.replace('1', '2')}\n{paragraph(last='ends.')}\n"
    )
    assert [marker for role, marker, _ in found if role == "NOTE"] == ["1", "2"]
    bodies = [words.split()[-1] for role, _, words in found if role != "NOTE"]
    assert [last.rstrip("¹²") for last in bodies] == ["here.", "there.", "ends."]


def test_a_table_drawn_with_signs_is_read_row_by_row() -> None:
    drawn = "+-------+---------+\n| Hanna | 3 March |\n| Ivan  | 4 March |\n+-------+---------+\n"
    (chunk,) = extract(drawn.encode()).chunks
    assert "| Hanna | 3 March | | Ivan | 4 March |" in chunk.words


@pytest.mark.parametrize("number", ["{}", "- {} -", "Page {} of 3"])
def test_numbers_of_pages_go_where_a_text_lost_its_form_feeds(number: str) -> None:
    eight = paragraph(last="ends.", lines=8)
    cut = paragraph(last=LINE, lines=8)
    parts = [eight, cut, number.format(1), "to stand.", eight, eight, number.format(2)]
    words = [words for _, _, words in read("\n\n".join(parts))]
    assert [each.split()[-1] for each in words] == ["ends.", "stand.", "ends.", "ends."]


def test_numbers_of_one_paragraph_each_are_no_numbers_of_pages() -> None:
    long = paragraph(last=LINE, lines=8) + "\n" + paragraph(last="ends.")
    parts = (f"{number}\n\n{long}" for number in range(1, 4))
    text = "\n\n".join(["So it began.", *parts])
    assert [words for _, _, words in read(text) if words in "123"] == ["1", "2", "3"]
