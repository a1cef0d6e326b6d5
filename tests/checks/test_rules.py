"""Rules on small collections: tests/goldens/checks/<slug>/<case>/ lies over tests/goldens/base/."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from casebook.checks import CHECKS
from casebook.doors.reports import report_text
from casebook.words.problem import Problem

GOLDENS = Path(__file__).parents[1] / "goldens" / "checks"
CASES = sorted(path for path in GOLDENS.glob("*/*") if path.is_dir())
VERDICTS = ("expected.txt", "valid.txt")

ProblemsOf = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]


def test_every_rule_has_a_case() -> None:
    assert {case.parent.name for case in CASES} == CHECKS


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_case_gives_the_report_it_should(
    case: Path, problems_of: ProblemsOf, root: Path, *, is_refreshing: bool
) -> None:
    files = {
        path.relative_to(case).as_posix(): path.read_bytes()
        for path in case.rglob("*")
        if path.is_file() and path.name not in VERDICTS
    }
    verdicts = [name for name in VERDICTS if (case / name).exists()]
    assert len(verdicts) == 1, "a case has either expected.txt or valid.txt"
    problems = problems_of(files)
    if verdicts == ["valid.txt"]:
        assert problems == ()
        return
    report = report_text(problems, root)
    expected = case / "expected.txt"
    if is_refreshing:
        expected.write_text(report, "utf-8")
    assert f"[{case.parent.name}]" in report, "the case does not break its rule"
    assert report == expected.read_text("utf-8")
