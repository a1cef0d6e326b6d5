"""Whatever has a date has happened, in every field of dossier.yml that takes one."""

import json
from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from tests.checks.every_field import FOLDER, WHOLE, Way, dossier_with, fields_like
from tests.conftest import TODAY

from casebook.words.problem import Problem

ProblemsOf = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

FIELDS = fields_like("^(?:[0-9]{4}")


def test_the_schema_has_the_fields_of_dates() -> None:
    assert len(FIELDS) > 8
    assert ("checked",) in FIELDS


@pytest.mark.parametrize("way", FIELDS, ids=lambda way: ".".join(map(str, way)))
def test_a_day_that_has_not_come_is_found_in(way: Way, problems_of: ProblemsOf) -> None:
    problems = problems_of({f"{FOLDER}/dossier.yml": dossier_with(way, "2099-01-01")})
    assert [problem.slug for problem in problems] == ["date-in-the-future"]
    today = problems_of({f"{FOLDER}/dossier.yml": dossier_with(way, TODAY.isoformat())})
    assert today == ()


@pytest.mark.parametrize("way", [("published",), ("checked",)])
def test_what_follows_a_letter_may_happen_on_its_day(way: Way, problems_of: ProblemsOf) -> None:
    same = dossier_with(way, str(WHOLE["sent"]))
    assert problems_of({f"{FOLDER}/dossier.yml": same}) == ()
    before = problems_of({f"{FOLDER}/dossier.yml": dossier_with(way, "2025-03-03")})
    assert [problem.slug for problem in before] == ["dates-out-of-order"]


def test_a_reply_may_come_on_the_day_of_the_letter(problems_of: ProblemsOf) -> None:
    way = ("replies", "reply-1", "received")
    same = dossier_with(way, str(WHOLE["sent"]))
    assert problems_of({f"{FOLDER}/dossier.yml": same}) == ()
    before = problems_of({f"{FOLDER}/dossier.yml": dossier_with(way, "2025-03-03")})
    assert [problem.slug for problem in before] == ["reply-before-letter"]


@pytest.mark.parametrize(("about", "found"), [("stated", 1), ("inferred", 0)])
def test_only_a_report_that_names_the_letter_cannot_come_before_it(
    about: str, found: int, problems_of: ProblemsOf
) -> None:
    press = [{"publisher": "A", "about": about, "date": "2025-03-03"}]
    problems = problems_of({f"{FOLDER}/dossier.yml": json.dumps({**WHOLE, "press": press})})
    assert len(problems) == found


@pytest.mark.parametrize(("years", "found"), [(0, []), (1, ["date-in-the-future"])])
def test_a_reference_may_be_of_this_year_and_of_no_later_one(
    years: int, found: list[str], problems_of: ProblemsOf
) -> None:
    path = f"cases/xxx/9-{TODAY.year + years}/dossier.yml"
    assert [problem.slug for problem in problems_of({path: "title: A\n"})] == found


def test_a_letter_sent_today_was_not_answered_yesterday(problems_of: ProblemsOf) -> None:
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    facts = {"title": "A", "sent": TODAY.isoformat(), "checked": yesterday}
    problems = problems_of({f"{FOLDER}/dossier.yml": json.dumps(facts)})
    assert [problem.slug for problem in problems] == ["dates-out-of-order"]


@pytest.mark.parametrize(("day", "found"), [(3, 0), (4, 0), (5, 1)])
def test_a_letter_may_follow_up_another_of_its_day_but_no_later_one(
    day: int, found: int, problems_of: ProblemsOf
) -> None:
    earlier = "cases/xxx/8-2025"
    related = [{"to": "XXX 8/2025", "as": "follows-up"}]
    files = {
        f"{FOLDER}/dossier.yml": json.dumps({**WHOLE, "related": related}),
        f"{earlier}/dossier.yml": json.dumps({"title": "B", "sent": f"2025-03-0{day}"}),
    }
    assert [each.slug for each in problems_of(files)] == ["dates-out-of-order"] * found


def test_no_letter_is_older_than_the_first_mandate(problems_of: ProblemsOf) -> None:
    early = dossier_with(("sent",), "1825-03-04")
    problems = problems_of({f"{FOLDER}/dossier.yml": early})
    assert [problem.slug for problem in problems] == ["dates-out-of-order"]
    assert "before 1967" in problems[0].message
