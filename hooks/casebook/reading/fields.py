"""Tables of fields: one table a record says what its file may hold."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from casebook.reading.characters import LARGEST_MAPPING, read_characters
from casebook.reading.findings import Findings
from casebook.reading.kinds import Kind, Value, shorten
from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import Mapping, Node
from casebook.words.suggestion import nearest, some_of
from casebook.words.wording import join_words

R = TypeVar("R")


def read_mapping(data: bytes, path: str) -> tuple[Mapping | None, Findings]:
    """Return the fields of a YAML file as written, None where it cannot be read, and what was found."""
    characters = read_characters(data, path, LARGEST_MAPPING)
    findings = Findings(path, list(characters.problems))
    if characters.source is None:
        return None, findings
    root, found = parse_mapping(characters.source, path)
    findings.problems += found
    return root, findings


_FEW = 3
"""A field with an odd name is taken for the one that is missing only among so many."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record."""

    key: str
    """As the file writes it: in-force."""
    kind: Kind[Any]
    about: str
    """One sentence for editors."""
    is_required: bool = False
    attribute: str = ""
    """The name in the model, where it is not the key with underscores."""

    def __post_init__(self) -> None:
        if self.is_required and isinstance(self.kind, Value):
            object.__setattr__(self, "kind", self.kind.without_null())

    @property
    def name(self) -> str:
        """What the model calls it."""
        return self.attribute or self.key.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Record(Generic[R]):
    """A group of fields that becomes one value of the model."""

    what: str
    """With its article, as messages name it: a person."""
    build: Callable[..., R]
    """Takes the fields that are known, by name; the others keep their defaults."""
    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()
    """Of these fields, at least one has a value."""

    def read(self, node: Node, findings: Findings) -> R | None:
        """Return the record, or None when a required field is missing or the node is no group."""
        values = self.values(node, findings)
        return None if values is None else self.build(**values)

    def values(self, node: Node, findings: Findings) -> dict[str, Any] | None:
        """Return the fields that are known, by name, or None."""
        if node.is_null:
            return None
        if not isinstance(node, Mapping):
            findings.wrong_type(node, f"{self.what} with its fields", f"Write {self.example}.")
            return None
        values: dict[str, Any] = {}
        is_complete = True
        entries = [node.entries.get(each.key) for each in self.fields]
        is_known = len(entries) - entries.count(None) == len(node.entries)
        meant = set() if is_known else self._unknown_keys(node, findings)
        for each, entry in zip(self.fields, entries, strict=True):
            value = each.kind.read(entry[1], findings) if entry else None
            if value is not None:
                values[each.name] = value
            elif each.is_required:
                is_complete = False
                # A value that is there but wrong has been reported by its kind.
                if each.key not in meant and (not entry or entry[1].is_empty):
                    what = f'"{each.key}": {_uncapital(each.about)}'
                    self._missing(entry[0] if entry else node, what, each.key, findings)
        held = (node.entries[key][1] for key in self.one_of if key in node.entries)
        if self.one_of and is_complete and not meant and all(each.is_null for each in held):
            either = join_words([f'"{key}"' for key in self.one_of], "or")
            self._missing(node, f"{either}.", self.one_of[0], findings)
            return None
        return values if is_complete else None

    def _missing(self, place: Node, what: str, key: str, findings: Findings) -> None:
        message = f"{self._capital} needs {what}"
        findings.add(place, "missing-field", message, f'Write "{key}:" and its value.')

    def _unknown_keys(self, node: Mapping, findings: Findings) -> set[str]:
        """Report fields that do not exist, and return those that were probably meant."""
        meant = set()
        known = [each.key for each in self.fields]
        for key, (key_node, _) in node.entries.items():
            if key in known:
                continue
            free = [each for each in known if each not in node.entries]
            near = nearest(key, free) or self._only_one_left(node)
            there = nearest(key, [each for each in known if each in node.entries])
            help_ = f"Take it out, or use one of: {some_of(free or known, 30)}."
            if near:
                meant.add(near)
                help_ = f"Write {near}."
            elif there:
                help_ = f"Take it out: {there} stands on line {node.entries[there][0].line}."
            message = f'{self._capital} has no field "{shorten(key)}".'
            findings.add(key_node, "unknown-field", message, help_)
        return meant

    @property
    def _capital(self) -> str:
        return f"{self.what[0].upper()}{self.what[1:]}"

    def _only_one_left(self, node: Mapping) -> str | None:
        """Return the required field that is missing, when there is only one."""
        if len(self.fields) > _FEW:
            return None
        missing = [
            each.key for each in self.fields if each.is_required and each.key not in node.entries
        ]
        unknown = [key for key in node.entries if all(key != each.key for each in self.fields)]
        return missing[0] if len(missing) == len(unknown) == 1 else None

    @property
    def example(self) -> str:
        """The least that an editor writes, as a pattern: {name: …, naming: …}."""
        keys = dict.fromkeys(
            [
                self.fields[0].key,
                *(each.key for each in self.fields if each.is_required),
                *self.one_of[:1],
            ]
        )
        return f"{{{', '.join(f'{key}: …' for key in keys)}}}"

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the record."""
        properties: dict[str, Any] = {}
        for each in self.fields:
            schema = each.kind.schema()
            if not each.is_required:
                schema = {"anyOf": [schema, {"type": "null"}]}
            properties[each.key] = {"description": each.about, **schema}
        return {
            "type": "object",
            "properties": properties,
            "required": [each.key for each in self.fields if each.is_required],
            **({"anyOf": [{"required": [key]} for key in self.one_of]} if self.one_of else {}),
            "additionalProperties": False,
        }


def _uncapital(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
