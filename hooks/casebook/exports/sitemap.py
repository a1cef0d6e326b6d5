"""What search engines are told: every page with the day on which its record last changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from casebook.exports.basis import Basis
from casebook.exports.export import Export, export
from casebook.exports.publisher import in_full
from casebook.model.address import (
    addressee_address,
    dossier_address,
    instrument_address,
    mandate_address,
    provision_address,
    topic_address,
    year_address,
)
from casebook.model.corpus import Corpus

SITEMAP = "sitemap.xml"
MOST = 50_000
"""How many addresses one site map may have (https://www.sitemaps.org/protocol.html)."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan_sitemap(basis: Basis, addresses: Sequence[str], most: int = MOST) -> Iterator[Export]:
    """Yield the site map of these pages, given from the site's root; in parts when there are many.

    Pages that no search engine shall list are not among `addresses`: only the caller knows them.
    """
    if len(addresses) <= most:
        yield export(SITEMAP, partial(_map, basis, addresses), addresses)
        return
    starts = range(0, len(addresses), most)
    for number, start in enumerate(starts, 1):
        part = addresses[start : start + most]
        yield export(f"sitemap-{number}.xml", partial(_map, basis, part), part)
    yield export(SITEMAP, partial(_index, basis, addresses, most), addresses)


def _map(basis: Basis, addresses: Iterable[str]) -> bytes:
    return _xml("urlset", "url", _dated(basis, addresses))


def _index(basis: Basis, addresses: Sequence[str], most: int) -> bytes:
    starts = range(0, len(addresses), most)
    parts = [_dated(basis, addresses[start : start + most]) for start in starts]
    return _xml(
        "sitemapindex",
        "sitemap",
        [
            (basis.url(f"sitemap-{number}.xml"), max(day for _, day in part))
            for number, part in enumerate(parts, 1)
        ],
    )


def _dated(basis: Basis, addresses: Iterable[str]) -> list[tuple[str, str]]:
    days = last_days(basis)
    return [
        (basis.url(address), str(days[address]) if address in days else "") for address in addresses
    ]


def dated_by(corpus: Corpus) -> Iterator[str]:
    """Yield what stands for the days of each dossier; the others follow from who cites what."""
    for outline in corpus.outlines.values():
        yield f"{outline.reference} {outline.recorded} {outline.mandates} {outline.topics}"


def last_days(basis: Basis) -> Mapping[str, date]:
    """Return, for each page of a record, the latest day that anything on it recorded.

    A page without such a day is not among them: a site map does not guess.
    """
    corpus = basis.corpus
    days: dict[str, date] = {}

    def note(address: str, day: date) -> None:
        if days.get(address, date.min) < day:
            days[address] = day

    recorded = {
        outline.reference: outline.recorded
        for outline in corpus.outlines.values()
        if outline.recorded
    }
    for reference, day in recorded.items():
        outline = corpus.outlines[reference]
        for address in (
            dossier_address(reference),
            addressee_address(reference.addressee),
            year_address(reference.year),
            "",
            "cases/",
            "replies/",
        ):
            note(address, day)
        for mandate in outline.mandates or ():
            note(mandate_address(mandate), day)
        for topic in outline.topics:
            note(topic_address(topic), day)
    for name, instrument in corpus.instruments.items():
        for provision in (None, *corpus.places.get(name, ())):
            letters = corpus.cited[name, provision].letters if provision else ()
            letters = letters or corpus.cited_anywhere[name].letters
            days_of_letters = [recorded[citing] for citing in letters if citing in recorded]
            if days_of_letters:
                day = max(days_of_letters)
                address = provision_address(instrument, provision) if provision else ""
                note(address.partition("#")[0] or instrument_address(name), day)
    return days


def _xml(root: str, item: str, pages: Iterable[tuple[str, str]]) -> bytes:
    ET.register_namespace("", _NAMESPACE)
    listing = ET.Element(f"{{{_NAMESPACE}}}{root}")
    for address, day in pages:
        element = ET.SubElement(listing, f"{{{_NAMESPACE}}}{item}")
        ET.SubElement(element, f"{{{_NAMESPACE}}}loc").text = address
        if day:
            ET.SubElement(element, f"{{{_NAMESPACE}}}lastmod").text = day
    ET.indent(listing, " ")
    body = ET.tostring(listing, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def robots_txt(site_url: str) -> bytes:
    """Return what robots may read: everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {in_full(site_url, SITEMAP)}\n".encode()
