"""What the head of a page says to machines: metadata, and the same record in other formats."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from casebook.exports.alternates import Alternate, dossier_alternates
from casebook.exports.basis import Basis
from casebook.exports.metadata import MetaTag, json_ld, meta_tags, page_tags
from casebook.model.address import dossier_address
from casebook.model.dossier import Dossier


class Heads:
    """The heads of all pages, by address from the site's root."""

    def __init__(self, basis: Basis, feeds: Mapping[str, tuple[Alternate, ...]]) -> None:
        """Begin: `feeds` are those of `feed_alternates`."""
        corpus = basis.corpus
        self._basis = basis
        self._feeds = feeds
        self._dossiers: Mapping[str, Dossier] = {
            dossier_address(reference): dossier for reference, dossier in corpus.dossiers.items()
        }

    def key(self, address: str) -> str:
        """Return what a head depends on, besides the page's title and description."""
        dossier = self._dossiers.get(address)
        if not dossier:
            return repr(self._feeds.get(address, ()))
        return (
            f"{self._basis.fact_keys[dossier.reference]} {self._basis.text_keys[dossier.reference]}"
        )

    def html(self, address: str, title: str, description: str) -> str:
        """Return the elements that belong into the head of a page."""
        dossier = self._dossiers.get(address)
        corpus, site_url = self._basis.corpus, self._basis.site_url
        if not dossier:
            tags = page_tags(title, description, address, site_url)
            feeds = self._feeds.get(address, ())
            return "".join((*map(_meta, tags), *map(_link, feeds)))
        tags = meta_tags(corpus, dossier, site_url)
        links = () if dossier.withdrawn else dossier_alternates(dossier, site_url)
        data = json_ld(corpus, dossier, site_url)
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
