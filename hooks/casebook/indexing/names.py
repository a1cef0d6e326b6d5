"""What has a page of its own and is searched by name: standards, mandates, addressees, topics."""

from collections.abc import Iterable, Iterator

from casebook.model.address import (
    addressee_address,
    instrument_address,
    mandate_address,
    page_of,
    topic_address,
)
from casebook.model.corpus import Corpus

NAMES = "search/names.json"
PROVISIONS = "search/provisions.json"

Name = tuple[str, str, tuple[str, ...]]
"""Kind, address, and the names, the one that is shown first."""


def names_of(corpus: Corpus, addressees: Iterable[str]) -> list[Name]:
    """Return every page that a name leads to. `addressees` are the codes that have a page."""
    return [
        *_instruments(corpus),
        *_mandates(corpus),
        *_addressees(corpus, addressees),
        *_topics(corpus),
    ]


def _instruments(corpus: Corpus) -> Iterator[Name]:
    for held in corpus.instruments.values():
        symbol = (str(held.symbol),) if held.symbol else ()
        names = (held.short, held.title, *symbol, *held.also)
        yield "instrument", instrument_address(held.id), tuple(dict.fromkeys(names))


def _mandates(corpus: Corpus) -> Iterator[Name]:
    for held in corpus.mandates.values():
        short = (held.abbreviation,) if held.abbreviation else ()
        yield "mandate", mandate_address(held.id), (held.name, *short, *held.also)


def _addressees(corpus: Corpus, codes: Iterable[str]) -> Iterator[Name]:
    for code in codes:
        held = corpus.addressees.get(code)
        names = (held.name, code) if held and held.name != code else (code,)
        yield "addressee", addressee_address(code), names


def _topics(corpus: Corpus) -> Iterator[Name]:
    for held in corpus.topics.values():
        yield "topic", topic_address(held.id), (held.name,)


def provision_pages(corpus: Corpus) -> dict[str, list[str]]:
    """Return, for every instrument, its provisions that have a page; a run as para-64..para-77."""
    pages = {}
    for held in corpus.instruments.values():
        runs = {str(entry.provision): str(entry.last) for entry in held.entries if entry.last}
        places = {*corpus.places.get(held.id, ())}
        places.update(entry.provision for entry in held.entries)
        roots = sorted({str(page_of(held, place)) for place in places})
        pages[held.id] = [f"{root}..{runs[root]}" if root in runs else root for root in roots]
    return pages
