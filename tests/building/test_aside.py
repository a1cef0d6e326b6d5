"""Large files are put together in a process of their own, while the build goes on."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.building.build import Build
from casebook.building.memory import Memory, recall
from casebook.building.site import publish
from casebook.building.tree import Tree
from casebook.building.workers import WorkerError
from casebook.building.workshop import Workshop
from casebook.model.reads import Reads


def begin_build(folder: Path, processes: int, memory: Memory | None = None) -> Build:
    tree = Tree(folder / "site", folder / "workshop")
    workshop = Workshop(folder / "workshop", tree)
    last = recall(memory or Memory(), (), tree.listing.key, workshop.lost)
    return Build(workshop, last, Reads(), processes)


def who_made_it() -> Iterator[tuple[str, bytes]]:
    yield "large.txt", str(os.getpid()).encode()


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_made_aside_is_in_the_site_as_the_rest_is(tmp_path: Path, processes: int) -> None:
    build = begin_build(tmp_path, processes)
    with build.aside([("join", "told", who_made_it)]):
        build.step("map", "told", lambda: [("map.txt", b"map")])
    assert sorted(build.manifest) == ["large.txt", "map.txt"]
    assert build.beside == {"join", "map"}
    made = build.workshop.read("large.txt", build.manifest["large.txt"])
    assert (int(made) == os.getpid()) == (processes == 1)


def test_a_build_that_makes_much_has_no_memory_for_a_process_aside(tmp_path: Path) -> None:
    build = begin_build(tmp_path, 2)
    build.remade = 10_000
    with build.aside([("join", "told", who_made_it)]):
        pass
    made = build.workshop.read("large.txt", build.manifest["large.txt"])
    assert int(made) == os.getpid()


def test_what_would_be_the_same_is_not_made_again(tmp_path: Path) -> None:
    build = begin_build(tmp_path, 2)
    with build.aside([("join", "told", who_made_it)]):
        pass
    tree = build.workshop.tree
    publish(build, tree)
    memory = Memory({}, build.made, build.readers, public=tree.listing.key)
    again = begin_build(tmp_path, 2, memory)
    with again.aside([("join", "told", who_made_it)]):
        pass
    assert again.manifest == build.manifest


def test_nobody_works_on_when_the_build_has_failed(tmp_path: Path) -> None:
    def slow() -> Iterator[tuple[str, bytes]]:
        time.sleep(0.3)
        (tmp_path / "done").touch()
        yield "large.txt", b"large"

    build = begin_build(tmp_path, 2)
    with pytest.raises(ZeroDivisionError), build.aside([("join", "told", slow)]):
        build.step("map", "told", lambda: [("map.txt", b"%d" % (1 // 0))])
    assert (tmp_path / "done").exists()
    assert "large.txt" not in build.manifest


def test_what_the_disk_refuses_aside_ends_the_build(tmp_path: Path) -> None:
    def refused() -> Iterator[tuple[str, bytes]]:
        yield "large.txt", (tmp_path / "large" / "text").read_bytes()

    build = begin_build(tmp_path, 2)
    with (
        pytest.raises(WorkerError, match="No such file"),
        build.aside([("join", "told", refused)]),
    ):
        pass
