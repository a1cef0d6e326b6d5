"""What an import would write: files of one dossier, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from casebook.identifiers.label import COMMUNICATION
from casebook.identifiers.reference import Reference
from casebook.importing.draft.fields import (
    Origin,
    bare_entries,
    bare_title,
    capture_entries,
    communication_entries,
    document_entries,
    reply_entries,
    write_entries,
)
from casebook.importing.draft.merging import Merged, TangledError, keeps, merge_entries, put_below
from casebook.importing.draft.yaml_lines import Entry
from casebook.importing.letter.facts import Facts
from casebook.importing.letter.structure import DocumentKind
from casebook.importing.refusal import Refusal
from casebook.model.register import Addressee
from casebook.reading.dossier_paths import DOSSIER_FILE
from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import Mapping as Fields
from casebook.reading.nodes import Scalar, value_at
from casebook.words.wording import join_words

_MOST_REPLIES = 99


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the editor asks for beyond the file."""

    case: Reference | None = None
    document: str | None = None
    url: str | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of one dossier, as they will be."""

    reference: Reference
    document: str
    files: dict[str, str]
    """By name; only those that change."""
    notes: tuple[str, ...] = ()
    """What the editor should know: what was kept, what disagrees."""

    @property
    def folder(self) -> str:
        """The folder of the dossier, from the collection on."""
        return f"cases/{self.reference.folder}"


def reference_for(facts: Facts, wishes: Wishes) -> Reference:
    """Return the communication that a document belongs to; Refusal when nobody says."""
    if not facts.is_recognised and not wishes.document:
        raise Refusal(
            "The document looks like neither a letter of mandates nor a reply to one.",
            "If it is one, say which: --document communication, or --document reply-1.",
        )
    reference = wishes.case or facts.reference
    if not reference and facts.named:
        raise Refusal(
            f"The document names {join_words([*map(str, facts.named)])}.",
            f"Say which it is, or import it once for each: --case '{facts.named[0]}'.",
        )
    if not reference:
        raise Refusal(
            "The document does not say which communication it is, or it names several.",
            "Name it: --case 'BLR 7/2025'.",
        )
    return reference


def plan_import(
    facts: Facts,
    markdown: str,
    origin: Origin,
    files: Mapping[str, str],
    *,
    addressees: Mapping[str, Addressee],
    wishes: Wishes,
) -> Plan:
    """Return what importing a document changes in its dossier, whose files are `files`.

    Refusal says why nothing may change: a text is there already, dossier.yml cannot be read.
    """
    reference = reference_for(facts, wishes)
    facts = facts.of(reference)
    held = files.get(DOSSIER_FILE)
    root = _readable(held, reference)
    document = wishes.document or _document_for(facts, root, origin)
    name = f"{document}.md"
    if name in files and files[name] != markdown and not wishes.force:
        raise Refusal(
            f"cases/{reference.folder}/{name} is there already and says something else.",
            "Look at the difference with --dry-run --force, and replace it with --force.",
        )
    try:
        if document == COMMUNICATION:
            entries = communication_entries(facts, origin, addressees)
            merged = _with_letter(held, entries, origin, reference, force=wishes.force)
        else:
            base = held or write_entries(bare_entries(facts.type, str(reference)))
            fields = reply_entries(facts, origin, _requests(root))
            merged = _with_reply(base, document, fields, origin, force=wishes.force)
    except TangledError:
        merged = Merged("")
    written = held and held.replace(_stopgap(reference), "")
    if written and not keeps(written, merged.source, force=wishes.force):
        raise Refusal(
            f"cases/{reference.folder}/{DOSSIER_FILE} is written in a way that only you can change.",
            "Begin each field on a line of its own, in the first column, without brackets around"
            " them all; then import again.",
        )
    changed = {name: markdown, DOSSIER_FILE: merged.source}
    return Plan(
        reference,
        document,
        {each: content for each, content in changed.items() if files.get(each) != content},
        tuple(_notes(facts, reference, merged.kept, wishes)),
    )


def _with_letter(
    held: str | None, entries: list[Entry], origin: Origin, reference: Reference, *, force: bool
) -> Merged:
    """Return a dossier.yml, or the one that is there with what the letter adds to it."""
    if not held:
        return Merged(write_entries(entries))
    first = [each for each in entries if each.key not in ("title", "documents", "replies")]
    merged = merge_entries(held, first, force=force)
    below = put_below(
        merged.source, "documents", COMMUNICATION, document_entries(origin), force=force
    )
    # Our own stopgap, from `casebook new` or from a reply that came first.
    is_stopgap = _stopgap(reference) in below.source
    titled = [
        replace(each, lines=each.lines[len(each.notes) :])
        for each in entries
        if each.key == "title"
    ]
    source = merge_entries(below.source, titled, force=is_stopgap).source
    return Merged(source, (*merged.kept, *below.kept))


def _with_reply(
    held: str, document: str, fields: list[Entry], origin: Origin, *, force: bool
) -> Merged:
    merged = put_below(held, "replies", document, fields, force=force)
    below = Merged(merged.source)
    if captured := capture_entries(origin):
        below = put_below(merged.source, "documents", document, captured, force=force)
    return Merged(below.source, (*merged.kept, *below.kept))


def _stopgap(reference: Reference) -> str:
    return f"title: {bare_title(str(reference))}\n"


def _readable(source: str | None, reference: Reference) -> Fields | None:
    if source is None:
        return None
    root, problems = parse_mapping(source, DOSSIER_FILE)
    if root is None or problems:
        raise Refusal(
            f"cases/{reference.folder}/{DOSSIER_FILE} cannot be read.",
            "Mend it first; casebook check says where.",
        )
    return root


def _document_for(facts: Facts, root: Fields | None, origin: Origin) -> str:
    """Return which document of the dossier it is: a reply is the next, unless it is known."""
    if facts.kind is DocumentKind.COMMUNICATION:
        return COMMUNICATION
    replies = value_at(root, "replies")
    held = replies.entries if isinstance(replies, Fields) else {}
    for name, (_, reply) in held.items():
        digest = value_at(reply, "source", "sha256")
        if isinstance(digest, Scalar) and digest.text == origin.sha256:
            return name
    free = (f"reply-{number}" for number in range(1, _MOST_REPLIES + 1))
    return next(name for name in free if name not in held)


def _requests(root: Fields | None) -> list[str]:
    requests = value_at(root, "requests")
    return list(requests.entries) if isinstance(requests, Fields) else []


def _notes(facts: Facts, reference: Reference, kept: tuple[str, ...], wishes: Wishes) -> list[str]:
    notes = []
    if kept:
        how = (
            "it is in brackets, which only you can open" if wishes.force else "--force replaces it"
        )
        notes.append(
            f"{DOSSIER_FILE} says something else in: {', '.join(kept)}; kept as it is ({how})"
        )
    is_reply = wishes.document not in (None, COMMUNICATION)
    if wishes.document and facts.is_recognised and is_reply != (facts.kind is DocumentKind.REPLY):
        looks, asked = ("a letter", "a reply") if is_reply else ("a reply", "a letter")
        notes.append(
            f"it looks like {looks}, and comes in as {asked}: look whether it is the file you meant"
        )
    if wishes.case and facts.named and wishes.case not in facts.named:
        named = join_words([*map(str, facts.named)])
        notes.append(f"the document itself names {named}, not {reference}")
    return notes
