"""The links that editors wrote, by what they lead to.

Ten thousand dossiers have a million links to a few thousand targets: each target is judged once,
and the place of a link is looked for only when there is something to say about it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from casebook.model.dossier import Dossier
from casebook.model.standard import Instrument
from casebook.model.text import (
    Block,
    Heading,
    Link,
    inline_links,
    links_in,
    paragraphs_in,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A file that holds links."""

    path: str
    blocks: tuple[Sequence[Block], ...]
    dossier: Dossier | None
    """The one whose page the links stand on; None for a standard."""

    def targets(self) -> set[str]:
        """Return what the links in this file lead to."""
        found: set[str] = set()
        for block in chain.from_iterable(self.blocks):
            if isinstance(block, Heading):
                found.update(link.target for link in inline_links(block.content))
            else:
                for paragraph in paragraphs_in(block):
                    found.update(target for _, _, target in paragraph.taken if target)
        return found

    def links_to(self, target: str) -> Iterator[Link]:
        """Yield every link of this file to a target."""
        for link in links_in(chain.from_iterable(self.blocks)):
            if link.target == target:
                yield link


def gather_links(
    dossiers: Iterable[Dossier], instruments: Iterable[Instrument]
) -> Mapping[str, tuple[Holder, ...]]:
    """Return every target of a link in these records, with the files that link to it."""
    holders: dict[str, list[Holder]] = defaultdict(list)
    for holder in _holders(dossiers, instruments):
        for target in holder.targets():
            holders[target].append(holder)
    return {target: tuple(found) for target, found in sorted(holders.items())}


def _holders(dossiers: Iterable[Dossier], instruments: Iterable[Instrument]) -> Iterator[Holder]:
    for dossier in dossiers:
        for document in dossier.documents:
            for text in document.texts:
                notes = (note.blocks for note in text.notes)
                yield Holder(text.path, (text.blocks, *notes), dossier)
    for instrument in instruments:
        glosses = (entry.gloss for entry in instrument.entries)
        yield Holder(instrument.path, (instrument.gloss, *glosses), None)
