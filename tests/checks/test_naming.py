"""A withheld name is looked for in every field of dossier.yml that takes words or an address."""

import json
from collections.abc import Callable, Mapping

import pytest
from tests.checks.every_field import ADDRESS, FOLDER, NAME, WHOLE, Way, dossier_with, fields_like

from casebook.words.problem import Problem

ProblemsOf = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

NAMES_OF_OTHERS = {("persons", 0, "name"), ("persons", 0, "also", 0), ("signatories", 0, "name")}
"""Who is withheld, and who signed: nobody who does that is."""
FIELDS = [way for way in fields_like("", "^(?:https") if way not in NAMES_OF_OTHERS]


def test_the_schema_has_the_fields_of_words() -> None:
    assert len(FIELDS) > 25
    assert ("title",) in FIELDS


@pytest.mark.parametrize("way", FIELDS, ids=lambda way: ".".join(map(str, way)))
def test_a_withheld_name_is_found_in(way: Way, problems_of: ProblemsOf) -> None:
    value = f"{ADDRESS}ada-example" if way[-1] == "url" else f"The house of {NAME}"
    # Only of a letter to no State it is said who received it.
    folder = FOLDER.replace("xxx", "oth") if way == ("addressee",) else FOLDER
    problems = problems_of({f"{folder}/dossier.yml": dossier_with(way, value)})
    assert [problem.slug for problem in problems] == ["withheld-name"]


@pytest.mark.parametrize(
    "text",
    [
        "[1] The house of Ada Example.",
        "## The house of Ada Example\n\n[1] A.",
        "[1] [The house](https://example.org/ada-example).",
        "[1] A.[^1]\n\n[^1]: The house of Ada Example.",
        "[1] A.\n\n- The house of Ada Example.",
        "[1] A.\n\n> The house of *Ada* Example.",
        "[1] A.\n\n| house |\n|---|\n| Ada Example |",
        "[1] The house of `Ada Example`.",
    ],
)
def test_a_withheld_name_is_found_in_the_text(text: str, problems_of: ProblemsOf) -> None:
    facts = json.dumps({**WHOLE, "requests": None})
    files = {f"{FOLDER}/dossier.yml": facts, f"{FOLDER}/communication.restated.md": f"{text}\n"}
    assert [problem.slug for problem in problems_of(files)] == ["withheld-name"]


def test_the_same_dossier_without_the_name_has_no_problem(problems_of: ProblemsOf) -> None:
    assert problems_of({f"{FOLDER}/dossier.yml": json.dumps(WHOLE)}) == ()


def test_a_withdrawn_dossier_may_name_whom_another_withholds(problems_of: ProblemsOf) -> None:
    named = {
        "title": "A",
        "persons": [{"name": NAME, "naming": "public"}],
        "withdrawn": {"date": "2025-06-07", "reason": "Asked for."},
    }
    withheld = {"title": "B", "persons": [{"name": NAME, "naming": "withheld"}]}
    files = {
        f"{FOLDER}/dossier.yml": json.dumps(named),
        "cases/xxx/3-2025/dossier.yml": json.dumps(withheld),
    }
    assert problems_of(files) == ()
