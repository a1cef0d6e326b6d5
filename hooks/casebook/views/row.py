"""A dossier as lists show it, and a communication as other pages name it."""

from dataclasses import dataclass
from datetime import date

from casebook.identifiers.reference import Reference
from casebook.model.reply_state import ReplyOutcome
from casebook.views.page import LinkTo


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A dossier as lists show it."""

    reference: Reference
    label: str
    """UA BLR 7/2025."""
    address: str
    title: str
    language: str | None
    """Of the letter; the title is in ours, or in that."""
    type_words: str | None
    sent: date | None
    addressee: LinkTo
    recipient: str | None
    """Who received it, when the addressee is no State."""
    reply: ReplyOutcome
    mandates: tuple[str, ...] = ()
    """Ids of the mandates that sent it; none when they are not known."""
    topics: tuple[str, ...] = ()
    """Ids of its topics."""


@dataclass(frozen=True, slots=True)
class Communication:
    """A communication as other pages name it, held or not."""

    reference: Reference
    label: str
    address: str
    row: DossierRow | None = None
    """What lists say of it; None when it is not held, or withdrawn."""
    missing: str = ""
    """Why lists say nothing of it: not held, withdrawn."""
