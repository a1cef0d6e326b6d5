"""What is wrong with a file, where, and what to write instead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding, as an editor reads it: its record cannot be published like this.

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
