"""How other sites show a dossier: a frame, and oEmbed (https://oembed.com/), which offers it."""

from html import escape

from casebook.exports.publisher import NAME, in_full
from casebook.exports.written import json_file
from casebook.model.dossier import Dossier
from casebook.model.sharing import FRAME_SIZE, PICTURE_SIZE, frame_address, picture_address

OEMBED_TYPE = "application/json+oembed"
"""The media type by which programs find it in the head of a page."""

_A_DAY = 86_400


def frame_html(dossier: Dossier, site_url: str) -> str:
    """Return the element that shows a dossier on another site."""
    width, height = FRAME_SIZE
    address = in_full(site_url, frame_address(dossier.reference))
    return (
        f'<iframe src="{escape(address)}" title="{escape(dossier.page_title)}" '
        f'width="{width}" height="{height}" loading="lazy" style="border:0;max-width:100%">'
        "</iframe>"
    )


def oembed_json(dossier: Dossier, site_url: str) -> bytes:
    """Return what a program needs to show a dossier. A withdrawn one gives its reference away."""
    width, height = FRAME_SIZE
    picture_width, picture_height = PICTURE_SIZE
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": NAME,
        "provider_url": in_full(site_url, ""),
        "title": dossier.page_title,
        "html": frame_html(dossier, site_url),
        "width": width,
        "height": height,
        "thumbnail_url": in_full(site_url, picture_address(dossier.reference)),
        "thumbnail_width": picture_width,
        "thumbnail_height": picture_height,
        # Corrections and withdrawals should not have to wait for long.
        "cache_age": _A_DAY,
    }
    return json_file(answer)
