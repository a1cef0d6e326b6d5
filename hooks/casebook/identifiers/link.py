"""Where an editor's link leads: a standard, a dossier, a paragraph, a page of the web."""

import re
from dataclasses import dataclass
from functools import lru_cache

from casebook.identifiers.reference import Reference, parse_folder


@dataclass(frozen=True, slots=True)
class StandardLink:
    """A link to an instrument's file: /standards/iccpr.md#article-7."""

    instrument: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class DossierLink:
    """A link to a dossier's folder, or a file in it: /cases/blr/6-2024/#p3."""

    reference: Reference
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class AnchorLink:
    """A link to a place on the same page: #p12."""

    fragment: str


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link to another site."""

    address: str


LinkTarget = StandardLink | DossierLink | AnchorLink | WebLink

_STANDARD = re.compile(r"/standards/([a-z0-9]+(?:-[a-z0-9]+)*)\.md(?:#([a-z0-9.-]+))?")
_DOSSIER = re.compile(
    r"/cases/([a-z]{3})/([0-9]+-[0-9]+)/(?:[a-z0-9.-]+\.(?:md|yml))?(?:#([\w.-]+))?"
)
_ANCHOR = re.compile(r"#([\w.-]+)")
_WEB = re.compile(
    r"https?://(?![^/?#]*@)[^\s<>\"`\\^{|}\x00-\x20\x7f]+|mailto:[\w.+-]+@[\w.-]+", re.IGNORECASE
)


@lru_cache(4096)
def parse_link(target: str) -> LinkTarget | None:
    """Return where the target of a Markdown link leads, or None when it may not be followed.

    Only these forms are links at all: everything else, scripts and relative paths included, is a
    problem for the editor and never becomes an address on a page.
    """
    if match := _STANDARD.fullmatch(target):
        return StandardLink(match[1], match[2] or "")
    if match := _DOSSIER.fullmatch(target):
        reference = parse_folder(match[1], match[2])
        return DossierLink(reference, match[3] or "") if reference else None
    if match := _ANCHOR.fullmatch(target):
        return AnchorLink(match[1])
    return WebLink(target) if _WEB.fullmatch(target) else None
