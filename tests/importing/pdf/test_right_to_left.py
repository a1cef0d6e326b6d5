"""Words that run to the left are read as they are written, whatever the order of a PDF."""

import pytest

from casebook.importing.pdf.lines import Font, Run, lines_of
from casebook.importing.pdf.right_to_left import in_ligature, is_leftward

FONT = Font(10.0, is_bold=False, is_italic=False, is_invisible=False)


def read(*words: str) -> str:
    """Return the line that is printed so, from left to right; a letter to the left is a run."""
    runs, left = [], 100.0
    for word in words:
        for run in word if not word.isascii() else (word,):
            right = left + 5.0 * len(run)
            runs.append(Run(run, left, right, 500.0, FONT, right))
            left = right
        left += 3.0
    # The order in which a program printed them tells nothing.
    (line,) = lines_of(runs[::2] + runs[1::2], 800.0, ())
    return line.words


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (("Mr.", "Noam", "אבג", "דהו", "was", "held."), "Mr. Noam והד גבא was held."),
        (("Mr.", "Ahmad", "(", "ابت", ")", "was", "held."), "Mr. Ahmad ( تبا ) was held."),
        (("born", "in", "אבג", "1980", "דהו", "and", "held"), "born in והד 1980 גבא and held"),
        (("held,", "BLR", "7/2025", "and", "more"), "held, BLR 7/2025 and more"),
        (("אבגד", "BLR", "7/2025", "דהוז"), "זוהד BLR 7/2025 דגבא"),
    ],
)
def test_a_line_is_read_in_the_order_of_its_words(printed: tuple[str, ...], words: str) -> None:
    assert read(*printed) == words


def test_brackets_that_a_program_exchanged_open_on_the_left() -> None:
    assert read("Mr.", "Ahmad", "(", "ابت", "(", "was", "held.") == "Mr. Ahmad ( تبا ) was held."


def test_a_line_with_a_name_in_it_runs_to_the_right() -> None:
    assert not is_leftward("Mr. Ahmad (ابت) was held.")
    assert is_leftward("ابتثج BLR 7/2025")


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("אבגד12.5.2025", "12.5.2025דגבא"),
        ("אבגד3-4-2026", "3-4-2026דגבא"),
        ("אבגד5%", "5%דגבא"),
        ("ابتث3/2025", "3/2025ثتبا"),
        ("ابتث2020-2019", "2019-2020ثتبا"),
        ("ابتث25,1", "25,1ثتبا"),
    ],
)
def test_a_number_of_several_parts_stays_as_it_is_printed(printed: str, words: str) -> None:
    assert read(printed) == words


def test_a_blank_that_a_program_wrote_behind_a_number_divides_no_number() -> None:
    runs = [
        Run(text, left, left + width, 500.0, FONT, left + width)
        for text, left, width in (("تبا", 130, 15), ("1", 110, 5), ("2 ", 115, 8), ("ثجح", 90, 15))
    ]
    (line,) = lines_of(runs, 800.0, ())
    assert line.words == "تبا 12 ثجح"


@pytest.mark.parametrize(
    ("places", "written"), [("لا", "لا"), ("ال", "لا"), ("\u064bال", "لا\u064b"), ("الله", "الله")]
)
def test_letters_of_one_glyph_are_read_as_they_are_written(places: str, written: str) -> None:
    assert in_ligature([*places]) == written
