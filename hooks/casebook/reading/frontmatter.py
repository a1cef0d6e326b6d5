"""A Markdown file in two: the fields between its `---` lines, and the text below."""

import re
from dataclasses import dataclass

from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import Mapping
from casebook.words.problem import Problem

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a Markdown file, and its text with the line on which it begins."""

    fields: Mapping | None
    """None when there are none, or when they cannot be read."""
    body: str
    first_line: int
    problems: tuple[Problem, ...] = ()


def split_front_matter(source: str, path: str) -> FrontMatter:
    """Return the two parts of a Markdown file that begins with fields."""
    opening = _FENCE.match(source)
    closing = _FENCE.search(source, opening.end() + 1) if opening else None
    if not opening or not closing:
        message = (
            "The fields that begin here never end."
            if opening
            else "The file does not begin with its fields."
        )
        help_ = "Write the fields between two lines of three hyphens: ---."
        problem = Problem(path, 1, 1, "front-matter", message, help_)
        return FrontMatter(None, source, 1, (problem,))
    fields, problems = parse_mapping(source[opening.end() + 1 : closing.start()], path, 2)
    first_line = source.count("\n", 0, closing.end()) + 2
    return FrontMatter(fields, source[closing.end() + 1 :], first_line, tuple(problems))
