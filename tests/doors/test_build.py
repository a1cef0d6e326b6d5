"""A build is asked for in words or in variables, and what cannot be is answered before it begins."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from casebook.building.groups import Shard
from casebook.building.listing import MARKER
from casebook.doors.command import main
from casebook.doors.here import UsageError
from casebook.doors.wishes import CACHE, ONLY, SHARD, Wishes, open_bucket, wishes_of

Called = list[tuple[list[str], dict[str, Any]]]


@pytest.fixture
def called(root: Path, monkeypatch: pytest.MonkeyPatch) -> Called:
    """What the command calls instead of MkDocs."""
    calls: Called = []

    def run(command: list[str], **how: Any) -> subprocess.CompletedProcess[str]:
        calls.append((command, how))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.chdir(root / "cases")
    for name in (CACHE, SHARD, ONLY):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(subprocess, "run", run)
    return calls


def test_without_words_it_is_the_build_of_make_site(called: Called, root: Path) -> None:
    assert main(["build"]) == 0
    ((command, how),) = called
    assert command == [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--quiet"]
    assert how["cwd"] == root
    assert how["env"] == dict(os.environ)


def test_wishes_are_handed_on_as_variables(called: Called, tmp_path: Path) -> None:
    words = ["--cache", "../cache", "--shard", "3/8", "--site-dir", str(tmp_path / "new")]
    assert main(["build", *words]) == 0
    ((command, how),) = called
    assert command[-2:] == ["--site-dir", str(tmp_path / "new")]
    assert how["env"].items() >= {CACHE: "../cache", SHARD: "3/8"}.items()
    assert ONLY not in how["env"]


def test_words_come_before_variables(called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE, "one")
    monkeypatch.setenv(SHARD, "1/2")
    assert main(["build", "--shard", "2/2"]) == 0
    assert called[0][1]["env"].items() >= {CACHE: "one", SHARD: "2/2"}.items()


def test_problems_end_it_with_one(called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 7)
    )
    assert main(["build"]) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--shard", "9/8", "--cache", "c"], '"9/8" is no part of a build; write a number and'),
        (["--shard", "0/8", "--cache", "c"], '"0/8" is no part of a build'),
        (["--shard", "x", "--cache", "c"], '"x" is no part of a build'),
        (["--shard", "1/2"], "name one with --cache or CASEBOOK_CACHE."),
        (["--shard", "1/2", "--cache", "c", "--only", "pages"], "ask for a part or for pages"),
        (["--cache", "nope://x"], "there is no such cache: Protocol not known: nope."),
        (["--cache", "s3:/x"], "there is no such cache: write s3://x with two slashes."),
        (["--site-dir", "."], ". holds something else than a site; name a folder"),
        (["--site-dir", "xxx/1-2025/dossier.yml"], "holds something else than a site"),
    ],
)
def test_what_cannot_be_is_answered_in_one_line(
    words: list[str], told: str, called: Called, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *words]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.startswith("casebook: ")
    assert said.count("\n") == 1
    assert called == []


def test_a_site_of_ours_may_be_replaced(called: Called, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert main(["build", "--site-dir", str(tmp_path / "site")]) == 0
    (tmp_path / "site" / "index.html").write_text("<p>Home")
    assert main(["build", "--site-dir", str(tmp_path / "site")]) == 2
    (tmp_path / "site" / MARKER).write_text('{"index.html": "1"}')
    assert main(["build", "--site-dir", str(tmp_path / "site")]) == 0


def test_variables_are_wishes(tmp_path: Path) -> None:
    assert wishes_of({}) == wishes_of({CACHE: " ", SHARD: "", ONLY: ""}) == Wishes()
    assert wishes_of({CACHE: "c", SHARD: "3/8"}) == Wishes("c", Shard(3, 8))
    assert wishes_of({ONLY: "pages"}) == Wishes(is_pages_only=True)
    with pytest.raises(UsageError, match='"data" cannot be built alone; write pages'):
        wishes_of({ONLY: "data"})
    assert open_bucket(Wishes(), tmp_path, tmp_path / "site") is None
    assert open_bucket(Wishes("c"), tmp_path, tmp_path / "site")


@pytest.mark.parametrize(
    ("cache", "held"),
    [
        ("site", "site"),
        ("site/cache", "site"),
        ("cases/../site", "site"),
        ("link", "site"),
        ("docs", "docs"),
        ("cases/cache", "cases"),
        (".git/cache", ".git"),
        (".cache/site", ".cache/site"),
        ("public/cache", "public"),
    ],
)
def test_a_cache_lies_in_no_folder_that_is_published_or_read(
    tmp_path: Path, cache: str, held: str
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "site")
    public = tmp_path / (held if held == "public" else "site")
    for address in (cache, f"file://{tmp_path}/{cache}"):
        with pytest.raises(UsageError, match=f"a cache cannot lie in {held}/"):
            open_bucket(Wishes(address), tmp_path, public)


def test_a_cache_may_lie_in_any_other_folder(tmp_path: Path) -> None:
    for address in ("parts", ".cache/shared", "sites", "memory://site"):
        assert open_bucket(Wishes(address), tmp_path, tmp_path / "site")
