"""What a pull learnt, into dossier.yml: nulls become values, and nothing else changes."""

from dataclasses import dataclass
from typing import Any

import yaml

from casebook.originals.pulling import Copy
from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import value_at

_FIELDS = ("retrieved", "sha256", "pages")
_PLACES = ("documents", "replies")


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def record_copy(source: str, document: str, url: str, copy: Copy) -> str | None:
    """Return dossier.yml with the copy recorded in the source of a document that has this address.

    Fields that say something stay; None when nothing is left to fill in, or when the file is
    written in a way that only a person can change. Comments, order and line ends survive.
    """
    values = {
        "retrieved": copy.retrieved.isoformat(),
        "sha256": copy.sha256,
        "pages": str(copy.pages) if copy.pages else None,
    }
    readable, problems = parse_mapping(source, "")
    if problems or readable is None:
        return None
    # Composed again for the ends of values; that it can be, is known by now.
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    edits: list[_Edit] = []
    for place in _PLACES:
        node = _below(root, place, document, "source")
        if isinstance(node, yaml.MappingNode) and _words(_below(node, "url")) == url:
            edits += _fill(source, node, values)
    if not edits:
        return None
    changed = source
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        changed = changed[: edit.start] + edit.text + changed[edit.end :]
    return changed if _is_recorded(changed, document, url, values) else None


def _below(node: Any, *keys: str) -> Any:
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if _words(name) == key), None)
    return node


def _words(node: Any) -> str | None:
    return node.value if isinstance(node, yaml.ScalarNode) else None


def _fill(source: str, node: yaml.MappingNode, values: dict[str, str | None]) -> list[_Edit]:
    edits: list[_Edit] = []
    missing: list[str] = []
    for field in _FIELDS:
        value, held = values[field], _below(node, field)
        if value is None:
            continue
        if held is None:
            missing.append(f"{field}: {value}")
        elif _is_null(held):
            edits.append(_put(source, held, value))
    return [*edits, *_append(source, node, missing)]


def _is_null(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _put(source: str, held: yaml.ScalarNode, value: str) -> _Edit:
    start, end = held.start_mark.index, held.end_mark.index
    # An empty value has its place right behind the colon.
    blank = "" if start < end or source[start - 1 : start].isspace() else " "
    return _Edit(start, end, blank + value)


def _append(source: str, node: yaml.MappingNode, missing: list[str]) -> list[_Edit]:
    """Return the edit that adds fields behind the last one of a source."""
    if not missing:
        return []
    _, last = node.value[-1]
    at = last.end_mark.index
    if node.flow_style:
        return [_Edit(at, at, "".join(f", {each}" for each in missing))]
    line_end = "\r\n" if "\r\n" in source else "\n"
    indent = " " * node.value[0][0].start_mark.column
    end = source.find("\n", at)
    end = len(source) if end < 0 else end
    if source[end - 1 : end] == "\r":
        end -= 1
    return [_Edit(end, end, "".join(f"{line_end}{indent}{each}" for each in missing))]


def _is_recorded(changed: str, document: str, url: str, values: dict[str, str | None]) -> bool:
    """Whether the changed file can be read, and says of this address what it should."""
    root, problems = parse_mapping(changed, "")
    if problems or root is None:
        return False
    found = False
    for place in _PLACES:
        held = value_at(root, place, document, "source")
        said = {key: getattr(value_at(held, key), "text", None) for key in ("url", *_FIELDS)}
        if said["url"] == url:
            found = all(said[field] is not None for field in _FIELDS if values[field])
    return found
