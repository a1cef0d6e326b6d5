"""What the head of a dossier's page says to machines: for Zotero, search engines, and cards."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casebook.exports.basis import target_url
from casebook.exports.bibliography import authors_of, letter_in_words
from casebook.exports.making import official, source_of
from casebook.exports.publisher import LICENSE, NAME, in_full
from casebook.model.address import addressee_address, dossier_address, mandate_address
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.reply_state import reply_outcome
from casebook.model.sharing import PICTURE_SIZE, SITE_PICTURE, picture_address
from casebook.words.dates import date_in_words
from casebook.words.vocabulary import AddresseeKind


@dataclass(frozen=True, slots=True)
class MetaTag:
    """One element `meta`, unescaped."""

    attribute: str
    """Which attribute names it: name, or property for OpenGraph."""
    name: str
    content: str


def meta_tags(corpus: Corpus, dossier: Dossier, site_url: str) -> tuple[MetaTag, ...]:
    """Return the tags of a dossier's page: OpenGraph, Highwire Press, Dublin Core.

    A withdrawn dossier gives its reference away, and nothing else.
    """
    address = in_full(site_url, dossier_address(dossier.reference))
    title = dossier.page_title
    picture = in_full(site_url, picture_address(dossier.reference))
    if dossier.withdrawn:
        return _graph("article", title, title, address, picture=picture, shown=title)
    letter = letter_in_words(dossier, corpus.recipient_of(dossier))
    sent = dossier.sent
    dated = f"{letter}, {date_in_words(sent) if sent else 'date not known'}"
    shown = f"{dated}: {dossier.title}. {reply_outcome(dossier).in_words}."
    about = dossier.summary or f"{letter}."
    tags = [*_graph("article", title, about, address, picture=picture, shown=shown)]

    def add(name: str, content: str | None) -> None:
        if content:
            tags.append(MetaTag("name", name, content))

    # Highwire's tags speak of the letter, which we call by our title for want of its own: as
    # libraries do, in square brackets. Dublin Core's speak of our page.
    add("citation_title", f"{letter} [{dossier.title}]")
    for author in authors_of(corpus, dossier):
        add("citation_author", author)
    add("citation_publication_date", f"{sent:%Y/%m/%d}" if sent else None)
    # This name makes reference managers take the letter for a report, with number and body.
    add("citation_technical_report_number", dossier.label)
    add("citation_technical_report_institution", "United Nations Special Procedures")
    add("citation_language", dossier.language)
    add("citation_public_url", address)
    source = source_of(dossier, "communication")
    add("DC.title", title)
    add("DC.creator", NAME)
    add("DC.publisher", NAME)
    add("DC.type", "Text")
    add("DC.identifier", address)
    add("DC.source", official(source) or dossier.label)
    add("DC.language", "en")
    add("DC.description", dossier.summary)
    add("DC.rights", LICENSE)
    return tuple(tags)


def page_tags(title: str, description: str, address: str, site_url: str) -> tuple[MetaTag, ...]:
    """Return the tags of any other page, whose address is given from the site's root."""
    picture = in_full(site_url, SITE_PICTURE)
    whole = in_full(site_url, address)
    return _graph("website", title, description, whole, picture=picture, shown=NAME)


def _graph(
    kind: str, title: str, description: str, address: str, *, picture: str, shown: str
) -> tuple[MetaTag, ...]:
    width, height = PICTURE_SIZE
    return (
        MetaTag("property", "og:type", kind),
        MetaTag("property", "og:site_name", NAME),
        MetaTag("property", "og:title", title),
        MetaTag("property", "og:description", description),
        MetaTag("property", "og:url", address),
        MetaTag("property", "og:image", picture),
        MetaTag("property", "og:image:type", "image/png"),
        MetaTag("property", "og:image:width", str(width)),
        MetaTag("property", "og:image:height", str(height)),
        MetaTag("property", "og:image:alt", shown),
        MetaTag("name", "twitter:card", "summary_large_image"),
    )


def json_ld(
    corpus: Corpus, dossier: Dossier, site_url: str, changed: date | None = None
) -> dict[str, Any]:
    """Return the schema.org description of a dossier's page, which last `changed` then.

    The page and the letter are two things: the letter is what the page is based on.
    """
    address = in_full(site_url, dossier_address(dossier.reference))
    page: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "publisher": {"@type": "Organization", "name": NAME, "url": in_full(site_url, "")},
        "license": LICENSE,
    }
    if dossier.withdrawn:
        return {**page, "name": dossier.page_title}
    letter = {
        "@type": "Message",
        "@id": f"{address}#communication",
        "identifier": dossier.label,
        "name": letter_in_words(dossier, corpus.recipient_of(dossier)),
        "sender": [_mandate(corpus, name, site_url) for name in dossier.mandates or ()],
        "recipient": _recipient(corpus, dossier, site_url),
        "dateSent": str(dossier.sent) if dossier.sent else None,
        "inLanguage": dossier.language,
        "url": official(source_of(dossier, "communication")),
        "citation": _cited(corpus, dossier, site_url),
    }
    return _known(
        {
            **page,
            "name": dossier.page_title,
            "abstract": dossier.summary,
            "inLanguage": "en",
            "dateModified": str(changed) if changed else None,
            "isBasedOn": _known(letter),
        }
    )


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [])}


def _mandate(corpus: Corpus, name: str, site_url: str) -> dict[str, Any]:
    held = corpus.mandates.get(name)
    return {
        "@type": "Organization",
        "name": held.name if held else name,
        "url": in_full(site_url, mandate_address(name)),
    }


def _recipient(corpus: Corpus, dossier: Dossier, site_url: str) -> dict[str, Any]:
    code = dossier.reference.addressee
    held = corpus.addressees.get(code)
    address = in_full(site_url, addressee_address(code))
    if held and held.kind is AddresseeKind.STATE:
        # A message is sent to somebody; a country is a place.
        return {
            "@type": "GovernmentOrganization",
            "name": f"Government of {held.in_sentence}",
            "areaServed": {"@type": "Country", "name": held.name},
            "url": address,
        }
    name = dossier.addressee_name or corpus.addressee_name(code)
    return {"@type": "Organization", "name": name, "url": address}


def _cited(corpus: Corpus, dossier: Dossier, site_url: str) -> list[str]:
    """Return our pages of everything that the dossier cites, each once, in reading order."""
    found = (
        target_url(corpus, target, site_url)
        for occurrence in corpus.occurrences[dossier.reference]
        for target in occurrence.citation.targets
        if target != dossier.reference
    )
    return list(dict.fromkeys(address for address in found if address))
