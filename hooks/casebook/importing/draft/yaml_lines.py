"""YAML as editors write it: fields in order, with notes beside them, and changed line by line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import dedent

from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import Mapping, Node, Scalar
from casebook.reading.nodes import Sequence as Items


@dataclass(frozen=True, slots=True)
class Entry:
    """One field with its value, as lines of a file."""

    key: str
    lines: tuple[str, ...]
    """Notes for the editor first, then the field; not indented."""
    is_known: bool
    """Whether it says anything; a field that is null says nothing."""
    is_draft: bool = False
    """Whether it only serves until somebody writes it: it never stands against what is there."""

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes above the field."""
        return tuple(line for line in self.lines if line.startswith("#"))


def entry(key: str, value: str | None, *notes: str, is_draft: bool = False) -> Entry:
    """Return a field with a value that fits on its line, or null; notes that say anything stand above."""
    lines = (*_above(notes), f"{key}: {value or 'null'}")
    return Entry(key, lines, value is not None, is_draft)


def block(key: str, items: Sequence[str], *notes: str, is_draft: bool = False) -> Entry:
    """Return a field whose value stands on the lines below it; null when there are none."""
    if not items:
        return entry(key, None, *notes, is_draft=is_draft)
    lines = (*_above(notes), f"{key}:", *(f"  {item}" for item in items))
    return Entry(key, lines, is_known=True, is_draft=is_draft)


def _above(notes: Sequence[str]) -> Iterator[str]:
    return (f"# {note}".rstrip() for note in notes if note)


def scalar(text: str) -> str:
    """Return text as a value that reads as this text, inside brackets too; quoted where it must be."""
    line = " ".join(text.split())
    if _reads_as(line, line):
        return line
    quoted = f"'{line.replace(chr(39), chr(39) * 2)}'"
    return quoted if _reads_as(quoted, line) else '""'


def flow(values: dict[str, str | None]) -> str:
    """Return fields on one line: {mandate: wgad, name: A. Name}."""
    pairs = (
        f"{key}: {'null' if value is None else scalar(value)}" for key, value in values.items()
    )
    return f"{{{', '.join(pairs)}}}"


def _reads_as(written: str, text: str) -> bool:
    root, problems = parse_mapping(f"a: {{b: {written}, c: d}}\ne: {written}\n", "")
    if problems or root is None:
        return False
    alone = root.entries["e"][1]
    if not isinstance(alone, Scalar) or alone.text != text:
        return False
    inner = root.entries["a"][1]
    if not isinstance(inner, Mapping) or list(inner.entries) != ["b", "c"]:
        return False
    value = inner.entries["b"][1]
    return isinstance(value, Scalar) and value.text == text


# -- changing a file that somebody has written


def is_empty(node: Node) -> bool:
    """Whether a value says nothing: null, an empty list, or fields that all say nothing."""
    match node:
        case Scalar(text=text):
            return text is None
        case Items(items=items):
            return not items
        case Mapping(entries=entries):
            return all(is_empty(value) for _, value in entries.values())


def same(one: Node, other: Node) -> bool:
    """Whether two values are the same, wherever they stand."""
    match one, other:
        case Scalar(text=first), Scalar(text=second):
            return first == second
        case Items(items=first), Items(items=second):
            return len(first) == len(second) and all(map(same, first, second))
        case Mapping(entries=first), Mapping(entries=second):
            return first.keys() == second.keys() and all(
                same(first[key][1], second[key][1]) for key in first
            )
        case _:
            return False


def extent(lines: Sequence[str], parent: Mapping, key: str, end: int) -> tuple[int, int]:
    """Return the lines (first, one after the last; from 0) of a field in a file.

    `end` is where its parent ends. Notes and empty lines above the next field belong to that.
    """
    starts = sorted(node.line - 1 for node, _ in parent.entries.values())
    first = parent.entries[key][0].line - 1
    last = next((start for start in starts if start > first), end)
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip()[0] == "#"):
        last -= 1
    return first, last


def put_field(lines: list[str], first: int, last: int, new: Sequence[str]) -> None:
    """Put the lines of a field in the place of others; comments on these and in them stay.

    What stands behind the field's name stays there; what stands further down goes above it.
    """
    held = lines[first:last]
    column = len(new[0]) - len(new[0].lstrip()) if new else 0
    behind, above = "", []
    for at in range(len(held)):
        if comment := _comment(held, at):
            if at:
                above.append(f"{' ' * column}{comment}")
            else:
                behind = comment
    named = next((at for at, line in enumerate(new) if line.lstrip()[:1] != "#"), 0)
    written = [
        f"{line}  {behind}" if behind and at == named else line for at, line in enumerate(new)
    ]
    above = [line for line in above if line not in new]
    lines[first:last] = [*above, *written]


def _comment(lines: Sequence[str], at: int) -> str:
    """Return the comment on one of the lines of a field: what can go, and the field says the same."""
    whole = _read_alone(lines)
    for mark in _COMMENT.finditer(lines[at]):
        bare = _read_alone([*lines[:at], lines[at][: mark.start()], *lines[at + 1 :]])
        if whole and bare and same(whole, bare):
            return lines[at][mark.start() :].strip()
    return ""


_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")


def _read_alone(lines: Sequence[str]) -> Mapping | None:
    root, problems = parse_mapping(dedent("\n".join(lines)) + "\n", "")
    return None if problems else root


def indented(lines: Sequence[str], columns: int) -> list[str]:
    """Return lines moved to the right."""
    return [f"{' ' * columns}{line}" if line else line for line in lines]
