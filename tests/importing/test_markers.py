"""What stands before an item of a list."""

import pytest

from casebook.importing.markers import name_of_note, style_of


@pytest.mark.parametrize(
    ("marker", "style"),
    [("1.", "1."), ("12)", "1)"), ("(b)", "(a)"), ("iv.", "i."), ("•", "•"), ("IV.", "IV.")],
)
def test_markers_have_styles(marker: str, style: str) -> None:
    assert style_of(marker) == style


@pytest.mark.parametrize("mark", ["12", "¹²", "[12]", " (12) "])
def test_a_footnote_has_one_name_however_its_mark_is_printed(mark: str) -> None:
    assert name_of_note(mark) == "12"
