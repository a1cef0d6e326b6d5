"""A build can be killed at any moment: the site is the old one or the new one, and complete."""

import json
import os
import signal
import time
from pathlib import Path
from random import Random

import pytest
from tests.site.invented import EPOCH, files_of, make_collection, run_build

from casebook.building.listing import MARKER

KILLS = 30
LONGEST = 30.0
"""Seconds that may be spent on killing; a slow machine kills fewer. A hundred kills of the part
that writes are in tests/building/."""
FEWEST = 10

TITLES = ("Flooding of a village", "Drying of a village")


def retitle(collection: Path, number: int) -> None:
    """Make every letter another, so that a build has to write many files."""
    for path in (collection / "cases").glob("*/*/dossier.yml"):
        path.write_text(path.read_text().replace(TITLES[1 - number], TITLES[number]))


def start_build(collection: Path) -> int:
    """Build in a fork that has read the programs already; return its process, a group of its own."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        os.setsid()
        os.chdir(collection)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        from mkdocs.commands.build import build  # noqa: PLC0415 - the fork alone needs it
        from mkdocs.config import load_config  # noqa: PLC0415

        build(load_config("mkdocs.yml", strict=True))
        status = 0
    finally:
        os._exit(status)


def wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    letter = "type: AL\ntitle: {0}\nsent: 2025-03-04\nmandates: [sr-rivers]\ntopics: [floods]\n"
    files = {
        f"cases/yyy/{number}-2025/dossier.yml": letter.format(TITLES[0]) for number in range(1, 9)
    }
    return make_collection(tmp_path / "collection", files)


def test_a_build_killed_at_random_moments_leaves_a_whole_site(collection: Path) -> None:
    site = collection / "site"
    whole = []
    for number in (1, 0):
        retitle(collection, number)
        assert run_build(collection, site, "--strict").returncode == 0
        whole.append(files_of(site))
    assert whole[0].keys() >= {MARKER, "index.html", "cases/yyy/8-2025/index.html"}
    assert json.loads(whole[0][MARKER]).keys() == whole[0].keys() - {MARKER}

    for number in (1, 0, 1):
        retitle(collection, number)
        started = time.monotonic()
        assert wait(start_build(collection)) == 0
        longest = time.monotonic() - started
        assert files_of(site) == whole[1 - number]

    began = time.monotonic()
    random = Random(8)
    seen = {0: 0, 1: 0}
    kills = finished = 0
    published = 0
    while kills < KILLS and (time.monotonic() - began < LONGEST or kills < FEWEST):
        wanted = 1 - published
        retitle(collection, 1 - wanted)
        child = start_build(collection)
        time.sleep(longest * random.uniform(0.2, 1))
        try:
            os.killpg(child, signal.SIGKILL)
        except ProcessLookupError:
            os.kill(child, signal.SIGKILL)
        finished += wait(child) == 0
        kills += 1
        now = files_of(site)
        assert now in whole, f"kill {kills} left a site that is neither old nor new"
        # A build after a killed one has more to do: aim at the moment of the exchange.
        longest *= 1.1 if whole.index(now) == published else 0.9
        published = whole.index(now)
        seen[published] += 1
    assert all(seen.values()), f"{kills} kills, {finished} came too late: {seen}"

    for number in (0, 1):
        retitle(collection, 1 - number)
        assert run_build(collection, site, "--strict").returncode == 0
        assert files_of(site) == whole[number]
