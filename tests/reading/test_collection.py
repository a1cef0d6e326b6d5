"""The whole tree on disk, with everything that can lie in it."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from casebook.identifiers.reference import Reference
from casebook.reading.collection import Collection, read_collection
from casebook.reading.places import places_in
from casebook.words.problem import Problem

ProblemsOf = Callable[[Mapping[str, str | bytes]], tuple[Problem, ...]]
Collect = Callable[[Mapping[str, str | bytes]], Collection]


def found(collection: Collection) -> list[tuple[str, str]]:
    return [(problem.slug, problem.path) for problem in collection.problems]


def test_the_small_collection_has_no_problem(root: Path) -> None:
    collection = read_collection(root)
    assert collection.problems == ()
    assert collection.unread == frozenset()
    assert [str(each) for each in collection.corpus.dossiers] == ["XXX 2/2024", "XXX 1/2025"]
    assert [*collection.corpus.instruments] == ["bridge-rules", "river-convention"]
    assert [*collection.corpus.mandates] == ["sr-rivers", "wg-bridges"]
    assert [*collection.corpus.addressees] == ["XXX", "YYY", "OTH"]


def test_an_empty_folder_is_an_empty_collection(tmp_path: Path) -> None:
    collection = read_collection(tmp_path)
    assert collection.problems == ()
    assert not collection.corpus.dossiers


def test_a_bad_dossier_takes_no_other_down(collect: Collect) -> None:
    collection = collect({"cases/xxx/1-2025/dossier.yml": b"\xff\x00"})
    assert found(collection) == [("not-utf-8", "cases/xxx/1-2025/dossier.yml")]
    assert [*collection.corpus.dossiers] == [Reference("XXX", 2, 2024)]
    assert collection.unread == {"cases/xxx/1-2025"}


def test_a_record_that_cannot_be_read_is_not_called_missing(
    problems_of: Callable[[Mapping[str, str | bytes]], tuple[object, ...]],
) -> None:
    problems = problems_of(
        {
            "standards/river-convention.md": "No fields.",
            "cases/registers/mandates.yml": "a: [",
            "cases/registers/topics.yml": "a: [",
            "cases/registers/addressees.yml": "a: [",
            "cases/xxx/2-2024/dossier.yml": "a: [",
            "cases/xxx/1-2025/communication.restated.md": "[1] See [it](/cases/xxx/2-2024/#p1).\n",
        }
    )
    assert [getattr(problem, "slug", "") for problem in problems] == ["yaml-syntax"] * 4 + [
        "front-matter"
    ]


def test_what_belongs_nowhere_is_a_problem(collect: Collect) -> None:
    collection = collect(
        {
            "cases/README.md": "",
            "cases/notes.txt": "",
            "cases/registers/people.yml": "",
            "cases/xxx/notes.md": "",
            "cases/xxx/1-2025/scan.pdf": "",
            "cases/xxx/1-2025/more/communication.md": "",
            "standards/README.txt": "",
            "standards/old/iccpr.md": "",
        }
    )
    assert found(collection) == [
        ("unexpected-file", "cases/notes.txt"),
        ("unexpected-file", "cases/registers/people.yml"),
        ("unexpected-file", "cases/xxx/1-2025/more"),
        ("unexpected-file", "cases/xxx/1-2025/scan.pdf"),
        ("unexpected-file", "cases/xxx/notes.md"),
        ("unexpected-file", "standards/README.txt"),
        ("unexpected-file", "standards/old"),
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("letter.pdf", "Keep it outside of cases/; casebook import makes a text of "),
        ("Reply.DOCX", "Keep it outside of cases/; casebook import makes a text of "),
        ("Thumbs.db", "Keep it outside of cases/."),
        ("dossier (1).yml", "dossier.yml is there already"),
        ("notes.md", "Rename it to communication.md, "),
    ],
)
def test_a_file_that_a_dossier_has_no_use_for_says_what_to_do_with_it(
    collect: Collect, name: str, told: str
) -> None:
    (problem,) = collect({f"cases/xxx/1-2025/{name}": "A"}).problems
    assert problem.help.startswith(told)


def test_files_that_programs_leave_behind_are_passed_over(collect: Collect) -> None:
    left_behind = (".DS_Store", ".dossier.yml.swp", "dossier.yml~", "#dossier.yml#")
    assert collect({f"cases/xxx/1-2025/{name}": "" for name in left_behind}).problems == ()


def test_a_folder_left_empty_is_passed_over(root: Path) -> None:
    (root / "cases/xxx/9-2025").mkdir()
    assert read_collection(root).problems == ()


def test_a_link_inside_of_the_collection_is_followed(root: Path) -> None:
    (root / "cases/xxx/2-2024/communication.restated.md").symlink_to(
        root / "cases/xxx/1-2025/communication.restated.md"
    )
    collection = read_collection(root)
    assert collection.problems == ()
    assert collection.corpus.dossiers[Reference("XXX", 2, 2024)].documents[0].texts


def test_links_that_lead_outside_in_circles_or_nowhere_are_problems(
    root: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("secret")
    folder = root / "cases/xxx/1-2025"
    (folder / "communication.md").symlink_to(tmp_path / "secret")
    (folder / "reply-1.md").symlink_to(folder / "nothing")
    (folder / "reply-2.md").symlink_to(folder / "reply-2.md")
    (root / "cases/yyy").symlink_to(root / "cases")
    assert found(read_collection(root)) == [
        ("link-outside", "cases/xxx/1-2025/communication.md"),
        ("link-outside", "cases/xxx/1-2025/reply-1.md"),
        ("link-outside", "cases/xxx/1-2025/reply-2.md"),
        ("link-outside", "cases/yyy"),
    ]


def test_a_link_to_what_is_hidden_is_a_problem(root: Path) -> None:
    (root / ".env").write_text("secret: 1")
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/about.md").symlink_to(root / ".env")
    assert found(read_collection(root)) == [("link-outside", "docs/about.md")]


def test_folders_of_content_lie_in_the_collection_and_have_their_names(
    root: Path, tmp_path: Path
) -> None:
    (root / "standards").rename(tmp_path / "elsewhere")
    (root / "standards").symlink_to(tmp_path / "elsewhere")
    (root / "cases").rename(root / "Cases")
    assert found(read_collection(root)) == [
        ("unexpected-file", "Cases"),
        ("link-outside", "standards"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "cases/registers/mandates.yml",
        "cases/xxx/1-2025/dossier.yml",
        "docs/permalinks.txt",
        "standards/river-convention.md",
    ],
)
def test_a_folder_in_the_place_of_a_file_is_one_problem(
    path: str, root: Path, problems_of: ProblemsOf
) -> None:
    (root / path).unlink(missing_ok=True)
    (root / path).mkdir(parents=True)
    assert [(each.slug, each.path) for each in problems_of({})] == [("unexpected-file", path)]


@pytest.mark.parametrize("folder", ["cases/registers", "standards"])
def test_a_file_in_the_place_of_a_folder_is_one_problem(
    folder: str, root: Path, problems_of: ProblemsOf
) -> None:
    shutil.rmtree(root / folder)
    (root / folder).write_text("")
    assert [each.path for each in problems_of({})] == [folder]


def test_a_pipe_is_a_problem_and_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "cases/xxx/1-2025/communication.md")
    assert found(read_collection(root)) == [
        ("unexpected-file", "cases/xxx/1-2025/communication.md")
    ]


@pytest.mark.parametrize("name", ["a\nb.md", "a\x1b[31m.md", "a\u202eb.md"])
def test_a_name_that_a_terminal_would_obey_is_a_problem(root: Path, name: str) -> None:
    (root / "cases/xxx/1-2025" / name).write_text("")
    (problem,) = read_collection(root).problems
    assert problem.slug == "unexpected-file"
    assert problem.path.isprintable()


def test_a_name_that_is_no_unicode_is_a_problem(root: Path) -> None:
    with open(os.fsencode(root / "cases/xxx/1-2025") + b"/a\xff.md", "wb"):  # noqa: PTH123
        pass
    (problem,) = read_collection(root).problems
    problem.path.encode()


def test_a_file_that_is_too_large_is_not_read_to_its_end(collect: Collect) -> None:
    collection = collect({"cases/xxx/1-2025/communication.md": b"x" * 3_000_000})
    assert found(collection) == [("too-large", "cases/xxx/1-2025/communication.md")]


def test_places_are_found_in_yaml_and_at_the_top_of_markdown(root: Path) -> None:
    locate = places_in(root)
    assert locate("cases/xxx/1-2025/dossier.yml", ("mandates", 0)) == (5, 12)
    assert locate("standards/river-convention.md", ("parties", "XXX")) == (6, 16)
    assert locate("cases/gone/1-2025/dossier.yml", ("title",)) == (1, 1)


def test_the_order_of_problems_does_not_depend_on_the_disk(collect: Collect) -> None:
    collection = collect({f"cases/xxx/{n}-2025/dossier.yml": "b: 1\na: 2\n" for n in (10, 9, 3)})
    assert list(collection.problems) == sorted(collection.problems)


def test_the_real_collection_has_no_problem() -> None:
    assert read_collection(Path(__file__).parents[2]).problems == ()
