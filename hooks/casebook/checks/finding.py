"""What a rule looks at, and what it finds."""

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from casebook.checks.links import Placed
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.register import Addressee, Mandate, Topic
from casebook.model.standard import Instrument
from casebook.reading.nodes import Step


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a rule may look at. It judges some records, and looks others up."""

    corpus: Corpus
    today: date
    links: Mapping[str, Sequence[Placed]]
    """Every target of an editor's link in the records to judge, with the links to it."""
    dossiers: tuple[Dossier, ...] = ()
    """Those to judge, withdrawn ones included."""
    instruments: tuple[Instrument, ...] = ()
    """Those to judge."""
    mandates: tuple[Mandate, ...] = ()
    """Those to judge."""
    topics: tuple[Topic, ...] = ()
    """Those to judge."""
    addressees: tuple[Addressee, ...] = ()
    """Those to judge."""
    unread: Collection[str] = frozenset()
    """Files and folders that hold an error of their own, and whose records are missing for it."""
    permalinks: Sequence[str] = ()
    """Addresses ever published that belong to these records."""
    line_of: Callable[[str], int] = lambda _: 1
    """Returns the line of such an address in docs/permalinks.txt."""
    moves: Mapping[str, str] = field(default_factory=dict)
    """Moves to judge: addresses, and where they went."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """All addresses that moved, and where they went."""
    promised: Container[str] = frozenset()
    """Every address of the site that a promise holds for."""
    withheld: Mapping[str, str] = field(default_factory=dict)
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


Check = Callable[[Material], Iterator[Finding]]
"""One rule: its docstring says it."""
