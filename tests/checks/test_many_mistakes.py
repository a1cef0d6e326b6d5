"""Many mistakes in one dossier are told at once: none of them hides another."""

from collections.abc import Callable, Mapping

from tests.checks.test_one_mistake import DOSSIER, FILES, FOLDER, TEXT

from casebook.words.problem import Problem

ProblemsOf = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

IN_DOSSIER = [
    ("type: AL", "type: AL: joint", "yaml-syntax"),
    ("title: Flooding of a village", "title: Flooding: of a village", "yaml-syntax"),
    ("sent: 2025-03-04", "sent: 2025-13-04", "wrong-date"),
    ("mandates: [sr-rivers]", "mandates: [sr-lakes]", "unknown-mandate"),
    ("topics: [floods]", "topics: [fires]", "unknown-topic"),
    ("summary: A letter", "summary: @letter", "yaml-syntax"),
    ("naming: public", "naming: publik", "unknown-value"),
    ("rule: 60 days", "rule: sixty", "wrong-value"),
    ("checked: 2025-12-01", "checked: 2041-12-01", "date-in-the-future"),
    ("to: XXX 2/2024, as: follows-up", "to: XXX 1/2025, as: follows-up", "related-to-itself"),
]
IN_TEXT = [
    ("river-convention.md#article-7", "river-convention.md#article-8", "missing-provision"),
    ("[2] They", "[1] They", "duplicate-label"),
    ("[^1]: A letter.", "<b>A letter.</b>", "raw-html"),
]


def _with(name: str, mistakes: list[tuple[str, str, str]]) -> str:
    source = FILES[f"{FOLDER}/{name}"]
    for old, new, _ in mistakes:
        assert old in source
        source = source.replace(old, new, 1)
    return source


def test_many_mistakes_are_told_at_once(problems_of: ProblemsOf) -> None:
    files = {
        **FILES,
        f"{FOLDER}/{DOSSIER}": _with(DOSSIER, IN_DOSSIER),
        f"{FOLDER}/{TEXT}": _with(TEXT, IN_TEXT),
    }
    found = problems_of(files)
    told = {
        name: [each.slug for each in found if each.path.endswith(name)] for name in (DOSSIER, TEXT)
    }
    assert sorted(told[DOSSIER]) == sorted(slug for _, _, slug in IN_DOSSIER)
    assert set(told[TEXT]) == {*(slug for _, _, slug in IN_TEXT), "missing-footnote"}


def test_what_is_wrong_beside_a_missing_title_is_told(problems_of: ProblemsOf) -> None:
    source = _with(DOSSIER, [("title: Flooding of a village\n", "", ""), IN_DOSSIER[3]])
    found = problems_of({**FILES, f"{FOLDER}/{DOSSIER}": source})
    assert {each.slug for each in found} == {"missing-field", "unknown-mandate"}


def test_a_value_that_goes_on_below_is_told_once(problems_of: ProblemsOf) -> None:
    value = "summary: A letter: about\n  a flood.\n"
    source = _with(DOSSIER, [("summary: A letter about a flood.\n", value, "")])
    found = problems_of({**FILES, f"{FOLDER}/{DOSSIER}": source})
    assert [each.slug for each in found] == ["yaml-syntax"]
