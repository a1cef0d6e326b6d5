"""The links that editors wrote, by what they lead to: each target is judged once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from casebook.model.dossier import Dossier
from casebook.model.standard import Instrument
from casebook.model.text import Block, Link, in_notes, links_in


class Placed(NamedTuple):
    """A link, and where it stands."""

    link: Link
    path: str
    dossier: Dossier | None
    """The one on whose page it stands; None for a link in a standard."""


Links = Mapping[str, Sequence[Placed]]
"""Every target of a link in some records, with the links to it."""


def gather_links(dossiers: Iterable[Dossier], instruments: Iterable[Instrument]) -> Links:
    """Return every target of a link in these records, with the links to it."""
    links: dict[str, list[Placed]] = defaultdict(list)
    for path, blocks, dossier in _files(dossiers, instruments):
        for link in links_in(blocks):
            links[link.target].append(Placed(link, path, dossier))
    return links


def _files(
    dossiers: Iterable[Dossier], instruments: Iterable[Instrument]
) -> Iterator[tuple[str, Iterable[Block], Dossier | None]]:
    for dossier in dossiers:
        for text in chain.from_iterable(document.texts for document in dossier.documents):
            yield text.path, chain(text.blocks, in_notes(text.notes)), dossier
    for instrument in instruments:
        glosses = chain.from_iterable(entry.gloss for entry in instrument.entries)
        yield instrument.path, chain(instrument.gloss, glosses), None
