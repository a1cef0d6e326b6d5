"""No site with a protected name is published, and the message does not tell the name."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.building import small_sites

from casebook.building.inspection import Inspection, LeakError
from casebook.building.site import Report
from casebook.sealing.protection import Guard, key_of


def guard(*names: str) -> Guard:
    return Guard({str(key_of(name)): "cases/xxx/1-2025/dossier.yml" for name in names})


def make(folder: Path, given: Guard, contents: Mapping[str, str]) -> Report:
    inspection = Inspection(given, folder / "workshop" / "inspected.json", 2)
    return small_sites.make(folder, contents, inspection)


CLEAN = {f"{number}.html": f"<p>{number}" for number in range(100)}


def test_a_leak_is_named_by_file_and_the_site_stays(tmp_path: Path) -> None:
    given = guard("Ada Example")
    make(tmp_path, given, CLEAN)
    before = (tmp_path / "site" / "7.html").read_text()
    with pytest.raises(LeakError) as raised:
        make(tmp_path, given, {**CLEAN, "7.html": "<p>Ada Example", "93.html": "ada-example"})
    assert str(raised.value).splitlines() == [
        f"{path} holds a name that cases/xxx/1-2025/dossier.yml keeps from being public"
        for path in ("7.html", "93.html")
    ]
    assert (tmp_path / "site" / "7.html").read_text() == before
    assert make(tmp_path, given, {**CLEAN, "7.html": "mended"}).files == 100


@pytest.mark.parametrize("name", ["ada-example.html", "%41da-ex%61mple.html"])
def test_the_name_of_a_file_is_not_told_where_it_is_the_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(LeakError) as raised:
        make(tmp_path, guard("Ada Example"), {**CLEAN, name: ""})
    assert str(raised.value).startswith("a file whose address holds a name")


def test_a_name_added_to_the_list_is_found_in_a_site_without_changes(tmp_path: Path) -> None:
    contents = {**CLEAN, "7.html": "<p>Ada Example"}
    make(tmp_path, guard("Ben Example"), contents)
    with pytest.raises(LeakError):
        make(tmp_path, guard("Ben Example", "Ada Example"), contents)


def test_only_files_that_changed_are_looked_at_again(tmp_path: Path) -> None:
    seen: list[str] = []
    inspection = Inspection(guard("Ada Example"), tmp_path / "inspected.json", 1)

    def read(path: str) -> bytes:
        seen.append(path)
        return b"clean"

    inspection({"a": "1", "b": "1"}, read)
    inspection({"a": "1", "b": "2", "c": "1"}, read)
    inspection({"a": "1", "b": "2", "c": "1"}, read)
    assert seen == ["a", "b", "b", "c"]


def test_another_program_looks_at_every_file_again(tmp_path: Path) -> None:
    seen: list[str] = []

    def read(path: str) -> bytes:
        seen.append(path)
        return b"clean"

    for program in ("old", "old", "new"):
        Inspection(guard("Ada Example"), tmp_path / "inspected.json", 1, program)({"a": "1"}, read)
    assert seen == ["a", "a"]
