"""A site lists its files the same, whether a few were changed or all are printed anew."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.building.listing import (
    MARKER,
    Listing,
    Manifest,
    differing,
    read_listing,
    write_listing,
)

KEYS = st.text("0123456789abcdef", min_size=1, max_size=4)
PATHS = st.text(st.sampled_from('ab/."\\:é '), max_size=6).map("x".__add__)
MANIFESTS = st.dictionaries(PATHS, KEYS, max_size=8)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tree")


def listed(folder: Path, manifest: Manifest, before: Listing) -> Listing:
    return write_listing(folder, manifest, before, differing(manifest, before.manifest))


@given(before=MANIFESTS, data=st.data())
def test_the_listing_after_a_change_is_the_one_printed_anew(
    before: Manifest, data: st.DataObject, folder: Path
) -> None:
    paths = st.sampled_from(sorted(before)) if before else st.nothing()
    gone = data.draw(st.sets(paths))
    kept = {path: key for path, key in before.items() if path not in gone}
    now = kept | data.draw(st.dictionaries(paths, KEYS)) | data.draw(MANIFESTS)
    last = listed(folder, before, Listing())
    listing = listed(folder, now, last)
    anew = listed(folder, now, Listing())
    assert listing.written == anew.written == json.dumps(listing.manifest).encode()
    assert listing.manifest == anew.manifest == now
    assert [*listing.manifest] == sorted(now)


@given(one=MANIFESTS, data=st.data())
def test_what_differs_is_all_that_a_tree_has_otherwise_or_alone(
    one: Manifest, data: st.DataObject
) -> None:
    paths = st.sampled_from(sorted(one)) if one else st.nothing()
    other = data.draw(st.one_of(MANIFESTS, st.dictionaries(paths, KEYS).map(one.__or__)))
    apart = {path for path, _ in one.items() ^ other.items()}
    assert differing(one, other) == differing(other, one) == apart
    among = apart | data.draw(st.sets(PATHS, max_size=3))
    assert differing(one, other, among) == apart


@given(before=MANIFESTS, now=MANIFESTS)
def test_what_was_written_is_read_again(before: Manifest, now: Manifest, folder: Path) -> None:
    last = listed(folder, before, Listing())
    listing = listed(folder, now, last)
    for path in now:
        (folder / path.partition("/")[0]).touch()
    read = read_listing(folder)
    assert read == listing
    assert read.key == listing.key
    assert json.loads((folder / MARKER).read_bytes()) == now


def test_what_others_printed_is_printed_anew(tmp_path: Path) -> None:
    (tmp_path / MARKER).write_text('{"b":"1","a":"2"}')
    for name in "ab":
        (tmp_path / name).touch()
    last = read_listing(tmp_path)
    assert last.manifest == {"b": "1", "a": "2"}
    listing = listed(tmp_path, {"b": "1", "a": "3"}, last)
    assert listing.written == b'{"a": "3", "b": "1"}'


@pytest.mark.parametrize("marker", [None, "", "[]", "null", "no json"])
def test_a_tree_without_a_list_of_files_has_none(tmp_path: Path, marker: str | None) -> None:
    if marker is not None:
        (tmp_path / MARKER).write_text(marker)
    assert read_listing(tmp_path) == Listing()
    assert read_listing(tmp_path).key == ""
