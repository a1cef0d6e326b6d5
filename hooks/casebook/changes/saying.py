"""Values of records in words, whatever their type: a new field is told without a line here."""

from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from casebook.changes.change import Facts, Value
from casebook.words.dates import date_in_words

_NOT_SEEN = {"digest", "line", "path"}
"""Fields that no page shows."""


def facts_of(record: Any, without: Collection[str] = (), named: Mapping[str, str] = {}) -> Facts:
    """Return the fields of a dataclass by their names in words.

    `without` are fields that are left out, `named` gives names that say more than the field's own.
    """
    return {
        named.get(field.name, field.name.replace("_", " ").capitalize()): value_of(
            getattr(record, field.name)
        )
        for field in fields(record)
        if field.name not in _NOT_SEEN and field.name not in without
    }


def value_of(value: Any) -> Value:
    """Return a value in words: a list as its items, what is empty as not known."""
    if isinstance(value, tuple | list):
        return tuple(say(each) for each in value) or None
    if isinstance(value, Mapping):
        return tuple(f"{say(key)}: {say(each)}" for key, each in value.items()) or None
    return say(value) or None


def say(value: Any) -> str:
    """Return one value in words; nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if words := getattr(value, "in_words", None):
        return str(words)
    if isinstance(value, date):
        return date_in_words(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | list):
        return ", ".join(map(say, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{say(key)}: {say(each)}" for key, each in value.items())
    if is_dataclass(value) and type(value).__str__ is object.__str__:
        told = (
            say(getattr(value, field.name))
            for field in fields(value)
            if field.name not in _NOT_SEEN
        )
        return "; ".join(filter(None, told))
    return str(value)
