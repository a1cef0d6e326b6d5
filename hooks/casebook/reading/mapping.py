"""Strict YAML: mappings, lists and words as written, each with its place in the file.

One pass over parser events. Nothing is resolved but null, so `NO`, `011`, `12:30` and `2025-07-01`
stay what the editor typed; what makes YAML dangerous or ambiguous is refused on the way: anchors,
aliases, tags, repeated keys, depth, several documents.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from casebook.reading.characters import find_refused
from casebook.reading.syntax import explain
from casebook.words.problem import Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Scalar:
    """One value as written; None where the file says null."""

    text: str | None
    line: int
    column: int


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: "list[Node]"
    line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order of the file."""

    entries: "dict[str, tuple[Scalar, Node]]"
    """The key's text to the key with its place, and the value."""
    line: int
    column: int


Node = Scalar | Sequence | Mapping

Step = str | int
"""A key of a mapping, or a position in a list."""


def parse_mapping(
    source: str, path: str, first_line: int = 1
) -> tuple[Mapping | None, list[Problem]]:
    """Return the mapping that a YAML document holds, with every problem in it.

    `first_line` is the line of the file on which `source` begins. The mapping is None when the
    document cannot be read to its end; an empty document is an empty mapping.
    """
    return _Parser(path, first_line).parse(source)


def place_of(node: Node, steps: tuple[Step, ...]) -> tuple[int, int]:
    """Return line and column of what `steps` lead to, or of the last of them that exists.

    That is the value where it is a single one, else the key above it.
    """
    place = node.line, node.column
    for step in steps:
        match node:
            case Mapping(entries=entries) if step in entries:
                key, node = entries[str(step)]
                is_word = isinstance(node, Scalar) and node.text is not None
                place = (node.line, node.column) if is_word else (key.line, key.column)
            case Sequence(items=items) if isinstance(step, int) and step < len(items):
                node = items[step]
                place = node.line, node.column
            case _:
                break
    return place


class _Refused(Exception):  # noqa: N818 - it ends the reading of a file, it is no error of ours
    """The document cannot be read any further."""


class _Parser:
    """Builds the tree of one document, without recursion."""

    def __init__(self, path: str, first_line: int) -> None:
        self._path = path
        self._first_line = first_line
        self._problems: list[Problem] = []

    def parse(self, source: str) -> tuple[Mapping | None, list[Problem]]:
        root: Node | None = None
        try:
            root = self._tree(yaml.parse(source, Loader=_Loader))
        except yaml.MarkedYAMLError as error:
            line, column, message, help_ = explain(error, source)
            self._problem(line, column, "yaml-syntax", message, help_)
        except yaml.reader.ReaderError:
            self._problem(
                0, 0, "yaml-syntax", "The YAML holds a character that YAML forbids.", "Delete it."
            )
        except _Refused:
            pass
        if isinstance(root, Mapping):
            return root, self._problems
        if isinstance(root, Scalar) and root.text is None and not self._problems:
            return Mapping({}, root.line, root.column), self._problems
        if not self._problems:
            self._problem(
                0,
                0,
                "wrong-type",
                "The file has no fields.",
                "Begin each line with the name of a field and a colon.",
            )
        return None, self._problems

    def _problem(self, line: int, column: int, slug: str, message: str, help_: str) -> None:
        self._problems.append(
            Problem(self._path, self._first_line + line, column + 1, slug, message, help_)
        )

    def _tree(self, events: Iterator[Any]) -> Node:
        root: Node = Scalar(None, self._first_line, 1)
        open_: list[Sequence | Mapping] = []
        keys: list[Scalar | None] = []
        documents = 0
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node: Node = self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                node = Mapping({}, *self._place(event))
            elif kind is yaml.SequenceStartEvent:
                node = Sequence([], *self._place(event))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                open_.pop()
                keys.pop()
                continue
            elif kind is yaml.AliasEvent:
                self._at(
                    event,
                    "yaml-alias",
                    f"*{event.anchor} repeats another place.",
                    "Write the value out here.",
                )
                node = Scalar(None, *self._place(event))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._at(
                        event,
                        "yaml-syntax",
                        "A second document begins here.",
                        "Take the line --- out: a file holds one.",
                    )
                    raise _Refused
                continue
            else:
                continue
            if kind is not yaml.AliasEvent:
                self._refuse_marks(event)
            if not open_:
                root = node
            else:
                self._put(open_[-1], keys, node)
            if isinstance(node, Mapping | Sequence):
                open_.append(node)
                keys.append(None)
                if len(open_) > _DEEPEST:
                    self._at(
                        event,
                        "yaml-depth",
                        f"Lists and fields are nested more than {_DEEPEST} deep here.",
                        "Close some of the brackets.",
                    )
                    raise _Refused
        return root

    def _put(self, parent: Sequence | Mapping, keys: list[Scalar | None], node: Node) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = keys[-1]
        if key is None:
            keys[-1] = self._key(node)
            return
        keys[-1] = None
        text = key.text
        if text is None:
            return
        if text in parent.entries:
            first = parent.entries[text][0]
            self._problems.append(
                Problem(
                    self._path,
                    key.line,
                    key.column,
                    "duplicate-key",
                    f'"{text[:60]}" is written twice; the first is on line {first.line}.',
                    "Keep one of the two.",
                )
            )
        else:
            parent.entries[text] = (key, node)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.text is not None:
            return node
        self._problems.append(
            Problem(
                self._path,
                node.line,
                node.column,
                "yaml-syntax",
                "A field has no name here.",
                "Write the field's name before the colon; put quotes around a value that begins with { or [.",
            )
        )
        return Scalar(None, node.line, node.column)

    def _scalar(self, event: Any) -> Scalar:
        text: str | None = event.value
        # Plain words only: a quoted "null" is the word.
        if text in _NULLS and event.implicit[0]:
            text = None
        mark = event.start_mark
        line, column = self._first_line + mark.line, mark.column + 1
        # Escapes bring in what `read_characters` refused in the file itself.
        if event.style == '"' and text and (hidden := find_refused(text)):
            self._problems.append(
                Problem(
                    self._path,
                    line,
                    column,
                    "invisible-character",
                    f"An escape in this value writes {hidden}, which a reader cannot see.",
                    "Take the escape out.",
                )
            )
        return Scalar(text, line, column)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._at(
                event,
                "yaml-alias",
                f"&{event.anchor} names this place to repeat it elsewhere.",
                "Take the name out, and write the value out where it is repeated.",
            )
        if event.tag is not None:
            self._at(
                event,
                "yaml-tag",
                f"{event.tag} is a YAML tag.",
                "Take it out; if the value begins with !, put quotes around it.",
            )

    def _at(self, event: Any, slug: str, message: str, help_: str) -> None:
        mark = event.start_mark
        self._problem(mark.line, mark.column, slug, message, help_)

    def _place(self, event: Any) -> tuple[int, int]:
        mark = event.start_mark
        return self._first_line + mark.line, mark.column + 1
