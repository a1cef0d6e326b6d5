"""The record leaves as tables, a database, JSON, or an archive that others can check."""

import csv
import json
import sqlite3
import warnings
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from casebook.building.listing import MARKER
from casebook.doors.command import main
from casebook.sealing.bag import written

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import bagit

Export = Callable[..., tuple[int, Path]]


@pytest.fixture
def export(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Export:
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")

    def export_(kind: str, name: str = "out") -> tuple[int, Path]:
        target = tmp_path / name
        return main(["export", "--format", kind, str(target)]), target

    return export_


@pytest.fixture
def site(root: Path) -> Path:
    """A site as a build leaves it, as far as an archive cares."""
    site = root / "site"
    (site / "cases").mkdir(parents=True)
    (site / "index.html").write_text("<p>Home")
    (site / "cases" / "letter.html").write_text("<p>A letter")
    (site / MARKER).write_text('{"index.html": "1", "cases/letter.html": "2"}')
    return site


def test_tables_are_those_of_the_site(export: Export) -> None:
    code, folder = export("csv")
    assert code == 0
    assert {path.name for path in folder.iterdir()} == {
        "dossiers.csv",
        "citations.csv",
        "replies.csv",
    }
    with (folder / "dossiers.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["reference"] for row in csv.DictReader(file)} == {"XXX 1/2025", "XXX 2/2024"}


def test_lines_of_json_can_be_read(export: Export) -> None:
    code, folder = export("jsonl")
    assert code == 0
    lines = (folder / "dossiers.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["reference"] for line in lines} == {"XXX 1/2025", "XXX 2/2024"}


def test_the_database_opens(export: Export) -> None:
    code, folder = export("sqlite")
    assert code == 0
    with closing(sqlite3.connect(folder / "casebook.sqlite")) as database:
        assert database.execute("select count(*) from dossiers").fetchone() == (2,)


def test_every_letter_has_its_file(export: Export) -> None:
    code, folder = export("json")
    assert code == 0
    record = json.loads((folder / "cases/xxx/1-2025/dossier.json").read_text("utf-8"))
    assert record["reference"] == "XXX 1/2025"


def test_an_archive_validates_and_holds_site_and_sources(export: Export, site: Path) -> None:
    code, folder = export("bagit")
    assert code == 0
    bag = bagit.Bag(str(folder))
    bag.validate(processes=1)
    assert bag.info["Bagging-Date"] == "2026-11-22"
    assert {
        "data/site/index.html",
        "data/site/cases/letter.html",
        "data/sources/mkdocs.yml",
        "data/sources/cases/xxx/1-2025/dossier.yml",
        "data/sources/standards/river-convention.md",
    } <= set(bag.payload_files())


def test_a_site_that_lost_a_file_is_not_archived(
    export: Export, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "cases" / "letter.html").unlink()
    code, folder = export("bagit")
    assert code == 2
    assert "cases/letter.html is gone from site/, or was changed there; " in capsys.readouterr().err
    assert not folder.exists()


def test_a_site_from_before_a_letter_was_withdrawn_is_not_archived(
    export: Export, site: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, records = export("json", "records")
    place = "cases/xxx/1-2025/dossier.json"
    (site / place).parent.mkdir(parents=True)
    (site / place).write_bytes((records / place).read_bytes())
    assert export("bagit", "before")[0] == 0
    dossier = root / "cases/xxx/1-2025/dossier.yml"
    dossier.write_text(
        f"{dossier.read_text()}withdrawn: {{date: 2026-01-01, reason: Asked for.}}\n"
    )
    code, folder = export("bagit")
    assert code == 2
    assert f"{place} has changed since site/ was built; run make site." in capsys.readouterr().err
    assert not folder.exists()


def test_an_archive_that_was_changed_does_not_validate(export: Export, site: Path) -> None:
    _, folder = export("bagit")
    (folder / "data/site/index.html").write_text("<p>Another home")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(folder)).validate(processes=1)


def test_two_archives_of_one_site_are_the_same(export: Export, site: Path) -> None:
    (_, one), (_, other) = export("bagit", "one"), export("bagit", "other")
    ours, theirs = (
        {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (one, other)
    )
    assert ours == theirs


def test_an_archive_needs_a_whole_site(
    export: Export, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "site").mkdir()
    code, folder = export("bagit")
    assert code == 2
    assert "run make site first" in capsys.readouterr().err
    assert not folder.exists()


def test_sources_with_a_name_that_is_not_public_are_left_out(
    export: Export, site: Path, root: Path
) -> None:
    path = root / "cases/xxx/1-2025/dossier.yml"
    path.write_text(f"{path.read_text()}persons: [{{name: Ada Example, naming: withheld}}]\n")
    _, folder = export("bagit")
    bag = bagit.Bag(str(folder))
    bag.validate(processes=1)
    assert "data/sources/cases/xxx/1-2025/dossier.yml" not in set(bag.payload_files())
    assert (folder / "data/sources/left-out.txt").read_text() == "cases/xxx/1-2025/dossier.yml\n"


def test_the_list_of_what_was_left_out_tells_no_name(
    export: Export, site: Path, root: Path
) -> None:
    path = root / "cases/xxx/1-2025/dossier.yml"
    path.write_text(f"{path.read_text()}persons: [{{name: Ada Example, naming: withheld}}]\n")
    (root / "docs").mkdir()
    (root / "docs" / "ada-example.png").write_bytes(b"")
    _, folder = export("bagit")
    left_out = (folder / "data/sources/left-out.txt").read_text()
    assert left_out == "cases/xxx/1-2025/dossier.yml\na file\n"


def test_sources_of_a_withdrawn_letter_are_left_out(export: Export, site: Path, root: Path) -> None:
    letter = root / "cases/xxx/1-2025"
    dossier = letter / "dossier.yml"
    dossier.write_text(
        f"{dossier.read_text()}withdrawn: {{date: 2026-01-01, reason: Asked for.}}\n"
    )
    held = sorted(path.relative_to(root).as_posix() for path in letter.iterdir())
    assert len(held) > 1
    _, folder = export("bagit")
    bag = bagit.Bag(str(folder))
    bag.validate(processes=1)
    assert not [path for path in bag.payload_files() if "cases/xxx/1-2025/" in path]
    left_out = (folder / "data/sources/left-out.txt").read_text()
    assert left_out.splitlines() == held


def test_a_site_with_such_a_name_is_no_archive(
    export: Export, site: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "cases/xxx/1-2025/dossier.yml"
    path.write_text(f"{path.read_text()}persons: [{{name: Ada Example, naming: withheld}}]\n")
    (site / "index.html").write_text("<p>Ada Example")
    code, folder = export("bagit")
    assert code == 2
    assert "Ada" not in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize("kind", ["csv", "jsonl", "sqlite", "json"])
def test_a_name_that_is_not_public_gets_out_by_no_table(
    kind: str, export: Export, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / "cases/xxx/2-2024"
    (folder / "dossier.yml").write_text(
        "title: A flood\npersons: [{name: Ada Example, naming: withheld}]\n"
    )
    other = root / "cases/xxx/1-2025/dossier.yml"
    other.write_text(other.read_text().replace("title: ", "title: Ada Example and "))
    code, target = export(kind)
    assert (code, target.exists()) == (2, False)
    told = capsys.readouterr().err
    assert "cases/xxx/2-2024/dossier.yml keeps from being public" in told
    assert "Ada" not in told


def test_what_breaks_a_rule_is_not_exported(export: Export, root: Path) -> None:
    (root / "cases/xxx/2-2024/dossier.yml").write_text(
        "title: House of Ada Example\npersons: [{name: Ada Example, naming: withheld}]\n"
    )
    assert export("csv")[0] == 2


def test_without_a_folder_one_beside_the_collection_is_made(export: Export, root: Path) -> None:
    assert export("csv")[0] == 0  # the fixture stands in the collection
    assert main(["export", "--format", "csv"]) == 0
    assert (root / "casebook-csv" / "dossiers.csv").is_file()
    assert main(["export", "--format", "csv"]) == 2


@pytest.mark.parametrize("folder", ["cases", "docs", "site", "standards"])
def test_nothing_is_exported_into_the_content(
    folder: str, export: Export, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--format", "csv", f"{folder}/out"]) == 2
    assert f"lies in {folder}/" in capsys.readouterr().err


def test_a_folder_that_is_there_is_left_alone(
    export: Export, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    assert export("csv")[0] == 2
    assert "is there already" in capsys.readouterr().err
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("path", "line"), [("a b/é.html", "a b/é.html"), ("100%\r\n", "100%25%0D%0A")]
)
def test_manifests_write_paths_as_the_standard_says(path: str, line: str) -> None:
    assert written(path) == line
