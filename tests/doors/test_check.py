"""The command as it is called: where, on what, with what exit."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.doors.check import NAME
from casebook.doors.clock import EPOCH
from casebook.doors.command import COMMANDS, build_parser, main
from casebook.doors.here import UsageError, find_collection

DOSSIER = "cases/xxx/1-2025/dossier.yml"


@pytest.fixture(autouse=True)
def inside(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv(EPOCH, "1795305600")


def test_a_clean_collection_exits_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("No problems.\n", "")


def test_problems_exit_with_1(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / DOSSIER).write_text("title: A\nsent: soon\n")
    assert main(["check"]) == 1
    out, error = capsys.readouterr()
    assert f"{DOSSIER}:2:7: error: [wrong-date]" in out
    assert error == ""


def test_it_works_from_any_folder_of_the_collection(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / DOSSIER).write_text("title: A\nsent: soon\n")
    monkeypatch.chdir(root / "cases" / "xxx")
    assert main(["check", "--format", "json", "1-2025"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert problem["path"] == DOSSIER


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ([DOSSIER], 1),
        (["cases/xxx/2-2024"], 0),
        (["cases/xxx/1-2025", "standards"], 2),
        (["cases"], 1),
        (["."], 2),
        (["standards/bridge-rules.md"], 1),
        (["cases/../standards/"], 1),
    ],
)
def test_paths_say_what_is_listed(
    root: Path, capsys: pytest.CaptureFixture[str], paths: list[str], found: int
) -> None:
    (root / DOSSIER).write_text("title: A\nsent: soon\n")
    (root / "standards/bridge-rules.md").write_text("No fields.\n")
    assert main(["check", "--format", "json", *paths]) == bool(found)
    assert len(json.loads(capsys.readouterr().out)) == found


@pytest.mark.parametrize("path", ["cases/zzz", "/", ".."])
def test_a_path_that_is_not_in_the_collection_exits_with_2(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", path]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("casebook: ")
    assert path in error


@pytest.mark.parametrize("words", [[], ["chek"], ["check", "--format", "xml"]])
def test_a_call_that_cannot_be_followed_exits_with_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert "usage: casebook" in capsys.readouterr().err


def test_outside_of_a_collection_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert "mkdocs.yml" in capsys.readouterr().err


def test_the_nearest_collection_counts(root: Path) -> None:
    inner = root / "docs" / "inner"
    inner.mkdir(parents=True)
    assert find_collection(inner) == root
    (inner / "mkdocs.yml").touch()
    assert find_collection(inner) == inner
    with pytest.raises(UsageError):
        find_collection(root.parent)


def test_the_day_comes_from_the_variable(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / DOSSIER).write_text("title: A\nchecked: 2026-11-23\n")
    assert main(["check"]) == 1
    assert "22 November 2026" in capsys.readouterr().out
    monkeypatch.setenv(EPOCH, str(1795305600 + 86400))
    assert main(["check"]) == 0


def test_every_command_is_registered_once_and_explains_itself() -> None:
    assert NAME in [module.NAME for module in COMMANDS]
    assert len({module.NAME for module in COMMANDS}) == len(COMMANDS)
    help_ = build_parser().format_help()
    for module in COMMANDS:
        assert module.NAME in help_
        assert module.SUMMARY[:20] in " ".join(help_.split())


def test_a_reader_that_goes_away_gives_no_traceback(root: Path) -> None:
    for number in range(3, 300):
        folder = root / f"cases/xxx/{number}-2025"
        folder.mkdir()
        (folder / "dossier.yml").write_text("a: 1\nb: 2\nc: 3\n" * 20)
    program = "import sys; from casebook.doors.command import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", program, "check"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("path", "reason"),
    [("a" * 5000, "File name too long"), ("loop", "loop"), ("broken", "there is no"), ("", None)],
)
def test_a_path_that_is_none_exits_with_2(
    root: Path, capsys: pytest.CaptureFixture[str], path: str, reason: str | None
) -> None:
    (root / "loop").symlink_to("loop")
    (root / "broken").symlink_to("nowhere")
    assert main(["check", path]) == (2 if reason else 0)
    error = capsys.readouterr().err
    assert (reason or "") in error
    assert len(error) < 1_200


def run_alone(words: str, root: Path, script: str = "{}") -> subprocess.CompletedProcess[str]:
    """Call the command as a shell does."""
    command = (
        f"{sys.executable} -c 'import sys; from casebook.doors.start import main; sys.exit(main())'"
    )
    return subprocess.run(
        ["sh", "-c", script.format(f"{command} {words}")],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_an_output_it_says_nothing(root: Path) -> None:
    for words in ("check", "show XXX-1-2025", "new XXX-9-2025"):
        result = run_alone(words, root, "{} >&-")
        assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_a_full_disk_is_said_in_one_line(root: Path) -> None:
    for words in ("check", "show XXX-1-2025"):
        result = run_alone(words, root, "{} >/dev/full")
        assert (result.returncode, result.stderr) == (2, "casebook: No space left on device.\n")


def test_an_interruption_ends_it_without_a_word(root: Path) -> None:
    for seconds in ("0.1", "0.25", "0.4"):
        result = run_alone("check", root, f"timeout --foreground -s INT {seconds} {{}}")
        assert result.returncode in (0, 124)
        assert "casebook/" not in result.stderr


def test_a_folder_that_is_gone_is_said(root: Path) -> None:
    result = run_alone("check", root, "mkdir gone && cd gone && rmdir ../gone && {}")
    assert result.returncode == 2
    assert result.stderr == "casebook: the folder it is called in is no more.\n"


def test_it_says_which_version_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("casebook 0.")


def test_names_in_any_script_print_whatever_the_locale(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / DOSSIER).write_text("title: A\nsent: вчера\n", "utf-8")
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert main(["check"]) == 1
    assert "вчера" in raw.getvalue().decode()
