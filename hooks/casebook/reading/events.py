"""Markdown events: what pyromark reports, flattened, with the places they come from."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import pyromark

Event = tuple[str, Any, int]
"""A name, its details, and the byte at which it begins. Every end is named "end"."""

_BLOCKS = frozenset(
    ("Paragraph", "Heading", "BlockQuote", "List", "CodeBlock", "Table", "HtmlBlock", "Rule")
)
"""Events that stand where a paragraph might."""
CONTAINERS = _BLOCKS - {"Rule"} | frozenset(
    (
        "Item",
        "FootnoteDefinition",
        "TableHead",
        "TableRow",
        "TableCell",
        "Emphasis",
        "Strong",
        "Link",
        "Image",
    )
)
"""Events that have an end of their own."""
_NOWHERE = -1


def read_events(source: str, options: pyromark.Options) -> Iterator[Event]:
    """Return the events of a text, in order.

    Words that lie side by side as they are written are one event, and the words of a tight list, which stand bare in
    their item, are given a paragraph as those of a loose list have.
    """
    events = _flat_events(source, options)
    has_items = any(name == "Item" for name, _, _ in events)
    return _with_paragraphs(events) if has_items else iter(events)


def _flat_events(source: str, options: pyromark.Options) -> list[Event]:
    events: list[Event] = []
    words: list[str] = []
    begin = reach = 0
    details: Any
    reported = cast(
        "Iterator[tuple[Any, dict[str, int]]]", pyromark.events_with_range(source, options=options)
    )
    for event, span in reported:
        at = span["start"]
        if event.__class__ is str:
            name, details = event, None
        else:
            name, details = event.popitem()
        if name == "Text":
            end = span["end"]
            # An entity is fewer characters than its source has: it stands alone.
            size = end - at
            is_as_written = size == len(details) or size == len(details.encode())
            if words and (at != reach or not is_as_written):
                events.append(("Text", "".join(words), begin))
                words.clear()
            if not words:
                begin = at
            words.append(details)
            reach = end if is_as_written else _NOWHERE
            continue
        if words:
            events.append(("Text", "".join(words), begin))
            words.clear()
        if name == "End":
            events.append(("end", None, at))
        elif name != "Start":
            events.append((name, details, at))
        elif details.__class__ is str:
            events.append((details, None, at))
        else:
            ((kind, inner),) = details.items()
            events.append((kind, inner, at))
    if words:
        events.append(("Text", "".join(words), begin))
    return events


def _with_paragraphs(events: Iterable[Event]) -> Iterator[Event]:
    """Yield the events with a paragraph around the bare words of items."""
    holders: list[str] = []
    for event in events:
        name, _, at = event
        holder = holders[-1] if holders else ""
        if holder == "bare" and (name == "end" or name in _BLOCKS):
            yield "end", None, at
            holders.pop()
        elif holder == "Item" and name != "end" and name not in _BLOCKS:
            yield "Paragraph", None, at
            holders.append("bare")
        yield event
        if name == "end":
            holders.pop()
        elif name in CONTAINERS:
            holders.append(name)


def part_paragraphs(
    events: Iterable[Event], begins: Callable[[int], int | None]
) -> Iterator[Event]:
    """Yield the events with a new paragraph wherever a line of an outer one begins one.

    `begins` takes the byte of a line end, and returns the one at which a paragraph begins.
    """
    holders: list[str] = []
    for event in events:
        name, _, at = event
        if name == "SoftBreak" and holders == ["Paragraph"] and (start := begins(at)) is not None:
            yield "end", None, at
            yield "Paragraph", None, start
            continue
        yield event
        if name == "end":
            holders.pop()
        elif name in CONTAINERS:
            holders.append(name)


_PIPE = re.compile(rb"(?<!\\)\|")


class Places:
    """From bytes, in which pyromark counts, to the lines and characters that people count in."""

    def __init__(self, source: str, first_line: int) -> None:
        data = self._data = source.encode()
        self._first_line = first_line
        self._newlines = [match.start() for match in re.finditer(rb"\n", data)]
        is_ascii = len(data) == len(source)
        # The bytes that continue a character: as many as characters fall short of bytes.
        self._continued = (
            [] if is_ascii else [match.start() for match in re.finditer(rb"[\x80-\xbf]", data)]
        )

    def position(self, at: int) -> int:
        """Return the number of characters before a byte."""
        return at - bisect_right(self._continued, at - 1)

    def positions(self, runs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Return pairs of a number and a byte with characters for the bytes."""
        if not self._continued:
            return tuple(runs)
        return tuple((plain, self.position(at)) for plain, at in runs)

    def cells(self, at: int) -> int:
        """Return how many cells the row of a table has that begins at a byte."""
        end = self._data.find(b"\n", at)
        row = self._data[at : end if end >= 0 else None].strip()
        row = row.removeprefix(b"|").removesuffix(b"|") if _PIPE.search(row[-2:]) else row
        return len(_PIPE.findall(row.removeprefix(b"|"))) + 1

    def line(self, at: int) -> int:
        """Return the line of a byte, counted from the first line of the file."""
        return self._first_line + bisect_right(self._newlines, at - 1)

    def place(self, at: int) -> tuple[int, int]:
        """Return the line of a byte, and its column in characters, counted from 1."""
        line = bisect_right(self._newlines, at - 1)
        start = self._newlines[line - 1] + 1 if line else 0
        return self._first_line + line, self.position(at) - self.position(start) + 1
