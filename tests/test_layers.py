"""The rooms of the package import only what lies below them, and nobody imports mkdocs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "hooks" / "casebook"
LAYERS = (
    {"words"},
    {"identifiers"},
    {"citations"},
    {"model"},
    {"reading"},
    {
        *("changes", "checks", "views", "rendering", "exports", "importing", "indexing"),
        *("originals", "sealing"),
    },
    {"building"},
    {"doors"},
)
"""Lowest first; rooms of one layer do not import each other."""
WITHIN = {
    "citations": ("lexicon", "grammar", "meaning", "kinds"),
    "importing": ("letter", "layout", "pdf", "text", "web", "word", "draft"),
}
"""Rooms that have rooms of their own, lowest first; what is not in one of them is for all."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _height(room: str) -> int:
    return next(height for height, rooms in enumerate(LAYERS) if room in rooms)


def test_there_are_modules_to_read() -> None:
    assert len(MODULES) > 20


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_lower_rooms(module: Path) -> None:
    room = module.relative_to(PACKAGE).parts[0]
    for name in _imports(module):
        package, _, rest = name.partition(".")
        assert package not in {"mkdocs", "properdocs"}, f"{module} imports {name}"
        if package != "casebook" or not rest or room == "__init__.py":
            continue
        imported = rest.split(".")[0]
        assert imported == room or _height(imported) < _height(room), f"{module} imports {name}"


@pytest.mark.parametrize("room", WITHIN)
def test_rooms_within_a_room_import_only_lower_ones(room: str) -> None:
    folder, below = PACKAGE / room, f"casebook.{room}."

    def used(module: Path) -> set[str]:
        names = (name for name in _imports(module) if name.startswith(below))
        return {name.removeprefix(below).split(".")[0] for name in names}

    heights = {inner: float(height) for height, inner in enumerate(WITHIN[room])}
    for module in folder.glob("*.py"):  # each is above what it imports
        reached = (heights[name] for name in used(module) if name in WITHIN[room])
        heights[module.stem] = max(reached, default=-1) + 0.5
    for inner in WITHIN[room]:
        modules = [*(folder / inner).glob("*.py")]
        assert modules
        for module in modules:
            too_high = {name for name in used(module) if heights[name] > heights[inner]}
            assert not too_high, f"{module} imports {too_high}"


@pytest.mark.parametrize("room", WITHIN)
def test_the_map_of_a_room_names_what_there_is(room: str) -> None:
    folder = PACKAGE / room
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    assert all(inner in told for inner in WITHIN[room])
    assert {each.parent.name for each in folder.glob("*/__init__.py")} == {*WITHIN[room]}
    known = {*WITHIN[room], *(module.stem for module in folder.rglob("*.py"))}
    named = {*re.findall(r"`([a-z_]+)`", told)}
    assert named - known == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_holds(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8"))), f"{module} has no docstring"


def test_the_map_in_the_readme_has_every_room_lowest_first() -> None:
    readme = (PACKAGE.parents[1] / "README.md").read_text("utf-8")
    _, _, rooms = readme.partition("lowest room first")
    listed = re.findall(r"^\| `(\w+)` \|", rooms, re.MULTILINE)
    assert sorted(listed) == sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
    assert [_height(room) for room in listed] == sorted(map(_height, listed))
