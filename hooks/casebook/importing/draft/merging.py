"""New fields into a dossier.yml that somebody has written: what a person wrote stays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebook.importing.draft.yaml_lines import (
    Entry,
    entry,
    extent,
    flow,
    indented,
    is_empty,
    put_field,
    same,
)
from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import Mapping, Node, Scalar


class TangledError(Exception):
    """The file is written in a way in which lines cannot be put between its fields."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A changed file."""

    source: str
    kept: tuple[str, ...] = ()
    """Fields in which the file says something else than the document; they were kept."""


def merge_entries(
    source: str, entries: Sequence[Entry], within: tuple[str, ...] = (), *, force: bool = False
) -> Merged:
    """Return a dossier.yml with every field that it lacked, or that said nothing, filled in.

    Raises TangledError where this would make a file that cannot be read.

    `within` leads to the fields that hold these: ("replies", "reply-1"). A field that says
    something else stays, unless `force`; one of which nothing is known is left alone. The source
    must be readable. Fields go where their order puts them.
    """
    kept: list[str] = []
    for at, each in enumerate(entries):
        lines = source.splitlines()
        parent, end = _parent(source, lines, within)
        column = min((node.column for node, _ in parent.entries.values()), default=1) - 1
        held = parent.entries.get(each.key)
        value = _value(each)
        if not each.is_known or is_empty(value):
            source = _with_notes(source, lines, parent, each, end)
            continue
        if held and (same(held[1], value) or (each.is_draft and not is_empty(held[1]))):
            continue
        if held is None:
            before = [other.key for other in entries[:at]]
            where = _place_after(lines, parent, before, end)
            lines[where:where] = indented(each.lines, column)
        else:
            added, disagrees = _union(held[1], each, value, force=force)
            if disagrees:
                kept.append(".".join((*within, each.key)))
            if added is None:
                continue
            first, last = extent(lines, parent, each.key, end)
            put_field(lines, first, last, indented(added.lines, column))
        source = _joined(lines)
    return Merged(source, tuple(kept))


def _with_notes(source: str, lines: list[str], parent: Mapping, each: Entry, end: int) -> str:
    """Return the file with the notes for a field that stays empty, unless it has them."""
    held = parent.entries.get(each.key)
    if held is None or not is_empty(held[1]) or set(each.notes) <= {line.strip() for line in lines}:
        return source
    first, _ = extent(lines, parent, each.key, end)
    lines[first:first] = indented(each.notes, held[0].column - 1)
    return _joined(lines)


def put_below(
    source: str, key: str, name: str, entries: Sequence[Entry], *, force: bool = False
) -> Merged:
    """Return a dossier.yml with an entry of a field that holds names: a reply, a document."""
    root = _read(source)
    lines = source.splitlines()
    block = [f"{name}:", *indented([line for each in entries for line in each.lines], 2)]
    held = root.entries.get(key)
    inner = held[1] if held and isinstance(held[1], Mapping) else None
    if (
        held is None
        or inner is None
        or not inner.entries
        or (is_empty(inner) and [*inner.entries] == [name])
    ):
        first, last = extent(lines, root, key, len(lines)) if held else (len(lines), len(lines))
        put_field(lines, first, last, [f"{key}:", *indented(block, 2)])
        return Merged(_joined(lines))
    named = inner.entries.get(name)
    if _is_on_its_line(held[0], inner) or (named and _is_on_its_line(*named)):
        # Written on one line, in brackets: only a person can open it up.
        return Merged(source, (f"{key}.{name}",))
    if named and isinstance(named[1], Mapping):
        return merge_entries(source, entries, (key, name), force=force)
    column = min(node.column for node, _ in inner.entries.values()) - 1
    _, last = extent(lines, root, key, len(lines))
    first, last = extent(lines, inner, name, last) if name in inner.entries else (last, last)
    put_field(lines, first, last, indented(block, column))
    return Merged(_joined(lines))


def _is_on_its_line(name: Node, value: Node) -> bool:
    fields = value.entries.values() if isinstance(value, Mapping) and not is_empty(value) else ()
    return any(field.line == name.line for field, _ in fields)


def _union(held: Node, each: Entry, value: Node, *, force: bool) -> tuple[Entry | None, bool]:
    """Return what a field becomes, or None if it stays, and whether file and document disagree."""
    if is_empty(held):
        return each, False
    if not isinstance(held, Mapping) or not isinstance(value, Mapping) or not _is_flat(held):
        return (each, False) if force else (None, True)
    ours, theirs = _flat(value), _flat(held)
    both = {key: theirs.get(key) or ours.get(key) for key in {**ours, **theirs}}
    disagrees = any(ours.get(key) not in (None, both[key]) for key in both)
    if disagrees and force:
        both = {**both, **{key: text for key, text in ours.items() if text is not None}}
        disagrees = False
    if both == theirs:
        return None, disagrees
    return replace(entry(each.key, flow(both)), is_known=True), disagrees


def _is_flat(node: Mapping) -> bool:
    return all(isinstance(value, Scalar) for _, value in node.entries.values())


def _flat(node: Mapping) -> dict[str, str | None]:
    return {key: getattr(value, "text", None) for key, (_, value) in node.entries.items()}


def _parent(source: str, lines: list[str], within: tuple[str, ...]) -> tuple[Mapping, int]:
    """Return the fields that `within` leads to, and the line after the last of them."""
    node, end = _read(source), len(lines)
    for key in within:
        _, end = extent(lines, node, key, end)
        inner = node.entries[key][1]
        assert isinstance(inner, Mapping)
        node = inner
    return node, end


def _read(source: str) -> Mapping:
    root, _ = parse_mapping(source, "")
    if root is None:
        raise TangledError
    return root


def keeps(source: str, merged: str, *, force: bool = False) -> bool:
    """Whether a file that was merged can be read, and still says all that it said before.

    With `force`, other words may stand in its fields.
    """
    before, (after, problems) = _read(source), parse_mapping(merged, "")
    if after is None or problems:
        return False
    return before.entries.keys() <= after.entries.keys() if force else _says(before, after)


def _says(held: Node, now: Node) -> bool:
    if isinstance(held, Mapping) and isinstance(now, Mapping):
        return all(
            is_empty(value) or (key in now.entries and _says(value, now.entries[key][1]))
            for key, (_, value) in held.entries.items()
        )
    return is_empty(held) or same(held, now)


def _value(each: Entry) -> Node:
    return _read(_joined(list(each.lines))).entries[each.key][1]


def _place_after(lines: list[str], parent: Mapping, before: list[str], end: int) -> int:
    """Return the line after the nearest field that the order puts first."""
    for key in reversed(before):
        if key in parent.entries:
            return extent(lines, parent, key, end)[1]
    return min((node.line - 1 for node, _ in parent.entries.values()), default=end)


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
