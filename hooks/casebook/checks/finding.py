"""What a rule looks at, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from casebook.checks.links import Holder
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.reading.mapping import Step


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a rule may look at."""

    corpus: Corpus
    today: date
    links: Mapping[str, tuple[Holder, ...]]
    """Every target of an editor's link, with the files that link to it."""
    unread: frozenset[str] = frozenset()
    """Files and folders that hold an error of their own, and whose records are missing for it."""
    permalinks: Mapping[str, int] = field(default_factory=dict)
    """Every address ever published, with its line in docs/permalinks.txt."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Addresses that moved, and where they went."""
    promised: frozenset[str] = frozenset()
    """Every address of the site that a promise holds for; empty while nothing was published."""

    def holds_unread(self, path: str) -> bool:
        """Whether a record is missing only because its file or folder could not be read."""
        return path in self.unread

    @property
    def dossiers(self) -> Iterator[Dossier]:
        """Every dossier, withdrawn ones included."""
        return iter(self.corpus.dossiers.values())


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


Check = Callable[[Material], Iterator[Finding]]
"""One rule: its docstring says it."""
