"""Parcels come out of a bucket as they went in, or not at all."""

import json
import zlib
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.building import parcel
from casebook.building.batch import PIECES
from casebook.building.memory import NOTHING, made_of
from casebook.building.parcel import (
    LARGEST,
    MARK,
    SLICE,
    Entry,
    ParcelError,
    Slice,
    entry_of,
    looked_of,
    parse_parcel,
    parse_slice,
    print_parcel,
    stamp_of,
)
from casebook.model.reads import join_parts
from casebook.model.site_file import content_hash

_PARTS = st.text("abcö-._ 0", min_size=1, max_size=8).filter(lambda part: part not in {".", ".."})
_PATHS = st.builds(
    lambda before, parts: before + "/".join(parts),
    st.sampled_from(["", PIECES]),
    st.lists(_PARTS, min_size=1, max_size=3),
)
_CONTENTS = st.dictionaries(
    st.text(max_size=12), st.dictionaries(_PATHS, st.binary(max_size=40), max_size=3), max_size=4
)
_FACTS = {"rows BLR 7/2025": "a", "rows *": "b", "rows? *": "c"}


def _entries(contents: Mapping[str, Mapping[str, bytes]]) -> list[Entry]:
    found = [
        entry_of(
            name,
            made_of("code", {path: content_hash(held) for path, held in files.items()}, NOTHING),
            ("rows BLR 7/2025", "rows? BLR 1/2000"),
            _FACTS,
        )
        for name, files in contents.items()
    ]
    return [entry for entry in found if entry]


def _objects(contents: Mapping[str, Mapping[str, bytes]], name: str = "group") -> list[bytes]:
    by_key = {content_hash(held): held for files in contents.values() for held in files.values()}
    return print_parcel(name, _entries(contents), lambda _, key: by_key[key])


def _parsed(objects: list[bytes], name: str = "group") -> list[tuple[Entry, Mapping[str, bytes]]]:
    return [*parse_parcel(name, [parse_slice(held) for held in objects])]


@given(_CONTENTS)
def test_what_is_printed_is_parsed(contents: Mapping[str, Mapping[str, bytes]]) -> None:
    parsed = _parsed(_objects(contents))
    assert [entry for entry, _ in parsed] == _entries(contents)
    assert {entry.name: files for entry, files in parsed} == contents


def test_a_large_parcel_is_cut_into_objects_of_a_bounded_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parcel, "SLICE", 1000)
    contents = {"one": {"a": bytes(range(256)) * 40}, "two": {"b": b"b" * 3000}}
    objects = _objects(contents)
    assert len(objects) == 14
    assert {entry.name: files for entry, files in _parsed(objects)} == contents
    for wrong in (objects[:-1], objects[::-1], [*objects, objects[0]]):
        with pytest.raises(ParcelError):
            _parsed(wrong)
    monkeypatch.setattr(parcel, "MOST_SLICES", 13)
    assert _objects(contents) == []


def test_a_slice_may_have_just_the_largest_size() -> None:
    (held,) = _forged(bytes(SLICE))
    with pytest.raises(ParcelError, match="lists nothing"):
        _parsed([held])
    (held,) = _forged(bytes(SLICE + 1))
    with pytest.raises(ParcelError, match="too large"):
        _parsed([held])


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_object_is_none_of_ours(data: st.DataObject) -> None:
    (held,) = _objects({"one": {"a": b"first", "b": b"second"}})
    place = data.draw(st.integers(0, len(held) - 1))
    kind = data.draw(st.sampled_from(["change", "cut", "insert"]))
    byte = data.draw(st.binary(min_size=1, max_size=1))
    damaged = held[:place] + (b"" if kind == "cut" else byte) + held[place + (kind == "change") :]
    if kind == "cut":
        damaged = held[:place]
    if damaged != held:
        with pytest.raises(ParcelError):
            _parsed([damaged])


@given(st.binary(max_size=200))
def test_foreign_bytes_are_no_parcel(held: bytes) -> None:
    with pytest.raises(ParcelError):
        _parsed([held])


def _forged(payload: bytes, stamp: bytes = b"s" * 16) -> list[bytes]:
    """Return an object with the right hash, as somebody who knows the format can write it."""
    return [parcel._object(stamp, 0, 1, payload)]


def _payload(head: object, contents: bytes = b"") -> bytes:
    written = head if isinstance(head, bytes) else json.dumps(head).encode()
    return len(written).to_bytes(4, "big") + written + contents


@given(st.binary(max_size=200))
def test_any_payload_is_a_parcel_or_an_error(payload: bytes) -> None:
    with pytest.raises(ParcelError):
        _parsed(_forged(payload))


HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "a head longer than all": b"\xff\xff\xff\xff{}",
    "no JSON": _payload(b"{"),
    "nesting without end": _payload(b"[" * 100_000),
    "another group": _payload(["other", []]),
    "no list": _payload(["group", {}]),
    "no batches": _payload(["group", [1]]),
    "no facts": _payload(["group", [["one", "code", [1], "", []]]]),
    "a file of less than nothing": _payload(["group", [["one", "code", [], "", [["a", -1]]]]]),
    "a file of half a byte": _payload(["group", [["one", "code", [], "", [["a", 0.5]]]]]),
    "a file longer than all": _payload(["group", [["one", "code", [], "", [["a", 10**30]]]]], b"x"),
    "more content than files": _payload(["group", []], b"x"),
    "a stamp of something else": _payload(["group", [["one", "code", [], "", []]]]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_parcel_is_none(name: str) -> None:
    with pytest.raises(ParcelError):
        _parsed(_forged(HOSTILE[name]))


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a//b",
        "./a",
        "a/",
        "a\\b",
        "a\0b",
        "\ud800",
        "a" * 300,
        ".casebook.json",
        f"{PIECES}../x",
        f"{PIECES}",
        "a\nb",
    ],
)
def test_a_file_out_of_place_is_refused(path: str) -> None:
    entry = Entry("one", "code", (), looked_of((), {}), {path: content_hash(b"x")})
    head = ["group", [["one", "code", [], entry.looked, [[path, 1]]]]]
    with pytest.raises(ParcelError, match="files that cannot be"):
        _parsed(_forged(_payload(head, b"x"), bytes.fromhex(stamp_of([entry]))))
    assert entry_of("one", made_of("code", {path: ""}, NOTHING), (), {}) is None


def test_an_object_that_unpacks_to_more_than_a_slice_takes_no_more_memory() -> None:
    bomb = zlib.compress(bytes(50 * SLICE), 9)
    with pytest.raises(ParcelError, match="too large"):
        [*parse_parcel("group", [Slice("", 0, 1, bomb)])]


def test_an_object_that_is_larger_than_any_is_not_looked_at() -> None:
    with pytest.raises(ParcelError):
        parse_slice(MARK + bytes(LARGEST))


def test_a_look_stands_for_what_was_there() -> None:
    looks = ("rows BLR 7/2025", "rows? BLR 7/2025", "rows? BLR 1/2000", "rows BLR 1/2000")
    before = looked_of(looks, _FACTS)
    assert looked_of(looks, {**_FACTS, "rows X": "new"}) == before
    for fact, stands in (("rows BLR 7/2025", "other"), ("rows BLR 1/2000", "new")):
        assert looked_of(looks, {**_FACTS, fact: stands}) != before
    assert looked_of(looks, {"rows *": "b"}) != before
    # That something is there is no look at what it is.
    there = ("rows? BLR 7/2025",)
    assert looked_of(there, _FACTS) == looked_of(there, {"rows BLR 7/2025": "other"})


def test_a_look_at_a_part_stands_for_that_part() -> None:
    looks = ("quoted BLR 7/2025#iccpr#article-14",)
    both = {"iccpr#article-14": "1", "iccpr#article-9": "1"}
    before = looked_of(looks, {"quoted BLR 7/2025": join_parts(both)})
    other = {**both, "iccpr#article-9": "2"}
    assert looked_of(looks, {"quoted BLR 7/2025": join_parts(other)}) == before
    other = {**both, "iccpr#article-14": "2"}
    assert looked_of(looks, {"quoted BLR 7/2025": join_parts(other)}) != before
    assert looked_of(looks, {}) != before
