"""The parts of a letter or a reply: masthead, labelled paragraphs, requests, signatures, annexes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from casebook.identifiers.label import Label
from casebook.importing.letter import phrases
from casebook.importing.letter.headings import is_heading
from casebook.importing.letter.mandate_names import HEAD
from casebook.importing.letter.numbering import has_own_numbers, own_labels, own_number
from casebook.importing.letter.reference_line import is_reference_line
from casebook.importing.letter.requests import find_requests
from casebook.importing.pieces import Chunk, Pieces, Role, joined, plain

_EARLY = 60
"""Among how many chunks the first paragraph is looked for."""
_LONGEST_SIGNATURE = 400


class DocumentKind(Enum):
    """What a document is in a dossier."""

    COMMUNICATION = "communication"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk in its place."""

    chunk: Chunk
    label: Label | None = None
    """A heading, a table and an aside have none."""
    is_aside: bool = False
    """Whether it stands beside the run of paragraphs: a signature, the end of a note verbale."""
    closes_section: bool = False
    """Whether what the last heading announced ends before it."""
    more: tuple[Chunk, ...] = ()
    """Sub-items, and paragraphs without a number, that belong to a request."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A document taken apart."""

    kind: DocumentKind
    masthead: tuple[Chunk, ...]
    """Everything before the first paragraph: stationery, mandates, reference, date, greeting."""
    parts: tuple[Part, ...]
    notes: tuple[Chunk, ...]
    is_recognised: bool = True
    """Whether it has anything that only letters of mandates and replies to them have."""

    @property
    def requests(self) -> tuple[Part, ...]:
        """The requests, in order."""
        return tuple(part for part in self.parts if part.label and part.label.is_request)

    @property
    def signatures(self) -> tuple[Chunk, ...]:
        """Who signed, and the ends of notes verbales."""
        return tuple(part.chunk for part in self.parts if part.is_aside)

    @property
    def chunks(self) -> tuple[Chunk, ...]:
        """Every chunk, in the order in which the text has them."""
        inner = [chunk for part in self.parts for chunk in (part.chunk, *part.more)]
        return (*self.masthead, *inner, *self.notes)


def parse_letter(chunks: Sequence[Chunk]) -> Letter:
    """Return the parts of a document whose chunks have been healed."""
    notes = tuple(chunk for chunk in chunks if chunk.role is Role.NOTE)
    address = [chunk for chunk in chunks if chunk.role is Role.ADDRESS]
    run = [chunk for chunk in chunks if chunk.role not in (Role.NOTE, Role.ADDRESS)]
    kind = kind_of(run)
    start = _first_paragraph(run, kind)
    masthead, rest = [*run[:start]], run[start:]
    # The address stands where a letter has it: above the greeting.
    greeted = bool(masthead) and bool(phrases.SALUTATION.search(masthead[-1].words))
    masthead[len(masthead) - greeted : len(masthead) - greeted] = address
    rest = _signed_together(_signed_in_tables(rest, kind), kind)
    asides = frozenset(_asides(rest, kind))
    parts = _parts(rest, asides, kind)
    if kind is DocumentKind.REPLY and any(part.label for part in parts):
        # A reply that numbers its paragraphs is cited by its numbers: its cover has no labels.
        cover = next(at for at, part in enumerate(parts) if part.label)
        while cover and parts[cover - 1].chunk.role is Role.HEADING:
            cover -= 1
        masthead += [part.chunk for part in parts[:cover]]
        parts = parts[cover:]
    return Letter(kind, tuple(masthead), tuple(parts), notes, is_recognised=_is_recognised(run))


def _is_recognised(run: Sequence[Chunk]) -> bool:
    signs = (
        phrases.MANDATES_OF,
        phrases.CAPACITY,
        phrases.SALUTATION,
        phrases.OPENING,
        phrases.COURTESY,
        phrases.COMPLIMENTS,
        phrases.RENEWS,
        phrases.REPLY_TITLE,
        phrases.TO_HOLDERS,
        phrases.MISSION,
    )
    is_addressed = any(is_reference_line(chunk.words) for chunk in run[:_EARLY])
    return is_addressed or any(sign.search(chunk.words) for chunk in run for sign in signs)


def kind_of(chunks: Sequence[Chunk]) -> DocumentKind:
    """Return what a document is: a reply has a note verbale, or a title that says so.

    Only what has neither, and names no mandates, is asked whether it is a letter to their holders.
    """
    for chunk in chunks[:_EARLY]:
        words = chunk.words
        if phrases.MANDATES_OF.search(words) or phrases.CAPACITY.search(words):
            return DocumentKind.COMMUNICATION
        if phrases.COMPLIMENTS.search(words) or phrases.REPLY_TITLE.search(words):
            return DocumentKind.REPLY
    is_reply = any(phrases.TO_HOLDERS.search(chunk.words) for chunk in chunks[:_EARLY])
    return DocumentKind.REPLY if is_reply else DocumentKind.COMMUNICATION


# -- where the parts begin and end


def _first_paragraph(run: Sequence[Chunk], kind: DocumentKind) -> int:
    labelled = next((at for at, chunk in enumerate(run) if chunk.label), None)
    if labelled is not None:
        headed = run[labelled - 1].role is Role.HEADING if labelled else False
        return labelled - headed
    is_reply = kind is DocumentKind.REPLY
    for sign in (phrases.COMPLIMENTS, phrases.OPENING) if is_reply else (phrases.OPENING,):
        for at, chunk in enumerate(run[:_EARLY]):
            if sign.search(chunk.words):
                return at
    for at, chunk in enumerate(run[:_EARLY]):
        if phrases.SALUTATION.search(chunk.words):
            return at + 1
    return next((at for at, chunk in enumerate(run[:_EARLY]) if len(chunk.words) > 160), 0)


def _asides(run: Sequence[Chunk], kind: DocumentKind) -> Iterator[int]:
    """Yield the places of what follows a closing courtesy, up to an annex or the end."""
    ends: tuple[re.Pattern[str], ...] = (
        (phrases.COURTESY,)
        if kind is DocumentKind.COMMUNICATION
        else (phrases.RENEWS, phrases.COURTESY)
    )
    last = next(
        (at for end in ends for at, chunk in enumerate(run) if end.search(chunk.words)), None
    )
    if last is None:
        return
    for at in range(last + 1, len(run)):
        chunk = run[at]
        words = chunk.words
        opens = phrases.ANNEX.search(words) or phrases.REPLY_TITLE.search(words)
        is_long = len(words) > _LONGEST_SIGNATURE or (own_number(chunk) and len(words) > 60)
        if opens or is_long or chunk.label or chunk.role in (Role.HEADING, Role.TABLE):
            return
        yield at


def _signed_in_tables(run: list[Chunk], kind: DocumentKind) -> list[Chunk]:
    """Return the chunks, with tables that only put signatures beside each other taken apart."""
    done: list[Chunk] = []
    is_signed = False
    for chunk in run:
        words = chunk.words
        signatures = list(_signatures(chunk.rows)) if is_signed else []
        if signatures:
            done += (Chunk(each, page=chunk.page) for each in signatures)
            continue
        if phrases.COURTESY.search(words) and kind is DocumentKind.COMMUNICATION:
            is_signed = True
        elif is_signed and (chunk.role is Role.HEADING or len(words) > _LONGEST_SIGNATURE):
            is_signed = False
        done.append(chunk)
    return done


def _signatures(rows: Sequence[Sequence[Pieces]]) -> Iterator[Pieces]:
    """Yield the signatures in a table: name and office in one cell, or in one below the other."""
    names: Sequence[Pieces] = ()
    for row in rows:
        has_offices = any(HEAD.search(plain(cell)) for cell in row)
        above = (*names, *(() for _ in row))
        if has_offices:
            for cell, name in zip(row, above, strict=False):
                if cell:
                    yield joined(name, cell, "\n")
        else:
            yield from filter(None, names)
        names = () if has_offices else row
    yield from filter(None, names)


def _signed_together(run: list[Chunk], kind: DocumentKind) -> list[Chunk]:
    """Return the chunks, with names and offices that stand close together as one."""
    asides = frozenset(_asides(run, kind))
    done: list[Chunk] = []
    for at, chunk in enumerate(run):
        if at in asides and at - 1 in asides and not chunk.is_apart:
            done[-1] = replace(done[-1], pieces=joined(done[-1].pieces, chunk.pieces, "\n"))
        else:
            done.append(chunk)
    return done


def _parts(run: list[Chunk], asides: frozenset[int], kind: DocumentKind) -> list[Part]:
    headings = frozenset(at for at in range(len(run)) if at not in asides and is_heading(run, at))
    if any(chunk.label for chunk in run):
        found = _labelled_requests(run, asides | headings)
    else:
        # A reply quotes requests, and makes none.
        is_letter = kind is DocumentKind.COMMUNICATION
        found = find_requests(run, asides | headings) if is_letter else {}
    run = [
        replace(chunk, role=Role.HEADING) if at in headings else chunk
        for at, chunk in enumerate(run)
    ]
    asked = {at: number for number, at in enumerate(found, 1)}
    belonging = {at for below in found.values() for at in below}
    numbered = [
        at
        for at, chunk in enumerate(run)
        if chunk.role in (Role.WORDS, Role.ITEM)
        and at not in asides
        and at not in asked
        and at not in belonging
    ]
    labels = dict(zip(numbered, _labels([run[at] for at in numbered]), strict=True))
    closing = _closing(run, headings, asides)
    parts = []
    for at, chunk in enumerate(run):
        if at in belonging:
            continue
        own = Label(str(asked[at]), is_request=True) if at in asked else labels.get(at)
        label = chunk.label or own
        more = tuple(run[below] for below in found.get(at, ()))
        parts.append(Part(chunk, label, at in asides, at == closing, more))
    return parts


def _labelled_requests(run: Sequence[Chunk], passed: frozenset[int]) -> dict[int, tuple[int, ...]]:
    """Return the place of every request of a text in our dialect, and of what belongs to each."""
    found: dict[int, tuple[int, ...]] = {}
    open_: int | None = None
    for at, chunk in enumerate(run):
        if chunk.label or at in passed or chunk.role is Role.TABLE:
            is_request = chunk.label is not None and chunk.label.is_request
            open_ = at if is_request else None
            found |= {at: ()} if is_request else {}
        elif open_ is not None:
            found[open_] += (at,)
    return found


def _labels(paragraphs: Sequence[Chunk]) -> Iterator[Label | None]:
    if any(chunk.label for chunk in paragraphs):
        return (chunk.label for chunk in paragraphs)
    if has_own_numbers(paragraphs):
        return own_labels(paragraphs)
    return (Label(str(number)) for number in range(1, len(paragraphs) + 1))


def _closing(run: Sequence[Chunk], headings: frozenset[int], asides: frozenset[int]) -> int | None:
    """Return where the part begins that stands under no heading: full texts, requests, courtesy."""
    end = min(asides, default=len(run))
    opened = [at for at in headings if at < end]
    if not opened:
        return None
    after = range(max(opened) + 1, end)
    closing = next((at for at in after if phrases.CLOSING.search(run[at].words)), None)
    # A heading right above it announces just that.
    return None if closing == max(opened) + 1 else closing
