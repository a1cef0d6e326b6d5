"""The real site, built once for all tests that look at it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.site.browsing import ALONE, CHROMIUM
from tests.site.foreign import FILES
from tests.site.invented import make_collection, run_build
from tests.site.pages import Site

ROOT = Path(__file__).parents[2]
EPOCH = "1795305600"
"""22 November 2026, the day on which these tests see the site."""

EPOCH_OF_THE_NEXT_DAY = "1795392000"


def build(target: Path, epoch: str = EPOCH, host: str = "mkdocs") -> None:
    """Build the real collection strictly into `target`, as of a day."""
    build_in(ROOT, epoch, "--site-dir", str(target), host=host)


def build_in(root: Path, epoch: str = EPOCH, *more: str, host: str = "mkdocs") -> None:
    """Build the collection in `root` strictly, as of a day."""
    result = subprocess.run(
        [sys.executable, "-m", host, "build", "--strict", "--quiet", *more],
        cwd=root,
        env=os.environ | {"SOURCE_DATE_EPOCH": epoch},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout + result.stderr == ""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        yield running
        running.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the real collection."""
    folder = tmp_path_factory.mktemp("real") / "site"
    build(folder)
    return Site(folder)


@pytest.fixture(scope="session")
def foreign_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the invented collection in other scripts."""
    folder = tmp_path_factory.mktemp("foreign")
    result = run_build(make_collection(folder / "collection", FILES), folder / "site", "--strict")
    assert result.returncode == 0, result.stdout + result.stderr
    return Site(folder / "site")
