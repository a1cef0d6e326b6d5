"""A build can be killed at any moment of its writing: the site is the old one or the new one."""

import json
import os
import signal
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

from casebook.building.batch import Batch
from casebook.building.build import Build
from casebook.building.kept_memory import load_memory, save_memory
from casebook.building.listing import MARKER
from casebook.building.memory import Memory, recall
from casebook.building.site import publish
from casebook.building.tree import Tree
from casebook.building.workshop import Workshop
from casebook.model.reads import Reads
from casebook.model.site_file import content_hash

KILLS = 100
FILES = 150


def contents(version: int) -> dict[str, bytes]:
    """Return a site whose version every other file tells; some files are in one version only."""
    shared = {f"same/{number}.html": b"same" * 500 for number in range(FILES)}
    told = {f"cases/{number}/index.html": b"%d " % version * 4000 for number in range(FILES)}
    return shared | told | {f"only/{version}/{number}.html": b"only" for number in range(20)}


def make(folder: Path, held: Mapping[str, bytes]) -> None:
    tree = Tree(folder / "site", folder / "workshop")
    workshop = Workshop(folder / "workshop", tree)
    known, base = load_memory(folder / "workshop" / "memory")
    last = recall(known, (), tree.listing.key, workshop.lost)
    build = Build(workshop, last, Reads(), 2)
    batches = [
        Batch(path, content_hash(words), lambda *held: dict([held]), (path, words))
        for path, words in held.items()
    ]
    build.add(batches, {})
    listed = json.dumps(sorted(build.manifest)).encode()
    build.step("list", content_hash(listed), lambda: [("list.json", listed)])
    publish(build, tree)
    memory = Memory({}, build.made, build.readers, public=tree.listing.key)
    save_memory(folder / "workshop" / "memory", memory, base)
    workshop.sweep(())


def start(folder: Path, held: Mapping[str, bytes]) -> int:
    child = os.fork()
    if child:
        return child
    os.setsid()  # its workers are killed with it
    status = 1
    try:
        make(folder, held)
        status = 0
    finally:
        os._exit(status)


def end(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def version_of(folder: Path) -> int:
    """Return which version the public site is; fail when it is neither."""
    site = folder / "site"
    found = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }
    listed = json.loads(found.pop(MARKER))
    assert listed.keys() == found.keys()
    found.pop("list.json")
    for version in (0, 1):
        if found == contents(version):
            return version
    raise AssertionError("the site is neither the old one nor the new one")


def test_a_site_is_whole_after_a_hundred_kills(tmp_path: Path) -> None:
    for version in (0, 1, 0):
        began = time.monotonic()
        assert end(start(tmp_path, contents(version))) == 0
        longest = time.monotonic() - began
    random = Random(8)
    published, kept, exchanged, late = 0, 0, 0, 0
    for _ in range(KILLS):
        child = start(tmp_path, contents(1 - published))
        time.sleep(longest * random.uniform(0, 1))
        try:
            os.killpg(child, signal.SIGKILL)
        except ProcessLookupError:
            os.kill(child, signal.SIGKILL)
        late += end(child) == 0
        now = version_of(tmp_path)
        kept += now == published
        exchanged += now != published
        # A build after a killed one has more to do: aim at the moment of the exchange.
        longest *= 1.1 if now == published else 0.9
        published = now
    assert kept > KILLS // 10, f"{late} of {KILLS} kills came too late"
    assert exchanged > KILLS // 20, f"{late} of {KILLS} kills came too late"
    for version in (1, 0):
        make(tmp_path, contents(version))
        assert version_of(tmp_path) == version
    assert sorted(path.name for path in (tmp_path / "workshop").iterdir()) == [
        "memory",
        "memory.since",
        "pieces",
        "spare",
        "step.json",
    ]
