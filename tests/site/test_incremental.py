"""After any edit, the site is what a clean build of the same files would give, byte for byte."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.site.conftest import EPOCH_OF_THE_NEXT_DAY, build_in
from tests.site.invented import EPOCH, ROOT, files_of, run_python

DOCS = ("index.md", "about.md", "corrections.md", "method.md", "data.md", "data-changelog.md")


def _replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        held = (root / path).read_text("utf-8")
        assert old in held, f"{path} does not hold {old!r}"
        (root / path).write_text(held.replace(old, new), "utf-8")

    return edit


def _withdraw(root: Path) -> None:
    held = root / "cases" / "pak" / "11-2025" / "dossier.yml"
    words = held.read_text("utf-8")
    held.write_text(
        words.replace("withdrawn: null", "withdrawn: {date: 2026-11-01, reason: Asked.}")
    )


def _append(path: Path, words: str) -> None:
    path.write_text(path.read_text("utf-8") + words, "utf-8")


def _style(root: Path) -> Path:
    return root / "hooks" / "theme" / "assets" / "casebook.css"


def _add(root: Path) -> None:
    """Add a dossier near the beginning of the list of promised addresses."""
    folder = root / "cases" / "aus" / "1-2001"
    folder.mkdir(parents=True)
    (folder / "dossier.yml").write_text("title: A letter that was added\n", "utf-8")
    (folder / "communication.restated.md").write_text("[1] Added.\n", "utf-8")
    promised = root / "docs" / "permalinks.txt"
    held = set(promised.read_text("utf-8").splitlines()) if promised.exists() else set()
    held |= {"cases/aus/1-2001/", "cases/aus/1-2001/#p1", "cases/aus/"}
    promised.write_text("".join(f"{line}\n" for line in sorted(held)), "utf-8")


EDITS: dict[str, Callable[[Path], object]] = {
    "a paragraph": _replace(
        "cases/blr/7-2025/communication.restated.md", "[4] According to", "[4] Edited. According to"
    ),
    "a citation": _replace(
        "cases/blr/7-2025/communication.restated.md",
        "standards/cat.md#article-16",
        "standards/cat.md#article-1",
    ),
    "a title": _replace("cases/gbr/3-2019/dossier.yml", "title: ", "title: Changed. "),
    "the day of a letter": _replace("cases/swe/2-2019/dossier.yml", "sent: 2019", "sent: 2018"),
    "the name of a mandate": _replace(
        "cases/registers/mandates.yml",
        "name: Working Group on Arbitrary Detention",
        "name: Working Group A",
    ),
    "the gloss of a topic": _replace(
        "cases/registers/topics.yml", "gloss: Letters,", "gloss: Notes,"
    ),
    "the gloss of a provision": _replace(
        "standards/bangkok-rules.md", "{#rule-23}\n", "{#rule-23}\n\nNew words.\n"
    ),
    "a name of an instrument": _replace(
        "standards/iccpr.md", "also:", "also:\n  - Treaty of Examples"
    ),
    "a template": _replace("hooks/theme/records/topic.html", "<h1>", '<h1 class="changed">'),
    "a style of the theme": lambda root: _append(_style(root), "\n"),
    "a dossier whose addresses were promised": _add,
    "a page written by hand": _replace("docs/about.md", "# About", "# About this\n\nEdited."),
    "a configuration value": _replace(
        "mkdocs.yml", "https://casebook.example.org/", "https://other.example.org/"
    ),
    "a dossier withdrawn": _withdraw,
    "a deletion": lambda root: shutil.rmtree(root / "cases" / "can"),
    "a rename": lambda root: (root / "cases/irn/21-2025").rename(root / "cases/irn/22-2025"),
    "nothing": lambda _: None,
}


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real collection, whose site was built once."""
    root = tmp_path_factory.mktemp("edited")
    for name in ("cases", "standards", "hooks"):
        ignored = shutil.ignore_patterns("__pycache__", "casebook")
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    (root / "docs").mkdir()
    for name in DOCS:
        shutil.copyfile(ROOT / "docs" / name, root / "docs" / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    build_in(root)
    return root


def _is_clean(root: Path, clean: Path, epoch: str) -> None:
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns("site", ".cache"))
    build_in(clean, epoch)
    ours, theirs = files_of(root / "site"), files_of(clean / "site")
    assert ours.keys() == theirs.keys()
    assert {path for path, content in ours.items() if theirs[path] != content} == set()


@pytest.mark.parametrize("edit", EDITS)
def test_a_site_after_an_edit_is_that_of_a_clean_build(
    edit: str, collection: Path, tmp_path: Path
) -> None:
    EDITS[edit](collection)
    build_in(collection)
    _is_clean(collection, tmp_path / "clean", EPOCH)


def test_a_site_on_the_next_day_is_that_of_a_clean_build(collection: Path, tmp_path: Path) -> None:
    build_in(collection, EPOCH_OF_THE_NEXT_DAY)
    _is_clean(collection, tmp_path / "clean", EPOCH_OF_THE_NEXT_DAY)
    build_in(collection)


def test_nothing_is_made_when_nothing_changed(collection: Path) -> None:
    build_in(collection)
    memory = collection / ".cache" / "site" / "memory"
    before = memory.stat().st_mtime_ns
    build_in(collection)
    build_in(collection, EPOCH, "--config-file", "mkdocs.yml")
    assert memory.stat().st_mtime_ns == before


def _told(collection: Path, *words: str) -> str:
    """Call Python with these words, and return what is told meanwhile."""
    done = run_python(collection, *words)
    assert done.returncode == 0
    return done.stderr


def test_what_makes_a_site_is_not_loaded_when_nothing_changed(collection: Path) -> None:
    build_in(collection)
    told = _told(collection, *("-X", "importtime", "-m", "mkdocs", "build", "--strict", "--quiet"))
    loaded = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    assert "casebook.building.standing" in loaded
    making = {"citations.finding", "rendering.templates", "exports.calendars", "building.plan"}
    assert not loaded & {f"casebook.{name}" for name in making}


def test_a_warning_is_told_again_when_nothing_changed(collection: Path) -> None:
    held = (collection / "docs" / "about.md").read_text("utf-8")
    _append(collection / "docs" / "about.md", "\n[Nowhere](nowhere.md)\n")
    told = [_told(collection, "-m", "mkdocs", "build") for _ in range(2)]
    (collection / "docs" / "about.md").write_text(held, "utf-8")
    assert ["nowhere.md" in each for each in told] == [True, True]
