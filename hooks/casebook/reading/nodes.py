"""What a YAML file holds: mappings, lists and words as written, each with its place in the file."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(slots=True)
class Scalar:
    """One value as written; None where the file says null."""

    text: str | None
    line: int
    column: int
    is_refused: bool = False
    """Whether something else stands here, which has been reported."""
    what: ClassVar[str] = "a single value"
    """As messages name it."""

    @property
    def is_null(self) -> bool:
        """Whether there is no value: the file says so, or the one that stands here was refused."""
        return self.text is None

    @property
    def is_empty(self) -> bool:
        """Whether the file itself says that there is no value."""
        return self.text is None and not self.is_refused


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: "list[Node]"
    line: int
    column: int
    what: ClassVar[str] = "a list"
    is_null: ClassVar[bool] = False
    is_empty: ClassVar[bool] = False


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order of the file."""

    entries: "dict[str, tuple[Scalar, Node]]"
    """The key's text to the key with its place, and the value."""
    line: int
    column: int
    what: ClassVar[str] = "a group of fields"
    is_null: ClassVar[bool] = False
    is_empty: ClassVar[bool] = False


Node = Scalar | Sequence | Mapping

Step = str | int
"""A key of a mapping, or a position in a list."""


def place_of(node: Node, steps: tuple[Step, ...]) -> tuple[int, int]:
    """Return line and column of what `steps` lead to, or of the last of them that exists.

    That is the value where it is a single one, else the key above it.
    """
    place = node.line, node.column
    for step in steps:
        match node:
            case Mapping(entries=entries) if step in entries:
                key, node = entries[str(step)]
                is_word = isinstance(node, Scalar) and not node.is_null
                place = (node.line, node.column) if is_word else (key.line, key.column)
            case Sequence(items=items) if isinstance(step, int) and step < len(items):
                node = items[step]
                place = node.line, node.column
            case _:
                break
    return place


def value_at(node: Node | None, *keys: str) -> Node | None:
    """Return the value that keys within keys lead to; None where there is none."""
    for key in keys:
        held = node.entries.get(key) if isinstance(node, Mapping) else None
        node = held[1] if held else None
    return node
