"""What checks found is kept as it was, and anything else is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.building.findings import parse_problems, print_problems
from casebook.words.problem import Problem

_PROBLEMS = st.builds(
    Problem, *(st.text(), st.integers(), st.integers(), st.text(), st.text(), st.text())
)


@given(st.lists(_PROBLEMS))
def test_problems_come_back_as_they_were(problems: list[Problem]) -> None:
    assert parse_problems(print_problems(problems)) == tuple(problems)


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"\xff",
        b"{}",
        b"[1]",
        b"[[]]",
        b"[" * 100_000,
        json.dumps([["a", "1", 1, "s", "m", "h"]]).encode(),
        json.dumps([["a", 1, 1, "s", "m", "h", "more"]]).encode(),
        b"\x80\x04)\x8f.",
    ],
)
def test_what_is_no_list_of_problems_is_refused(held: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_problems(held)
