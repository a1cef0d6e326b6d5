"""Where a field stands: looked up again, only for the files that a finding points at."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from casebook.reading.characters import read_characters
from casebook.reading.frontmatter import split_front_matter
from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import Mapping, Step, place_of

Locate = Callable[[str, tuple[Step, ...]], tuple[int, int]]
"""Takes a path and the steps to a field in it; returns line and column."""


def places_in(root: Path) -> Locate:
    """Return a way to find fields in the files of the collection in `root`.

    Records carry no lines for their fields: ten thousand dossiers would carry a million. A file
    that has changed or gone meanwhile gives its first line.
    """

    @cache
    def fields(path: str) -> Mapping | None:
        try:
            data = (root / path).read_bytes()
        except OSError:
            return None
        return fields_of(path, data)

    def locate(path: str, steps: tuple[Step, ...]) -> tuple[int, int]:
        mapping = fields(path)
        return place_of(mapping, steps) if mapping else (1, 1)

    return locate


def fields_of(path: str, data: bytes) -> Mapping | None:
    """Return the fields of a YAML file, or those at the top of a Markdown file, or None."""
    source = read_characters(data, path).source
    if source is None:
        return None
    if path.endswith(".md"):
        return split_front_matter(source, path).fields
    return parse_mapping(source, path)[0]
