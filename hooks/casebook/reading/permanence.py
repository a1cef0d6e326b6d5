"""docs/permalinks.txt, every address ever published, and cases/registers/moved.yml, where some went."""

import re

from casebook.reading.characters import LARGEST_MAPPING, read_characters
from casebook.reading.kinds import Findings, MapOf, Value
from casebook.reading.mapping import parse_mapping
from casebook.words.problem import Problem

PERMALINKS_PATH = "docs/permalinks.txt"
MOVED_PATH = "cases/registers/moved.yml"

LARGEST_LIST = 50_000_000
"""Bytes: a million addresses."""

_MOST_WRONG = 100
"""A list that is another file altogether is wrong in every line."""

_FORM = r"(?:[a-z0-9][a-z0-9._-]*/)+(?:#[a-z0-9][a-z0-9._-]*)?"

_LIST = rf"(?:(?:{_FORM}|#[^\n]*|)\n)*+"

_ADDRESS = Value(
    "an address",
    lambda words: words if re.fullmatch(_FORM, words) else None,
    "Write it from the site's root, with a slash at its end: cases/blr/7-2025/.",
    pattern=_FORM,
)

MOVED = MapOf(_ADDRESS, _ADDRESS, "the address where it is now")
"""Old addresses to new ones."""


def read_permalinks(data: bytes | None) -> tuple[dict[str, int], list[Problem]]:
    """Return the addresses of docs/permalinks.txt with their lines, and every problem in it."""
    characters = read_characters(data or b"", PERMALINKS_PATH, LARGEST_LIST)
    problems = list(characters.problems)
    source = characters.source or ""
    lines = {
        line: number
        for number, line in enumerate(source.split("\n"), 1)
        if line and not line.startswith("#")
    }
    # The list of a large site has a line for every paragraph: it is looked at as a whole first.
    if not re.fullmatch(_LIST, source):
        wrong = [line for line in lines if not re.fullmatch(_FORM, line)]
        numbers = [lines.pop(line) for line in wrong]
        for number in numbers[:_MOST_WRONG]:
            message = "This line is no address of the site."
            help_ = "Put back what stood here, or take the line out."
            problems.append(Problem(PERMALINKS_PATH, number, 1, "wrong-value", message, help_))
    return lines, problems


def read_moved(data: bytes | None) -> tuple[dict[str, str], list[Problem]]:
    """Return where addresses went, and every problem in the register."""
    if data is None:
        return {}, []
    characters = read_characters(data, MOVED_PATH, LARGEST_MAPPING)
    findings = Findings(MOVED_PATH, list(characters.problems))
    if characters.source is None:
        return {}, findings.problems
    root, found = parse_mapping(characters.source, MOVED_PATH)
    findings.problems += found
    return (MOVED.read(root, findings) or {}) if root else {}, findings.problems
