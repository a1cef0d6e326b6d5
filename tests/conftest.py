"""What the tests share: a small invented collection, a fixed day, the flag that refreshes goldens."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from casebook.checks import run_checks
from casebook.reading.collection import Collection, read_collection
from casebook.words.problem import Problem

BASE = Path(__file__).parent / "goldens" / "base"
"""A collection without problems, about an invented State."""

TODAY = date(2026, 11, 22)

# A shared machine is slow now and then; that is no finding.
settings.register_profile("casebook", deadline=None)
settings.load_profile("casebook")

Files = Mapping[str, str | bytes]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh",
        action="store_true",
        help="write what the program now says into the golden files; look at the difference",
    )


@pytest.fixture
def is_refreshing(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh"))


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small collection."""
    copy = tmp_path / "collection"
    shutil.copytree(BASE, copy)
    (copy / "mkdocs.yml").write_text("site_name: Test\n")
    return copy


@pytest.fixture
def collect(root: Path) -> Callable[[Files], Collection]:
    """Reads the small collection with some files added or replaced."""

    def collect_(files: Files) -> Collection:
        for path, content in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_collection(root)

    return collect_


@pytest.fixture
def problems_of(
    collect: Callable[[Files], Collection], today: date
) -> Callable[[Files], tuple[Problem, ...]]:
    """Reads and checks the small collection with some files added or replaced."""

    def problems_of_(files: Files) -> tuple[Problem, ...]:
        collection = collect(files)
        return tuple(sorted((*collection.problems, *run_checks(collection, today))))

    return problems_of_
