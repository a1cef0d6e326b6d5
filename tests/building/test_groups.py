"""Groups are drawn alike by everybody, and every batch is made by exactly one machine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.building.groups import MOST, USUAL, Shard, cut, parse_shard

NAMES = [f"page cases/blr/{number}-2025/" for number in range(5_000)]


@given(st.lists(st.text(), unique=True), st.integers(1, 9))
def test_all_parts_together_are_every_batch_once(names: list[str], count: int) -> None:
    groups = cut(names)
    assert [name for group in groups for name in group.batches] == names
    made = [
        name
        for number in range(1, count + 1)
        for group in Shard(number, count).part(groups)
        for name in group.batches
    ]
    assert sorted(made) == sorted(names)


def test_groups_are_of_a_size_that_a_request_is_worth() -> None:
    sizes = [len(group.batches) for group in cut(NAMES)]
    assert max(sizes) <= MOST
    assert USUAL / 2 < len(NAMES) / len(sizes) < USUAL * 2


@pytest.mark.parametrize("place", [1, 700, 4_999])
def test_one_batch_more_moves_one_group(place: int) -> None:
    before = set(cut(NAMES))
    after = set(cut([*NAMES[:place], "page new/", *NAMES[place:]]))
    assert len(before - after) <= 1
    assert len(after - before) <= 2


def test_groups_have_names_of_their_own() -> None:
    groups = cut(NAMES)
    assert len({group.name for group in groups}) == len(groups)
    assert all(group.name.isalnum() for group in groups)


@pytest.mark.parametrize("written", ["1/1", "3/8", "8/8", "1000/1000"])
def test_a_part_is_written_as_it_is_read(written: str) -> None:
    assert str(parse_shard(written)) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "x",
        "3",
        "/",
        "3/",
        "/8",
        "0/8",
        "9/8",
        "-1/8",
        "1/0",
        "3/8/9",
        "1.5/2",
        "²/3",
        "1/1001",
        " 1/2",
        f"{'1' * 5000}/{'1' * 5000}",
    ],
)
def test_what_is_no_part_is_none(written: str) -> None:
    assert parse_shard(written) is None
