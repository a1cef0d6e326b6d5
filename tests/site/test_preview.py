"""`mkdocs serve`: what is saved is shown, whatever is wrong with it, until Ctrl-C."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from tests.addresses import free_address
from tests.site.invented import EPOCH, make_collection

LONGEST = 60.0
"""Seconds until a change must be shown on a slow machine."""

TITLE = "Flooding of a village"


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A collection whose files are watched."""
    folder = make_collection(tmp_path / "collection")
    with (folder / "mkdocs.yml").open("a") as configuration:
        configuration.write("watch: [cases, standards]\n")
    return folder


@pytest.fixture
def address() -> str:
    return free_address()


@contextmanager
def preview(collection: Path, address: str) -> Iterator[tuple[str, Path, int]]:
    """Serve a collection; give the address, the file where the preview tells what it does, and its
    process."""
    told = collection.parent / "told.txt"
    with told.open("w") as into:
        process = subprocess.Popen(
            # Named so, the configuration has a path that is none from the root of the disk.
            [
                *(sys.executable, "-m", "mkdocs", "serve", "--config-file", "mkdocs.yml"),
                *("--livereload", "--dev-addr", address),
            ],
            cwd=collection,
            env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
            stdout=into,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # Whoever runs the tests in the background lets Ctrl-C do nothing.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
    try:
        yield f"http://{address}/", told, process.pid
        process.send_signal(signal.SIGINT)
        assert process.wait(LONGEST) == 0
    finally:
        process.kill()
        process.wait()


def wait_for(address: str, words: str) -> None:
    """Wait until a page has some words."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=LONGEST) as answer:
                if words in answer.read().decode():
                    return
        except OSError:
            pass  # not there yet
        time.sleep(0.05)
    pytest.fail(f"{address} never had: {words}")


def titled(collection: Path) -> tuple[Path, str]:
    """Return the dossier that has TITLE, and its page."""
    dossier = next(path for path in collection.rglob("dossier.yml") if TITLE in path.read_text())
    return dossier, dossier.parent.relative_to(collection).as_posix()


def test_what_is_saved_is_shown(collection: Path, address: str) -> None:
    dossier, page = titled(collection)
    good = dossier.read_text()
    with preview(collection, address) as (host, told, _):
        wait_for(f"{host}{page}/", TITLE)
        dossier.write_text(good.replace(TITLE, "Drying of a village"))
        wait_for(f"{host}{page}/", "Drying of a village")
        wait_for(f"{host}cases/", "Drying of a village")
        # A mistake is told, and the preview goes on.
        dossier.write_text(good.replace("type:", "type: letter\nformer:"))
        end = time.monotonic() + LONGEST
        while "dossier.yml:" not in told.read_text() and time.monotonic() < end:
            time.sleep(0.05)
        assert "Traceback" not in told.read_text()
        # Editors save by putting another file in its place.
        fresh = dossier.with_name(".dossier.yml.new")
        fresh.write_text(good.replace(TITLE, "Mended after a mistake"))
        fresh.replace(dossier)
        wait_for(f"{host}{page}/", "Mended after a mistake")
        (collection / "docs" / "added.md").write_text("# Added meanwhile\n")
        wait_for(f"{host}added/", "Added meanwhile")
        for words in ("Saved once more", "Saved and saved"):
            dossier.write_text(good.replace(TITLE, words))
            wait_for(f"{host}{page}/", words)
        assert "1 folder read again" in told.read_text()
        # Nothing of what was read before hides what lies elsewhere now.
        moved = dossier.parent.with_name("1999-2025")
        dossier.parent.rename(moved)
        wait_for(f"{host}{moved.relative_to(collection).as_posix()}/", "Saved and saved")
        assert "Traceback" not in told.read_text()


def test_the_next_preview_begins_with_what_the_last_one_made(
    collection: Path, address: str
) -> None:
    dossier, page = titled(collection)
    good = dossier.read_text()
    with preview(collection, address) as (host, told, _):
        wait_for(f"{host}{page}/", TITLE)
        for path in collection.glob("cases/*/*/dossier.yml"):
            path.write_text(path.read_text().replace("flood", "deluge").replace("Flood", "Deluge"))
        wait_for(f"{host}{page}/", TITLE.replace("Flood", "Deluge"))
        first, *_ = made(told)
    dossier.write_text(good.replace(TITLE, "Drying of a village"))
    with preview(collection, address) as (host, told, _):
        wait_for(f"{host}{page}/", "Drying of a village")
        assert made(told)[0] < first / 2


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nobody tells its memory")
def test_a_preview_keeps_no_collection_that_it_read(collection: Path, address: str) -> None:
    dossier, page = titled(collection)
    good = dossier.read_text()
    held = []
    with preview(collection, address) as (host, _, process):
        for number in range(12):
            dossier.write_text(good.replace(TITLE, f"Flooding number {number}"))
            wait_for(f"{host}{page}/", f"Flooding number {number}")
            held.append(memory_of(process))
    assert held[-1] - held[2] < 2_000, "each of nine builds stays"


def memory_of(process: int) -> int:
    """Return how many KB of a process are in memory."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def made(told: Path) -> list[int]:
    """Return how many batches each build made."""
    return [int(number) for number in re.findall(r"(\d+) batches made", told.read_text())]


def test_an_address_that_is_taken_is_told_in_one_line(collection: Path, address: str) -> None:
    host, port = address.split(":")
    with socket.create_server((host, int(port))):
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address],
            cwd=collection,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"Nothing can be served at {address}: Address already in use. " in done.stdout
