"""Records as bytes and back: ten thousand outlines are read for every build, so by hand.

Only for what stays on this machine: bytes from elsewhere must not be unpacked.
"""

import io
import marshal
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from casebook.citations.citation import Citation, Target, parse_target
from casebook.identifiers.reference import Reference
from casebook.model.dossier import RelatedTo
from casebook.model.occurrence import Occurrence, Occurrences
from casebook.model.outline import Outline
from casebook.model.reply_state import ReplyOutcome, ReplyState
from casebook.words.vocabulary import CitationKind, CommunicationType, Origin, Relation


class _Pickler(pickle.Pickler):
    def reducer_override(self, held: Any) -> Any:
        """Let records be made again as they were made: a third of the time."""
        if is_dataclass(held) and not isinstance(held, type):
            return type(held), tuple(getattr(held, f.name) for f in fields(held) if f.init)
        return NotImplemented


def pack(held: object) -> bytes:
    """Return any record as bytes that `pickle.loads` reads."""
    into = io.BytesIO()
    _Pickler(into, pickle.HIGHEST_PROTOCOL).dump(held)
    return into.getvalue()


def pack_outline(outline: Outline) -> bytes:
    """Return an outline as bytes."""
    return marshal.dumps([_plain(getattr(outline, field.name)) for field in fields(outline)])


def unpack_outline(held: bytes) -> Outline:
    """Return the outline that was packed."""
    values = marshal.loads(held)  # noqa: S302 - ours
    for at, make in _MADE:
        values[at] = make(values[at])
    return Outline(*values)


def pack_occurrences(occurrences: Iterable[Occurrence]) -> bytes:
    """Return the citations of one dossier as bytes; what they point at can be read alone."""
    found = tuple(occurrences)
    printed = [each.citation.printed for each in found]
    return marshal.dumps((printed, [marshal.dumps(_plain_occurrence(each)) for each in found]))


def unpack_occurrences(reference: Reference, held: bytes) -> Occurrences:
    """Return the citations that were packed, of the dossier `reference`."""
    printed, packed = marshal.loads(held)  # noqa: S302 - ours

    def make(index: int) -> Occurrence:
        plain = marshal.loads(packed[index])  # noqa: S302 - ours
        return _occurrence(reference, printed[index], *plain)

    return Occurrences(printed, make)


_Place = tuple[str, str, int, str, str, bool]
"""Document, path, line, anchor, language, and whether the text is verbatim."""


def _plain_occurrence(found: Occurrence) -> tuple[Any, ...]:
    return (
        (found.document, found.path, found.line, found.anchor, found.language, found.is_verbatim),
        plain_citation(found.citation),
        (found.before, found.after),
    )


def _occurrence(
    reference: Reference,
    printed: tuple[str, ...],
    place: _Place,
    cited: tuple[Any, ...],
    around: tuple[str, str],
) -> Occurrence:
    return Occurrence(reference, *place, citation_of(printed, cited), *around)


def plain_citation(citation: Citation) -> tuple[Any, ...]:
    """Return a citation as what `marshal` knows, for `citation_of`, which is given its targets."""
    targets = citation.targets
    return (
        citation.kind.value,
        citation.surface,
        None if _targets(citation.printed) == targets else pack(targets),
        citation.start,
        citation.origin.value,
        citation.unresolved,
        citation.spans,
    )


def citation_of(printed: tuple[str, ...], plain: tuple[Any, ...]) -> Citation:
    """Return the citation that was made plain, of the targets that are printed so."""
    kind, surface, exact, start, origin, unresolved, spans = plain
    targets = pickle.loads(exact) if exact else _targets(printed)  # noqa: S301 - ours
    return Citation(_KINDS[kind], surface, targets, start, _ORIGINS[origin], unresolved, spans)


def _targets(printed: tuple[str, ...]) -> tuple[Target, ...]:
    return tuple(target for each in printed if (target := parse_target(each)))


_KINDS: Mapping[str, CitationKind] = {kind.value: kind for kind in CitationKind}
_ORIGINS: Mapping[str, Origin] = {origin.value: origin for origin in Origin}


def _plain(value: Any) -> Any:
    match value:
        case Reference():
            return (value.addressee, value.number, value.year)
        case RelatedTo():
            return (_plain(value.to), value.kind.value, value.line)
        case ReplyOutcome():
            days = (value.received, value.days, value.checked, value.told, value.told_days)
            return (_plain(value.state), *map(_plain, days))
        case date():
            return value.toordinal()
        case tuple():
            return tuple(map(_plain, value))
        case str():
            return str(value)
        case _:
            return value


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _outcome(held: tuple[Any, ...]) -> ReplyOutcome:
    state, received, days, checked, told, told_days = held
    return ReplyOutcome(_STATES[state], _day(received), days, _day(checked), _day(told), told_days)


_STATES: Mapping[str, ReplyState] = {state.value: state for state in ReplyState}
_TYPES: Mapping[str | None, CommunicationType | None] = {
    None: None,
    **{kind.value: kind for kind in CommunicationType},
}
_MAKERS: Mapping[str, Callable[[Any], Any]] = {
    "reference": lambda held: Reference(*held),
    "type": _TYPES.__getitem__,
    "sent": _day,
    "reply": _outcome,
    "related": lambda held: tuple(
        RelatedTo(Reference(*to), Relation(how), line) for to, how, line in held
    ),
    "events": lambda held: tuple((date.fromordinal(day), key) for day, key in held),
    "publication_day": _day,
}
_MADE = [
    (at, _MAKERS[field.name]) for at, field in enumerate(fields(Outline)) if field.name in _MAKERS
]
"""The fields of an outline that are no words and no numbers, by their places."""
