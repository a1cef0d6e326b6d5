"""What the head of a page says to machines: metadata, and the same record in other formats."""

import json
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from casebook.exports.alternates import Alternate, dossier_alternates
from casebook.exports.basis import Basis
from casebook.exports.metadata import MetaTag, json_ld, meta_tags, page_tags
from casebook.model.dossier import Dossier


class Heads:
    """The heads of all pages."""

    def __init__(self, basis: Basis, feeds: Mapping[str, tuple[Alternate, ...]]) -> None:
        """Begin: `feeds` are those of `feed_alternates`."""
        self._basis = basis
        self._feeds = feeds

    def of_page(self, address: str, title: str, description: str) -> str:
        """Return the elements that belong into the head of a page, given from the site's root."""
        tags = page_tags(title, description, address, self._basis.site_url)
        return "".join((*map(_meta, tags), *map(_link, self._feeds.get(address, ()))))

    def of_dossier(self, dossier: Dossier, changed: date | None) -> str:
        """Return the elements that belong into the head of a dossier's page, last `changed` then."""
        corpus, site_url = self._basis.corpus, self._basis.site_url
        tags = meta_tags(corpus, dossier, site_url)
        links = () if dossier.withdrawn else dossier_alternates(dossier, site_url)
        data = json_ld(corpus, dossier, site_url, changed)
        return "".join((*map(_meta, tags), *map(_link, links), _data(data)))


def _meta(tag: MetaTag) -> str:
    return f'<meta {tag.attribute}="{escape(tag.name)}" content="{escape(tag.content)}">\n'


def _link(alternate: Alternate) -> str:
    return (
        f'<link rel="alternate" type="{escape(alternate.media_type)}" '
        f'title="{escape(alternate.title)}" href="{escape(alternate.address)}">\n'
    )


def _data(data: Mapping[str, Any]) -> str:
    # A data block, not a script; "<" is written so that no text can end it.
    written = json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{written}</script>\n'
