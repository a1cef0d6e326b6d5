"""Pages alone are those of a whole build, and the whole build after them is as if they had not been."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.site.invented import files_of, is_silent, make_collection, run_casebook, run_python

from casebook.building.listing import MARKER


def _build(folder: Path) -> str:
    done = run_python(folder, "-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return done.stderr


def _pages(folder: Path) -> None:
    assert is_silent(run_casebook(folder, "build", "--only", "pages"))


def _edit(folder: Path) -> None:
    path = folder / "cases/xxx/1-2025/dossier.yml"
    path.write_text(path.read_text("utf-8").replace("Flooding", "Drying"), "utf-8")


def _files(folder: Path) -> dict[str, bytes]:
    return {path: held for path, held in files_of(folder / "site").items() if path != MARKER}


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    return make_collection(tmp_path / "collection")


@dataclass(frozen=True)
class Built:
    """A collection that was built whole, and what the build said."""

    folder: Path
    said: str


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = make_collection(tmp_path_factory.mktemp("built") / "collection")
    return Built(folder, _build(folder))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same collection after the edit, built whole and by itself."""
    folder = make_collection(tmp_path_factory.mktemp("whole") / "collection")
    _edit(folder)
    _build(folder)
    return folder


def test_a_first_build_of_pages_has_pages_and_nothing_else(collection: Path, whole: Path) -> None:
    _edit(collection)
    _pages(collection)
    pages, everything = _files(collection), _files(whole)
    assert "cases/xxx/1-2025/index.html" in pages
    assert "standards/river-convention/index.html" in pages
    assert {path: everything[path] for path in pages} == pages
    assert not [path for path in pages if path.startswith(("data/", "feeds/", "search/terms/"))]
    _build(collection)
    assert _files(collection) == everything


def test_pages_after_a_whole_build_leave_what_it_knew(
    built: Built, whole: Path, tmp_path: Path
) -> None:
    collection = shutil.copytree(built.folder, tmp_path / "collection")
    before = _files(collection)
    _edit(collection)
    _pages(collection)
    pages, everything = _files(collection), _files(whole)
    assert pages["cases/xxx/1-2025/index.html"] == everything["cases/xxx/1-2025/index.html"]
    assert pages["data/dossiers.csv"] == before["data/dossiers.csv"]
    said = _build(collection)
    assert _files(collection) == everything
    # Of what the whole build knew, only what the edit is seen in was lost.
    both = (said, built.said)
    made, clean = (int(each.split(" batches made")[0].split()[-1]) for each in both)
    assert 0 < made < clean / 2


def test_a_page_that_is_no_more_goes(built: Built, tmp_path: Path) -> None:
    collection = shutil.copytree(built.folder, tmp_path / "collection")
    shutil.rmtree(collection / "cases/xxx/2-2024")
    text = collection / "cases/xxx/1-2025/dossier.yml"
    text.write_text(
        "\n".join(line for line in text.read_text("utf-8").split("\n") if "2/2024" not in line)
    )
    _pages(collection)
    assert "cases/xxx/2-2024/index.html" not in _files(collection)
    _build(collection)
    clean = collection.parent / "clean"
    shutil.copytree(collection, clean, ignore=shutil.ignore_patterns("site", ".cache"))
    _build(clean)
    assert _files(collection) == _files(clean)
