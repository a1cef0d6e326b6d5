"""What search engines are told: every page with the day on which it last changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from casebook.exports.basis import Basis
from casebook.exports.publisher import in_full
from casebook.exports.written import xml_file
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
from casebook.model.site_file import SiteFile, whole_file

SITEMAP = "sitemap.xml"
MOST = 50_000
"""How many addresses one site map may have (https://www.sitemaps.org/protocol.html)."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan_sitemap(
    basis: Basis, addresses: Sequence[str], changed: Mapping[str, date], most: int = MOST
) -> Iterator[SiteFile]:
    """Yield the site map of these pages, given from the site's root; in parts when there are many.

    Pages that no search engine shall list are not among `addresses`: only the caller knows them.
    `changed` has the day on which each dossier last changed, by its folder: cases/blr/7-2025.
    """
    if len(addresses) <= most:
        yield whole_file(SITEMAP, partial(_map, basis, addresses, changed), addresses)
        return
    starts = range(0, len(addresses), most)
    for number, start in enumerate(starts, 1):
        part = addresses[start : start + most]
        yield whole_file(f"sitemap-{number}.xml", partial(_map, basis, part, changed), part)
    yield whole_file(SITEMAP, partial(_index, basis, addresses, changed, most), addresses)


def _map(basis: Basis, addresses: Iterable[str], changed: Mapping[str, date]) -> bytes:
    return _xml("urlset", "url", _dated(basis, addresses, changed))


def _index(basis: Basis, addresses: Sequence[str], changed: Mapping[str, date], most: int) -> bytes:
    starts = range(0, len(addresses), most)
    parts = [_dated(basis, addresses[start : start + most], changed) for start in starts]
    return _xml(
        "sitemapindex",
        "sitemap",
        [
            (basis.url(f"sitemap-{number}.xml"), max(day for _, day in part))
            for number, part in enumerate(parts, 1)
        ],
    )


def _dated(
    basis: Basis, addresses: Iterable[str], changed: Mapping[str, date]
) -> list[tuple[str, str]]:
    days = last_days(basis, changed)
    return [
        (basis.url(address), str(days[address]) if address in days else "") for address in addresses
    ]


def dated_by(corpus: Corpus) -> Iterator[str]:
    """Yield what stands for the pages on which each dossier is listed, besides who cites what."""
    for outline in corpus.outlines.values():
        yield f"{outline.reference} {outline.mandates} {outline.topics}"


def last_days(basis: Basis, changed: Mapping[str, date]) -> Mapping[str, date]:
    """Return, for each page of a record, the latest day on which a dossier on it changed.

    A page without such a day is not among them: a site map does not guess.
    """
    corpus = basis.corpus
    days: dict[str, date] = {}

    def note(address: str, day: date) -> None:
        if days.get(address, date.min) < day:
            days[address] = day

    last = {
        reference: day
        for reference in corpus.outlines
        if (day := changed.get(f"cases/{reference.folder}"))
    }
    for reference, day in last.items():
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
            days_of_letters = [last[citing] for citing in letters if citing in last]
            if days_of_letters:
                day = max(days_of_letters)
                address = provision_address(instrument, provision) if provision else ""
                note(address.partition("#")[0] or instrument_address(name), day)
    return days


def _xml(root: str, item: str, pages: Iterable[tuple[str, str]]) -> bytes:
    listing = ET.Element(f"{{{_NAMESPACE}}}{root}")
    for address, day in pages:
        element = ET.SubElement(listing, f"{{{_NAMESPACE}}}{item}")
        ET.SubElement(element, f"{{{_NAMESPACE}}}loc").text = address
        if day:
            ET.SubElement(element, f"{{{_NAMESPACE}}}lastmod").text = day
    return xml_file(listing, _NAMESPACE)


def robots_txt(site_url: str) -> bytes:
    """Return what robots may read: everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {in_full(site_url, SITEMAP)}\n".encode()
