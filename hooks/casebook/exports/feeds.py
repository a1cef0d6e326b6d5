"""Atom (RFC 4287) and JSON Feed 1.1 of the events of letters."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from casebook.exports.basis import Basis
from casebook.exports.entries import feed_id, in_words
from casebook.exports.publisher import NAME, RIGHTS
from casebook.exports.subjects import Entry, Subject
from casebook.exports.written import json_file, xml_file
from casebook.model.site_file import SiteFile, whole_file

_ATOM = "http://www.w3.org/2005/Atom"

# XML 1.0 has no way to write these, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plan_feeds(basis: Basis) -> Iterator[SiteFile]:
    """Yield the feeds, each in two formats."""
    for path in basis.subjects:
        yield whole_file(f"{path}.atom", partial(_made, atom, basis, path))
        yield whole_file(f"{path}.json", partial(_made, json_feed, basis, path))


def _made(write: Callable[[Basis, Subject], bytes], basis: Basis, path: str) -> bytes:
    return write(basis, basis.subjects[path])


def feed_title(subject: Subject) -> str:
    """Return what a reader of feeds lists it under."""
    return f"{NAME}: {subject.title}"


def atom(basis: Basis, subject: Subject) -> bytes:
    """Return an Atom feed. `updated` is the day of an event, never that of the build."""
    feed = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    _add(feed, "id", feed_id(basis.site_url, subject.path))
    _add(feed, "title", feed_title(subject))
    _add(feed, "updated", _moment(basis.entries[subject.path][0].day))
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
    for entry in basis.entries[subject.path]:
        words = in_words(basis, entry)
        element = _add(feed, "entry")
        _add(element, "id", words.id)
        _add(element, "title", words.title)
        _add(element, "updated", _moment(words.day))
        _add(element, "published", _moment(words.day))
        _add(element, "link", rel="alternate", type="text/html", href=words.address)
        _add(element, "category", term=words.kind)
        _add(element, "summary", words.text)
    return xml_file(feed, _ATOM)


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
        "items": [_item(basis, entry) for entry in basis.entries[subject.path]],
    }
    return json_file(feed)


def _item(basis: Basis, entry: Entry) -> dict[str, object]:
    words = in_words(basis, entry)
    return {
        "id": words.id,
        "url": words.address,
        "title": words.title,
        "content_text": words.text,
        "date_published": _moment(words.day),
        "tags": [words.kind],
    }
