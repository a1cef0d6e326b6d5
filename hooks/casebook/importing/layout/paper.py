"""Pages of paper: lines of words where they were printed."""

from dataclasses import dataclass

from casebook.importing.pieces import Pieces, plain

ROW = 1.0
"""The size of letters, and the distance of lines, in plain text."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, without a wide gap between them.

    Distances count to the right and downwards, in points; for plain text in columns and rows.
    """

    pieces: Pieces
    left: float
    right: float
    top: float
    """Of the baseline."""
    size: float
    """Of most of its letters."""
    first_width: float = 0.0
    """How much room its first word takes."""

    @property
    def words(self) -> str:
        """Its words without the marks of footnotes."""
        return plain(self.pieces).strip()

    @property
    def printed(self) -> str:
        """Its words with the marks of footnotes."""
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold."""
        return all(piece.is_bold for piece in self.pieces if piece.text.strip())

    @property
    def letter_width(self) -> float:
        """How wide a letter is here, on average."""
        return (self.right - self.left) / max(1, sum(len(piece.text) for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class Page:
    """One page, its lines from the top; what stands beside each other is ordered from the left."""

    number: int
    """Counted from 1, not as printed."""
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: "tuple[Rule, ...]" = ()
    """What is drawn: the borders of tables."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that is drawn, upright or level; distances as those of words."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        """Whether it goes from top to bottom."""
        return self.bottom - self.top > self.right - self.left
