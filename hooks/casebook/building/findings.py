"""What checks found, as it is kept from one build to the next, on this machine or another."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from casebook.building.batch import PIECES
from casebook.words.problem import Problem

CHECKS = f"{PIECES}checks/"
"""Where what checks found is kept."""


def print_problems(problems: Sequence[Problem]) -> bytes:
    """Return problems as bytes that `parse_problems` reads."""
    return json.dumps([astuple(problem) for problem in problems]).encode()


def parse_problems(held: bytes) -> tuple[Problem, ...]:
    """Return the problems that were kept. Raises ValueError for anything else, wherever from."""
    try:
        listed = json.loads(held)
    except RecursionError:
        raise ValueError("no list of problems") from None
    if not isinstance(listed, list):
        raise ValueError("no list of problems")  # noqa: TRY004 - whoever reads it asks for one kind
    return tuple(map(_problem, listed))


def _problem(fields: Any) -> Problem:
    match fields:
        case [str(path), int(line), int(column), str(slug), str(message), str(advice)]:
            return Problem(path, line, column, slug, message, advice)
    raise ValueError("no problem")
