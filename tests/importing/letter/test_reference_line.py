"""References of letters, in all their printed forms."""

import pytest

from casebook.importing.letter.reference_line import (
    answered_references,
    find_mentions,
    own_reference,
)


@pytest.mark.parametrize(
    ("lines", "reference", "kind"),
    [
        (["Ref.: UA XXX 7/2025"], "XXX 7/2025", "UA"),
        (["REFERENCE: UA XXX 2/2019"], "XXX 2/2019", "UA"),
        (["Réf. : AL XXX 3/2024"], "XXX 3/2024", "AL"),
        (["Référence : OL XXX 3/2024"], "XXX 3/2024", "OL"),
        (["Referencia: JUA XXX 3/2024"], "XXX 3/2024", "JUA"),
        (["Our reference: AL XXX 3/2024"], "XXX 3/2024", "AL"),
        (["Ref: AL  XXX  3 / 2024"], "XXX 3/2024", "AL"),
        (
            ["REFERENCE: UA Housing (2000-9) Food (2000-9) G/SO 214 (53-24) XXX 3/2014"],
            "XXX 3/2014",
            "UA",
        ),
        (
            ["REFERENCE: UA G/SO 218/2 G/SO 214 (67-17)", "G/SO 214 (53-24) XXX 3/2012"],
            "XXX 3/2012",
            "UA",
        ),
        (["Urgent appeal", "XXX 3/2024"], "XXX 3/2024", None),
        (["Ref.: XXX 3/2024"], "XXX 3/2024", None),
        (["Reference: AL. XXX 3.2024"], "XXX 3/2024", "AL"),
        (["Réf. : AL XXX n° 3/2024"], "XXX 3/2024", "AL"),
        (["Ref.: allegation letter XXX 3/2024"], "XXX 3/2024", "AL"),
        (["Mandates of", "XXX 3/2024 and XXX 4/2024"], None, None),
        (["XXX 3/2024", "XXX 4/2024"], None, None),
        (["Excellency,"], None, None),
        (["Resolution 51/8 of 2022"], None, None),
    ],
)
def test_the_reference_of_a_letter(
    lines: list[str], reference: str | None, kind: str | None
) -> None:
    mention = own_reference(lines)
    assert (str(mention.reference) if mention else None) == reference
    assert (mention.type if mention else None) == kind


@pytest.mark.parametrize(
    ("paragraphs", "answered"),
    [
        (["see XXX 1/2020", "with reference to AL XXX 2/2020 of"], ["XXX 2/2020"]),
        (["to AL XXX 2/2020 of 3 May 2020 and UA XXX 4/2020"], ["XXX 2/2020", "XXX 4/2020"]),
        (
            ["to AL XXX 2/2020, XXX 4/2020 et XXX 5/2020."],
            ["XXX 2/2020", "XXX 4/2020", "XXX 5/2020"],
        ),
        (["to AL XXX 2/2020 and further to its reply to AL XXX 1/2020"], ["XXX 2/2020"]),
        (["see XXX 1/2020 and AL XXX 2/2020; AL XXX 2/2020"], ["XXX 2/2020"]),
        (["to no letter"], []),
    ],
)
def test_a_reply_names_the_letters_that_it_answers(
    paragraphs: list[str], answered: list[str]
) -> None:
    found = answered_references(paragraphs)
    assert [str(mention.reference) for mention in found] == answered


def test_symbols_and_resolutions_are_no_references() -> None:
    words = "A/HRC/41/33, CAT 1/2019a, resolution 35/34, ABC 12345/2020, S/RES/1373 (2001)"
    assert list(find_mentions(words)) == []


def test_a_number_of_an_office_is_no_reference() -> None:
    assert own_reference(["Ref. No. 12/2032"]) is None
