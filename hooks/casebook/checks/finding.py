"""What a rule may look up, and what it finds."""

from collections.abc import Callable, Collection, Container, Mapping
from dataclasses import dataclass
from datetime import date

from casebook.model.corpus import Corpus
from casebook.reading.nodes import Step


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a rule may look up besides what it judges."""

    corpus: Corpus
    today: date
    unread: Collection[str]
    """Files and folders that hold an error of their own, and whose records are missing for it."""
    line_of: Callable[[str], int]
    """Returns the line of an address in docs/permalinks.txt."""
    moved: Mapping[str, str]
    """All addresses that moved, and where they went."""
    promised: Container[str]
    """Every address of the site that a promise holds for."""
    withheld: Mapping[str, str]
    """Names that no dossier may publish, as they are compared, each with the file that says so."""

    def holds_unread(self, path: str) -> bool:
        """Whether a record is missing only because its file or folder could not be read."""
        return path in self.unread or path.rpartition("/")[0] in self.unread


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where a rule is broken."""

    path: str
    message: str
    help: str
    steps: tuple[Step, ...] = ()
    """The way to the field, in a file that has fields; its place is looked up later."""
    line: int = 1
    column: int = 1
    """The place in a text, where there are no steps."""
