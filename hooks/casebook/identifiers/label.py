"""The label of a paragraph or a request: `12`, `q2`. Written once, never renumbered."""

import re
from dataclasses import dataclass
from functools import lru_cache

_LABEL = re.compile(r"(q?)([1-9][0-9]{0,3}[a-z]?)")


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph's label, and the anchor that other people link to."""

    number: str
    """As written in the text: 12, or 12a for a paragraph put in later."""
    is_request: bool = False

    def __str__(self) -> str:
        return f"q{self.number}" if self.is_request else self.number

    @property
    def anchor(self) -> str:
        """The fragment in the communication: p12, q2."""
        return f"q{self.number}" if self.is_request else f"p{self.number}"

    def anchor_in(self, document: str) -> str:
        """Return the fragment on the dossier's page: p12, or reply-1.p3 in another document."""
        return self.anchor if document == COMMUNICATION else f"{document}.{self.anchor}"


COMMUNICATION = "communication"
"""The id of the document that every dossier is about."""


@lru_cache(1024)
def parse_label(text: str) -> Label | None:
    """Return the label that `text` (`12`, `q2`) spells, or None."""
    match = _LABEL.fullmatch(text)
    return Label(match[2], bool(match[1])) if match else None


def parse_anchor(text: str) -> Label | None:
    """Return the label whose anchor `text` (`p12`, `q2`) is, or None."""
    return parse_label(text.removeprefix("p")) if text[:1] in ("p", "q") else None
