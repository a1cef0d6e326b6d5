"""The problems of one file, collected while it is read."""

from dataclasses import dataclass, field

from casebook.reading.nodes import Node
from casebook.words.problem import Problem


@dataclass(slots=True)
class Findings:
    """What is wrong with a file, in the order in which it was found."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, node: Node, slug: str, message: str, help_: str) -> None:
        """Add a problem at the place of a node."""
        self.at(node.line, node.column, slug, message, help_)

    def at(self, line: int, column: int, slug: str, message: str, help_: str) -> None:
        """Add a problem at a place that is counted from 1."""
        self.problems.append(Problem(self.path, line, column, slug, message, help_))

    def wrong_type(self, node: Node, expected: str, help_: str) -> None:
        """Add that a node is of another type than what is expected."""
        self.add(node, "wrong-type", f"Here stands {node.what} instead of {expected}.", help_)
