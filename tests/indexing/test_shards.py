from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.indexing.shards import (
    Packer,
    bits_for,
    shard_path,
    unpack_shard,
)

postings = st.dictionaries(st.integers(1, 2**38 - 1), st.integers(1, 15), min_size=1, max_size=9)
shards = st.dictionaries(st.text(min_size=1, max_size=9), postings, max_size=6)


def pack(shard: dict[str, dict[int, int]]) -> bytes:
    packer = Packer()
    return packer.shard(
        sorted(
            (term.encode(), packer.postings(sorted(held), bytes(held[n] for n in sorted(held))))
            for term, held in shard.items()
        )
    )


def unpack(shard: bytes) -> dict[str, dict[int, int]]:
    found = {}
    for name, held in unpack_shard(shard):
        numbers, weights = Packer().unpacked(held)
        found[name.decode()] = {
            number: int(weight, 16) for number, weight in zip(numbers, weights, strict=True)
        }
    return found


@given(shards)
def test_what_is_packed_unpacks_to_the_same(shard: dict[str, dict[int, int]]) -> None:
    assert unpack(pack(shard)) == shard


@given(shards, st.dictionaries(st.text(min_size=1, max_size=9), postings, max_size=3), st.data())
def test_a_patched_shard_is_the_shard_packed_anew(
    before: dict[str, dict[int, int]], gained: dict[str, dict[int, int]], data: st.DataObject
) -> None:
    lost = {
        term: dict.fromkeys(data.draw(st.sets(st.sampled_from(sorted(held)))), 0)
        for term, held in before.items()
    }
    changes = {term: {**lost.get(term, {}), **gained.get(term, {})} for term in {*lost, *gained}}
    after = {}
    for term in {*before, *changes}:
        held = {**before.get(term, {}), **changes.get(term, {})}
        if left := {number: weight for number, weight in held.items() if weight}:
            after[term] = left
    assert Packer().patch(pack(before), changes) == pack(after)


def test_postings_that_lost_a_number_are_not_taken_for_whole() -> None:
    held = Packer().postings([5, 900], bytes([3, 15]))
    with pytest.raises(ValueError, match="does not have what it says"):
        Packer().unpacked(replace(held, numbers=held.numbers[:-1]))


def test_what_is_no_shard_is_told() -> None:
    with pytest.raises(ValueError, match="no shard"):
        dict(unpack_shard(b"<!doctype html>"))


def test_no_terms_are_no_shard() -> None:
    assert Packer().shard([]) == b""
    assert not dict(unpack_shard(b""))


def test_entries_carry_number_and_weight() -> None:
    packer = Packer()
    assert packer.entries([5 << 4 | 3, 900 << 4 | 15]) == packer.postings([5, 900], bytes([3, 15]))


def test_a_small_collection_has_few_shards() -> None:
    assert [2 ** bits_for(count) for count in (0, 15, 100, 1000, 10_000)] == [4, 8, 64, 512, 4096]


def test_other_spellings_of_a_name_lie_in_one_shard() -> None:
    spellings = ("lazarchyk", "лазарчик", "lasartschik", "~lsrsk")
    assert len({shard_path(spelling, 10) for spelling in spellings}) == 1


def test_a_facet_is_a_file_of_its_own() -> None:
    assert shard_path("mandate:wgad", 10) == "search/facets/mandate.bin"
