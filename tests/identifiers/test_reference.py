"""References: any spelling in, one spelling out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.identifiers.reference import Reference, parse_folder, parse_reference, reference_in

BLR = Reference("BLR", 7, 2025)

references = st.builds(
    Reference,
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3),
    st.integers(1, 999),
    st.integers(1990, 2150),
)


@pytest.mark.parametrize(
    "spelling",
    [
        "BLR 7/2025",
        "UA BLR 7/2025",
        "JUA BLR 7/2025",
        "blr-7-2025",
        "blr_7_2025",
        "BLR/7/2025",
        "BLR/2025/7",
        "blr-2025-7",
        "blr/7-2025",
        "BLR7/2025",
        "  Blr 7 / 2025 ",
        "Ref.: UA BLR 7/2025",
        "REFERENCE: UA BLR 7/2025",
        "Case no. BLR 7/2025",
        "ua-blr-7-2025",
        "BLR 7–2025",
        "BLR 7∕2025",
        "BLR\u00a07/2025",
        "BLR ٧/٢٠٢٥",
        "BLR núm. 7/2025",
    ],
)
def test_every_spelling_of_a_reference(spelling: str) -> None:
    assert parse_reference(spelling) == BLR


@pytest.mark.parametrize(
    "text",
    ["", "7/2025", "BLR", "BLR 7", "BLR 0/2025", "BLR 7/25", "BLR 7/1066", "BLRX 7/2025",
     "BL 7/2025", "BLR 7/2025 x", "54/2024", "A/HRC/41/33", "BLR 7/2025" * 20],
)  # fmt: skip
def test_what_is_no_reference(text: str) -> None:
    assert parse_reference(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "UA BLR 7/2025",
        "blr 7/2025",
        "UA G/SO 217/1 BLR 7/2025",
        "REFERENCE: UA Housing (2000-9) Food (2000-9) G/SO 214 (53-24) BLR 7/2025",
        "AL IJL (2002-7) G/SO 214 (78-15) BLR 7/2025",
        "AL/UA BLR 7/2025",
        "Our reference: BLR 7/2025 (please quote it in your reply)",
        "llamamiento urgente UA BLR 7/2025",
        "BLR%207/2025",
        "cases/blr/7-2025/",
        "https://example.org/cases/blr/7-2025/#p12",
    ],
)
def test_the_one_reference_in_a_line_is_found(line: str) -> None:
    assert reference_in(line) == BLR


@pytest.mark.parametrize(
    "line",
    ["", "SWE 2/2019 and BLR 7/2025", "my ref 7/2025 of the day", "UA 7/2025", "G/SO 214 (78-15)",
     "A/HRC/41/33", "../../etc", "BLR 7/25", "x BLR 7/2025 " * 30],
)  # fmt: skip
def test_a_line_with_no_reference_or_several_gives_none(line: str) -> None:
    assert reference_in(line) is None


@given(references)
def test_a_printed_reference_parses_back_to_itself(reference: Reference) -> None:
    assert parse_reference(str(reference)) == reference
    assert parse_folder(*reference.folder.split("/")) == reference


@given(st.text(max_size=80))
def test_no_text_breaks_the_parser(text: str) -> None:
    parse_reference(text)
    reference_in(text)


@pytest.mark.parametrize(
    ("addressee", "name"),
    [("BLR", "7-2025"), ("blr", "07-2025"), ("blr", "7_2025"), ("blr", "2025-7"), ("by", "7-2025")],
)
def test_a_folder_is_spelled_in_one_way_only(addressee: str, name: str) -> None:
    assert parse_folder(addressee, name) is None


def test_references_sort_by_addressee_year_and_number() -> None:
    spelled = ["SWE 2/2019", "BLR 10/2023", "BLR 9/2023", "BLR 2/2025"]
    ordered = sorted(found for each in spelled if (found := parse_reference(each)))
    assert [str(each) for each in ordered] == [
        "BLR 9/2023",
        "BLR 10/2023",
        "BLR 2/2025",
        "SWE 2/2019",
    ]
