"""What a document says of itself: the facts of dossier.yml that can be read off it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from casebook.identifiers.reference import Reference
from casebook.importing.letter import phrases
from casebook.importing.letter.mandate_names import MandateNames, NamedMandate
from casebook.importing.letter.persons import NamedPerson, find_persons
from casebook.importing.letter.reference_line import (
    Mention,
    answered_references,
    find_mentions,
    own_reference,
)
from casebook.importing.letter.signatures import Signature, read_signatures
from casebook.importing.letter.spoken_dates import find_dates, is_only_a_date
from casebook.importing.letter.structure import DocumentKind, Letter, Part
from casebook.importing.letter.tongues import language_of
from casebook.words.vocabulary import CommunicationType

_RESOLUTION = re.compile(r"\b[0-9]{1,2}/[0-9]{1,3}\b|\b(?:19|20)[0-9]{2}/[0-9]{1,3}\b")
_TIME = re.compile("days|hours|jours|heures|días|horas")
_OF_OTHERS = re.compile(
    r"\b(?:letters?|lettres?|cartas?|notes?|notas?|communications?|comunicaci(?:ón|ones)|appeals?|replies|reply|r[eé]ponses?"
    r"|respuestas?|resoluci(?:ón|ones)|r[eé]solutions?|meeting|session|visit)\b[^.;()]{0,60}",
    re.IGNORECASE,
)
"""Whose days stand among other words: follow-up to our letter of 12 July 2020."""
_NUMBERS = {
    "forty-eight": 48,
    "sixty": 60,
    "quarante-huit": 48,
    "soixante": 60,
    "cuarenta y ocho": 48,
    "sesenta": 60,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read. None, or nothing in a list, means: not found, or not clear."""

    kind: DocumentKind
    is_recognised: bool
    """Whether it has anything that only a letter of mandates, or a reply to one, has."""
    reference: Reference | None
    """The communication itself; for a reply, the one that it answers."""
    type: CommunicationType | None
    dated: date | None
    """The day of the letter or of the note verbale."""
    received: date | None
    """For a reply: the day on its stamp."""
    language: str | None
    mandates: tuple[NamedMandate, ...]
    resolutions: tuple[str, ...]
    """Named in parallel with the mandates."""
    signatures: tuple[Signature, ...]
    requests: dict[str, str]
    """Their words, by their labels: q1, q2."""
    persons: tuple[NamedPerson, ...]
    cites: tuple[Reference, ...]
    """Other communications, in the order in which they are first named."""
    published_after: tuple[int, str] | None
    """How long after the letter it is made public: a number, and days or hours."""
    told: tuple[Mention, ...] = ()
    """Every reference above the greeting, or that a reply answers: a letter to two addressees has two."""

    @property
    def named(self) -> tuple[Reference, ...]:
        """Which communication it says it is; where that is not clear, all that it may be."""
        if self.reference:
            return (self.reference,)
        return tuple(dict.fromkeys(each.reference for each in self.told))

    def of(self, reference: Reference) -> "Facts":
        """Return the facts of a document that an editor says is of this communication."""
        types = (each.type for each in self.told if each.reference == reference)
        return replace(
            self,
            type=self.type or next(types, None),
            cites=tuple(each for each in self.cites if each != reference),
        )


def read_facts(letter: Letter, names: MandateNames) -> Facts:
    """Return what a document says of itself."""
    masthead = [line for chunk in letter.masthead for line in chunk.lines]
    paragraphs = [part.chunk.words for part in letter.parts if part.label]
    is_reply = letter.kind is DocumentKind.REPLY
    if is_reply:
        told = answered_references([*masthead, *(part.chunk.words for part in letter.parts)])
        mention = told[0] if len(told) == 1 else None
    else:
        told = tuple(each for line in masthead for each in find_mentions(line))
        mention = own_reference(masthead)
    signatures = () if is_reply else read_signatures(letter.signatures, names)
    own = mention.reference if mention else None
    return Facts(
        kind=letter.kind,
        is_recognised=letter.is_recognised,
        reference=own,
        type=mention.type if mention else None,
        dated=_dated(masthead, _end(letter) if is_reply else []),
        received=_received([*masthead, *_lines(letter)]) if is_reply else None,
        language=language_of("\n".join(paragraphs) or "\n".join(masthead)),
        mandates=() if is_reply else _mandates(letter, names),
        resolutions=() if is_reply else _resolutions(paragraphs),
        signatures=signatures,
        requests={str(part.label): _request_words(part) for part in letter.requests},
        persons=() if is_reply else _persons(letter, signatures),
        cites=tuple(
            dict.fromkeys(each.reference for each in _mentions(letter) if each.reference != own)
        ),
        published_after=None if is_reply else _published_after(paragraphs),
        told=told,
    )


def _end(letter: Letter) -> list[str]:
    """Return the lines below a reply's courtesy, and a day that stands last without any."""
    last = letter.parts[-1].chunk.words if letter.parts else ""
    return [*_lines(letter), *([last] if is_only_a_date(last) else [])]


def _lines(letter: Letter) -> list[str]:
    return [line for chunk in letter.signatures for line in chunk.lines]


def _mentions(letter: Letter) -> Iterable[Mention]:
    for chunk in letter.chunks:
        yield from find_mentions(chunk.words)


def _mandates(letter: Letter, names: MandateNames) -> tuple[NamedMandate, ...]:
    """Return the mandates as the masthead lists them, else as the first paragraph does."""
    masthead = [chunk.words for chunk in letter.masthead]
    start = next(
        (at for at, words in enumerate(masthead) if phrases.MANDATES_OF.search(words)), None
    )
    if start is not None and (found := names.find(_listed(masthead[start:]))):
        return found
    first = letter.parts[0].chunk.words if letter.parts else ""
    return names.find(re.split(phrases.PURSUANT, first)[0])


def _listed(masthead: list[str]) -> str:
    """Return the list of mandates: it may be printed as several paragraphs."""
    taken = masthead[:1]
    for words in masthead[1:]:
        goes_on = re.search(r"(?:;|,|\band|\bet|\by)$", taken[-1]) or words[:1].islower()
        if not goes_on:
            break
        taken.append(words)
    return " ".join(taken)


def _resolutions(paragraphs: list[str]) -> tuple[str, ...]:
    match = phrases.RESOLUTIONS.search(paragraphs[0]) if paragraphs else None
    return tuple(_RESOLUTION.findall(match[match.lastgroup])) if match and match.lastgroup else ()


def _dated(masthead: list[str], end: list[str]) -> date | None:
    """Return the one day that stands alone on a line, else the one day there is."""
    lines = [*masthead, *end]
    stamped = set(_stamped(lines))
    unstamped = [line for at, line in enumerate(lines) if at not in stamped]
    alone = {day for line in unstamped if is_only_a_date(line) for day in find_dates(line)}
    days = alone or {day for line in unstamped for day in find_dates(_OF_OTHERS.sub("", line))}
    return days.pop() if len(days) == 1 else None


def _received(lines: list[str]) -> date | None:
    """Return the day on a stamp."""
    days = [day for at in _stamped(lines) for day in find_dates(lines[at])]
    return days[0] if days else None


def _stamped(lines: list[str]) -> Iterator[int]:
    """Yield the places of the lines of a stamp: those that say so, and up to the day below."""
    for at, line in enumerate(lines):
        if phrases.RECEIVED.search(line):
            near = range(at, min(at + 3, len(lines)))
            dated = next((place for place in near if find_dates(lines[place])), at)
            yield from range(at, dated + 1)


def _request_words(part: Part) -> str:
    below = (f"{chunk.marker} {chunk.words}".strip() for chunk in part.more)
    return " ".join((part.chunk.words, *below))


def _persons(letter: Letter, signatures: tuple[Signature, ...]) -> tuple[NamedPerson, ...]:
    writers = [signature.name for signature in signatures]
    greeted = [person.name for person in find_persons(letter.masthead)]
    chunks = [part.chunk for part in letter.parts if part.label]
    return find_persons(chunks, [*writers, *greeted])


def _published_after(paragraphs: list[str]) -> tuple[int, str] | None:
    for words in paragraphs:
        if _TIME.search(words) and (match := phrases.PUBLISHED.search(words)):
            found = {key: value for key, value in match.groupdict().items() if value}
            said, unit = (found[key] for key in sorted(found, key=len))
            number = int(said) if said.isdigit() else _NUMBERS.get(said.lower())
            if number:  # a dotless i is taken for an i, but then it is no word that we know
                return number, "hours" if unit.lower() in ("hours", "heures", "horas") else "days"
    return None
