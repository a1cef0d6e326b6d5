"""Who cites what, from outlines alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import chain

from casebook.citations.citation import DocumentTarget, StandardTarget, Target, parse_target
from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import Reference
from casebook.model.cited import CitedBy, Ranked
from casebook.model.outline import Outline

Place = tuple[str, Provision | None]
"""An instrument by its id, and a provision of it; None for the instrument as a whole."""


class Citing:
    """Every place that is cited, and every letter.

    Letters are known by their place among the newest, and citations by what they target: there
    are hundreds of thousands of citations, and a few thousand different sets of targets.
    """

    def __init__(
        self, newest: Sequence[Outline], instruments: Iterable[str], symbols: Mapping[str, str]
    ) -> None:
        self._newest = newest
        self._references = [outline.reference for outline in newest]
        known = frozenset(instruments)
        by_targets: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for rank, outline in enumerate(newest):
            for targets in outline.citations:
                by_targets[targets].append(rank)
        self.by_place: dict[Place, list[tuple[str, ...]]] = {}
        """Every place that is cited, to the sets of targets in which it is."""
        self.mentioned: dict[Reference, list[tuple[str, ...]]] = {}
        means = _Meanings(known, symbols)
        for targets in by_targets:
            for meaning in dict.fromkeys(map(means.__getitem__, targets)):
                if isinstance(meaning, Reference):
                    self.mentioned.setdefault(meaning, []).append(targets)
                elif meaning:
                    self.by_place.setdefault(meaning, []).append(targets)
        self._by_targets = by_targets
        self._printed = [f" {outline.reference}" for outline in newest]
        self._stamps: dict[tuple[str, ...], bytes] = {}
        for reference in [each for each in self.mentioned if not self._cited_by_others(each)]:
            del self.mentioned[reference]
        places: dict[str, list[Provision]] = defaultdict(list)
        for instrument, provision in self.by_place:
            if provision:
                places[instrument].append(provision)
        self.places = {
            instrument: tuple(sorted(held, key=lambda provision: provision.sort_key))
            for instrument, held in places.items()
        }

    def together(self, instrument: str, places: Iterable[Provision | None]) -> CitedBy:
        """Return who cites any of these places of an instrument."""
        sets = dict.fromkeys(
            chain.from_iterable(self.by_place.get((instrument, place), ()) for place in places)
        )
        # Counted by rank: numbers are compared and hashed fast, and there are thousands.
        counts = Counter(chain.from_iterable(map(self._by_targets.__getitem__, sets)))
        return CitedBy(Ranked(self._references, counts))

    def anywhere(self, instrument: str) -> CitedBy:
        """Return who cites an instrument, or any provision of it."""
        return self.together(instrument, (None, *self.places.get(instrument, ())))

    def stamp(self, instrument: str, places: Iterable[Provision | None]) -> str:
        """Return what stands for who cites any of these places."""
        return self._stamp(
            chain.from_iterable(self.by_place.get((instrument, place), ()) for place in places)
        )

    def stamp_of_mentions(self, reference: Reference) -> str:
        """Return what stands for who cites a communication."""
        return self._stamp(self.mentioned[reference])

    def _stamp(self, sets: Iterable[tuple[str, ...]]) -> str:
        hashed = blake2b(digest_size=12)
        for targets in dict.fromkeys(sets):
            if targets not in self._stamps:
                letters = "".join(map(self._printed.__getitem__, self._by_targets[targets]))
                told = f"{targets}{letters}".encode()
                self._stamps[targets] = blake2b(told, digest_size=12).digest()
            hashed.update(self._stamps[targets])
        return hashed.hexdigest()

    def letters_citing(self, reference: Reference) -> tuple[Reference, ...]:
        """Return the letters that cite another, newest first."""
        ranks = chain.from_iterable(self._by_targets[held] for held in self.mentioned[reference])
        letters = dict.fromkeys(self._newest[rank].reference for rank in sorted(ranks))
        letters.pop(reference, None)
        return tuple(letters)

    def _cited_by_others(self, reference: Reference) -> bool:
        return any(
            self._newest[rank].reference != reference
            for targets in self.mentioned[reference]
            for rank in self._by_targets[targets]
        )


class _Meanings(dict[str, "Reference | Place | None"]):
    """What targets mean, by how they are printed: few are cited again and again."""

    def __init__(self, instruments: frozenset[str], symbols: Mapping[str, str]) -> None:
        super().__init__()
        self._instruments = instruments
        self._symbols = symbols

    def __missing__(self, printed: str) -> Reference | Place | None:
        self[printed] = meaning = self._meaning(parse_target(printed))
        return meaning

    def _meaning(self, target: Target | None) -> Reference | Place | None:
        match target:
            case Reference():
                return target
            case StandardTarget(instrument=instrument, provision=provision):
                return (instrument, provision) if instrument in self._instruments else None
            case DocumentTarget(symbol=symbol, pinpoint=provision):
                instrument = self._symbols.get(str(symbol), "")
                return (instrument, provision) if instrument else None
            case None:
                return None
