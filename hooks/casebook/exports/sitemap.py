"""What search engines are told: every page with the day on which its record last changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from casebook.exports.basis import Basis
from casebook.exports.export import Export, export, key_of
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
from casebook.model.happenings import last_recorded

SITEMAP = "sitemap.xml"
MOST = 50_000
"""How many addresses one site map may have (https://www.sitemaps.org/protocol.html)."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan_sitemap(basis: Basis, addresses: Iterable[str], most: int = MOST) -> Iterator[Export]:
    """Yield the site map of these pages, given from the site's root; in parts when there are many.

    Pages that no search engine shall list are not among `addresses`: only the caller knows them.
    """
    days = last_days(basis)
    pages = [
        (basis.url(address), str(days[address]) if address in days else "") for address in addresses
    ]
    if len(pages) <= most:
        yield export(SITEMAP, key_of(pages), partial(_xml, "urlset", "url", pages))
        return
    parts = []
    for number, start in enumerate(range(0, len(pages), most), 1):
        part = pages[start : start + most]
        path = f"sitemap-{number}.xml"
        yield export(path, key_of(part), partial(_xml, "urlset", "url", part))
        parts.append((basis.url(path), max(day for _, day in part)))
    yield export(SITEMAP, key_of(parts), partial(_xml, "sitemapindex", "sitemap", parts))


def last_days(basis: Basis) -> Mapping[str, date]:
    """Return, for each page of a record, the latest day that anything on it recorded.

    A page without such a day is not among them: a site map does not guess.
    """
    corpus = basis.corpus
    days: dict[str, date] = {}

    def note(address: str, day: date) -> None:
        days[address] = max(day, days.get(address, day))

    recorded = {
        reference: day
        for reference, dossier in corpus.dossiers.items()
        if (day := last_recorded(dossier))
    }
    for reference, day in recorded.items():
        dossier = corpus.dossiers[reference]
        for address in (
            dossier_address(reference),
            addressee_address(reference.addressee),
            year_address(reference.year),
            "",
            "cases/",
            "replies/",
        ):
            note(address, day)
        if not dossier.withdrawn:
            for mandate in dossier.mandates or ():
                note(mandate_address(mandate), day)
            for topic in dossier.topics:
                note(topic_address(topic), day)
    for name, places in basis.citing.items():
        instrument = corpus.instruments[name]
        for provision, letters in places.items():
            day = max((recorded[citing] for citing in letters if citing in recorded), default=None)
            if day:
                note(instrument_address(name), day)
                if provision:
                    note(provision_address(instrument, provision).partition("#")[0], day)
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
