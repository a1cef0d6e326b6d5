"""`casebook new` and `casebook show`."""

from pathlib import Path

import pytest

from casebook.doors.command import main


@pytest.fixture(autouse=True)
def inside(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


def test_a_new_dossier_passes_the_check(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "UA XXX 9/2025"]) == 0
    assert capsys.readouterr().out == "cases/xxx/9-2025/dossier.yml\n"
    assert "title: Communication XXX 9/2025\n" in (root / "cases/xxx/9-2025/dossier.yml").read_text(
        "utf-8"
    )
    assert main(["check"]) == 0


def test_a_letter_to_no_state_is_asked_for_its_recipient(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "OTH 9/2025"]) == 0
    draft = root / "cases/oth/9-2025/dossier.yml"
    words = draft.read_text("utf-8")
    assert "# Who received it: the company or other body, by its name.\naddressee: null\n" in words
    assert main(["check"]) == 0
    assert main(["show", "OTH 9/2025"]) == 0
    assert "to an addressee that is no State\n" in capsys.readouterr().out
    draft.write_text(words.replace("addressee: null", "addressee: Bridges Ltd"))
    assert main(["check"]) == 0
    assert main(["show", "OTH 9/2025"]) == 0
    assert "to Bridges Ltd\n" in capsys.readouterr().out


def test_a_dossier_that_is_there_is_left_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "cases/xxx/1-2025/dossier.yml").read_bytes()
    assert main(["new", "XXX 1/2025"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (root / "cases/xxx/1-2025/dossier.yml").read_bytes() == before


def test_an_addressee_that_nobody_knows_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "QQQ 1/2025"]) == 2
    assert "there is no addressee QQQ in cases/registers/addressees.yml" in capsys.readouterr().err
    assert not (root / "cases/qqq").exists()
    (root / "cases/registers/addressees.yml").write_text("QQQ: [\n")
    assert main(["new", "QQQ 1/2025"]) == 2
    assert "has problems" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said_in_one_line(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "cases/xxx")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert main(["new", "XXX 9/2025"]) == 2
    assert capsys.readouterr().err == "casebook: cases/xxx: Permission denied.\n"


@pytest.mark.parametrize(
    "words",
    [
        ["XXX", "1/2025"],
        ["UA", "XXX", "1/2025"],
        ["UA G/SO 217/1 XXX 1/2025"],
        ["cases/xxx/1-2025/"],
    ],
)
def test_a_reference_is_shown_however_it_is_typed(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", *words]) == 0
    assert capsys.readouterr().out.startswith("XXX 1/2025: ")


@pytest.mark.parametrize("command", ["new", "show"])
def test_what_is_no_reference_is_a_usage_error(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "../../etc"]) == 2
    assert "is no reference" in capsys.readouterr().err


def test_no_draft_is_of_a_year_that_has_not_come(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "XXX 1/2199"]) == 2
    assert "a year that has not come" in capsys.readouterr().err
    assert not (root / "cases/xxx/1-2199").exists()


def test_a_record_is_printed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "cases/xxx/8-2025").mkdir()
    (root / "cases/xxx/8-2025/dossier.yml").write_text(
        "type: AL\ntitle: A flood\nsent: 2025-03-01\nlanguage: fr\n"
        "persons:\n  - {name: Anna Example, naming: public}\n  - {name: Ben Hidden, naming: withheld}\n"
        "requests:\n  q1: What was done.\nchecked: 2025-06-01\n"
        "related: [{to: XXX 1/2025, as: follows-up}]\n",
        "utf-8",
    )
    (root / "cases/xxx/8-2025/communication.md").write_text(
        "[1] Une lettre.\n\n[q1] Quoi ?\n", "utf-8"
    )
    assert main(["show", "xxx-8-2025"]) == 0
    out = capsys.readouterr().out
    for words in (
        "XXX 8/2025: allegation letter",
        "A flood",
        "1 March 2025",
        "French",
        "not known",
        "Anna Example",
        "What was done.",
        "No reply found as of 1 June 2025",
        "follows up XXX 1/2025",
        "verbatim in French",
    ):
        assert words in out
    assert "Hidden" not in out


def test_a_withdrawn_record_shows_why_and_nothing_else(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "cases/xxx/8-2025").mkdir()
    (root / "cases/xxx/8-2025/dossier.yml").write_text(
        "title: A secret\nwithdrawn: {date: 2025-06-01, reason: A mistake.}\n", "utf-8"
    )
    assert main(["show", "XXX 8/2025"]) == 0
    out = capsys.readouterr().out
    assert out == "XXX 8/2025: withdrawn on 1 June 2025\n  A mistake.\n"


def test_a_record_that_is_not_there_has_neighbours(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "XXX 77/2025"]) == 1
    assert "there is no dossier XXX 77/2025. Did you mean XXX" in capsys.readouterr().err


def test_a_record_with_problems_is_not_printed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "cases/xxx/8-2025").mkdir()
    (root / "cases/xxx/8-2025/dossier.yml").write_text("title: [\n", "utf-8")
    assert main(["show", "XXX 8/2025"]) == 1
    assert "casebook check says which" in capsys.readouterr().err
