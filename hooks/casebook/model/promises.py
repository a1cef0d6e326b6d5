"""The addresses that never die once they were published, and where they lead when they move.

Promised are what people cite: dossiers with their paragraphs and requests, standards with every
provision that has a heading, addressees, mandates, topics, pages written by hand, and the lists
above them. Not promised: years and parts of long lists, which grow and split; provisions that only
a citation names, for a better reading of it may move them; notes, sections, data (docs/data.md).
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from casebook.identifiers.label import parse_anchor
from casebook.identifiers.reference import parse_folder
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
from casebook.model.standard import Instrument

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


class Promised(Container[str]):
    """Every address of today's site that a promise holds for. Looks only into what it is asked for.

    `pages` are the files of pages written by hand: docs/about.md.
    """

    def __init__(self, corpus: Corpus, pages: Iterable[str]) -> None:
        self._corpus = corpus
        self._pages = frozenset((*LISTS, *filter(None, map(page_address, pages))))
        self._latest: tuple[Dossier | None, frozenset[str]] = None, frozenset()
        """The dossier that was asked for last, and its anchors: questions come by dossier."""

    def __contains__(self, address: object) -> bool:
        if not isinstance(address, str):
            return False
        page, mark, anchor = address.partition("#")
        if not mark and page in self._pages:
            return True
        corpus = self._corpus
        match page.split("/"):
            case ["cases", code, name, ""] if reference := parse_folder(code, name):
                if reference not in corpus.dossiers:
                    return False
                return not mark or anchor in self._anchors(corpus.dossiers[reference])
            case ["cases", code, ""] if not mark:
                # While other letters cite one to it, an addressee keeps its page.
                held = any(held.addressee.lower() == code for held in corpus.dossiers)
                return held or code.upper() in corpus.not_held
            case ["standards", name, *_] if instrument := corpus.instruments.get(name):
                return address in promised_of_standard(instrument)
            case ["mandates", name, ""]:
                return not mark and name in corpus.mandates
            case ["topics", name, ""]:
                return not mark and name in corpus.topics
            case _:
                return False

    def _anchors(self, dossier: Dossier) -> frozenset[str]:
        if self._latest[0] is not dossier:
            self._latest = dossier, frozenset(_anchors(dossier))
        return self._latest[1]

    def __iter__(self) -> Iterator[str]:
        corpus = self._corpus
        yield from self._pages
        for reference in corpus.dossiers:
            yield addressee_address(reference.addressee)
            yield dossier_address(reference)
            for anchor in _anchors(corpus.dossiers[reference]):
                yield dossier_address(reference, anchor)
        for name in corpus.instruments:
            yield from promised_of_standard(corpus.instruments[name])
        yield from map(mandate_address, corpus.mandates)
        yield from map(topic_address, corpus.topics)


def promised_of_standard(instrument: Instrument) -> frozenset[str]:
    """Return the addresses of an instrument and of its provisions that have a heading."""
    return frozenset(
        (
            instrument_address(instrument.id),
            *(provision_address(instrument, entry.provision) for entry in instrument.entries),
            *(provision_address(instrument, entry.provision.root) for entry in instrument.entries),
        )
    )


def page_address(path: str) -> str | None:
    """Return the address of a page written by hand, or None for one that is not promised."""
    address = any_page_address(path)
    return address if address and not address.startswith(_NOT_PROMISED) else None


def any_page_address(path: str) -> str:
    """Return the address of a page written by hand; nothing for the home page."""
    name = path.partition("/")[2].removesuffix(".md")
    for index in ("index", "README"):
        if name == index or name.endswith(f"/{index}"):
            name = name.removesuffix(index).removesuffix("/")
    return f"{name}/" if name else ""


def why_never_promised(address: str) -> str:
    """Return what an address is that no promise was ever made for; nothing if one may have been.

    Only its form tells: what it led to may be gone.
    """
    page, _, anchor = address.partition("#")
    parts = page.split("/")[:-1]
    match parts:
        case ["decisions" | "problems", *_]:
            return "a page about the making of the site"
        case ["r" | "embed", *_]:
            return "another way to a page that has its own address"
        case ["cases" | "mandates" | "topics" | "people" | "replies", *_, year] if year.isdecimal():
            return "a part of a list, or a year of it"
        case ["cases", year, *_] if year.isdecimal():
            return "a year of a list"
        case ["people" | "replies" | "coverage" | "search", _, *_]:
            return "a part of a list"
        case ["standards", _, _, _, *_]:
            return "a part of a page"
        case ["cases", code, name] if not parse_folder(code, name):
            return "no page of a letter"
        case ["cases", _, _, _, *_] | ["mandates" | "topics", _, _, *_]:
            return "no page of a record"
        case ["cases", _, _] if anchor and not parse_anchor(anchor.rpartition(".")[2]):
            return "a place that has no label of its own"
    return ""


def _anchors(dossier: Dossier) -> Iterator[str]:
    if dossier.withdrawn:
        return
    yield from dossier.requests or {}
    for document in dossier.documents:
        for text in document.texts[:1]:
            for label, _ in text.labelled():
                yield label.anchor_in(document.id)


def destination(old: str, moved: Mapping[str, str], today: Container[str]) -> str | None:
    """Return where an address leads that is no more, or None when nobody says.

    `moved` has addresses and where each went; what lay below one went with it, as far as it is
    among the addresses of `today`, and on to where that went by itself.
    """
    if old in moved:
        return moved[old]
    page, mark, anchor = old.partition("#")
    parts = page.split("/")[:-1]
    for length in range(len(parts), 0, -1):
        before = "/".join(parts[:length]) + "/"
        if before in moved:
            target = moved[before].partition("#")[0] + page.removeprefix(before) + mark + anchor
            target = moved.get(target, target)
            return target if target in today else None
    return None
