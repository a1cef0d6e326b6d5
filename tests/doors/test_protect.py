"""A name goes in by standard input, and only its hash comes out."""

import io
from pathlib import Path

import pytest

from casebook.doors.command import main
from casebook.reading.collection import read_collection
from casebook.reading.layout import PROTECTED_PATH
from casebook.sealing.protection import guard_of


@pytest.fixture
def protect(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> "Protect":
    monkeypatch.chdir(root)
    return Protect(monkeypatch, capsys)


class Protect:
    """Runs `casebook protect` on names that are piped."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, names: str, *arguments: str) -> tuple[int, str, str]:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(names))
        code = main(["protect", *arguments])
        told = self._capsys.readouterr()
        return code, told.out, told.err


def test_a_name_is_written_as_a_hash_and_then_found(protect: Protect, root: Path) -> None:
    assert protect("Ada Example\n", "--write")[0] == 0
    written = (root / PROTECTED_PATH).read_text()
    assert "ada" not in written.lower().replace("made", "")
    collection = read_collection(root)
    assert collection.problems == ()
    guard = guard_of([], collection.protected)
    assert guard.find("of ADA-EXAMPLE") == PROTECTED_PATH
    assert guard.find("of somebody") is None


def test_names_are_added_to_those_that_are_there(protect: Protect, root: Path) -> None:
    protect("Ada Example\n", "--write")
    before = (root / PROTECTED_PATH).read_text()
    code, out, _ = protect("Ben Example\nAda Example\n", "--write")
    assert (code, out) == (0, f"1 added to {PROTECTED_PATH}.\n")
    after = (root / PROTECTED_PATH).read_text()
    assert after.splitlines()[2] == before.splitlines()[2]
    assert after.count("  - ") == 2


def test_without_write_the_line_is_printed(protect: Protect) -> None:
    protect("Ada Example\n", "--write")
    code, out, _ = protect("Ben Example\n")
    assert code == 0
    assert out.startswith("  - ")
    assert len(out) == len("  - 00:") + 40 + 1


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("", "give a name on standard input"),
        ("Li\n", "at least 4 letters"),
        ("Ada Example\n", "--write makes it"),
    ],
)
def test_what_cannot_be_done_is_said_without_the_name(
    protect: Protect, names: str, message: str
) -> None:
    code, out, err = protect(names)
    assert code == 2
    assert message in err
    assert "Ada" not in out + err


def test_a_name_in_the_register_itself_is_not_repeated(root: Path) -> None:
    (root / PROTECTED_PATH).write_text(f"salt: {'0' * 32}\nnames: [Ada Example]\n")
    problems = read_collection(root).problems
    assert [problem.slug for problem in problems] == ["wrong-value"]
    assert not any("Ada" in problem.message + problem.help for problem in problems)
