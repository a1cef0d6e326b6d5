"""The events of letters in words, as feeds tell them."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from casebook.exports.basis import Basis
from casebook.exports.subjects import Entry
from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address
from casebook.model.dossier import Dossier
from casebook.model.happenings import DatedFact, Happening, facts_of


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words."""

    id: str
    """A tag URI (RFC 4151): it stays when titles, words and dates are corrected."""
    title: str
    text: str
    address: str
    day: date
    kind: Happening


def in_words(basis: Basis, entry: Entry) -> Told:
    """Return what a reader of a feed sees of an event. Kept: many feeds tell of the same."""
    return basis.reads.keep(entry, partial(_in_words, basis, entry))


def _in_words(basis: Basis, entry: Entry) -> Told:
    dossier = basis.corpus.dossiers[entry.reference]
    fact = next(fact for fact in facts_of(dossier) if fact.key == entry.key)
    about = "" if dossier.withdrawn else f": {dossier.title}"
    lead = f"{fact.what[:1].upper()}{fact.what[1:]}"
    summary = dossier.summary if fact.kind is Happening.SENT else None
    said = [f"{lead.removesuffix('.')}, {fact.date.in_words}", fact.note, summary or ""]
    return Told(
        id=entry_id(basis.site_url, dossier.reference, fact.key),
        title=f"{_title(dossier, fact)}{about}",
        text=" ".join(_sentence(part) for part in said if part),
        address=basis.url(dossier_address(dossier.reference, fact.anchor)),
        day=entry.day,
        kind=fact.kind,
    )


def _title(dossier: Dossier, fact: DatedFact) -> str:
    # A withdrawn dossier gives away its reference, not its type.
    label = str(dossier.reference) if dossier.withdrawn else dossier.label
    return f"{label}, {_KINDS[fact.kind] or fact.what.lower()}"


_KINDS = {
    Happening.SENT: "letter sent",
    Happening.PUBLISHED: "letter published",
    Happening.REPLY: "",
    Happening.CORRECTION: "page corrected",
    Happening.WITHDRAWAL: "withdrawn",
}


def _sentence(words: str) -> str:
    words = f"{words[:1].upper()}{words[1:]}"
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def entry_id(site_url: str, reference: Reference, key: str) -> str:
    """Return the id of an event, for good: tag:example.org,2026:cases/blr/7-2025/sent."""
    return f"tag:{authority(site_url)},2026:cases/{reference.folder}/{key}"


def feed_id(site_url: str, path: str) -> str:
    """Return the id of a feed."""
    return f"tag:{authority(site_url)},2026:{path}"


def authority(site_url: str) -> str:
    """Return the host that vouches for ids."""
    return urlsplit(site_url).hostname or "localhost"
