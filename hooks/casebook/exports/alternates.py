"""Where a page says that its record can be had in another format: `link rel=alternate`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from casebook.exports.basis import Basis
from casebook.exports.feeds import feed_title
from casebook.exports.oembed import OEMBED_TYPE
from casebook.exports.publisher import NAME, in_full
from casebook.model.address import dossier_address
from casebook.model.dossier import Dossier
from casebook.model.sharing import oembed_address


@dataclass(frozen=True, slots=True)
class Alternate:
    """One other format."""

    address: str
    """In full."""
    media_type: str
    title: str


def dossier_alternates(dossier: Dossier, site_url: str) -> tuple[Alternate, ...]:
    """Return the formats of a dossier's page."""
    page = in_full(site_url, dossier_address(dossier.reference))
    oembed = in_full(site_url, oembed_address(dossier.reference))
    return (
        Alternate(f"{page}dossier.json", "application/json", "The whole record"),
        Alternate(f"{page}citation.bib", "application/x-bibtex", "BibTeX"),
        Alternate(f"{page}citation.ris", "application/x-research-info-systems", "RIS"),
        Alternate(
            f"{page}citation.csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON"
        ),
        Alternate(oembed, OEMBED_TYPE, dossier.page_title),
    )


def feed_alternates(basis: Basis) -> Mapping[str, tuple[Alternate, ...]]:
    """Return the feeds and calendars of every page that has some, by its address from the root.

    Those under the empty address, of the home, tell of the whole site.
    """
    found: dict[str, list[Alternate]] = defaultdict(list)
    for subject in basis.subjects.values():
        title = feed_title(subject)
        for kind, media_type in (
            ("atom", "application/atom+xml"),
            ("json", "application/feed+json"),
        ):
            address = basis.url(f"{subject.path}.{kind}")
            found[subject.address].append(Alternate(address, media_type, title))
    for days in basis.calendars.values():
        address = basis.url(days.path)
        found[days.address].append(Alternate(address, "text/calendar", f"{NAME}: {days.title}"))
    return {address: tuple(held) for address, held in found.items()}
