import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import reference

from casebook.identifiers.reference import Reference
from casebook.indexing.document_id import document_id, reference_of

references = st.builds(
    Reference,
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3),
    st.integers(1, 9999),
    st.integers(1980, 2199),
)


@given(references)
def test_a_number_gives_its_reference_back(reference: Reference) -> None:
    assert reference_of(document_id(reference)) == reference


@given(references, references)
def test_two_letters_never_share_a_number(one: Reference, other: Reference) -> None:
    assert (document_id(one) == document_id(other)) == (one == other)


def test_the_largest_number_and_its_weight_are_exact_in_javascript() -> None:
    assert document_id(Reference("ZZZ", 9999, 2199)) << 4 < 2**53


@pytest.mark.parametrize(
    ("lesser", "greater"),
    [
        ("AAA 9/2025", "AAB 1/2011"),
        ("XXX 300/2024", "XXX 1/2025"),
        ("XXX 7/2025", "XXX 8/2025"),
        ("XXX 511/2025", "XXX 512/2011"),
    ],
)
def test_numbers_ascend_by_addressee_then_year(lesser: str, greater: str) -> None:
    assert document_id(reference(lesser)) < document_id(reference(greater))
