"""A dossier in which every field of a kind can be written to, found by the schema of dossier.yml."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from casebook.reading.schemas import schema_files

Way = tuple[Any, ...]
"""The keys and the places in lists that lead to a field."""

FOLDER = "cases/xxx/9-2025"
NAME = "Ada Example"
ADDRESS = "https://example.org/"
WHOLE: Mapping[str, Any] = {
    "title": "A",
    "sent": "2025-03-04",
    "mandates": ["sr-rivers"],
    "signatories": [{"mandate": "sr-rivers", "name": "A. Holder"}],
    "persons": [{"name": NAME, "naming": "withheld"}],
    "publication": {"rule": "60 days", "source": "letter"},
    "requests": {"q1": "What was done."},
    "documents": {"communication": {"source": {"publisher": "A"}}},
    "replies": {
        "reply-1": {
            "source": {"publisher": "A"},
            "assessments": [{"by": "A", "what": "B", "url": ADDRESS}],
        }
    },
    "press": [{"publisher": "A", "about": "stated"}],
    "events": [{"date": "2025-05-06", "what": "A"}],
    "sources": [{"gives": "A", "url": ADDRESS}],
    "corrections": [{"date": "2025-05-06", "what": "A", "why": "B"}],
}
WITHDRAWN = {"date": "2025-06-07", "reason": "A"}
_KEYS = {"requests": "q1", "documents": "communication", "replies": "reply-1"}


def dossier_with(way: Way, value: str) -> str:
    """Return dossier.yml with a value in one field."""
    dossier: dict[str, Any] = deepcopy(dict(WHOLE))
    if way[0] == "withdrawn":
        dossier["withdrawn"] = dict(WITHDRAWN)
    held: Any = dossier
    for step in way[:-1]:
        held = held[step]
    held[way[-1]] = value
    return json.dumps(dossier)


def fields_like(*patterns: str) -> list[Way]:
    """Return the way to every field that takes text whose pattern begins so; "" for any text."""
    schema = json.loads(schema_files()["docs/schema/dossier.json"])
    return sorted(
        {way for way, pattern in _fields(schema, ()) if _begins(pattern, patterns)}, key=str
    )


def _begins(pattern: str, beginnings: tuple[str, ...]) -> bool:
    return any(pattern.startswith(each) if each else not pattern for each in beginnings)


def _fields(schema: Mapping[str, Any], at: Way) -> Iterator[tuple[Way, str]]:
    if "string" in schema.get("type", ()):
        yield at, str(schema.get("pattern", ""))
    for each in schema.get("anyOf", ()):
        yield from _fields(each, at)
    for name, each in schema.get("properties", {}).items():
        yield from _fields(each, (*at, name))
    if isinstance(each := schema.get("items"), dict):
        yield from _fields(each, (*at, 0))
    for each in schema.get("patternProperties", {}).values():
        if at[-1] in _KEYS:
            yield from _fields(each, (*at, _KEYS[str(at[-1])]))
