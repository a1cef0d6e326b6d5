"""Mandates are known by their names, in three languages."""

import pytest
from tests.importing.measure import mandate_names

from casebook.importing.letter.mandate_names import MandateNames


@pytest.mark.parametrize(
    ("name", "mandate"),
    [
        (
            "Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment",
            "sr-torture",
        ),
        ("SPECIAL RAPPORTEUR ON TORTURE", "sr-torture"),
        ("Rapporteuse spéciale sur la torture et autres peines", "sr-torture"),
        ("Relatora Especial sobre la tortura y otros tratos", "sr-torture"),
        ("the Working Group on Arbitrary Detention", "wgad"),
        ("Groupe de travail sur la détention arbitraire", "wgad"),
        ("Grupo de Trabajo sobre la Detencion Arbitraria", "wgad"),
        ("Working Group on discrimination against women and girls", "wg-women-girls"),
        ("Special Rapporteur on the situation of human rights in Belarus", "sr-belarus"),
        ("Special Rapporteur on the situation of human rights in Ruritania", None),
        ("Special Rapporteur on rivers", None),
        ("Working Group on torture", None),
        ("Anna Example", None),
        ("", None),
    ],
)
def test_mandates_are_known_by_their_names(name: str, mandate: str | None) -> None:
    assert mandate_names().match(name) == mandate


def test_mandates_come_in_the_letter_s_order_known_or_not() -> None:
    words = (
        "Mandates of the Special Rapporteur on rivers; the Working Group on Arbitrary Detention and "
        "the Special Rapporteur on torture"
    )
    found = mandate_names().find(words)
    assert [each.id for each in found] == [None, "wgad", "sr-torture"]
    assert found[0].printed == "Special Rapporteur on rivers"


def test_without_a_register_nothing_is_known() -> None:
    assert MandateNames(()).match("Special Rapporteur on torture") is None
