"""A withheld name is looked for in every field of dossier.yml that takes words or an address."""

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

import pytest

from casebook.reading.schemas import schema_files
from casebook.words.problem import Problem

ProblemsOf = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

NAME = "Ada Example"
ADDRESS = "https://example.org/"
WHOLE: dict[str, Any] = {
    "title": "A",
    "sent": "2025-03-04",
    "mandates": ["sr-rivers"],
    "signatories": [{"mandate": "sr-rivers", "name": "A. Holder"}],
    "persons": [{"name": NAME, "naming": "withheld"}],
    "publication": {"rule": "60 days", "source": "letter"},
    "requests": {"q1": "What was done."},
    "documents": {"communication": {"source": {"publisher": "A"}}},
    "replies": {
        "reply-1": {
            "source": {"publisher": "A"},
            "assessments": [{"by": "A", "what": "B", "url": ADDRESS}],
        }
    },
    "press": [{"publisher": "A", "about": "stated"}],
    "events": [{"date": "2025-05-06", "what": "A"}],
    "sources": [{"gives": "A", "url": ADDRESS}],
    "corrections": [{"date": "2025-05-06", "what": "A", "why": "B"}],
}
NAMES_OF_OTHERS = {("persons", 0, "name"), ("persons", 0, "also", 0), ("signatories", 0, "name")}
"""Who is withheld, and who signed: nobody who does that is."""
KEYS = {"requests": "q1", "documents": "communication", "replies": "reply-1"}


def _fields(schema: Mapping[str, Any], at: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every field that takes words, or an address on the web."""
    pattern = str(schema.get("pattern", ""))
    if "string" in schema.get("type", ()) and (not pattern or "https" in pattern):
        yield at
    for each in schema.get("anyOf", ()):
        yield from _fields(each, at)
    for name, each in schema.get("properties", {}).items():
        yield from _fields(each, (*at, name))
    if isinstance(each := schema.get("items"), dict):
        yield from _fields(each, (*at, 0))
    for each in schema.get("patternProperties", {}).values():
        if at[-1] in KEYS:
            yield from _fields(each, (*at, KEYS[str(at[-1])]))


SCHEMA = json.loads(schema_files()["docs/schema/dossier.json"])
FIELDS = sorted({*_fields(SCHEMA)} - NAMES_OF_OTHERS, key=str)


def _with_name(way: tuple[Any, ...]) -> dict[str, Any]:
    """Return the whole dossier with the name in one field."""
    dossier = deepcopy(WHOLE)
    if way[0] == "withdrawn":
        dossier["withdrawn"] = {"date": "2025-06-07", "reason": "A"}
    held: Any = dossier
    for step in way[:-1]:
        held = held[step]
    is_address = way[-1] == "url"
    held[way[-1]] = f"{ADDRESS}ada-example" if is_address else f"The house of {NAME}"
    return dossier


def test_the_schema_has_the_fields_of_words() -> None:
    assert len(FIELDS) > 25
    assert ("title",) in FIELDS


@pytest.mark.parametrize("way", FIELDS, ids=lambda way: ".".join(map(str, way)))
def test_a_withheld_name_is_found_in(way: tuple[Any, ...], problems_of: ProblemsOf) -> None:
    folder = "cases/oth/1-2025" if way[0] == "addressee" else "cases/xxx/9-2025"
    if folder.startswith("cases/oth"):
        assert not problems_of({f"{folder}/dossier.yml": json.dumps({**WHOLE, "addressee": "A"})})
    problems = problems_of({f"{folder}/dossier.yml": json.dumps(_with_name(way))})
    assert [problem.slug for problem in problems] == ["withheld-name"]


def test_the_same_dossier_without_the_name_has_no_problem(problems_of: ProblemsOf) -> None:
    assert problems_of({"cases/xxx/9-2025/dossier.yml": json.dumps(WHOLE)}) == ()


def test_a_withdrawn_dossier_may_name_whom_another_withholds(problems_of: ProblemsOf) -> None:
    named = {
        "title": "A",
        "persons": [{"name": NAME, "naming": "public"}],
        "withdrawn": {"date": "2025-06-07", "reason": "Asked for."},
    }
    withheld = {"title": "B", "persons": [{"name": NAME, "naming": "withheld"}]}
    files = {
        "cases/xxx/9-2025/dossier.yml": json.dumps(named),
        "cases/xxx/3-2025/dossier.yml": json.dumps(withheld),
    }
    assert problems_of(files) == ()
