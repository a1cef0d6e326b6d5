"""ProperDocs, the maintained fork of MkDocs, builds what MkDocs builds."""

import shutil
from pathlib import Path

import pytest
from tests.site.conftest import build
from tests.site.invented import files_of, make_collection, run_build
from tests.site.pages import Site

HOSTS = ("mkdocs", "properdocs")


def test_both_make_the_same_bytes_from_the_same_configuration(site: Site, tmp_path: Path) -> None:
    build(tmp_path / "site", host="properdocs")
    ours, theirs = files_of(site.folder), files_of(tmp_path / "site")
    assert len(ours) > 100
    assert theirs.keys() == ours.keys()
    assert [path for path, content in ours.items() if theirs[path] != content] == []


@pytest.fixture(scope="module", params=HOSTS)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """A program, and a collection that it built."""
    host: str = request.param
    folder = tmp_path_factory.mktemp(host) / "collection"
    make_collection(folder, {"docs/about.md": "# About\n"})
    assert run_build(folder, folder / "site", "--strict", host=host).returncode == 0
    return host, folder


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("# About\n\n[a page](nowhere.md)\n", "nowhere.md"),  # MkDocs itself warns
        ("# About\n\n<script>alert(1)</script>\n", "holds what no page may hold"),  # our hook does
    ],
)
def test_a_strict_build_with_a_warning_leaves_the_old_site(
    built: tuple[str, Path], tmp_path: Path, page: str, told: str
) -> None:
    host, folder = built[0], shutil.copytree(built[1], tmp_path / "collection")
    before = files_of(folder / "site")
    (folder / "docs" / "about.md").write_text(page)
    result = run_build(folder, folder / "site", "--strict", host=host)
    assert result.returncode == 1
    assert told in result.stderr
    assert files_of(folder / "site") == before
