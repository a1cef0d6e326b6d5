"""One mistake gives one problem, and what it says to write mends it.

A full dossier without problems lies in tests/goldens/mistakes/. Each case changes a few characters,
as an editor might who knows no Python.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from casebook.doors.reports import report_text
from casebook.words.problem import Problem

GOLDENS = Path(__file__).parents[1] / "goldens" / "mistakes"
FOLDER = "cases/xxx/1-2025"
DOSSIER = "dossier.yml"
TEXT = "communication.restated.md"
FILES = {
    f"{FOLDER}/{DOSSIER}": (GOLDENS / DOSSIER).read_text("utf-8"),
    f"{FOLDER}/{TEXT}": (GOLDENS / TEXT).read_text("utf-8"),
    f"{FOLDER}/reply-1.restated.md": "[1] We did much.\n",
    "cases/xxx/2-2024/communication.restated.md": "[1] A warning.\n",
}

ProblemsOf = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]

MENDED: list[tuple[str, str, str, str]] = [
    # (what was done, the file, what stood there, what stands there now)
    ("a date in words", DOSSIER, "2025-03-04", "4 March 2025"),
    ("a date with an ordinal", DOSSIER, "2025-03-04", "March 4th, 2025"),
    ("a date with dashes of another kind", DOSSIER, "2025-03-04", "2025–03–04"),
    ("a date without hyphens", DOSSIER, "2025-03-04", "20250304"),
    ("a date with a time", DOSSIER, "2025-03-04", "2025-03-04T10:00:00Z"),
    ("a type in words", DOSSIER, "type: AL", "type: Allegation letter"),
    ("a type in small letters", DOSSIER, "type: AL", "type: al"),
    ("a language in words", DOSSIER, "language: en", "language: English"),
    ("a language of three letters", DOSSIER, "language: en", "language: eng"),
    ("a mandate in capitals", DOSSIER, "mandates: [sr-rivers]", "mandates: [SR-Rivers]"),
    ("a mandate with Cyrillic letters", DOSSIER, "[sr-rivers]", "[ѕr-rіvеrs]"),
    ("a mandate that is no list", DOSSIER, "mandates: [sr-rivers]", "mandates: sr-rivers"),
    ("a field that is misspelt", DOSSIER, "summary:", "sumary:"),
    ("a field of a reply that is misspelt", DOSSIER, "received:", "recieved:"),
    ("a number for days", DOSSIER, "rule: 60 days", "rule: 60"),
    ("a request without its q", DOSSIER, "{q1: answered", "{1: answered"),
    ("a state with a space", DOSSIER, "state: partly", "state: partially"),
    ("a paragraph without its p", DOSSIER, "at: [p1]", "at: [1]"),
    ("a reply with a space", DOSSIER, "  reply-1:", "  Reply 1:"),
    ("an address without https", DOSSIER, "https://example.org/reply", "example.org/reply"),
    ("a reference with its type", DOSSIER, "to: XXX 2/2024", "to: UA XXX 2/2024"),
    ("a reference with half a year", DOSSIER, "to: XXX 2/2024", "to: XXX 2/24"),
    ("a place in words", DOSSIER, "at: XXX 2/2024#p1", "at: 'XXX 2/2024, para. 1'"),
    ("a naming in capitals", DOSSIER, "naming: public", "naming: PUBLIC"),
    ("a document with another name", DOSSIER, "  communication:", "  letter:"),
    ("a label with a p", TEXT, "[2] They", "[p2] They"),
    ("a label with a full stop", TEXT, "[2] They", "[2.] They"),
    ("a label in capitals", TEXT, "[q1] Any", "[Q1] Any"),
    ("a label of full width", TEXT, "[2] They", "［２］ They"),
    ("a link to the page instead of the file", TEXT, "convention.md#", "convention/#"),
    ("a link from where the file lies", TEXT, "(/standards", "(../../../standards"),
    ("a link to a provision in brackets", TEXT, "#article-7)", "#Article_7)"),
]
"""What a problem says to write stands in for what was wrong."""

PRESS = """press:
  - {publisher: A Paper, title: A title, date: 2025-04-01, about: inferred}"""

TOLD: list[tuple[str, str, str, str]] = [
    ("a year with a digit missing", DOSSIER, "2025-03-04", "0205-03-04"),
    ("a day that no month has", DOSSIER, "2025-03-04", "2025-02-30"),
    ("a month that no year has", DOSSIER, "2025-03-04", "2025-13-01"),
    ("a day that has not come", DOSSIER, "2025-03-04", "2027-03-04"),
    ("a year that no calendar counts on from", DOSSIER, "2025-03-04", "9999-12-31"),
    ("a date that could be two", DOSSIER, "2025-03-04", "3/4/2025"),
    ("a title that begins with an exclamation mark", DOSSIER, "Flooding of a village", "!flood"),
    ("two commas in a list", DOSSIER, "[sr-rivers]", "[sr-rivers,,]"),
    ("words behind a quotation", DOSSIER, "Flooding of a", '"Flooding" of a'),
    ("an apostrophe in single quotes", DOSSIER, "Flooding of a village", "'l'eau'"),
    ("an escape in an address", DOSSIER, "https://example.org/reply", '"https://x.org/\\u202e"'),
    ("a word for nothing known", DOSSIER, "2025-03-04", "unknown"),
    ("a title that is empty", DOSSIER, "title: Flooding of a village", "title:"),
    ("a title of quotation marks alone", DOSSIER, "title: Flooding of a village", 'title: ""'),
    ("a title cut off at a hash", DOSSIER, "Flooding of a village", "Flood #3 of a village"),
    ("a colon in a title", DOSSIER, "title: Flooding of", "title: Flooding: of"),
    ("no space after a colon", DOSSIER, "type: AL", "type:AL"),
    ("no colon after a name", DOSSIER, "type: AL", "type AL"),
    ("a line that is indented", DOSSIER, "\nlanguage: en", "\n language: en"),
    ("no-break spaces before a field", DOSSIER, "  reply-1:", "\u00a0\u00a0reply-1:"),
    ("a no-break space after a colon", DOSSIER, "type: AL", "type:\u00a0AL"),
    ("a no-break space before a colon", DOSSIER, "type: AL", "type\u00a0: AL"),
    ("a tab", DOSSIER, "  reply-1:", "\treply-1:"),
    ("a bracket that is not closed", DOSSIER, "topics: [floods]", "topics: [floods"),
    ("a bracket that nothing follows", DOSSIER, PRESS, "press: ["),
    ("a bracket too many", DOSSIER, "topics: [floods]", "topics: [floods]]"),
    ("a bracket that was never opened", DOSSIER, "topics: [floods]", "topics: ]"),
    ("a quotation mark that is not closed", DOSSIER, "summary: A", 'summary: "A'),
    ("a field twice", DOSSIER, "language: en", "language: en\ntype: UA"),
    ("a field twice in other letters", DOSSIER, "language: en", "language: en\nType: UA"),
    ("an alias", DOSSIER, "summary: A letter about a flood.", "summary: *title"),
    ("a tag", DOSSIER, "title: Flooding", "title: !!str Flooding"),
    ("a mandate that nobody knows", DOSSIER, "mandates: [sr-rivers]", "mandates: [sr-lakes]"),
    (
        "a person in one word",
        DOSSIER,
        "  - {name: Jane Example, naming: public, role: alleged victim}",
        "  - Jane Example",
    ),
    ("a person without a name", DOSSIER, "name: Jane Example", "name: null"),
    ("a publication in one word", DOSSIER, "{rule: 60 days, source: letter}", "60 days"),
    ("a reply that nobody saw", DOSSIER, "status: substantive", "status: received"),
    ("a confidential reply", DOSSIER, "status: substantive", "status: confidential"),
    (
        "a status without a source",
        DOSSIER,
        "\n    source: {publisher: Example Press, url: https://example.org/reply}",
        "",
    ),
    ("a reply before the letter", DOSSIER, "received: 2025-05-01", "received: 2025-01-05"),
    ("an answer to no request", DOSSIER, "{q1: answered", "{q3: answered"),
    ("an answer past the reply", DOSSIER, "at: [p1]", "at: [p4]"),
    ("an assessment that nobody can read", DOSSIER, ", at: XXX 2/2024#p1", ""),
    ("a relation told from the other end", DOSSIER, "as: follows-up", "as: followed-up-by"),
    ("a relation to itself", DOSSIER, "to: XXX 2/2024", "to: XXX 1/2025"),
    (
        "a source that says nothing",
        DOSSIER,
        "{publisher: Example Press, url: https://example.org/letter}",
        "{}",
    ),
    ("a script for an address", DOSSIER, "https://example.org/reply", "javascript:alert(1)"),
    (
        "relations in words",
        DOSSIER,
        "related:\n  - {to: XXX 2/2024, as: follows-up}",
        "related: none",
    ),
    ("a paragraph without a label", TEXT, "[2] They", "They"),
    ("a label that spaces make code", TEXT, "[2] They", "    [2] They"),
    ("a number that makes a list", TEXT, "[2] They", "2. They"),
    ("a label twice", TEXT, "[2] They", "[1] They"),
    ("labels in another order", TEXT, "[1] The", "[3] The"),
    ("a heading without its space", TEXT, "## Warnings", "##Warnings"),
    ("a heading of the first level", TEXT, "## Warnings", "# Warnings"),
    ("fields before a text", TEXT, "[1] The", "---\ntitle: A\n---\n\n[1] The"),
    ("bold in HTML", TEXT, "a flood", "a <b>flood</b>"),
    ("a comment", TEXT, "a flood", "a <!-- big --> flood"),
    ("a picture", TEXT, "a flood", "a ![flood](flood.png)"),
    ("a link without a target", TEXT, "(/standards/river-convention.md#article-7)", "()"),
    (
        "a script for a link",
        TEXT,
        "(/standards/river-convention.md#article-7)",
        "(javascript:alert)",
    ),
    (
        "a link out of the tree",
        TEXT,
        "(/standards/river-convention.md#article-7)",
        "(../../etc/passwd)",
    ),
    ("a link to no standard", TEXT, "river-convention", "river-convetion"),
    ("a link to no provision", TEXT, "#article-7", "#article-8"),
    ("a link past the end of a treaty", TEXT, "#article-7", "#article-70"),
    ("a mark without its note", TEXT, "Example.", "Example.[^2]"),
    ("a note without its mark", TEXT, "2/2024.[^1]", "2/2024."),
    ("an entity that hides", TEXT, "a flood", "a&#x202e; flood"),
    ("a text that is empty", TEXT, FILES[f"{FOLDER}/{TEXT}"], "\n"),
]


def test_the_dossier_without_mistakes_has_no_problem(problems_of: ProblemsOf) -> None:
    assert problems_of(FILES) == ()


@pytest.mark.parametrize(
    ("sentence", "name", "old", "new"), MENDED, ids=[case[0] for case in MENDED]
)
def test_what_a_problem_says_to_write_mends_it(
    problems_of: ProblemsOf, sentence: str, name: str, old: str, new: str
) -> None:
    (problem,) = _one(problems_of, name, old, new)
    written = re.fullmatch(r"Write (.+)\.", problem.help)
    assert written, problem.help
    lines = _with(name, old, new)[problem.path].split("\n")
    before, after = (
        lines[problem.line - 1][: problem.column - 1],
        lines[problem.line - 1][problem.column - 1 :],
    )
    wrong = _wrong_words(problem, after)
    lines[problem.line - 1] = before + after.replace(wrong, written[1], 1)
    assert problems_of({**FILES, problem.path: "\n".join(lines)}) == ()


def _wrong_words(problem: Problem, after: str) -> str:
    """Return what a problem is about: the words it quotes, the target of a link, or the value."""
    if problem.slug == "link-target":
        found = re.search(r"\(([^()]*)\)", after)
        assert found
        return found[1]
    quoted = re.search(r'"(.+?)"(?: is no| of)|no field "(.+?)"', problem.message)
    return (quoted[1] or quoted[2]) if quoted else after


@pytest.mark.parametrize(("sentence", "name", "old", "new"), TOLD, ids=[case[0] for case in TOLD])
def test_a_mistake_gives_one_problem(
    problems_of: ProblemsOf,
    root: Path,
    sentence: str,
    name: str,
    old: str,
    new: str,
    *,
    is_refreshing: bool,
) -> None:
    problems = _one(problems_of, name, old, new)
    report = report_text(problems, root)
    golden = GOLDENS / f"{sentence.replace(' ', '-')}.txt"
    if is_refreshing:
        golden.write_text(report, "utf-8")
    assert report == golden.read_text("utf-8")


def test_no_golden_report_is_left_over() -> None:
    assert {path.stem for path in GOLDENS.glob("*.txt")} == {
        sentence.replace(" ", "-") for sentence, *_ in TOLD
    }


def _one(problems_of: ProblemsOf, name: str, old: str, new: str) -> tuple[Problem, ...]:
    problems = problems_of(_with(name, old, new))
    assert len(problems) == 1, [f"{each.line}: {each.message} {each.help}" for each in problems]
    return problems


def _with(name: str, old: str, new: str) -> dict[str, str]:
    path = f"{FOLDER}/{name}"
    assert old in FILES[path]
    return {**FILES, path: FILES[path].replace(old, new, 1)}
