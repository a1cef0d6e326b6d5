"""The real site, built once for all tests that look at it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.site.browsing import ALONE, CHROMIUM, Visit, serve, visit
from tests.site.foreign import FILES
from tests.site.invented import EPOCH, ROOT, is_silent, make_collection, run_build, run_python
from tests.site.pages import Site

EPOCH_OF_THE_NEXT_DAY = "1795392000"


def build(target: Path, epoch: str = EPOCH, host: str = "mkdocs") -> None:
    """Build the real collection strictly into `target`, as of a day."""
    with _alone(ROOT / ".cache" / "tests"):  # what was read of it lies in one place
        build_in(ROOT, epoch, "--site-dir", str(target), host=host)


def build_in(root: Path, epoch: str = EPOCH, *more: str, host: str = "mkdocs") -> None:
    """Build the collection in `root` strictly, as of a day."""
    build = ("-m", host, "build", "--strict", "--quiet", *more)
    result = run_python(root, *build, variables={"SOURCE_DATE_EPOCH": epoch})
    assert is_silent(result), result.stdout + result.stderr


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process of the tests is at work in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "turn").open("wb") as turn:
        flock(turn, LOCK_EX)
        yield


def _made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that all processes of a run of the tests share; the first one fills it."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with _alone(folder):
        if not (folder / "made").exists():
            make(folder)
            (folder / "made").touch()
    return folder


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
    folder = _made_once(tmp_path_factory, "real", lambda folder: build(folder / "site"))
    return Site(folder / "site")


@pytest.fixture(scope="session")
def foreign_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the invented collection in other scripts."""

    def make(folder: Path) -> None:
        collection = make_collection(folder / "collection", FILES)
        result = run_build(collection, folder / "site", "--strict")
        assert result.returncode == 0, result.stdout + result.stderr

    return Site(_made_once(tmp_path_factory, "foreign", make) / "site")


@pytest.fixture(scope="module")
def host(site: Site) -> Iterator[str]:
    """The address where the site of the real collection is served."""
    with serve(site.folder) as address:
        yield address


@pytest.fixture(scope="module")
def foreign_host(foreign_site: Site) -> Iterator[str]:
    """The address where the site of letters in other languages is served."""
    with serve(foreign_site.folder) as address:
        yield address


@pytest.fixture
def seen(browser: Browser, host: str) -> Iterator[Visit]:
    """A visit to it, with nothing kept of the one before."""
    with visit(browser, host) as opened:
        yield opened


@pytest.fixture
def page(seen: Visit) -> Iterator[Page]:
    """A page that the site is open on; whatever happens in a test, nothing breaks on it."""
    yield seen.page
    assert seen.errors == []
    assert seen.elsewhere == []
