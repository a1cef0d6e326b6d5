"""The outline of a dossier: what lists, counts and indexes need of it, without its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier, RelatedTo
from casebook.model.happenings import TOLD, facts_of, publication_day
from casebook.model.occurrence import Occurrence
from casebook.model.reads import join_parts
from casebook.model.reply_state import ReplyOutcome, reply_outcome
from casebook.words.vocabulary import CommunicationType, Naming


@dataclass(frozen=True, slots=True)
class Outline:
    """Small enough that ten thousand are read in a moment."""

    reference: Reference
    title: str
    type: CommunicationType | None
    addressee_name: str | None
    sent: date | None
    language: str | None
    """Of the letter."""
    reply: ReplyOutcome
    mandates: tuple[str, ...] | None
    topics: tuple[str, ...]
    related: tuple[RelatedTo, ...]
    is_withdrawn: bool
    is_indexed: bool
    """Whether search engines, feeds and the index of persons may have it."""
    is_corrected: bool
    """Whether the list of corrections has something of it; a withdrawal counts."""
    persons: tuple[tuple[str, bool, tuple[str, ...]], ...]
    """Those who are shown: the name as it is shown, whether that is the full name, and other
    spellings of it."""
    hidden: tuple[tuple[str, bool], ...]
    """Every spelling of the names that this dossier keeps back, each with whether it does so only
    because it was withdrawn."""
    replies: int
    events: tuple[tuple[date, str], ...]
    """What feeds tell of it: the day, and the key of the dated fact."""
    publication_day: date | None
    texts: tuple[tuple[bool, str], ...]
    """The first text of each document that has one: whether it is verbatim, and its language."""
    citations: tuple[tuple[str, ...], ...]
    """The targets of each citation, as printed, in reading order; none where it has none."""
    listed: str
    """A hash of what a list shows of it."""
    outlined: str
    """A hash of everything above."""
    cites: str
    """A hash of its citations with the words around them."""
    quoted: str
    """What other pages show of its citations: each target with a hash, as `Reads` has parts."""
    digest: str
    """Stands for everything that was read of it."""

    @property
    def label(self) -> str:
        """The reference with the type before it, as the field prints it: UA BLR 7/2025."""
        return f"{self.type} {self.reference}" if self.type else str(self.reference)

    @property
    def newest_first(self) -> tuple[object, ...]:
        """Sorts letters by the day they were sent, newest first, those without a date last."""
        sent = -self.sent.toordinal() if self.sent else 0
        return (sent, -self.reference.year, self.reference.addressee, -self.reference.number)


def outline_of(dossier: Dossier, occurrences: Iterable[Occurrence], digest: str = "") -> Outline:
    """Return the outline of a dossier with these citations; of a withdrawn one, what is left.

    `digest` stands for everything that was read of it.
    """
    if dossier.withdrawn:
        bare = Dossier(dossier.reference, "", "", withdrawn=dossier.withdrawn)
        found: tuple[Occurrence, ...] = ()
    else:
        bare, found = dossier, tuple(occurrences)
    held: dict[str, Any] = {
        "reference": bare.reference,
        "title": bare.title,
        "type": bare.type,
        "addressee_name": bare.addressee_name,
        "sent": bare.sent,
        "language": bare.language,
        "reply": reply_outcome(bare),
        "mandates": bare.mandates,
        "topics": bare.topics,
        "related": bare.related,
        "is_withdrawn": bool(bare.withdrawn),
        "is_indexed": not bare.noindex and not bare.withdrawn,
        "is_corrected": bool(bare.corrections or bare.withdrawn),
        "persons": tuple(
            (shown, person.naming is Naming.PUBLIC, person.also)
            for person in bare.persons
            if (shown := person.shown)
        ),
        "hidden": tuple(
            (name, person.naming is Naming.PUBLIC)
            for person in dossier.persons
            if person.naming is not Naming.PUBLIC or dossier.withdrawn
            for name in (person.name, *person.also)
        ),
        "replies": len(bare.replies),
        "events": tuple(_events(bare)),
        "publication_day": publication_day(bare),
        "texts": tuple(
            (document.texts[0].is_verbatim, document.texts[0].language)
            for document in bare.documents
            if document.texts
        ),
        "citations": tuple(each.citation.printed for each in found),
    }
    return Outline(
        **held,
        listed=_hash([held[name] for name in _LISTED]),
        outlined=_hash(held),
        cites=_hash(found) if found else "",
        quoted=join_parts(_quoted(found)),
        digest=digest,
    )


_LISTED = (
    "title",
    "type",
    "addressee_name",
    "sent",
    "language",
    "reply",
    "mandates",
    "topics",
    "is_withdrawn",
)


def _quoted(found: Sequence[Occurrence]) -> dict[str, str]:
    """Return a hash of what stands around the citations of each target, and where they stand."""
    shown: dict[str, list[object]] = {}
    for place, each in enumerate(found):
        citation = each.citation
        held = (
            *(place, each.anchor, each.language, each.is_verbatim, each.before, each.after),
            *(citation.printed, citation.surface, citation.origin),
        )
        for target in citation.printed:
            shown.setdefault(target, []).append(held)
    return {target: _hash(held) for target, held in shown.items()}


def _events(dossier: Dossier) -> Iterator[tuple[date, str]]:
    for fact in facts_of(dossier):
        if fact.kind in TOLD and not fact.is_computed:
            yield date(fact.date.year, fact.date.month, fact.date.day), fact.key


def _hash(*parts: object) -> str:
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
