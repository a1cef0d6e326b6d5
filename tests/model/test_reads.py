"""What stands for a value of several parts."""

from hypothesis import given
from hypothesis import strategies as st

from casebook.model.reads import join_parts, parts_of

_WORDS = st.from_regex(r"[A-Za-z0-9/#. -]{1,12}", fullmatch=True)


@given(st.dictionaries(_WORDS, _WORDS))
def test_parts_that_are_joined_are_told_apart(parts: dict[str, str]) -> None:
    assert parts_of(join_parts(parts)) == parts


@given(_WORDS)
def test_a_value_without_parts_has_none(stands: str) -> None:
    assert parts_of(stands) == {}
