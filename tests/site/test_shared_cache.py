"""Machines that share a cache, each with a copy of a small collection: the same bytes everywhere."""

import os
import re
import shutil
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.request import Request, urlopen
from uuid import uuid4

import pytest
from tests.conftest import BASE
from tests.site.invented import (
    Ended,
    files_of,
    is_silent,
    make_collection,
    run_casebook,
    run_python,
)

from casebook.building import parcel
from casebook.model.site_file import content_hash

CACHE = "CASEBOOK_CACHE"
MORE = 24
"""So many letters that two processes make them, in another order than they lie in the cache."""
_NOT_MADE = shutil.ignore_patterns("site", ".cache")
_SAID = re.compile(r"(\d+) batches made, (\d+) taken from the cache")
_IN_ONE_PROCESS = """
import os, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils import CountHandler
import logging
logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
for folder in sys.argv[1:]:
    os.chdir(folder)
    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
"""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A machine that built on its own."""
    letter = {path.name: path.read_bytes() for path in (BASE / "cases/xxx/1-2025").iterdir()}
    more = {
        f"cases/xxx/{number}-2025/{name}": content
        for number in range(2, 2 + MORE)
        for name, content in letter.items()
    }
    folder = make_collection(tmp_path_factory.mktemp("alone") / "collection", more)
    assert _build(folder)[0].returncode == 0
    return folder


@pytest.fixture
def machine(alone: Path, tmp_path: Path) -> Callable[[], Path]:
    """Makes a machine that has nothing but the collection."""
    count = iter(range(10))

    def machine_() -> Path:
        folder = tmp_path / f"machine{next(count)}"
        return shutil.copytree(alone, folder, ignore=_NOT_MADE)

    return machine_


@pytest.fixture(scope="module")
def filled(alone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which a machine left all that it made."""
    place = tmp_path_factory.mktemp("filled")
    folder = shutil.copytree(alone, place / "machine", ignore=_NOT_MADE)
    assert _build(folder, **{CACHE: str(place / "cache")})[0].returncode == 0
    return place / "cache"


@pytest.fixture
def cache(filled: Path, tmp_path: Path) -> Path:
    """A copy of that cache."""
    return shutil.copytree(filled, tmp_path / "cache")


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """A bucket of a server on this machine; gives its address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from moto.server import ThreadedMotoServer  # noqa: PLC0415
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    before = dict(os.environ)
    os.environ |= {
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
    }
    urlopen(Request(f"http://{host}:{port}/shelf", method="PUT")).close()
    yield "s3://shelf/casebook"
    os.environ.clear()
    os.environ.update(before)
    server.stop()


def _build(folder: Path, **variables: str) -> tuple[Ended, tuple[int, int]]:
    """Build with MkDocs; return how it ended, and how many batches were made and taken."""
    done = run_python(folder, "-m", "mkdocs", "build", "--strict", variables=variables)
    return done, _counts(done.stderr)[-1]


def _counts(said: str) -> list[tuple[int, int]]:
    return [(int(made), int(taken)) for made, taken in _SAID.findall(said)] or [(-1, -1)]


def files(folder: Path) -> dict[str, bytes]:
    return files_of(folder / "site")


def test_a_second_machine_makes_nothing_anew(
    machine: Callable[[], Path], alone: Path, tmp_path: Path
) -> None:
    first, second = machine(), machine()
    address = str(tmp_path / "cache")
    done, (made, taken) = _build(first, **{CACHE: address})
    assert (done.returncode, taken) == (0, 0)
    done, counts = _build(second, **{CACHE: address})
    assert (done.returncode, counts) == (0, (0, made))
    assert files(first) == files(second) == files(alone)


def test_machines_share_memory(machine: Callable[[], Path], alone: Path) -> None:
    first, second = machine(), machine()
    shared = {CACHE: f"memory://{uuid4()}"}
    done = run_python(first, "-c", _IN_ONE_PROCESS, str(first), str(second), variables=shared)
    assert done.returncode == 0, done.stderr
    (made, _), second_counts = _counts(done.stdout)
    assert second_counts == (0, made)
    assert files(first) == files(second) == files(alone)


def test_machines_share_a_bucket(machine: Callable[[], Path], alone: Path, bucket: str) -> None:
    first, second = machine(), machine()
    assert is_silent(run_casebook(first, "build", "--cache", bucket))
    done, (made, taken) = _build(second, **{CACHE: bucket})
    assert done.returncode == 0
    assert made == 0
    assert taken > 50
    assert files(first) == files(second) == files(alone)


def test_parts_and_a_build_that_finds_them_are_one_build(
    machine: Callable[[], Path], alone: Path, bucket: str
) -> None:
    address = f"{bucket}-parts"
    for number in (1, 2, 3):
        folder = machine()
        assert is_silent(
            run_casebook(folder, "build", "--cache", address, "--shard", f"{number}/3")
        )
        assert not (folder / "site").exists()
    merged = machine()
    done, (made, taken) = _build(merged, **{CACHE: address})
    assert done.returncode == 0
    assert taken > 50
    assert made == 1  # the index of words, when everything is there
    assert files(merged) == files(alone)


def test_a_machine_after_an_edit_takes_what_the_edit_left_alone(
    machine: Callable[[], Path], alone: Path, cache: Path
) -> None:
    second, clean = machine(), machine()
    for folder in (second, clean):
        path = folder / "cases/xxx/1-2025/dossier.yml"
        path.write_text(path.read_text("utf-8").replace("Flooding", "Drying"), "utf-8")
    done, (made, taken) = _build(second, **{CACHE: str(cache)})
    assert done.returncode == 0
    assert made > 5
    assert taken > 50
    _build(clean)
    assert files(second) == files(clean) != files(alone)


def test_a_part_tells_its_problems_and_leaves_nothing(
    machine: Callable[[], Path], tmp_path: Path
) -> None:
    folder = machine()
    path = folder / "cases/xxx/1-2025/dossier.yml"
    path.write_text(path.read_text("utf-8") + "related: [{to: XXX 1/2025, as: follows-up}]\n")
    address = str(tmp_path / "cache")
    ends = [
        run_casebook(folder, "build", "--cache", address, "--shard", f"{number}/2")
        for number in (1, 2)
    ]
    assert sorted(done.returncode for done in ends) == [0, 1]
    bad = next(done for done in ends if done.returncode)
    assert "cases/xxx/1-2025/dossier.yml" in bad.stdout + bad.stderr
    assert "Traceback" not in bad.stdout + bad.stderr


def test_a_cache_that_does_not_answer_is_one_warning(
    machine: Callable[[], Path], alone: Path, tmp_path: Path
) -> None:
    folder = machine()
    (tmp_path / "cache").write_text("no folder")
    done = run_casebook(folder, "build", "--cache", str(tmp_path / "cache"))
    assert done.returncode == 0
    assert done.stderr.startswith("casebook: the cache cannot be read, and the build goes on")
    assert done.stderr.count("\n") == 1
    assert files(folder) == files(alone)


def _cut_short(held: bytes) -> bytes:
    return held[:-20]


def _turn_bits(held: bytes) -> bytes:
    return held[:99] + bytes([held[99] ^ 1]) + held[100:]


@pytest.mark.parametrize("harm", [_cut_short, _turn_bits])
def test_a_damaged_cache_changes_no_byte(
    harm: Callable[[bytes], bytes], machine: Callable[[], Path], alone: Path, cache: Path
) -> None:
    held = [path for path in cache.rglob("*") if path.is_file()]
    assert held
    for path in held:
        path.write_bytes(harm(path.read_bytes()))
    folder = machine()
    done = run_casebook(folder, "build", "--cache", str(cache))
    assert done.returncode == 0
    assert re.fullmatch(r"casebook: \d+ objects in the cache cannot be used, .*\n", done.stderr)
    assert files(folder) == files(alone)


def _forge(cache: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    """Change files in a cache as somebody does who knows how they are written."""
    kept: dict[str, bytes] = {}

    def read(_: str, key: str) -> bytes:
        return kept[key]

    for path in [path for path in cache.rglob("*") if path.is_file()]:
        forged = []
        held = [parcel.parse_slice(path.read_bytes())]
        for entry, contents in parcel.parse_parcel(path.name, held):
            changed = dict(change(*each) for each in contents.items())
            keys = {name: content_hash(content) for name, content in changed.items()}
            kept |= {keys[name]: content for name, content in changed.items()}
            forged.append(replace(entry, files=keys))
        (whole,) = parcel.print_parcel(path.name, forged, read)
        path.write_bytes(whole)


def _junk(path: str, content: bytes) -> tuple[str, bytes]:
    return path, b"\0junk" if path.startswith("search/texts/") else content


def _clash(path: str, content: bytes) -> tuple[str, bytes]:
    return ("cases" if path == "robots.txt" else path), content


@pytest.mark.parametrize("change", [_junk, _clash])
def test_what_is_no_part_of_a_site_is_made_anew(
    change: Callable[[str, bytes], tuple[str, bytes]],
    machine: Callable[[], Path],
    alone: Path,
    cache: Path,
) -> None:
    _forge(cache, change)
    folder = machine()
    done = run_casebook(folder, "build", "--cache", str(cache))
    assert done.returncode == 0
    assert done.stderr.startswith("casebook: what the cache gave is no part of a site")
    assert done.stderr.count("\n") == 1
    assert files(folder) == files(alone)
    # What is wrong was replaced.
    after = machine()
    assert is_silent(run_casebook(after, "build", "--cache", str(cache)))
    assert files(after) == files(alone)
