"""Who signed, however names and offices are printed."""

import pytest
from tests.importing.measure import mandate_names

from casebook.importing.letter.signatures import read_signatures
from casebook.importing.pieces import Chunk, Piece


def test_names_and_offices_are_paired_however_they_are_printed() -> None:
    chunks = [
        Chunk((Piece("Ana Uno\nChair-Rapporteur of the Working Group on Arbitrary Detention"),)),
        Chunk((Piece("Dr. Bo Dos"),)),
        Chunk(
            (Piece("Special Rapporteur on the situation of human rights\nin Belarus"),),
            is_apart=False,
        ),
        Chunk(
            (
                Piece(
                    "Cy Tres\nSpecial Rapporteur on torture\nDi Cuatro\nSpecial Rapporteur on minority issues"
                ),
            )
        ),
    ]
    found = read_signatures(chunks, mandate_names())
    assert [(each.name, each.office, each.mandate) for each in found] == [
        ("Ana Uno", "Chair-Rapporteur", "wgad"),
        ("Dr. Bo Dos", "Special Rapporteur", "sr-belarus"),
        ("Cy Tres", "Special Rapporteur", "sr-torture"),
        ("Di Cuatro", "Special Rapporteur", "sr-minority-issues"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Anna Uno, Special Rapporteur on the situation of human rights in Belarus",
        "Anna Uno – Special Rapporteur on the situation of human rights in Belarus",
        "Anna Uno Special Rapporteur on the situation of human rights in Belarus",
        "(Signed) Anna Uno\nSpecial Rapporteur on the situation of human rights in Belarus",
    ],
)
def test_name_and_office_on_one_line_are_parted(lines: str) -> None:
    (found,) = read_signatures([Chunk((Piece(lines),), is_apart=True)], mandate_names())
    assert (found.name, found.office, found.mandate) == (
        "Anna Uno",
        "Special Rapporteur",
        "sr-belarus",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Anna Sample received concerning Mr. Tim Small (17 years old).",
        "Council resolutions 58/19 and 51/8",
        "Belarus; Working Group on Arbitrary Detention and",
    ],
)
def test_a_line_read_across_two_columns_is_no_name(line: str) -> None:
    lines = f"{line}\nChair-Rapporteur of the Working Group on Arbitrary Detention"
    assert read_signatures([Chunk((Piece(lines),))], mandate_names()) == ()
