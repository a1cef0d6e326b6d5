"""The site on disk is the old one or the new one, whatever happens in between."""

import os
import shutil
from pathlib import Path

import pytest

from casebook.building.listing import MARKER, read_listing
from casebook.building.tree import Tree, endangered, keep_preview, resume_preview


def publish(folder: Path, contents: dict[str, str]) -> frozenset[str]:
    """Publish a site whose files hold these words; return what had to be written."""
    tree = Tree(folder / "site", folder / "workshop")
    missing = tree.prepare(contents)
    for path in missing:
        made = folder / "made"
        made.write_text(contents[path])
        tree.take(path, made)
    tree.publish(contents)
    return missing


def held(folder: Path) -> dict[str, str]:
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_text()
        for path in site.rglob("*")
        if path.is_file() and path.name != MARKER
    }


FIRST = {"index.html": "home", "cases/blr/7-2025/index.html": "letter", "a.css": "red"}
SECOND = {"index.html": "new home", "cases/blr/7-2025/index.html": "letter", "b.css": "blue"}
THIRD = {"index.html": "home", "cases/blr/7-2025/index.html": "corrected", "b.css": "blue"}


def test_every_generation_holds_exactly_its_files(tmp_path: Path) -> None:
    for contents in (FIRST, SECOND, THIRD, FIRST, {}, SECOND):
        publish(tmp_path, contents)
        assert held(tmp_path) == contents


def test_only_what_neither_tree_has_is_written(tmp_path: Path) -> None:
    assert publish(tmp_path, FIRST) == FIRST.keys()
    assert publish(tmp_path, SECOND) == {"index.html", "b.css"}
    assert publish(tmp_path, FIRST) == frozenset()
    assert publish(tmp_path, THIRD) == {"cases/blr/7-2025/index.html"}


@pytest.mark.parametrize("processes", [1, 2])
def test_the_first_spare_is_the_public_site_again(
    processes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casebook.building.tree._AT_LEAST", 1)
    publish(tmp_path, FIRST)
    spare = tmp_path / "workshop" / "spare"
    assert not spare.exists()
    Tree(tmp_path / "site", tmp_path / "workshop").make_spare(processes)
    assert read_listing(spare) == read_listing(tmp_path / "site")
    assert {path: (spare / path).read_text() for path in FIRST} == FIRST
    for contents in (SECOND, THIRD):
        publish(tmp_path, contents)
        assert held(tmp_path) == contents


def test_where_files_cannot_be_linked_there_is_no_spare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    publish(tmp_path, FIRST)
    monkeypatch.setattr(os, "link", refuse)
    Tree(tmp_path / "site", tmp_path / "workshop").make_spare(2)
    assert [*(tmp_path / "workshop").iterdir()] == []
    publish(tmp_path, SECOND)
    assert held(tmp_path) == SECOND


def test_a_site_that_somebody_emptied_is_written_anew(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    # As `rm -r site/*`: what begins with a dot stays.
    for path in (tmp_path / "site").iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != MARKER:
            path.unlink()
    assert publish(tmp_path, FIRST) == FIRST.keys()
    assert held(tmp_path) == FIRST


def test_a_build_killed_before_the_exchange_leaves_the_old_site(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    tree = Tree(tmp_path / "site", tmp_path / "workshop")
    tree.prepare(THIRD)
    (tmp_path / "made").write_text("half a page")
    tree.take("index.html", tmp_path / "made")
    assert held(tmp_path) == SECOND
    publish(tmp_path, THIRD)
    assert held(tmp_path) == THIRD


def test_what_a_killed_build_was_writing_of_its_step_goes(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    held_there = sorted(tmp_path.joinpath("workshop").iterdir())
    (tmp_path / "workshop" / ".step.json.2038").write_bytes(b"half")
    publish(tmp_path, SECOND)
    assert sorted(tmp_path.joinpath("workshop").iterdir()) == held_there


def test_a_build_killed_after_the_exchange_leaves_the_new_site(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    (tmp_path / "workshop" / "spare").rename(tmp_path / "workshop" / "next")
    assert held(tmp_path) == SECOND
    publish(tmp_path, THIRD)
    assert held(tmp_path) == THIRD


def test_a_folder_that_is_no_site_of_ours_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "stray.html").write_text("stray")
    publish(tmp_path, FIRST)
    assert held(tmp_path) == FIRST


def test_a_preview_begins_with_what_the_last_one_made(tmp_path: Path) -> None:
    kept, workshop, public = tmp_path / "kept", tmp_path / "workshop", tmp_path / "site"
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    keep_preview(kept, workshop, public)
    assert not workshop.exists()
    assert not public.exists()
    public.mkdir()
    resume_preview(kept, workshop, public)
    assert held(tmp_path) == SECOND
    assert publish(tmp_path, SECOND) == frozenset()
    assert publish(tmp_path, THIRD) == {"index.html", "cases/blr/7-2025/index.html"}


def test_the_first_preview_begins_with_nothing(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    resume_preview(tmp_path / "kept", tmp_path / "workshop", tmp_path / "site")
    assert publish(tmp_path, FIRST) == FIRST.keys()


def test_of_two_previews_the_one_that_ended_first_is_kept(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for name, contents in (("one", FIRST), ("two", SECOND)):
        publish(tmp_path / name, contents)
        keep_preview(kept, tmp_path / name / "workshop", tmp_path / name / "site")
        assert not (tmp_path / name / "workshop").exists()
    assert read_listing(kept / "spare").manifest == FIRST


@pytest.mark.parametrize(
    ("site", "held"),
    [
        ("site", None),
        ("../elsewhere", None),
        ("public/site", None),
        (".cache/looked-at", None),
        (".cache", ".cache"),
        (".cache/site/next", ".cache/site"),
        ("cases", "cases"),
        ("standards/new", "standards"),
        ("x/../docs", "docs"),
        (".", "collection"),
        ("..", "collection"),
    ],
)
def test_no_site_takes_the_place_of_what_it_is_made_of(
    site: str, held: str | None, tmp_path: Path
) -> None:
    root = tmp_path / "collection"
    root.mkdir()
    assert endangered(root / site, root) == held
