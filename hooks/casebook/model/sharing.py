"""What other sites show of a dossier: a picture of it, and a small page in a frame."""

from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address

PICTURE_SIZE = (1200, 630)
"""Width and height in pixels: what sites that show cards of links ask for."""

FRAME_SIZE = (600, 240)
"""Width and height in CSS pixels. A narrower frame is as high: what does not fit can be scrolled."""

SITE_PICTURE = "assets/card.png"
"""The picture of every page that has none of its own."""


def picture_address(reference: Reference) -> str:
    """Return the picture of a dossier, from the site's root."""
    return f"{dossier_address(reference)}card.png"


def frame_address(reference: Reference) -> str:
    """Return the page about a dossier that other sites may show in a frame, from the site's root."""
    return f"embed/{dossier_address(reference)}"


def oembed_address(reference: Reference) -> str:
    """Return what tells programs how to show the frame, from the site's root."""
    return f"{dossier_address(reference)}oembed.json"
