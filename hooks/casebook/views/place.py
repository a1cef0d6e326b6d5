"""Places in a dossier's texts, in words."""

from functools import lru_cache

from casebook.identifiers.label import COMMUNICATION, parse_anchor
from casebook.model.address import dossier_address
from casebook.model.dossier import Pinpoint
from casebook.views.page import LinkTo


@lru_cache(maxsize=8192)
def anchor_in_words(anchor: str, *, is_short: bool = False) -> str:
    """Return a place on a dossier's page in words: paragraph 12, request 2, note 1.

    Short: 12, Q2, note 1. A place in another document names it: reply 1, paragraph 3.
    """
    document, _, place = anchor.rpartition(".")
    lead = "" if document in ("", COMMUNICATION) else f"{document.replace('-', ' ')}, "
    if place.startswith("fn"):
        return f"{lead}note {place[2:]}"
    label = parse_anchor(place)
    if not label:
        return anchor.replace("-", " ") or "the text"
    if is_short:
        return f"{lead}{'Q' if label.is_request else ''}{label.number}"
    return f"{lead}{'request' if label.is_request else 'paragraph'} {label.number}"


def pinpoint_link(at: Pinpoint) -> LinkTo:
    """Return a pinpoint in words, leading there: BLR 7/2025, paragraph 8."""
    anchor = at.label.anchor_in(at.document)
    return LinkTo(
        f"{at.reference}, {anchor_in_words(anchor)}", dossier_address(at.reference, anchor)
    )
