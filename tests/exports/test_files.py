"""The files as a whole: withheld names, sameness, keys, withdrawn dossiers."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from tests.exports import records
from tests.exports.conftest import files_of
from tests.factories import build_corpus

from casebook.exports import publisher
from casebook.exports.files import plan_exports
from casebook.exports.manifest import manifest_of
from casebook.words.wording import fold

ROOT = Path(__file__).parents[2]


def test_a_dossier_has_its_five_files(files: Mapping[str, bytes]) -> None:
    assert {path.rpartition("/")[2] for path in files if path.startswith("cases/xxx/7-2025/")} == {
        "dossier.json",
        "citation.bib",
        "citation.ris",
        "citation.csl.json",
        "oembed.json",
    }


@pytest.mark.parametrize("name", [*records.WITHHELD, *records.INITIALS])
def test_a_name_that_is_not_public_stands_in_no_file(name: str, files: Mapping[str, bytes]) -> None:
    part = fold(name.split(maxsplit=1)[0])
    for path, content in files.items():
        assert part not in fold(content.decode("utf-8", "replace")), path
        assert name.encode() not in content, path


def test_initials_and_public_names_are_shown(files: Mapping[str, bytes]) -> None:
    record = files["cases/xxx/7-2025/dossier.json"].decode()
    assert "Publica Name" in record
    assert "Публика" in record
    assert '"O. S."' in record


def test_a_withdrawn_dossier_gives_only_reference_day_and_reason(
    files: Mapping[str, bytes],
) -> None:
    for path, content in files.items():
        assert b"must not be shown" not in content, path
        assert b"Notshown" not in content, path
    record = files["cases/xxx/4-2025/dossier.json"].decode()
    assert (
        '"withdrawn": {"date": "2026-01-05", "reason": "asked for by the person named"}' in record
    )
    assert "letter" not in files["cases/xxx/4-2025/citation.bib"].decode()
    assert not any("4-2025" in files[path].decode() for path in files if "mandate/" in path)


def test_two_runs_give_the_same_bytes(files: Mapping[str, bytes]) -> None:
    assert files_of(records.corpus()) == files


def test_another_process_with_another_hash_seed_gives_the_same_bytes(
    files: Mapping[str, bytes],
) -> None:
    program = (
        "import hashlib\n"
        "from tests.exports import records\n"
        "from tests.exports.conftest import files_of\n"
        "for path, content in sorted(files_of(records.corpus()).items()):\n"
        "    print(path, hashlib.sha256(content).hexdigest())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == len(files)


def test_a_file_is_the_same_made_whole_and_in_pieces() -> None:
    for each in plan_exports(records.corpus(), records.SITE, records.TODAY):
        assert each.make() == each.join(piece.make() for piece in each.pieces), each.path


def test_no_path_is_planned_twice() -> None:
    paths = [each.path for each in plan_exports(records.corpus(), records.SITE, records.TODAY)]
    assert len(paths) == len(set(paths))
    assert all(re.fullmatch(r"[a-z0-9/._-]+", path) for path in paths)


def test_an_empty_record_has_files_too() -> None:
    files = files_of(build_corpus(()))
    assert b'"total": 0' in files["api/v1/dossiers.json"]
    named = re.findall(rf'"{records.SITE}([^"{{]+[^"{{/])"', files["api/v1/index.json"].decode())
    assert {*named} - {*files} - {"api/v1/manifest.json"} == set()


def test_the_manifest_lists_what_is_made_for_machines() -> None:
    manifest = manifest_of(
        {"index.html": "a", "data/dossiers.csv": "b", "cases/xxx/7-2025/dossier.json": "c"},
        records.SITE,
        records.TODAY,
    ).decode()
    assert (
        '"files": {\n"cases/xxx/7-2025/dossier.json": "c",\n"data/dossiers.csv": "b"\n}' in manifest
    )
    assert '"total": 2' in manifest


def test_who_publishes_is_told_as_in_the_configuration() -> None:
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert configuration["site_name"] == publisher.NAME
    assert configuration["copyright"] == publisher.RIGHTS
