"""What the spare has otherwise is the same, noted or compared."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.building import listing as listings
from casebook.building.listing import (
    MARKER,
    Listing,
    Manifest,
    differing,
    read_listing,
    write_listing,
)
from casebook.building.step import read_earlier, write_step

SITES = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("12"), min_size=1)


def site(tree: Path, manifest: Manifest) -> Listing:
    """Return what a tree lists, as another process reads it."""
    tree.mkdir(exist_ok=True)
    write_listing(tree, manifest, Listing(), frozenset())
    listings._latest.clear()
    return read_listing(tree)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("trees")


@given(before=SITES, now=SITES, third=SITES)
def test_a_step_tells_what_comparing_finds(
    before: Manifest, now: Manifest, third: Manifest, folder: Path
) -> None:
    noted = folder / "step.json"
    one, two = site(folder / "one", before), site(folder / "two", now)
    write_step(noted, one, two, differing(before, now))
    earlier, apart = read_earlier(folder / "one", two, noted)
    assert (earlier, apart) == (one, differing(before, now))
    # Another site than the one to which it led, and another than the one from which.
    other = site(folder / "three", third)
    assert read_earlier(folder / "one", other, noted) == (one, differing(before, third))
    assert read_earlier(folder / "three", two, noted) == (other, differing(third, now))


@pytest.mark.parametrize(
    "told", ["", "[]", "{}", "null", '{"before": 1, "now": 2, "old": 3, "x": 4}']
)
def test_what_was_noted_and_cannot_be_read_is_compared(tmp_path: Path, told: str) -> None:
    noted = tmp_path / "step.json"
    noted.write_text(told)
    one, two = site(tmp_path / "one", {"a": "1"}), site(tmp_path / "two", {"a": "2", "b": "1"})
    assert read_earlier(tmp_path / "one", two, noted) == (one, frozenset("ab"))


def test_without_an_earlier_site_all_is_new(tmp_path: Path) -> None:
    noted = tmp_path / "step.json"
    one, two = site(tmp_path / "one", {"a": "1"}), site(tmp_path / "two", {"a": "2"})
    write_step(noted, one, two, frozenset("a"))
    shutil.rmtree(tmp_path / "one")
    assert read_earlier(tmp_path / "one", two, noted) == (Listing(), frozenset("a"))
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / MARKER).write_text("no list")
    assert read_earlier(tmp_path / "one", two, noted) == (Listing(), frozenset("a"))


def test_where_the_disk_refuses_nothing_is_noted(tmp_path: Path) -> None:
    one, two = site(tmp_path / "one", {"a": "1"}), site(tmp_path / "two", {"a": "2"})
    noted = tmp_path / "none" / "step.json"
    write_step(noted, one, two, frozenset("a"))
    assert read_earlier(tmp_path / "one", two, noted) == (one, frozenset("a"))
