"""What is read again after a change is what would be read anew, or nothing is."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from casebook.reading.tree import Tree, key_of, read_again, read_tree

ONE = "cases/xxx/1-2025"
OTHER = "cases/xxx/2-2025"

FILES = {
    f"{ONE}/dossier.yml": "title: A letter\n",
    f"{ONE}/communication.restated.md": "[1] Words.\n",
    f"{OTHER}/dossier.yml": "title: Another letter\n",
    "cases/registers/topics.yml": "{}\n",
    "standards/made-up.md": "---\n---\n",
    "docs/about.md": "# About\n",
}


def _write(path: str, words: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(words)

    return edit


FEW: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "nothing": (lambda _: None, []),
    "a paragraph": (
        _write(f"{ONE}/communication.restated.md", "[1] Other words.\n"),
        [f"{ONE}/communication.restated.md"],
    ),
    "two letters": (
        lambda root: (
            _write(f"{ONE}/dossier.yml", "title: A\n")(root),
            _write(f"{OTHER}/dossier.yml", "title: B\n")(root),
        ),
        [f"{ONE}/dossier.yml", f"{OTHER}/dossier.yml"],
    ),
    "a reply that comes": (_write(f"{ONE}/reply-1.md", "[1] No.\n"), [f"{ONE}/reply-1.md"]),
    "a text that goes": (
        lambda root: (root / ONE / "communication.restated.md").unlink(),
        [f"{ONE}/communication.restated.md"],
    ),
    "a text that is renamed": (
        lambda root: (root / ONE / "communication.restated.md").rename(root / ONE / "reply-1.md"),
        [f"{ONE}/communication.restated.md", f"{ONE}/reply-1.md"],
    ),
    "what an editor puts aside": (
        _write(f"{ONE}/.dossier.yml.swp", "x"),
        [f"{ONE}/.dossier.yml.swp"],
    ),
}

MUCH: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "a register": (_write("cases/registers/topics.yml", "x:\n"), ["cases/registers/topics.yml"]),
    "a standard": (_write("standards/made-up.md", "---\n"), ["standards/made-up.md"]),
    "a page": (_write("docs/about.md", "# Us\n"), ["docs/about.md"]),
    "a dossier that comes": (
        _write("cases/xxx/3-2025/dossier.yml", "title: C\n"),
        ["cases/xxx/3-2025/dossier.yml"],
    ),
    "a dossier that goes": (
        lambda root: shutil.rmtree(root / OTHER),
        [f"{OTHER}/dossier.yml", OTHER],
    ),
    "a folder alone that is told": (lambda root: shutil.rmtree(root / OTHER), [OTHER]),
    "an empty folder": (
        lambda root: (root / OTHER / "dossier.yml").unlink(),
        [f"{OTHER}/dossier.yml"],
    ),
    "a folder in a dossier": (lambda root: (root / ONE / "annexes").mkdir(), [f"{ONE}/annexes"]),
    "a link": (
        lambda root: (root / ONE / "reply-1.md").symlink_to(root / "docs" / "about.md"),
        [f"{ONE}/reply-1.md"],
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, words in FILES.items():
        _write(path, words)(tmp_path)
    return tmp_path


def _is_that_of(tree: Tree, root: Path) -> bool:
    anew = read_tree(root)
    return tree == anew and [*tree.keys] == [*anew.keys]


@pytest.mark.parametrize("what", FEW)
def test_after_a_change_in_a_dossier_its_folder_is_read_again(what: str, root: Path) -> None:
    edit, told = FEW[what]
    before = read_tree(root)
    edit(root)
    again = read_again(before, told)
    assert again
    assert _is_that_of(again, root)


@pytest.mark.parametrize("what", MUCH)
def test_after_any_other_change_everything_is_to_be_read(what: str, root: Path) -> None:
    edit, told = MUCH[what]
    before = read_tree(root)
    edit(root)
    assert read_again(before, told) is None


@pytest.mark.parametrize("place", [f"{ONE}/reply-1.md", "docs/more.md"])
def test_what_a_link_leads_to_may_change_unseen(place: str, root: Path) -> None:
    (root / place).symlink_to(root / "docs" / "about.md")
    before = read_tree(root)
    assert not before.problems
    assert read_again(before, []) is None


def test_a_tree_with_a_problem_is_read_anew(root: Path) -> None:
    _write("cases/xxx/astray.md", "x")(root)
    before = read_tree(root)
    assert before.problems
    assert read_again(before, []) is None


def test_a_folder_of_content_that_is_a_link_is_read_anew(root: Path) -> None:
    (root / "standards").rename(root / "kept")
    (root / "standards").symlink_to(root / "kept")
    before = read_tree(root)
    assert [*before.standards] == ["standards/made-up.md"]
    assert read_again(before, []) is None


FILES_OF_ONE = {"dossier.yml": b"title: A", "reply-1.md": b"[1] No."}

OTHERS = {
    "a text": FILES_OF_ONE | {"reply-1.md": b"[1] Yes."},
    "a file that is gone": {"dossier.yml": b"title: A"},
    "a name": {"dossier.yml": b"title: A", "reply-2.md": b"[1] No."},
    "where a file ends": {"dossier.yml": b"title: A[", "reply-1.md": b"1] No."},
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_stands_for_a_dossier_is_another_when_one_byte_is(what: str) -> None:
    assert key_of(OTHERS[what]) != key_of(FILES_OF_ONE)


def test_what_stands_for_a_dossier_does_not_depend_on_the_order_of_files() -> None:
    assert key_of(dict(reversed(FILES_OF_ONE.items()))) == key_of(FILES_OF_ONE)


def test_work_that_is_shared_finds_the_same(root: Path) -> None:
    (root / ONE / "annexes").mkdir()
    (root / OTHER / "reply-1.md").symlink_to(root / "docs" / "about.md")

    def each_alone(work: Callable[[Sequence[str]], bytes], items: Sequence[str]) -> list[bytes]:
        return [work([item]) for item in items]

    assert read_tree(root, each_alone) == read_tree(root)
    assert read_tree(root).problems
    assert read_tree(root).has_links
