"""Kinds of values in a file: each reads a node, reports what is wrong, and knows its JSON Schema."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from casebook.reading.findings import Findings
from casebook.reading.nodes import Mapping, Node, Scalar, Sequence
from casebook.words.suggestion import nearest, some_of

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E = TypeVar("E", bound=StrEnum)
K = TypeVar("K", bound=Hashable)

_SHOWN = 60
_LONGEST_GUESSED = 300
_NOT_KNOWN = frozenset(
    {"unknown", "not known", "none", "n/a", "na", "n.a.", "tbc", "tbd", "?", "-"}
)
"""What people write where nothing is known."""


class Kind(Protocol[T_co]):
    """What may stand in a field."""

    def read(self, node: Node, findings: Findings) -> T_co | None:
        """Return the value of a node; None when it is null, or wrong and reported."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """A single value with a form of its own: a date, an address, a reference."""

    what: str
    """With its article, as messages name it: a date."""
    parse: Callable[[str], T | None]
    """Returns None when the words are not of this kind."""
    help: str
    """How it is written."""
    slug: str = "wrong-value"
    pattern: str | None = None
    """The form for editors that read the JSON Schema."""
    guess: Callable[[str], str | None] = lambda _: None
    """Returns what was probably meant, or None; it is shown only if it is of this kind."""
    json: tuple[str, ...] = ("string",)
    """The types that the value has for programs that take YAML for JSON."""
    explain: Callable[[str], str | None] = lambda _: None
    """Returns what hinders words that look right from being of this kind, or None."""
    advise: Callable[[str], str | None] = lambda _: None
    """Returns the help for words that no guess mends, or None."""
    among: tuple[str, ...] = ()
    """All that may be written, where that is a closed list."""

    def read(self, node: Node, findings: Findings) -> T | None:
        """Return the value, or None."""
        if not isinstance(node, Scalar):
            findings.wrong_type(node, self.what, self.help)
            return None
        if node.text is None:
            return None
        value = self.parse(node.text)
        if value is None:
            noun = self.what.split(" ", 1)[1]
            message = f'"{shorten(node.text)}" is no {noun}.'
            findings.add(node, self.slug, message, self._help(node.text))
        return value

    def _help(self, words: str) -> str:
        if words.strip().casefold() in _NOT_KNOWN and "null" in self.help:
            return "Write null: it means that nobody knows."
        if advice := self.advise(words):
            return advice
        if len(words) > _LONGEST_GUESSED:
            return self.help
        guess = self.guess(words)
        if guess and self.parse(guess) is not None:
            return f"Write {guess}."
        reason = self.explain(words)
        return f"{reason} {self.help}" if reason else self.help

    def without_null(self) -> "Value[T]":
        """Return the same kind for a field that must have a value."""
        return replace(self, help=f"{self.help.partition(';')[0].rstrip('.')}.")

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        if self.among:
            return {"enum": [*self.among]}
        types = self.json[0] if len(self.json) == 1 else list(self.json)
        return {"type": types, **({"pattern": f"^(?:{self.pattern})$"} if self.pattern else {})}


def one_of(
    what: str, members: type[E], advise: Callable[[str], str | None] = lambda _: None
) -> Value[E]:
    """Return the kind of value that is a member of a closed list."""
    values = {member.value: member for member in members}
    # Also by what pages say for a member: an urgent appeal is UA.
    names = {
        name: value
        for value, member in values.items()
        for name in (value, getattr(member, "in_words", value))
    }

    def guess(words: str) -> str | None:
        near = nearest(words, names)
        return names[near] if near else None

    return Value(
        what,
        values.get,
        f"Write one of: {some_of(values)}.",
        "unknown-value",
        guess=guess,
        advise=advise,
        among=tuple(values),
    )


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """Several of a kind; nothing twice."""

    kind: Kind[T]
    allows_twice: bool = False
    """Whether a rule of its own looks for what stands twice."""

    def read(self, node: Node, findings: Findings) -> tuple[T, ...] | None:
        """Return the items that can be read, or None."""
        if node.is_null:
            return None
        if not isinstance(node, Sequence):
            help_ = "Begin each item with a dash."
            if example := getattr(self.kind, "example", None):
                help_ = f"Begin each item with a dash: - {example}."
            elif isinstance(node, Scalar) and self.kind.read(node, Findings("")) is not None:
                help_ = f"Write [{node.text}]."
            findings.wrong_type(node, "a list", help_)
            return None
        items: list[T] = []
        first: dict[str, int] = {}
        for item in node.items:
            if item.is_empty:
                message = "This item is empty."
                findings.add(item, "wrong-type", message, "Take it out of the list.")
            value = self.kind.read(item, findings)
            # What is wrong has been reported, and is not repeated: it may be a name.
            if value is None:
                continue
            message = ""
            if isinstance(item, Scalar) and item.text:
                if line := first.get(item.text):
                    message = f'"{shorten(item.text)}" is in this list twice; the first is on line {line}.'
                first.setdefault(item.text, item.line)
            elif not self.allows_twice and value in items:
                message = "The same stands in this list twice."
            if message:
                findings.add(item, "duplicate-item", message, "Keep one of the two.")
            items.append(value)
        return tuple(items)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"type": "array", "items": self.kind.schema(), "uniqueItems": True}


@dataclass(frozen=True, slots=True)
class MapOf(Generic[K, T]):
    """Values under names that the editor chooses: requests, replies, parties."""

    key: Value[K]
    kind: Kind[T]
    what: str = "an entry"
    """What stands under a name, as messages say it."""

    def read(self, node: Node, findings: Findings) -> dict[K, T] | None:
        """Return the entries that can be read, or None."""
        if node.is_null:
            return None
        if not isinstance(node, Mapping):
            help_ = f"Write {self.key.what}, a colon, and {self.what}; {{}} when there are none."
            findings.wrong_type(node, "names with values", help_)
            return None
        values: dict[K, T] = {}
        for key_node, value_node in node.entries.values():
            key = self.key.read(key_node, findings)
            value = self.kind.read(value_node, findings)
            if key is None:
                continue
            if value is not None:
                values[key] = value
            elif value_node.is_empty:
                message = f'Nothing stands under "{shorten(key_node.text or "")}".'
                help_ = f"Write {self.what}, or take the line out."
                findings.add(key_node, "wrong-type", message, help_)
        return values

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {
            "type": "object",
            "patternProperties": {f"^(?:{self.key.pattern})$": self.kind.schema()},
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Either(Generic[T]):
    """A short form, a single word, or a long form with fields."""

    short: Kind[Any]
    long: Kind[T]
    wrap: Callable[[Any], T]
    """Makes the long value out of the short."""

    def read(self, node: Node, findings: Findings) -> T | None:
        """Return the value, or None."""
        if isinstance(node, Mapping):
            return self.long.read(node, findings)
        value = self.short.read(node, findings)
        return None if value is None else self.wrap(value)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the value."""
        return {"anyOf": [self.short.schema(), self.long.schema()]}


def shorten(text: str) -> str:
    """Return words from a file as a message shows them: on one line, and not long."""
    line = " ".join(text[: 4 * _SHOWN].split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
