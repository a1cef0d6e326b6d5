"""Every problem has a page, its examples are true, and editors' schemas are those of the code."""

import ast
import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from tests.conftest import TODAY
from tests.following import follow
from tests.site.picture import words_beside, words_shown

from casebook.checks import CHECKS, run_checks
from casebook.doors.command import COMMANDS, build_parser
from casebook.doors.reports import report_text
from casebook.reading.collection import read_collection
from casebook.reading.kinds import Value
from casebook.reading.schemas import schema_files
from casebook.words.problem import Problem

ROOT = Path(__file__).parents[1]
PAGES = sorted(page for page in (ROOT / "docs" / "problems").glob("*.md") if page.stem != "index")
EXPECTED = Path(__file__).parent / "goldens" / "problems"
NOT_SHOWN_IN_WORDS = {"not-utf-8", "too-large", "unreadable-file", "link-outside"}
"""The files of their examples cannot stand on a page: it shows their bytes, sizes, rights, links."""

_REPORTERS = {"Problem", "Value", "add", "at", "problem", "_problem", "_at", "_failed"}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE = re.compile(r"^In `([^`]+)`:\n\n(`{3,})[a-z]+\n(.*?)^\2$", re.MULTILINE | re.DOTALL)

ProblemsOf = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]


def _slugs_in_code() -> Iterator[str]:
    """Yield every slug that a problem is made with: the constants in calls that make one."""
    for module in (ROOT / "hooks" / "casebook").rglob("*.py"):
        source = module.read_text("utf-8")
        if "Problem" not in source and "Findings" not in source and "Value(" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            values = [*node.args, *(each.value for each in node.keywords if each.arg == "slug")]
            if name in _REPORTERS:
                for value in values:
                    if isinstance(value, ast.Constant) and _SLUG.fullmatch(str(value.value)):
                        yield str(value.value)


def _examples(page: Path, heading: str) -> dict[str, str]:
    """Return the files under a heading of a page: path to content."""
    words = page.read_text("utf-8")
    wrong, _, right = words.partition("\n## Right\n")
    part = right if heading == "Right" else wrong.partition("\n## Wrong\n")[2]
    return {path: content for path, _, content in _FILE.findall(part)}


def test_every_rule_and_no_other_has_a_page() -> None:
    pages = {page.stem for page in PAGES}
    default = Value.__dataclass_fields__["slug"].default
    # A single word among the arguments is a slug only where it has a page.
    in_code = {slug for slug in _slugs_in_code() if "-" in slug or slug in pages} | {default}
    assert pages == in_code | CHECKS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_names_its_slug_and_stands_in_the_index(page: Path) -> None:
    title, _, rest = page.read_text("utf-8").partition("\n")
    assert title.startswith("# ")
    assert rest.startswith(f"\n`{page.stem}`\n")
    for heading in ("Wrong", "Right"):
        assert re.search(rf"\n## {heading}\n\n.*?```", rest, re.DOTALL), f"nothing under {heading}"
    index = (page.parent / "index.md").read_text("utf-8")
    assert f"- [{title[2:]}]({page.name}): `{page.stem}`" in index


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem not in NOT_SHOWN_IN_WORDS], ids=lambda p: p.stem
)
def test_the_wrong_example_has_the_problem_and_reads_well(
    page: Path, problems_of: ProblemsOf, root: Path, *, is_refreshing: bool
) -> None:
    problems = problems_of(_examples(page, "Wrong"))
    assert {problem.slug for problem in problems} == {page.stem}
    report = report_text(problems, root)
    golden = EXPECTED / f"{page.stem}.txt"
    if is_refreshing:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(report, "utf-8")
    assert report == golden.read_text("utf-8")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem not in NOT_SHOWN_IN_WORDS], ids=lambda p: p.stem
)
def test_the_right_example_has_no_problem(page: Path, problems_of: ProblemsOf) -> None:
    examples = _examples(page, "Right")
    assert examples
    assert problems_of(examples) == ()


def test_what_no_page_can_show_is_as_the_pages_say(
    problems_of: ProblemsOf, collect: Callable[[Mapping[str, str | bytes]], object], root: Path
) -> None:
    path = "cases/xxx/1-2025/communication.restated.md"
    page = (ROOT / "docs" / "problems" / "not-utf-8.md").read_text("utf-8")
    wrong, right = (bytes.fromhex(each) for each in re.findall(r"```text\n(.*)\n```", page))
    assert [problem.slug for problem in problems_of({path: b"[1] %s\n[2] A.\n" % wrong})] == [
        "not-utf-8"
    ]
    assert right.decode() == "Café"
    assert [problem.slug for problem in problems_of({path: b"a" * 3_481_201})] == ["too-large"]
    collect({"letters.md": "[1] A.\n"})
    (root / path).unlink()
    (root / path).symlink_to("../../../letters.md")
    assert problems_of({}) == ()
    (root / "letters.md").rename(root.parent / "letters.md")
    assert {problem.slug for problem in problems_of({})} == {"link-outside"}
    (root / path).unlink()
    (root / path).mkdir()
    assert {problem.slug for problem in problems_of({})} <= {"unexpected-file", "unreadable-file"}


ASKS_TO_KNOW = {
    *("answer-outside-reply", "date-in-the-future", "dates-out-of-order", "duplicate-label"),
    *("duplicate-provision", "footnote-name", "front-matter", "labels-disagree", "link-target"),
    *(
        "lost-address",
        "missing-field",
        "missing-file",
        "missing-footnote",
        "missing-paragraph",
        "empty-text",
        "general-name",
        "label-order",
        "raw-html",
    ),
    *("merge-conflict", "table-columns"),
    *("picture", "provision-too-high", "relations-contradict", "reply-before-letter"),
    *("reply-without-source", "shared-name", "term-reversed", "too-deep"),
    *("sent-in-another-year", "withheld-reply"),
    *("unknown-addressee", "withheld-name", "wrong-checksum", "yaml-depth"),
}
"""Their help says what has to be found out or decided: nobody can follow it without that."""


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem not in NOT_SHOWN_IN_WORDS], ids=lambda p: p.stem
)
def test_what_a_message_says_to_write_mends_it(
    page: Path, problems_of: ProblemsOf, root: Path, tmp_path: Path
) -> None:
    problems = problems_of(_examples(page, "Wrong"))
    followed = 0
    for number, problem in enumerate(problems):
        copy = tmp_path / str(number)
        shutil.copytree(root, copy)
        if not follow(copy, problem):
            continue
        followed += 1
        collection = read_collection(copy)
        left = [*collection.problems, *run_checks(collection, TODAY)]
        same = [
            each for each in left if (each.slug, each.message) == (problem.slug, problem.message)
        ]
        assert same == [], problem.help
        assert len(left) <= len(problems), (problem.help, left)
    assert bool(followed) == (page.stem not in ASKS_TO_KNOW)


WRITTEN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_CALL = re.compile(r"(?:^|`)(?:\.venv/bin/)?casebook ([a-z]+[^`\n#]*)", re.MULTILINE)


def _calls() -> dict[str, str]:
    """Return every call of the command in the pages, with the page that has it."""
    return {
        call.strip(): page.name
        for page in WRITTEN
        for call in _CALL.findall(page.read_text("utf-8"))
        if call.strip() and not set("…<>|") & set(call)
    }


@pytest.mark.parametrize("call", [call for call in _calls() if len(call.split()) > 1])
def test_what_a_page_says_to_type_can_be_typed(call: str) -> None:
    words = shlex.split(re.sub(r"[\[\]]", "", call))
    assert build_parser().parse_args(words).run


def test_every_command_is_explained_on_a_page() -> None:
    named = {call.split()[0] for call in _calls()}
    assert {module.NAME for module in COMMANDS} <= named


def test_no_golden_report_is_left_over() -> None:
    golden = {path.stem for path in EXPECTED.glob("*.txt")}
    assert golden == {page.stem for page in PAGES} - NOT_SHOWN_IN_WORDS


@pytest.mark.parametrize("path", schema_files())
def test_the_schemas_are_those_of_the_field_tables(path: str, *, is_refreshing: bool) -> None:
    content = schema_files()[path]
    if is_refreshing:
        (ROOT / path).write_text(content, "utf-8")
    assert (ROOT / path).read_text("utf-8") == content


def test_the_picture_of_the_readme_shows_the_letter_as_it_is() -> None:
    assert words_beside() == words_shown(), "take it anew: python -m tests.site.picture"
