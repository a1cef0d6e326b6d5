"""A site stands while everything that it was made from is the same, to the last byte."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from casebook.building.listing import MARKER, read_listing
from casebook.building.standing import inputs_of, remember, stands
from casebook.reading.tree import Tree

HELD = Tree(
    Path("/collection"),
    standards={"standards/iccpr.md": b"articles"},
    registers={"cases/registers/topics.yml": b"topics"},
    keys={"cases/blr/7-2025": "stands for its files"},
    pages={"docs/about.md": b"# About"},
    others={"docs/map.png"},
)

OTHERS: dict[str, Callable[[], Tree]] = {
    "a standard": lambda: replace(HELD, standards={"standards/iccpr.md": b"article"}),
    "a name of a standard": lambda: replace(HELD, standards={"standards/cat.md": b"articles"}),
    "a register": lambda: replace(HELD, registers={}),
    "a page": lambda: replace(HELD, pages={"docs/about.md": b"# About us"}),
    "a picture": lambda: replace(HELD, others=set()),
    "a folder": lambda: replace(HELD, keys={"cases/blr/8-2025": "stands for its files"}),
    "what lies in a folder": lambda: replace(HELD, keys={"cases/blr/7-2025": "for others"}),
}


@pytest.fixture
def public(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / MARKER).write_text("{}")
    return tmp_path / "site"


def test_a_site_stands_when_nothing_is_another(public: Path, tmp_path: Path) -> None:
    remember(tmp_path / "memory", read_listing(public).key, inputs_of(HELD, [b"code"]))
    assert stands(tmp_path / "memory", public, inputs_of(replace(HELD), [b"code"]))


@pytest.mark.parametrize("what", OTHERS)
def test_a_site_does_not_stand_when_something_is_another(what: str) -> None:
    assert inputs_of(OTHERS[what](), [b"code"]) != inputs_of(HELD, [b"code"])


def test_the_program_its_settings_and_the_theme_count(public: Path) -> None:
    assert inputs_of(HELD, [b"code"]) != inputs_of(HELD, [b"new code"])
    assert inputs_of(HELD, [b"code", b""]) != inputs_of(HELD, [b"code"])


def test_a_site_that_somebody_exchanged_does_not_stand(public: Path, tmp_path: Path) -> None:
    remember(tmp_path / "memory", read_listing(public).key, "inputs")
    (public / MARKER).write_text('{"index.html": "other"}')
    assert not stands(tmp_path / "memory", public, "inputs")
    (public / MARKER).unlink()
    assert not stands(tmp_path / "memory", public, "inputs")


def write_over(home: Path) -> None:
    home.write_text("mine")
    # As a moment later: clocks of file systems are slower than tests.
    later = (home.parent / MARKER).stat().st_mtime + 1
    os.utime(home, (later, later))


@pytest.mark.parametrize("change", [Path.unlink, write_over])
def test_a_site_of_which_somebody_changed_a_file_does_not_stand(
    change: Callable[[Path], object], public: Path, tmp_path: Path
) -> None:
    (public / "index.html").write_text("home")
    (public / MARKER).write_text('{"index.html": "1"}')
    remember(tmp_path / "memory", read_listing(public).key, "inputs")
    assert stands(tmp_path / "memory", public, "inputs")
    change(public / "index.html")
    assert not stands(tmp_path / "memory", public, "inputs")


@pytest.mark.parametrize("held", [None, "", "[]", "no json"])
def test_without_a_memory_nothing_stands(held: str | None, public: Path, tmp_path: Path) -> None:
    if held is not None:
        (tmp_path / "memory").write_text(held)
    assert not stands(tmp_path / "memory", public, "inputs")
