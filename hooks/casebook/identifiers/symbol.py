"""The symbol of a UN document: `A/HRC/41/33`, `S/RES/1373 (2001)`."""

import re
from dataclasses import dataclass

from casebook.words.wording import slug_of

_PART = r"[A-Z0-9][A-Za-z0-9.]*(?:-[A-Z0-9]+)?"
SYMBOL = rf"(?:A|S|E|ST|DP|T|CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD|HRI|SPT|UNEP)(?:/{_PART}){{1,8}}"
"""A pattern for symbols in running text. The first part is the organ that issued the document
(https://research.un.org/en/docs/symbols)."""

_SYMBOL = re.compile(rf"({SYMBOL})(?:\s*\(([0-9]{{4}})\))?")
_OLD_SYMBOL = re.compile(r"((?:A|E)/RES/[0-9]{1,4})(?: ?([A-Z]))? ?(\([IVXLC]{1,8}\))")
"""Resolutions from before 1976 carry the session: A/RES/217 A (III)."""


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """A document's symbol, with the year where the symbol has one."""

    text: str
    """The parts between slashes, as printed: A/HRC/41/33."""
    year: str = ""
    """Security Council resolutions carry their year: 2001 in S/RES/1373 (2001)."""

    def __str__(self) -> str:
        return f"{self.text} ({self.year})" if self.year else self.text

    @property
    def slug(self) -> str:
        """The symbol as part of an address: a-hrc-41-33."""
        return slug_of(self.text)


def parse_symbol(text: str) -> Symbol | None:
    """Return the symbol that `text` spells, or None."""
    if old := _OLD_SYMBOL.fullmatch(text.strip()):
        return Symbol(" ".join(filter(None, old.groups())))
    match = _SYMBOL.fullmatch(text.strip())
    if not match or not re.search(r"[0-9]", match[1]):
        return None
    return Symbol(match[1], match[2] or "")
