"""Atom (RFC 4287) and JSON Feed 1.1 of the events of letters."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from casebook.exports.basis import Basis
from casebook.exports.entries import Entry, Subject, feed_id, in_words, subjects_of
from casebook.exports.export import Export, export, key_of
from casebook.exports.publisher import NAME, RIGHTS

_ATOM = "http://www.w3.org/2005/Atom"

# XML 1.0 has no way to write these, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plan_feeds(basis: Basis) -> Iterator[Export]:
    """Yield the feeds, each in two formats."""
    for subject in subjects_of(basis):
        key = key_of(
            basis.site_url,
            subject.title,
            [(basis.fact_keys[told.dossier.reference], told.fact.key) for told in subject.entries],
        )
        yield export(f"{subject.path}.atom", key, partial(atom, basis, subject))
        yield export(f"{subject.path}.json", key, partial(json_feed, basis, subject))


def feed_title(subject: Subject) -> str:
    """Return what a reader of feeds lists it under."""
    return f"{NAME}: {subject.title}"


def atom(basis: Basis, subject: Subject) -> bytes:
    """Return an Atom feed. `updated` is the day of an event, never that of the build."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    _add(feed, "id", feed_id(basis.site_url, subject.path))
    _add(feed, "title", feed_title(subject))
    _add(feed, "updated", _moment(subject.entries[0].day))
    _add(
        feed,
        "link",
        rel="self",
        type="application/atom+xml",
        href=basis.url(f"{subject.path}.atom"),
    )
    _add(feed, "link", rel="alternate", type="text/html", href=basis.url(subject.address))
    _add(_add(feed, "author"), "name", NAME)
    _add(feed, "rights", RIGHTS)
    for entry in subject.entries:
        words = in_words(basis, entry)
        element = _add(feed, "entry")
        _add(element, "id", words.id)
        _add(element, "title", words.title)
        _add(element, "updated", _moment(words.day))
        _add(element, "published", _moment(words.day))
        _add(element, "link", rel="alternate", type="text/html", href=words.address)
        _add(element, "category", term=entry.fact.kind)
        _add(element, "summary", words.text)
    ET.indent(feed, " ")
    body = ET.tostring(feed, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    plain = {key: _NOT_XML.sub("", value) for key, value in attributes.items()}
    element = ET.SubElement(parent, f"{{{_ATOM}}}{name}", plain)
    element.text = _NOT_XML.sub("", text) or None
    return element


def _moment(day: date) -> str:
    return f"{day}T00:00:00Z"


def json_feed(basis: Basis, subject: Subject) -> bytes:
    """Return a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed_title(subject),
        "home_page_url": basis.url(subject.address),
        "feed_url": basis.url(f"{subject.path}.json"),
        "description": RIGHTS,
        "authors": [{"name": NAME, "url": basis.url("")}],
        "language": "en",
        "items": [_item(basis, entry) for entry in subject.entries],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(basis: Basis, entry: Entry) -> dict[str, object]:
    words = in_words(basis, entry)
    return {
        "id": words.id,
        "url": words.address,
        "title": words.title,
        "content_text": words.text,
        "date_published": _moment(words.day),
        "tags": [entry.fact.kind],
    }
