"""The list of addresses takes in what is new, and never loses one."""

import subprocess
from pathlib import Path

import pytest

from casebook.doors.command import main
from casebook.reading.layout import PERMALINKS_PATH


@pytest.fixture
def listed(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The list of the small collection, written once."""
    monkeypatch.chdir(root)
    (root / "docs").mkdir()
    (root / "docs" / "about.md").write_text("# About\n")
    assert main(["permalinks", "--write"]) == 0
    return root / PERMALINKS_PATH


def git(*words: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@b.example")
    subprocess.run(["git", *identity, *words], check=True, capture_output=True)


def test_everything_promised_is_listed_once_and_in_order(listed: Path) -> None:
    lines = [line for line in listed.read_text().splitlines() if not line.startswith("#")]
    assert lines == sorted(set(lines))
    assert {
        "about/",
        "cases/",
        "cases/xxx/",
        "cases/xxx/1-2025/",
        "cases/xxx/1-2025/#p1",
        "mandates/sr-rivers/",
        "standards/river-convention/article-7/",
        "standards/river-convention/article-7/#article-7.2",
        "topics/floods/",
    } <= {*lines}
    assert not [line for line in lines if line.startswith("cases/2025")]


def test_a_collection_without_pages_gets_its_list(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert main(["permalinks", "--write"]) == 0
    assert "cases/xxx/1-2025/" in (root / PERMALINKS_PATH).read_text().splitlines()


def test_a_second_time_changes_nothing(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = listed.read_bytes()
    assert main(["permalinks", "--write"]) == 0
    assert listed.read_bytes() == before
    capsys.readouterr()
    assert main(["permalinks"]) == 0
    assert capsys.readouterr().out == ""


def test_what_is_new_is_listed_and_fails(
    listed: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "docs" / "news.md").write_text("# News\n")
    capsys.readouterr()
    assert main(["permalinks"]) == 1
    assert capsys.readouterr().out == "news/\n"


def test_a_list_that_lost_an_address_since_a_commit_fails(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "First")
    full = listed.read_text()
    listed.write_text(full.replace("about/\n", ""))
    (listed.parent / "about.md").unlink()
    assert main(["permalinks"]) == 0
    assert main(["permalinks", "--since", "HEAD"]) == 1
    assert "about/ was there in HEAD" in capsys.readouterr().err
    assert main(["permalinks", "--since", "HEAD", "--write"]) == 0
    assert listed.read_text() == full


def test_labels_that_went_to_other_words_since_a_commit_fail(
    listed: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = root / "cases/xxx/1-2025/communication.restated.md"
    text.write_text("[1] The first of two paragraphs.\n\n[2] The second of two paragraphs.\n")
    assert main(["permalinks", "--write"]) == 0
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "First")
    text.write_text(
        "[1] The first of two paragraphs.\n\n[1a] What was forgotten stands here.\n\n"
        "[2] The second of two paragraphs, put better.\n"
    )
    assert main(["permalinks", "--write", "--since", "HEAD"]) == 0
    assert main(["permalinks", "--since", "HEAD"]) == 0
    text.write_text(
        "[1] What was forgotten stands here.\n\n[2] The first of two paragraphs.\n\n"
        "[3] The second of two paragraphs.\n"
    )
    assert main(["permalinks", "--write"]) == 0
    capsys.readouterr()
    assert main(["permalinks", "--since", "HEAD"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[:2] == [
        "cases/xxx/1-2025/#p1: what stood there in HEAD is now at cases/xxx/1-2025/#p2.",
        "cases/xxx/1-2025/#p2: what stood there in HEAD is now at cases/xxx/1-2025/#p3.",
    ]
    assert "[11a]" in told[2]


@pytest.mark.parametrize("revision", ["nothing", "--output=x"])
def test_a_commit_that_is_none_is_said(
    listed: Path, capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    git("init", "--quiet")
    assert main(["permalinks", f"--since={revision}"]) == 2
    assert revision in capsys.readouterr().err


def test_a_collection_with_problems_promises_nothing(listed: Path, root: Path) -> None:
    (root / "cases/xxx/1-2025/dossier.yml").write_text("title: [")
    assert main(["permalinks", "--write"]) == 2
