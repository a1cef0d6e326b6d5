"""What is wrong with a file, where, and what to write instead."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """The record cannot be published like this."""
    WARNING = "warning"
    """It can be shown in a preview, but not published."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding, as an editor reads it.

    Problems sort by the place they point at: path, line, column.
    """

    path: str
    """The file, relative to the collection, with forward slashes."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""
    slug: str
    """The rule that was broken; docs/problems/<slug>.md explains it."""
    message: str
    """One sentence: what is wrong."""
    help: str
    """One sentence: what to write instead. Following it works."""
    severity: Severity = Severity.ERROR
