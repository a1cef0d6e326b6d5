"""The addresses that never die once they were published, and where they lead when they move.

Promised are what people cite: dossiers with their paragraphs and requests, standards with every
provision that has a heading, addressees, mandates, topics, pages written by hand, and the lists
above them. Not promised: years and parts of long lists, which grow and split; provisions that only
a citation names, for a better reading of it may move them; notes, sections, data (docs/data.md).
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from casebook.model.address import (
    addressee_address,
    dossier_address,
    instrument_address,
    mandate_address,
    provision_address,
    topic_address,
)
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier

LISTS = (
    "cases/",
    "coverage/",
    "mandates/",
    "people/",
    "replies/",
    "search/",
    "standards/",
    "topics/",
)
"""Pages above records, which every site has."""

_NOT_PROMISED = ("decisions/", "problems/")
"""Pages about the making of the site: rules come and go."""


def promised_addresses(corpus: Corpus, pages: Iterable[str]) -> frozenset[str]:
    """Return every address of today's site that a promise holds for.

    `pages` are the files of pages written by hand: docs/about.md.
    """
    return frozenset(_promised(corpus, pages))


def _promised(corpus: Corpus, pages: Iterable[str]) -> Iterator[str]:
    yield from LISTS
    yield from filter(None, map(page_address, pages))
    for dossier in corpus.dossiers.values():
        yield addressee_address(dossier.reference.addressee)
        yield dossier_address(dossier.reference)
        if not dossier.withdrawn:
            for anchor in _anchors(dossier):
                yield dossier_address(dossier.reference, anchor)
    for instrument in corpus.instruments.values():
        yield instrument_address(instrument.id)
        for entry in instrument.entries:
            yield provision_address(instrument, entry.provision)
            yield provision_address(instrument, entry.provision.root)
    yield from map(mandate_address, corpus.mandates)
    yield from map(topic_address, corpus.topics)


def page_address(path: str) -> str | None:
    """Return the address of a page written by hand, or None for one that is not promised."""
    name = path.partition("/")[2].removesuffix(".md")
    for index in ("index", "README"):
        if name == index or name.endswith(f"/{index}"):
            name = name.removesuffix(index).removesuffix("/")
    return f"{name}/" if name and not f"{name}/".startswith(_NOT_PROMISED) else None


def _anchors(dossier: Dossier) -> Iterator[str]:
    yield from dossier.requests or {}
    for document in dossier.documents:
        for text in document.texts[:1]:
            for paragraph in text.labelled():
                assert paragraph.label
                yield paragraph.label.anchor_in(document.id)


def destination(old: str, moved: Mapping[str, str], today: AbstractSet[str]) -> str | None:
    """Return where an address leads that is no more, or None when nobody says.

    `moved` has addresses and where each went; what lay below one went with it, as far as it is
    among the addresses of `today`.
    """
    if old in moved:
        return moved[old]
    page, mark, anchor = old.partition("#")
    parts = page.split("/")[:-1]
    for length in range(len(parts), 0, -1):
        before = "/".join(parts[:length]) + "/"
        if before in moved:
            target = moved[before].partition("#")[0] + page.removeprefix(before) + mark + anchor
            return target if target in today else None
    return None
