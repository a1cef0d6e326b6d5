"""Records to JSON, and to the JSON Schema that describes them: one definition gives both.

A record is a frozen dataclass. `Annotated[str, "what it is"]` describes a field. Every field is
always there; null means "not known".
"""

import json
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from inspect import cleandoc
from json.encoder import encode_basestring
from operator import attrgetter
from types import NoneType
from typing import Annotated, Any, NewType, Union, get_args, get_origin, get_type_hints

from casebook.words.dates import PartialDate

Url = NewType("Url", str)
"""An absolute address."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SIMPLE: Mapping[Any, Mapping[str, Any]] = {
    str: {"type": "string"},
    Url: {"type": "string", "format": "uri"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    PartialDate: {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
}


def names_of(record: type[Any]) -> tuple[str, ...]:
    """Return the names of a record's fields, in order."""
    return tuple(record.__dataclass_fields__)


def as_json(value: object) -> str:
    """Return a value on one line; records, dates and everything in them included."""
    return _WRITERS[type(value)](value)


def as_lines(record: Mapping[str, object]) -> str:
    """Return an object with one line for each member, so that people can read it."""
    members = ",\n".join([f"{as_json(name)}: {as_json(value)}" for name, value in record.items()])
    return f"{{\n{members}\n}}\n"


def members_of(record: Any) -> dict[str, object]:
    """Return the fields of a record as an object."""
    return {name: getattr(record, name) for name in names_of(type(record))}


# The standard encoder asks for each record that it does not know, which takes most of the time of
# a large export. There are few kinds of values: each has a writer, found once.
class _Writers(dict[type[Any], Callable[[Any], str]]):
    """What writes values of a kind; records and enumerations are met one by one."""

    def __missing__(self, kind: type[Any]) -> Callable[[Any], str]:
        if issubclass(kind, StrEnum):
            found: Callable[[Any], str] = encode_basestring
        elif is_dataclass(kind):
            found = _record_writer(kind)
        else:
            raise TypeError(f"no JSON for {kind}")
        self[kind] = found
        return found


def _items(values: Iterable[Any]) -> str:
    return f"[{', '.join([_WRITERS[type(value)](value) for value in values])}]"


def _object(values: Mapping[Any, Any]) -> str:
    members = [f"{as_json(name)}: {as_json(value)}" for name, value in values.items()]
    return f"{{{', '.join(members)}}}"


_WRITERS = _Writers(
    {
        str: encode_basestring,
        NoneType: lambda _: "null",
        bool: lambda value: "true" if value else "false",
        int: str,
        date: '"{}"'.format,
        PartialDate: '"{}"'.format,
        tuple: _items,
        list: _items,
        dict: _object,
    }
)


def _record_writer(kind: type[Any]) -> Callable[[Any], str]:
    names = names_of(kind)
    form = f"{{{', '.join(f'{json.dumps(name)}: %s' for name in names)}}}"
    # Of a single name it gives the value, of several a tuple of them.
    get = attrgetter(*names)
    values: Callable[[Any], tuple[Any, ...]] = get if len(names) > 1 else lambda each: (get(each),)

    def write(record: Any) -> str:
        return form % tuple([_WRITERS[type(value)](value) for value in values(record)])

    return write


def schema_of(record: type, definitions: dict[str, Any], base: str) -> dict[str, Any]:
    """Return the schema of a record; those of records in it are put into `definitions`.

    `base` is where references to definitions lead: #/$defs/.
    """
    hints = get_type_hints(record, include_extras=True)
    names = names_of(record)
    return {
        "description": _summary(record),
        "type": "object",
        "required": list(names),
        "properties": {name: _schema(hints[name], definitions, base) for name in names},
    }


def _summary(record: type) -> str:
    return cleandoc(record.__doc__ or "").replace("\n", " ")


def _schema(kind: Any, definitions: dict[str, Any], base: str) -> dict[str, Any]:
    if get_origin(kind) is Annotated:
        inner, words = get_args(kind)
        return {"description": words, **_schema(inner, definitions, base)}
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"type": "string", "enum": [str(member) for member in kind]}
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = schema_of(kind, definitions, base)
        return {"$ref": f"{base}{kind.__name__}"}
    match get_origin(kind), get_args(kind):
        case (origin, choices) if origin in (Union, types.UnionType):
            return _optional(choices, definitions, base)
        case (origin, (item, *_)) if origin is tuple:
            return {"type": "array", "items": _schema(item, definitions, base)}
        case (origin, (_, item)) if origin is dict:
            return {"type": "object", "additionalProperties": _schema(item, definitions, base)}
    raise TypeError(f"no schema for {kind}")


def _optional(choices: Iterable[Any], definitions: dict[str, Any], base: str) -> dict[str, Any]:
    """Return the schema of a field that may be null: `X | None`."""
    (inner,) = (choice for choice in choices if choice is not type(None))
    schema = _schema(inner, definitions, base)
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    return {**schema, "type": [schema["type"], "null"]}
