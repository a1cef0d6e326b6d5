"""What changed: a fact, a record, the whole collection. Words only, not yet written for anybody."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeVar

R = TypeVar("R")

Value = str | tuple[str, ...] | None
"""A fact in words: one, several in order, or not known."""

Facts = Mapping[str, Value]
"""What a page tells of a record, by the name of each fact."""

_MOST_ITEMS = 2_000
"""Longer lists are not compared item by item: it costs the product of their lengths."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is new, gone or other than it was."""

    name: str
    before: str | None = None
    """None when the fact is new."""
    after: str | None = None
    """None when the fact is gone. Both are None when only an order changed."""


class Happened(StrEnum):
    """What became of a record, as readers are told."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of which readers will see something change."""

    name: str
    happened: Happened = Happened.NEW
    changes: tuple[Change, ...] = ()
    title: str = ""
    address: str | None = None
    """From the root of the site; None where there is no page."""


@dataclass(frozen=True, slots=True)
class Section:
    """Records of one kind."""

    noun: str
    """One of them: letter."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that readers will see change."""

    sections: tuple[Section, ...] = ()
    """None of them is empty."""
    new_addresses: tuple[str, ...] = ()
    lost_addresses: tuple[tuple[str, str | None], ...] = ()
    """With where each leads now, if anywhere."""
    renumbered: tuple[tuple[str, str], ...] = ()
    """Addresses whose words have another label now, with the address of that."""
    unread: tuple[str, ...] = ()
    """Files and folders that have problems: what is in them is not compared."""

    def __bool__(self) -> bool:
        return bool(self.sections or self.new_addresses or self.lost_addresses or self.unread)


def compare_facts(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Return how the facts of a record changed, in the order in which its page tells them."""
    names = [*after, *(name for name in before if name not in after)]
    return tuple(
        change for name in names for change in _compare(name, before.get(name), after.get(name))
    )


def compare_records(
    before: Mapping[str, R],
    after: Mapping[str, R],
    shown: Callable[[str, R], Entry],
    facts: Callable[[R], Facts],
    facts_of_new: Callable[[R], Facts],
) -> Iterator[Entry]:
    """Yield every record of which readers see something change, in the order of keys.

    `shown` returns the entry of a record that is there, with its name, its title and its address.
    """
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if now is None:
            yield Entry(key, Happened.GONE)
        elif was is None:
            yield replace(shown(key, now), changes=compare_facts({}, facts_of_new(now)))
        elif was != now and (changes := compare_facts(facts(was), facts(now))):
            yield replace(shown(key, now), happened=Happened.CHANGED, changes=changes)


def _compare(name: str, before: Value, after: Value) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, tuple) or isinstance(after, tuple):
        yield from _compare_items(name, _items(before), _items(after))
    else:
        yield Change(name, before, after)


def _items(value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def _compare_items(name: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Change]:
    if sorted(before) == sorted(after):
        yield Change(name)
        return
    if max(len(before), len(after)) > _MOST_ITEMS:
        yield Change(name, f"{len(before)} items", f"{len(after)} items")
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone, came = before[start:end], after[other_start:other_end]
        # As many here as there: each is what became of the one in its place.
        if len(gone) == len(came):
            yield from (Change(name, *pair) for pair in zip(gone, came, strict=True))
        else:
            yield from (Change(name, each, None) for each in gone)
            yield from (Change(name, None, each) for each in came)
