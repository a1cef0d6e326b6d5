"""What a provision can be a provision of, as far as the grammar of names tells."""

from dataclasses import dataclass

from casebook.citations.names import InstrumentName

LAW = "law"
"""The noun of every national law."""


@dataclass(frozen=True, slots=True)
class Named:
    """Instruments that the text names."""

    instruments: tuple[InstrumentName, ...]
    end: int
    introduced: str = ""
    """An acronym that the text brings in here and the names do not have."""
    conflict: str = ""
    """What is wrong with the name, when it cannot be one instrument's."""
    is_respective: bool = False
    """Whether each number has an instrument of its own, in their order."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where each instrument has words of its own: Tokyo, and Bangkok Rules."""

    def joined(self, second: "Named", start: int) -> "Named":
        """Return both at once, where the name of the second begins at `start`."""
        more = tuple(each for each in second.instruments if each not in self.instruments)
        spans: tuple[tuple[int, int], ...] = ()
        if len(second.instruments) == 1 == len(more):
            spans = (*(self.spans or ((self.end, self.end),)), (start, second.end))
        both = (*self.instruments, *more)
        return Named(both, second.end, spans=spans if len(spans) == len(both) else ())


@dataclass(frozen=True, slots=True)
class Back:
    """The text refers back: the Covenant, the said Convention."""

    noun: str
    end: int
    words: tuple[str, ...] = ()
    """What stands before the noun: Universal, International."""
    which: str = ""
    """Of two that were named: "both", "former", "latter"; "same" without a noun; else empty."""


@dataclass(frozen=True, slots=True)
class Law:
    """A national law that bears a name we hold; whose law it is must still be settled."""

    instruments: tuple[InstrumentName, ...]
    end: int
    is_explicit: bool = False
    """Whether the text says which State's law it is."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Something that we do not hold."""

    words: str
    """Its name as printed; empty for what has no name: "the court"."""
    end: int
    noun: str = ""


Governor = Named | Back | Law | Foreign
"""What the words after a provision say it is a provision of."""
