"""What `casebook import` turns down: it says why, and everything stays as it was."""

import os
import subprocess
from pathlib import Path

import pytest
from tests.doors.imported import FOLDER, tree
from tests.importing.test_extraction import BAD

from casebook.doors.command import main
from casebook.doors.confined import read_confined
from casebook.importing.letter.mandate_names import MandateNames
from casebook.importing.refusal import Refusal

pytestmark = pytest.mark.usefixtures("importing")


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_changes_nothing(
    name: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, words = BAD[name]
    path = tmp_path / "letter.pdf"
    path.write_bytes(make())
    before = tree(root)
    assert main(["import", str(path), "--case", "XXX 4/2031"]) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert words in error
    assert error.count("\n") == 1
    assert "Traceback" not in error
    assert tree(root) == before


def test_a_bad_file_does_not_keep_the_others_out(letter: Path, root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    assert main(["import", str(tmp_path / "empty.pdf"), str(letter)]) == 1
    assert (root / FOLDER / "communication.md").is_file()


def test_a_huge_file_is_not_even_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 1_000_000_000)
    assert main(["import", str(path)]) == 1
    assert "larger than 100 MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--case", "../../etc"], "is no reference"),
        (["--document", "../../evil"], "is no document"),
        (["--document", "dossier"], "is no document"),
        (["--url", "javascript:alert(1)"], "is no web address"),
    ],
)
def test_names_cannot_lead_elsewhere(
    words: list[str], message: str, letter: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(root.parent)
    assert main(["import", str(letter), *words]) == 2
    assert message in capsys.readouterr().err
    assert tree(root.parent) == before


def test_a_link_in_the_collection_does_not_lead_out(
    letter: Path, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / "cases" / "xxx" / "4-2031").symlink_to(outside, target_is_directory=True)
    assert main(["import", str(letter)]) == 2
    assert "no plain folder" in capsys.readouterr().err
    assert list(outside.iterdir()) == []


def test_of_two_addressees_the_letter_names_both_and_the_editor_one_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Mandates of the Working Group on Arbitrary Detention\n\nRef.: AL XXX 3/2031; OL YYY 4/2031\n\n"
        "12 March 2031\n\nExcellencies,\n\nWe write about the harbour.\n"
    )
    assert main(["import", str(letter)]) == 1
    error = capsys.readouterr().err
    assert "names XXX 3/2031 and YYY 4/2031" in error
    assert "--case 'XXX 3/2031'" in error
    for case, is_named in (("XXX 3/2031", True), ("YYY 4/2031", True), ("XXX 9/2031", False)):
        assert main(["import", str(letter), "--case", case, "--dry-run"]) == 0
        told = "".join(capsys.readouterr())
        assert ("itself names XXX 3/2031 and YYY 4/2031" in told) is not is_named


@pytest.mark.parametrize("path", ["missing.pdf", ".", "\0.pdf"])
def test_what_is_no_file_is_said_so(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", path]) == 1
    error = capsys.readouterr().err
    assert "no such file" in error.lower() or "no file" in error
    assert error.count("\n") == 1


def test_a_dossier_that_cannot_be_read_is_left_alone(
    letter: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / FOLDER).mkdir(parents=True)
    (root / FOLDER / "dossier.yml").write_text("title: [\n", "utf-8")
    assert main(["import", str(letter)]) == 1
    assert "cannot be read" in capsys.readouterr().err
    assert (root / FOLDER / "dossier.yml").read_text("utf-8") == "title: [\n"


def test_without_a_register_nothing_is_said_of_its_mandates(
    letter: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "cases/registers/mandates.yml").write_text("wgad: [\n", "utf-8")
    assert main(["import", str(letter)]) == 2
    assert "cases/registers/mandates.yml has problems" in capsys.readouterr().err
    assert not (root / FOLDER).exists()


@pytest.mark.parametrize(
    "written",
    [
        "{title: An island prison, replies: {}}\n",
        "? title\n: An island prison\n? sent\n: null\n",
        "title: An island prison\n...\n",
        "  title: An island prison\n  replies: {}\n",
        "title: An island prison\nsummary: |\n  One.\n  # Two.\n",
    ],
)
def test_a_dossier_in_which_no_line_can_be_put_is_left_alone(
    written: str, letter: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / FOLDER).mkdir(parents=True)
    (root / FOLDER / "dossier.yml").write_text(written, "utf-8")
    before = tree(root)
    assert main(["import", str(letter)]) == 1
    assert "written in a way that only you can change" in capsys.readouterr().err
    assert tree(root) == before


@pytest.mark.parametrize(
    "answer",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        b"\x80\x04ccasebook.doors.confined\nsubprocess.Popen\n(S'true'\ntR.",
        b"\x80\x04ccasebook.doors.confined\nio.FileIO\n(S'evil'\nS'w'\ntR.",
        b"ccasebook.nowhere\nnothing\n.",
        b"ccasebook.doors.confined\nnothing\n.",
        b"ccasebook.model.dossier\nDossier\n(tR.",
        b"0.",
        b"(S'a message'\nt.",
    ],
)
def test_an_answer_of_the_confined_process_calls_nothing(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that took that process over would answer with something to call."""
    evil = subprocess.CompletedProcess([], 0, answer, b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: evil)
    with pytest.raises(Refusal, match="made to do harm"):
        read_confined(b"", MandateNames(()))
