"""A standard: an instrument, and the provisions that letters cite."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from casebook.identifiers.provision import Provision, Unit
from casebook.identifiers.symbol import Symbol
from casebook.model.text import Block
from casebook.words.dates import PartialDate
from casebook.words.vocabulary import InstrumentKind


@dataclass(frozen=True, slots=True)
class ProvisionEntry:
    """One heading of an instrument's file: a provision, or a run of them, with its gloss."""

    provision: Provision
    last: Provision | None
    """The end of a run: {#para-64..para-77}; None for a single provision."""
    heading: str
    """The heading that the instrument itself prints over it; empty when not known."""
    gloss: tuple[Block, ...]
    """What it says, in our own words; empty when nobody has written it."""
    line: int

    def covers(self, provision: Provision) -> bool:
        """Whether a provision lies in the run that this heading opens."""
        if not self.last or provision.levels or provision.unit is not self.last.unit:
            return False
        if not provision.number.isdigit():
            return False
        return int(self.provision.number) <= int(provision.number) <= int(self.last.number)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, resolution, report or other text that letters invoke."""

    id: str
    """The name of its file: iccpr."""
    title: str
    short: str
    kind: InstrumentKind
    also: tuple[str, ...] = ()
    """Other names and acronyms, in any language; the finder knows it by these."""
    noun: str | None = None
    """How a text refers back to it: the Covenant, the Convention."""
    symbol: Symbol | None = None
    adopted: PartialDate | None = None
    in_force: PartialDate | None = None
    adopted_by: str | None = None
    url: str | None = None
    """The official page."""
    highest: dict[Unit, int] = field(default_factory=dict)
    """The highest number of each unit; a citation above it is never linked."""
    parties: dict[str, date] = field(default_factory=dict)
    """Addressee code to the day of ratification, accession or succession: not since when it binds."""
    sources: tuple[str, ...] = ()
    gloss: tuple[Block, ...] = ()
    entries: tuple[ProvisionEntry, ...] = ()
    """In the order of the file."""
    path: str = ""
    digest: str = field(default="", repr=False)
    _headings: Mapping[Provision, ProvisionEntry] = field(init=False, repr=False, compare=False)
    """Of every provision, the first heading that is its own."""

    def __post_init__(self) -> None:
        headings = {entry.provision: entry for entry in reversed(self.entries)}
        object.__setattr__(self, "_headings", headings)

    def entry(self, provision: Provision) -> ProvisionEntry | None:
        """Return the heading that covers a provision, a run included, or None."""
        if heading := self._headings.get(provision):
            return heading
        return next((entry for entry in self.entries if entry.covers(provision)), None)
