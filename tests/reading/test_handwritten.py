"""Pages written by hand: two fields, sane names, nothing that steers MkDocs."""

from collections.abc import Callable, Mapping

import pytest

from casebook.reading.collection import Collection
from casebook.reading.handwritten import HandWritten, read_page
from casebook.reading.layout import name_problem

Collect = Callable[[Mapping[str, str | bytes]], Collection]


def test_a_page_without_fields_is_its_text() -> None:
    assert read_page("docs/a.md", b"# A\n\nb\n") == (HandWritten("# A\n\nb\n"), [])


def test_a_page_has_a_title_and_a_description() -> None:
    page, problems = read_page("docs/a.md", b"---\ntitle: A\ndescription: What it is.\n---\nb\n")
    assert problems == []
    assert page == HandWritten("b\n", "A", "What it is.")


@pytest.mark.parametrize(
    ("source", "slug"),
    [
        ("---\ntemplate: x.html\n---\nb\n", "unknown-field"),
        ("---\ntitle: [a\n---\nb\n", "yaml-syntax"),
        ("---\ntitle: a\nb\n", "front-matter"),
        ("---\ntitle: a\ntitle: b\n---\n", "duplicate-key"),
        ("---\ntitle: {a: b}\n---\n", "wrong-type"),
        ("---\n- a\n---\n", "wrong-type"),
        ("x" * 100_001, "too-large"),
    ],
)
def test_what_is_wrong_with_fields_is_said_and_never_printed(source: str, slug: str) -> None:
    page, problems = read_page("docs/a.md", source.encode())
    assert [problem.slug for problem in problems] == [slug]
    assert "title" not in page.body
    assert "template" not in page.body


_MERGED = "<<<<<<< HEAD\nMine.\n=======\nYours.\n>>>>>>> main\n"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (f"# A\n\n{_MERGED}", [3]),
        (f"---\ntitle: A\n{_MERGED}---\n", [3]),
        (f"```\ncode\n```\n\n{_MERGED}", [5]),
        (f"{_MERGED}```\n{_MERGED}```\n", [1]),
        (f"# A\n\n```\n{_MERGED}```\n\n~~~ yaml\n{_MERGED}~~~\n", []),
        (f"# A\n\n```\n{_MERGED}", [4]),
        ("# A\n\nB\n=======\n\nGit writes `<<<<<<<` there.\n", []),
    ],
)
def test_marks_of_a_merge_are_told_unless_they_are_an_example(
    source: str, lines: list[int]
) -> None:
    _, problems = read_page("docs/a.md", source.encode())
    assert [(each.slug, each.line) for each in problems] == [("merge-conflict", at) for at in lines]


@pytest.mark.parametrize(
    "path",
    ["docs/about.md", "docs/problems/file-name.md", "docs/decisions/0001-a.md", "docs/data.md"],
)
def test_ordinary_names_are_fine(path: str) -> None:
    assert name_problem(path) is None


@pytest.mark.parametrize(
    "path",
    [
        "docs/cases.md",
        "docs/cases/xxx/9-2025.md",
        "docs/Search/index.md",
        "docs/a b.md",
        "docs/<b>.md",
        "docs/é.md",
        "docs/_headers",
        "docs/a/b/c/d/e.md",
    ],
)
def test_names_that_are_no_addresses_or_belong_to_records_are_problems(path: str) -> None:
    problem = name_problem(path)
    assert problem
    assert problem.slug == "file-name"


@pytest.mark.parametrize(
    ("paths", "wrong"),
    [
        (["docs/note.md", "docs/note/index.md"], ["docs/note.md"]),
        (["docs/note.md", "docs/note/README.md"], ["docs/note.md"]),
        (["docs/README.md", "docs/index.md", "docs/note/README.md", "docs/v1.2.md"], []),
        (["docs/Note.md"], ["docs/Note.md"]),
        (["docs/More/note.md"], ["docs/More/note.md"]),
        (
            ["docs/404.html.md", "docs/data/x.sqlite.md"],
            ["docs/404.html.md", "docs/data/x.sqlite.md"],
        ),
    ],
)
def test_each_page_has_an_address_of_its_own(
    collect: Collect, paths: list[str], wrong: list[str]
) -> None:
    problems = collect(dict.fromkeys(paths, "# A\n")).problems
    assert [(each.path, each.slug) for each in problems] == [(each, "file-name") for each in wrong]


def test_only_pages_and_pictures_belong_into_docs(collect: Collect) -> None:
    collection = collect(
        {
            "docs/a.md": "# A\n",
            "docs/pictures/b.png": b"",
            "docs/c.svg": "<svg/>",
            "docs/d/e.js": "",
            "docs/schema/dossier.json": "{}",
        }
    )
    assert {problem.path for problem in collection.problems} == {"docs/c.svg", "docs/d/e.js"}
    assert collection.pages.keys() == {"docs/a.md"}
    assert collection.pictures == {"docs/pictures/b.png"}
