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
        "[1] A.\n\n> ## The house of Ada Example",
        "[1] A.\n\n```\nThe house of Ada Example\n```",
    ],
)
def test_a_withheld_name_is_found_in_the_text(text: str, problems_of: ProblemsOf) -> None:
    facts = json.dumps({**WHOLE, "requests": None})
    files = {f"{FOLDER}/dossier.yml": facts, f"{FOLDER}/communication.restated.md": f"{text}\n"}
    assert [problem.slug for problem in problems_of(files)] == ["withheld-name"]


def test_the_same_dossier_without_the_name_has_no_problem(problems_of: ProblemsOf) -> None:
    assert problems_of({f"{FOLDER}/dossier.yml": json.dumps(WHOLE)}) == ()


@pytest.mark.parametrize(
    "title",
    [
        *("Mr", "Mrs", "Ms", "Mx", "Messrs", "Dr", "Prof", "Mme", "Mlle", "Sr", "Sra", "Srta", "M"),
        *("Miss", "Sir", "Madam", "Professor", "Monsieur", "Madame", "Mademoiselle", "Señora"),
        *("Señor", "Señorita", "Г-н", "Г-жа", "Господин", "Госпожа"),
    ],
)
def test_a_family_name_behind_a_title_gives_a_person_away(
    title: str, problems_of: ProblemsOf
) -> None:
    dot = "." if len(title) < 5 and title.isascii() and title not in {"Miss", "Sir"} else ""
    said = dossier_with(("summary",), f"It is about {title}{dot} Example.")
    assert [each.slug for each in problems_of({f"{FOLDER}/dossier.yml": said})] == ["withheld-name"]


def test_a_name_of_a_withdrawn_dossier_may_stand_in_another(problems_of: ProblemsOf) -> None:
    named = {"title": "A", "persons": [{"name": NAME, "naming": "public"}]}
    gone = {"date": "2025-06-07", "reason": "Asked for."}
    files = {
        f"{FOLDER}/dossier.yml": json.dumps(named),
        "cases/xxx/3-2025/dossier.yml": json.dumps({**named, "withdrawn": gone}),
    }
    assert problems_of(files) == ()


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


CHILD = (
    *("a child", "two children", "a minor", "minors", "a boy", "boys", "a girl", "girls"),
    *(
        "an infant",
        "a baby",
        "babies",
        "a toddler",
        "a newborn",
        "a juvenile",
        "a teenager",
        "a teen",
    ),
    *("an adolescent", "a schoolboy", "a schoolgirl", "schoolchildren", "a kid", "underage"),
    *("enfant", "enfants", "mineur", "mineure", "mineurs", "niña", "niño", "niños", "menor"),
    *(
        "menores",
        "under 18",
        "under eighteen",
        "aged 17",
        "age 16",
        "at the age of 9",
        "aged twelve",
    ),
    *(
        "17 years old",
        "a 17-year-old",
        "a seventeen-year-old",
        "8 months old",
        "6 yrs old",
        "16 y/o",
    ),
    *("a student of 17", "daughter, 12", "son (7)"),
)
ADULT = (
    *(
        "aged 18",
        "18 years old",
        "an eighteen-year-old",
        "a student of 18",
        "aged 71",
        "170 years old",
    ),
    *("mother of a child", "father of two girls", "parent of 3", "teacher of three boys"),
    *("child rights defender", "head of children’s protection", "lawyer of a minor", "a minority"),
)


@pytest.mark.parametrize("naming", ["public", "initials", "withheld"])
def test_a_role_that_says_child_is_of_nobody_who_is_named(
    naming: str, problems_of: ProblemsOf
) -> None:
    persons = [{"name": "Bo Sample", "naming": naming, "role": each} for each in (*CHILD, *ADULT)]
    problems = problems_of(
        {f"{FOLDER}/dossier.yml": json.dumps({"title": "A", "persons": persons})}
    )
    assert {each.slug for each in problems} <= {"child-named"}
    assert len(problems) == (0 if naming == "withheld" else len(CHILD))


@pytest.mark.parametrize("role", [*CHILD, *ADULT])
def test_a_role_says_whether_a_person_is_a_child(role: str, problems_of: ProblemsOf) -> None:
    person = {"name": "Bo Sample", "naming": "public", "role": role}
    problems = problems_of(
        {f"{FOLDER}/dossier.yml": json.dumps({"title": "A", "persons": [person]})}
    )
    assert bool(problems) == (role in CHILD)
