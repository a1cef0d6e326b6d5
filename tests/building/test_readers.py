"""Who looked which fact up is the same, wherever it is kept."""

import marshal
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.building import readers as kept
from casebook.building.readers import Readers

_FACTS = st.sampled_from([f"rows {letter}" for letter in "abcdef\udc80"])
_MAKINGS = st.lists(st.tuples(st.integers(0, 5), st.sets(_FACTS)), max_size=8)


@pytest.fixture(params=[0, 3], autouse=True, scope="module")
def many(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "_MANY", request.param)
        yield


def noted(makings: Sequence[tuple[int, set[str]]]) -> tuple[Readers, dict[int, int]]:
    """Note what each of a few batches looked up, in builds one after another."""
    readers, latest = Readers(), {}
    for which, facts in makings:
        latest[which] = readers.add(facts)
        readers = Readers(*marshal.loads(marshal.dumps(readers.folded().plain)))
    return readers, latest


@given(_MAKINGS, st.sets(_FACTS))
def test_stale_is_what_looked_up_something_that_changed_when_it_was_last_made(
    makings: list[tuple[int, set[str]]], changed: set[str]
) -> None:
    readers, latest = noted(makings)
    stale = {which for which, number in latest.items() if number in readers.of(changed)}
    looked = dict(makings)
    assert stale == {which for which, facts in looked.items() if facts & changed}
    looks = readers.looks(latest.values())
    assert {which: set(looks[number]) for which, number in latest.items()} == looked


@given(_MAKINGS, _MAKINGS, st.sets(_FACTS))
def test_with_other_numbers_they_tell_the_same(
    before: list[tuple[int, set[str]]], after: list[tuple[int, set[str]]], changed: set[str]
) -> None:
    readers, latest = noted([*before, *after])
    alive = {number: place for place, number in enumerate(latest.values())}
    again = readers.renumbered(alive, len(alive))
    assert again.count == len(latest)
    assert again.of(changed) == {alive[each] for each in readers.of(changed) if each in alive}
    assert again.add(["rows a"]) == len(latest)
