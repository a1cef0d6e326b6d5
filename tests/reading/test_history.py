"""The day on which a dossier last changed, or nothing where it cannot be known."""

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from casebook.reading.history import read_history
from casebook.reading.kept import seal

DOSSIER = "cases/xxx/1-2025"


def git(folder: Path, *words: str, on: str = "2025-03-04T23:30:00-0500") -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *words],
        cwd=folder,
        env=os.environ | {"GIT_COMMITTER_DATE": on, "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z"},
        check=True,
        capture_output=True,
    )


def change(root: Path, path: str, day: str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(day)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", day, on=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--quiet")
    change(root, f"{DOSSIER}/dossier.yml", "2025-03-04T23:30:00-0500")
    change(root, "cases/xxx/2-2024/dossier.yml", "2025-03-06T12:00:00Z")
    change(root, f"{DOSSIER}/communication.md", "2025-04-01T12:00:00Z")
    change(root, "README.md", "2025-05-01T12:00:00Z")
    return root


def test_every_dossier_has_the_day_of_its_last_commit_in_utc(repository: Path) -> None:
    assert read_history(repository) == {
        DOSSIER: date(2025, 4, 1),
        "cases/xxx/2-2024": date(2025, 3, 6),
    }
    git(repository, "checkout", "--quiet", "HEAD~3")
    assert read_history(repository) == {DOSSIER: date(2025, 3, 5)}


def test_a_collection_within_a_repository_has_its_own_paths(repository: Path) -> None:
    change(repository, "site/cases/yyy/1-2025/dossier.yml", "2025-06-01T12:00:00Z")
    assert read_history(repository / "site") == {"cases/yyy/1-2025": date(2025, 6, 1)}


@pytest.mark.parametrize("clock", ["253402300800 +0000", "99999999999999999999 +0000", "-5 +0000"])
def test_a_commit_of_no_day_tells_none(clock: str, repository: Path) -> None:
    change(repository, f"{DOSSIER}/reply-1.md", "2025-06-01T12:00:00Z")
    told = subprocess.run(
        ["git", "cat-file", "commit", "HEAD"], cwd=repository, check=True, capture_output=True
    ).stdout.decode()
    wrong = re.sub(r"(committer .*>) .*", rf"\1 {clock}", told)
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=repository,
        input=wrong.encode(),
        check=True,
        capture_output=True,
    )
    git(repository, "update-ref", "HEAD", made.stdout.decode().strip())
    assert read_history(repository)[DOSSIER] == date(2025, 4, 1)


def test_what_is_not_committed_changes_nothing(repository: Path) -> None:
    before = read_history(repository)
    (repository / DOSSIER / "dossier.yml").write_text("changed")
    assert read_history(repository) == before


def test_outside_git_nothing_is_known(tmp_path: Path) -> None:
    assert read_history(tmp_path) == {}


def test_in_a_repository_without_commits_nothing_is_known(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert read_history(tmp_path) == {}


def test_in_a_shallow_clone_nothing_is_known(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "clone")
    assert read_history(tmp_path / "clone") == {}


@pytest.mark.parametrize("broken", [b"", seal(b"[]"), seal(b'{"head": 1}'), b"no json"])
def test_the_answer_is_kept_until_the_next_commit(
    repository: Path, tmp_path: Path, broken: bytes
) -> None:
    memory = tmp_path / "history.json"
    memory.write_bytes(broken)
    first = read_history(repository, memory)
    assert memory.read_bytes() != broken
    assert read_history(repository, memory) == first == read_history(repository)
    change(repository, f"{DOSSIER}/reply-1.md", "2025-07-01T12:00:00Z")
    assert read_history(repository, memory)[DOSSIER] == date(2025, 7, 1)


def test_without_git_nothing_is_known(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_history(repository) == {}


def test_called_by_a_hook_of_git_it_asks_of_the_collection_all_the_same(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = read_history(repository)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE"):
        monkeypatch.setenv(name, str(tmp_path))
    assert read_history(repository) == known != {}
