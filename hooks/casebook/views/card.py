"""The card of a standard: what a reader sees of it without leaving a letter."""

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.identifiers.provision import Provision
from casebook.model.address import card_address, instrument_address, provision_address
from casebook.model.cited import NOBODY
from casebook.model.standard import Instrument
from casebook.model.text import Block
from casebook.views.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class CardView:
    """A provision, or a whole instrument, in a few lines."""

    address: str
    """Of the card itself, from the site's root."""
    instrument: str
    words: str
    """article 14(7); empty for the instrument as a whole."""
    gloss: tuple[Block, ...]
    page: str
    """The page that says who cites it."""
    letters: int
    """How many letters cite exactly this."""
    counted: str
    """What that number leaves out, in words: its page counts everything below it, too."""


def card_views(catalogue: Catalogue, instrument: Instrument) -> Iterator[CardView]:
    """Yield the card of an instrument and of every provision that is cited or explained."""
    yield _card(catalogue, instrument, None, instrument_address(instrument.id), _WHOLE)
    for page in catalogue.provisions[instrument.id]:
        places = catalogue.pages[instrument.id, page].places
        above = {parent for place in places for parent in place.parents}
        for place in places:
            address = provision_address(instrument, place)
            yield _card(catalogue, instrument, place, address, _BELOW if place in above else "")


_WHOLE = ", as a whole"
_BELOW = ", not counting what is below it"


def _card(
    catalogue: Catalogue,
    instrument: Instrument,
    provision: Provision | None,
    address: str,
    counted: str,
) -> CardView:
    cited = catalogue.corpus.cited.get((instrument.id, provision), NOBODY)
    entry = instrument.entry(provision) if provision else None
    gloss = entry.gloss if entry else ()
    return CardView(
        address=card_address(instrument.id, provision),
        instrument=instrument.short,
        words=provision.in_words if provision else "",
        gloss=(gloss if provision else instrument.gloss)[:1],
        page=address,
        letters=len(cited.letters),
        counted=counted,
    )
