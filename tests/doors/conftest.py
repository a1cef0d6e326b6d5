"""A collection in git and what is told of its changes; what is imported into one."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.doors.imported import LETTER, REPLY
from tests.doors.repository import Tell, commit, git, put
from tests.importing.measure import ROOT
from tests.importing.printed_pdf import print_pdf
from tests.importing.printed_word import print_docx

from casebook.doors.command import main


@pytest.fixture
def repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, {"docs/about.md": "# About\n\nSome words.\n", "docs/a.png": b"1"})
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def tell(repository: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """Returns what is told of files that changed since the last commit."""

    def tell_(files: Mapping[str, str | bytes | None], revision: str = "HEAD") -> str:
        put(repository, files)
        assert main(["diff", revision]) == 0
        out, error = capsys.readouterr()
        assert error == ""
        return out

    return tell_


@pytest.fixture
def importing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small collection that also knows the mandates of ours."""
    monkeypatch.chdir(root)
    register = "cases/registers/mandates.yml"
    own = (root / register).read_text("utf-8")
    (root / register).write_text(own + (ROOT / register).read_text("utf-8"), "utf-8")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    path.write_bytes(print_pdf(LETTER))
    return path


@pytest.fixture
def reply(tmp_path: Path) -> Path:
    path = tmp_path / "reply.docx"
    path.write_bytes(print_docx(REPLY))
    return path
