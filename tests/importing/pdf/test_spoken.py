"""What a PDF has read aloud is not taken for what it prints."""

import pytest
from tests.importing.drawn import paragraphs_of
from tests.importing.pdf.test_layers import pdf


def spoken(text: str, printed: str) -> bytes:
    """Return a page that prints some words, and has others read aloud in their place."""
    shown = (
        f"BT /F1 12 Tf 72 650 Td (Seen by ) Tj /Span << /ActualText {text} >> BDC"
        f" ({printed}) Tj EMC ( at night.) Tj ET\n"
    )
    return pdf(shown, off="")


@pytest.mark.parametrize(
    ("text", "printed", "read"),
    [
        ("(Odo Marrow)", "Mr. X", "Seen by Mr. X at night."),
        ("(forty)", "14", "Seen by 14 at night."),
        ("(ODO)", "Odo", "Seen by ODO at night."),
        ("<FEFF2014>", "-", "Seen by \u2014 at night."),
    ],
)
def test_print_counts_where_the_letters_differ(text: str, printed: str, read: str) -> None:
    assert paragraphs_of(spoken(text, printed))[1] == read
