"""Whatever the disk refuses: one message, and the site stays what it was."""

import json
import os
import re
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.site.invented import (
    Ended,
    files_of,
    make_collection,
    run_build,
    run_casebook,
    run_python,
)

from casebook.building.listing import MARKER
from casebook.building.turn import take_turn

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection that was built."""
    folder = make_collection(
        tmp_path_factory.mktemp("built") / "collection",
        {"docs/about.md": "# About\n", "docs/picture.png": b"x" * 5000},
    )
    assert run_build(folder, folder / "site", "--strict").returncode == 0
    return folder


@pytest.fixture
def collection(built: Path, tmp_path: Path) -> Path:
    """A collection that was built, and changed since."""
    folder = shutil.copytree(built, tmp_path / "collection")
    (folder / "docs" / "about.md").write_text(f"# About\n\n{'Words and words. ' * 900}\n")
    dossier = folder / "cases/xxx/1-2025/dossier.yml"
    dossier.write_text(dossier.read_text().replace("Flooding", "Drying"))
    return folder


BUILD = ("-m", "mkdocs", "build")


def build(folder: Path, before: Callable[[], None] | None = None) -> Ended:
    return run_python(folder, *BUILD, before=before)


def assert_refused(result: Ended, reason: str) -> None:
    assert result.returncode == 1
    assert "Traceback" not in result.stderr + result.stdout
    told = result.stdout.strip().splitlines()
    assert len(told) == 1, told
    assert told[0].startswith("The site could not be written and stays as it was: ")
    assert reason in told[0]


def test_a_site_that_somebody_emptied_is_built_anew(built: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(built, tmp_path / "collection")
    before = files_of(folder / "site")
    for what in ("[!.]*", "cases"):  # as `rm -r site/*` has it
        for path in (folder / "site").glob(what):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        assert build(folder).returncode == 0
        assert files_of(folder / "site") == before


def test_where_the_site_is_a_link_the_folder_behind_it_is_built(
    built: Path, tmp_path: Path
) -> None:
    folder, elsewhere = shutil.copytree(built, tmp_path / "collection"), tmp_path / "served"
    (folder / "site").rename(elsewhere)
    (folder / "site").symlink_to(elsewhere)
    (folder / "docs" / "about.md").write_text("# About\n\nMore.\n")
    assert run_build(folder, folder / "site", "--strict").returncode == 0
    assert (folder / "site").is_symlink()
    assert "More." in (elsewhere / "about" / "index.html").read_text()


def test_a_file_in_the_place_of_the_site_is_left_alone(built: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(built, tmp_path / "collection")
    shutil.rmtree(folder / "site")
    (folder / "site").write_text("mine")
    refused = run_build(folder, folder / "site")
    assert "is a file; a site is a folder" in refused.stdout + refused.stderr
    assert (folder / "site").read_text() == "mine"
    (folder / "site").unlink()
    assert run_build(folder, folder / "site", "--strict").returncode == 0


def test_a_folder_of_other_things_is_left_alone(built: Path, tmp_path: Path) -> None:
    folder, mine = shutil.copytree(built, tmp_path / "collection"), tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine")
    refused = run_build(folder, mine)
    assert refused.returncode == 1
    assert f"{mine} holds something else than a site." in refused.stdout
    assert files_of(mine) == {"letter.txt": b"mine"}
    # In its own place there is nothing but sites, of whatever program.
    shutil.rmtree(folder / "site")
    shutil.copytree(mine, folder / "site")
    assert run_build(folder, folder / "site").returncode == 0
    assert "letter.txt" not in files_of(folder / "site")


def test_without_hooks_the_site_is_emptied_by_nobody_who_was_called_by_us(
    built: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(built, tmp_path / "collection")
    before, configuration = files_of(folder / "site"), folder / "mkdocs.yml"
    configuration.write_text(re.sub(r"(?m)^hooks: .*$", "hooks: []", configuration.read_text()))
    for done in (
        run_casebook(folder, "build"),
        run_python(folder, "-m", "casebook.doors.foresight"),
    ):
        assert done.returncode
        assert done.stderr.startswith("casebook: mkdocs.yml:")
        assert "The hooks that make the site are not listed." in done.stderr
        assert files_of(folder / "site") == before


def test_what_somebody_took_from_the_site_or_changed_in_it_is_made_anew(
    built: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(built, tmp_path / "collection")
    site, before = folder / "site", files_of(built / "site")
    kinds = {(path.partition("/")[0], Path(path).suffix): path for path in sorted(before)}
    for place, path in enumerate(kinds[kind] for kind in kinds if kind != (MARKER, ".json")):
        # In place, as an editor might: the second copy of the site shares the file.
        (site / path).unlink() if place % 2 else (site / path).write_text("mine")
    assert build(folder).returncode == 0
    assert files_of(site) == before
    dossier = folder / "cases/xxx/1-2025/dossier.yml"
    written = dossier.read_text()
    for words in (written.replace("Flooding", "Drying"), written):
        dossier.write_text(words)
        assert build(folder).returncode == 0
    assert files_of(site) == before


@pytest.mark.parametrize("size", [1, 3_000, 12_000, 40_000])
def test_a_full_disk_leaves_the_old_site(collection: Path, size: int) -> None:
    before = files_of(collection / "site")
    # A file that may not grow meets the same refusal as a disk that is full.
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
    assert_refused(build(collection, limit), "File too large")
    assert files_of(collection / "site") == before
    assert run_build(collection, collection / "site", "--strict").returncode == 0
    assert files_of(collection / "site") != before


def test_no_folder_where_one_should_be_leaves_the_old_site(collection: Path) -> None:
    before = files_of(collection / "site")
    (collection / ".cache").rename(collection / "aside")
    (collection / ".cache").write_text("no folder")
    assert_refused(build(collection), ".cache")
    assert files_of(collection / "site") == before


@pytest.fixture
def read_only(collection: Path) -> Iterator[tuple[Path, str]]:
    """A collection whose workshop is read-only, and what the system says to that."""
    workshop = collection / ".cache" / "site"
    if os.geteuid():
        workshop.chmod(0o500)
        yield collection, "Permission denied"
        workshop.chmod(0o700)
        return
    # Root may write into any folder, but not where a disk is mounted to be read.
    place = str(collection)
    mounts = (["--bind", place, place], ["-o", "remount,ro,bind", place])
    done = [subprocess.run(["mount", *each], capture_output=True, check=False) for each in mounts]
    if not any(each.returncode for each in done):
        yield collection, "Read-only file system"
        subprocess.run(["umount", place], check=True)
    else:  # not even root may mount here
        workshop.rename(collection / "aside")
        workshop.write_text("no folder")
        yield collection, ".cache"


def test_a_read_only_folder_leaves_the_old_site(read_only: tuple[Path, str]) -> None:
    collection, reason = read_only
    before = files_of(collection / "site")
    assert_refused(build(collection), reason)
    assert files_of(collection / "site") == before


_VANISH = """
import sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import Files
config = load_config("mkdocs.yml")
copy = Files.copy_static_files
def vanish(self, *rest, **more):
    Path(sys.argv[1]).unlink()
    return copy(self, *rest, **more)
Files.copy_static_files = vanish
try:
    build(config)
except SystemExit as error:
    print(error)
    sys.exit(1)
"""


def test_a_file_that_vanishes_during_the_build_leaves_the_old_site(collection: Path) -> None:
    before = files_of(collection / "site")
    picture = collection / "docs" / "picture.png"
    assert_refused(run_python(collection, "-c", _VANISH, str(picture)), "picture.png")
    assert files_of(collection / "site") == before
    assert run_build(collection, collection / "site", "--strict").returncode == 0


def test_a_second_build_at_the_same_time_leaves_everything_to_the_first(collection: Path) -> None:
    before = files_of(collection / "site")
    with take_turn(collection / ".cache" / "site"):
        result = build(collection)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr + result.stdout
    told = result.stdout.strip().splitlines()
    assert len(told) == 1
    assert told[0].startswith("Another build of this site is at work; the site stays as it was.")
    assert files_of(collection / "site") == before
    assert build(collection).returncode == 0


@pytest.mark.parametrize(
    "order",
    [
        "collect.py",
        "collect.py docs.py publish.py links.py",
        "docs.py links.py publish.py",
        "links.py",
        "collect.py docs.py links.py ../docs/publish.py",
    ],
)
def test_hooks_that_are_missing_or_in_another_order_are_told(collection: Path, order: str) -> None:
    configuration = collection / "mkdocs.yml"
    (collection / "docs" / "publish.py").write_text("")
    hooks = ", ".join(
        str(collection / "docs" / "publish.py") if "/" in name else f"{ROOT}/hooks/{name}"
        for name in order.split()
    )
    configuration.write_text(
        re.sub(r"(?m)^hooks: .*$", f"hooks: [{hooks}]", configuration.read_text())
    )
    result = build(collection)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "mkdocs.yml has to list these hooks, in this order: hooks/collect.py" in result.stdout


@pytest.mark.parametrize(
    ("field", "written", "told"),
    [
        ("hooks", "[]", "mkdocs.yml does not list the hooks"),
        ("theme", "mkdocs", "mkdocs.yml has to name our theme"),
        ("site_url", "https://a.example/?b", "site_url is no address that pages can lie below"),
        ("use_directory_urls", "false", "mkdocs.yml keeps docs/about.md from its address"),
        ("docs_dir", "cases", "all promised addresses, lie in docs/: take out docs_dir"),
        ("draft_docs", "index.md", "mkdocs.yml keeps docs/index.md from its address"),
        ("exclude_docs", "about.md", "mkdocs.yml keeps docs/about.md from its address"),
    ],
)
def test_a_configuration_that_makes_another_site_is_told(
    collection: Path, field: str, written: str, told: str
) -> None:
    before = files_of(collection / "site")
    (collection / "docs" / "permalinks.txt").write_text("about/\n")
    configuration = collection / "mkdocs.yml"
    fields = re.sub(rf"(?m)^{field}:.*\n(  .*\n)*", "", configuration.read_text())
    configuration.write_text(f"{fields}{field}: {written}\n")
    result = build(collection)
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
    assert told in result.stdout
    # Without hooks it is MkDocs alone that empties the folder.
    assert field == "hooks" or files_of(collection / "site") == before


@pytest.mark.parametrize("day", ["", "tomorrow", "9" * 40])
def test_a_day_that_is_none_is_told(collection: Path, day: str) -> None:
    result = run_python(collection, *BUILD, variables={"SOURCE_DATE_EPOCH": day})
    assert result.returncode == 1
    assert result.stdout.strip().startswith("SOURCE_DATE_EPOCH is no number of seconds since 1970")


@pytest.mark.parametrize("kind", ["shelf.sqlite", "site/pieces/*", "site/[!ps]*", "site/s*.json"])
def test_what_a_failing_disk_damaged_is_told_or_made_anew(collection: Path, kind: str) -> None:
    clean = shutil.copytree(collection, collection.with_name("clean"))
    shutil.rmtree(clean / "site")
    shutil.rmtree(clean / ".cache")
    assert build(clean).returncode == 0
    found = [path for path in (collection / ".cache").glob(kind) if path.is_file()]
    if kind == "site/[!ps]*":
        found += (collection / ".cache" / "site" / "templates").iterdir()
    assert found
    for path in found:
        damaged = bytearray(path.read_bytes())
        for at in range(5, len(damaged), 50):
            damaged[at] ^= 1
        path.write_bytes(damaged)
    first = build(collection)
    if first.returncode:
        assert_refused(first, "damaged")
        assert build(collection).returncode == 0
    assert files_of(collection / "site") == files_of(clean / "site")


def test_a_build_tells_what_the_check_tells(collection: Path) -> None:
    dossier = collection / "cases/xxx/1-2025/dossier.yml"
    dossier.write_text(f"{dossier.read_text()}colour: red\ntopics: [no-such-topic]\n")
    text = collection / "cases/xxx/1-2025/communication.restated.md"
    text.write_text(f"{text.read_text()}\n[9] See [article 99](/standards/none.md#article-99).\n")
    checked = run_casebook(collection, "check", "--format", "json")
    told = [f"{each['path']}:{each['line']}:" for each in json.loads(checked.stdout)]
    result = build(collection)
    assert result.returncode == 1
    assert len(told) > 2
    assert [told[at] in line for at, line in enumerate(result.stderr.splitlines())] == [True] * len(
        told
    )
