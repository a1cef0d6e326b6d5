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

INNER = {"importing": ("letter", "layout", "pdf", "text", "web", "word")}
"""Rooms that are divided: their parts, lowest first."""

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


@pytest.mark.parametrize(("room", "parts"), INNER.items())
def test_a_part_of_a_room_imports_only_lower_parts(room: str, parts: tuple[str, ...]) -> None:
    for height, part in enumerate(parts):
        modules = [*(PACKAGE / room / part).glob("*.py")]
        assert modules
        for module in modules:
            higher = {f"casebook.{room}.{above}" for above in parts[height + 1 :]}
            found = {".".join(name.split(".")[:3]) for name in _imports(module)}
            assert not found & higher, f"{module} imports {found & higher}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_holds(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8"))), f"{module} has no docstring"


def test_the_map_in_the_readme_has_every_room_lowest_first() -> None:
    readme = (PACKAGE.parents[1] / "README.md").read_text("utf-8")
    _, _, rooms = readme.partition("lowest room first")
    listed = re.findall(r"^\| `(\w+)` \|", rooms, re.MULTILINE)
    assert sorted(listed) == sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
    assert [_height(room) for room in listed] == sorted(map(_height, listed))
