"""Who speaks of "the Convention": a regional court of its own, a committee of the treaty it watches."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from casebook.citations.lexicon.bodies import Body, Committee
from casebook.citations.lexicon.nouns import canonical_noun
from casebook.citations.meaning.sentences import SENTENCE_END
from casebook.citations.names import InstrumentName, Names

_COUR = "[Ee]urope|[Ii]nterameri|[Aa]fricain|EDH|IDH|[Ii]nternationale de [Jj]ustice"
_CORTE = "[Ii]nteramericana|[Ee]uropea|[Aa]fricana|IDH|[Ii]nternacional de [Jj]usticia"
_NAMED = (
    r"(?:(?:European|Inter-?[Aa]merican|African|Strasbourg|San Jose) (?:Court|Commission|Committee)"
    r"|ECt?HR|IACt?HR|ACHPR|Strasbourg|Council of Europe|GREVIO|International Court of Justice|ICJ"
    rf"|PCIJ|Venice Commission|OSCE|ODIHR|ILO|[Cc]our (?:{_COUR})[a-z]*"
    r"|[Cc]om(?:mission|ision|ite) (?:[Ee]urope|[Ii]nterameri|[Aa]frican)[a-z]*"
    rf"|[Cc]orte (?:{_CORTE})|CEDH|TEDH|CIDH|[Tt]ribunal (?:[Ee]uropeo|de Estrasburgo))"
)
_COURT = re.compile(rf"\b{_NAMED}\b")
_NOUNS_OF_COURTS = frozenset(["convention", "charter", "statute"])
_AHEAD = 150


def court_speaks(noun: str, text: str, since: int, at: int) -> bool:
    """Whether a court with a convention of its own is named since a place, or in this sentence."""
    if noun not in _NOUNS_OF_COURTS:
        return False
    ends = SENTENCE_END.search(text, at, at + _AHEAD)
    limit = ends.end() if ends else at + _AHEAD
    starts, closes = _courts(text)
    next_ = bisect_left(starts, since)
    return next_ < len(starts) and closes[next_] <= limit


@lru_cache(maxsize=4)
def _courts(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the courts of a paragraph stand: each "the Convention" of it asks."""
    spans = [found.span() for found in _COURT.finditer(text)]
    return tuple(start for start, _ in spans), tuple(end for _, end in spans)


def treaty_of_speaker(bodies: Iterable[tuple[int, Body]], since: int, names: Names) -> str | None:
    """Return the id of the treaty of the committee that was named last, if that was since a place."""
    watched = [*_watched(bodies, since, names)]
    return watched[-1][1].id if watched else None


def treaties_spoken_of(
    noun: str, bodies: Iterable[tuple[int, Body]], since: int, names: Names
) -> list[tuple[int, InstrumentName]]:
    """Return the treaties with this noun that the committees named since a place watch over."""
    return [
        (at, treaty)
        for at, treaty in _watched(bodies, since, names)
        if treaty.noun and canonical_noun(treaty.noun) == noun
    ]


def _watched(
    bodies: Iterable[tuple[int, Body]], since: int, names: Names
) -> Iterator[tuple[int, InstrumentName]]:
    """Yield the treaties that the committees named since a place watch over, and where that is."""
    for at, body in bodies:
        if at > since and isinstance(body, Committee) and (treaty := names.treaty_of(body.code)):
            yield at, treaty
