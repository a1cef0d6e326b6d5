"""Records made by hand for tests: sensible defaults, everything can be given.

The addressee XXX and all that is said about it are invented.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Any

from casebook.citations.citation import Citation, DocumentTarget, StandardTarget, Target
from casebook.identifiers.label import parse_label
from casebook.identifiers.provision import parse_provision
from casebook.identifiers.reference import Reference, parse_reference
from casebook.identifiers.symbol import parse_symbol
from casebook.model.corpus import Corpus, index_corpus
from casebook.model.dossier import Document, Dossier, Person, RelatedTo, Reply
from casebook.model.occurrence import Occurrences, find_occurrences
from casebook.model.outline import outline_of
from casebook.model.register import Addressee, Mandate, Topic
from casebook.model.standard import Instrument, ProvisionEntry
from casebook.model.text import Block, Inline, Link, Paragraph, Text, Words
from casebook.words.vocabulary import (
    AddresseeKind,
    CitationKind,
    CommunicationType,
    InstrumentKind,
    MandateKind,
    Naming,
    Origin,
    Relation,
)

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def reference(text: str) -> Reference:
    """`XXX 7/2025`."""
    parsed = parse_reference(text)
    assert parsed, text
    return parsed


def target(text: str) -> Target:
    """`iccpr#article-14.7`, `iccpr`, `XXX 7/2025`, `A/HRC/41/33`."""
    if found := parse_reference(text):
        return found
    name, _, place = text.partition("#")
    if symbol := parse_symbol(name):
        return DocumentTarget(symbol, parse_provision(place))
    return StandardTarget(name, parse_provision(place))


def paragraph(label: str, words: str, origin: Origin = Origin.EDITOR) -> Paragraph:
    """A paragraph in which `[article 7](iccpr#article-7)` is a citation.

    Several targets of one citation are set apart by a space and a plus sign.
    """
    content: list[Inline] = []
    citations = []
    plain = ""
    at = 0
    for match in _LINK.finditer(words):
        content.append(Words(words[at : match.start()]))
        plain += words[at : match.start()]
        targets = tuple(target(part) for part in match[2].split(" + "))
        kind = (
            CitationKind.COMMUNICATION
            if isinstance(targets[0], Reference)
            else CitationKind.PROVISION
        )
        citations.append(Citation(kind, match[1], targets, len(plain), origin))
        content.append(Link(match[2], (Words(match[1]),)))
        plain += match[1]
        at = match.end()
    content.append(Words(words[at:]))
    return Paragraph(
        content=tuple(content),
        line=int(re.sub(r"\D", "", label) or 1),
        label=parse_label(label),
        plain=plain + words[at:],
        citations=tuple(citations),
    )


def text(*paragraphs: Paragraph, language: str = "en", is_verbatim: bool = False) -> Text:
    """A text of these paragraphs."""
    return Text("cases/xxx/text.md", language, is_verbatim, paragraphs)


def dossier(name: str = "XXX 7/2025", *paragraphs: Paragraph, **given: Any) -> Dossier:
    """A dossier of the letter `name`; with paragraphs, it has a text of them."""
    held = reference(name)
    documents = tuple(
        Document("communication", texts=(replace(text(*paragraphs), path=f"cases/{held.folder}"),))
        for _ in (paragraphs[:1])
    )
    defaults: dict[str, Any] = {
        "title": "A bridge that was closed",
        "path": f"cases/{held.folder}/dossier.yml",
        "type": CommunicationType.AL,
        "sent": date(held.year, 3, 1),
        "language": "en",
        "summary": "The experts ask why a bridge was closed.",
        "documents": documents,
    }
    return Dossier(held, **{**defaults, **given})


def reply(received: date | None = date(2025, 5, 1), number: int = 1, **given: Any) -> Reply:
    """A reply."""
    return Reply(f"reply-{number}", received, **given)


def related(to: str, kind: Relation = Relation.FOLLOWS_UP) -> RelatedTo:
    """A relation to another letter."""
    return RelatedTo(reference(to), kind)


def person(name: str, naming: Naming = Naming.PUBLIC, *also: str) -> Person:
    """A person a letter names."""
    return Person(name, naming, also)


def gloss(words: str) -> tuple[Block, ...]:
    """A gloss of one paragraph."""
    return (Paragraph((Words(words),), 1, plain=words),)


def entry(place: str, words: str = "", last: str | None = None, line: int = 1) -> ProvisionEntry:
    """A heading of an instrument's file."""
    provision = parse_provision(place)
    assert provision, place
    return ProvisionEntry(
        provision,
        parse_provision(last) if last else None,
        "",
        gloss(words) if words else (),
        line,
    )


def instrument(name: str = "iccpr", *places: str | ProvisionEntry, **given: Any) -> Instrument:
    """An instrument with headings for these places."""
    defaults: dict[str, Any] = {
        "title": f"The {name} in full",
        "short": name.upper(),
        "kind": InstrumentKind.TREATY,
        "path": f"standards/{name}.md",
    }
    entries = tuple(
        entry(place, f"Says {place}.") if isinstance(place, str) else place for place in places
    )
    return Instrument(name, entries=entries, **{**defaults, **given})


def mandate(name: str = "wgad", kind: MandateKind = MandateKind.THEMATIC, **given: Any) -> Mandate:
    """A mandate."""
    return Mandate(name, f"Working Group {name}", kind, **given)


def topic(name: str = "bridges") -> Topic:
    """A topic."""
    return Topic(name, name.capitalize(), f"Letters on {name}.")


def addressee(code: str = "XXX", **given: Any) -> Addressee:
    """An addressee."""
    return Addressee(code, f"State of {code}", AddresseeKind.STATE, **given)


def many(count: int, year: int = 2025, words: str = "Nothing.", **given: Any) -> Sequence[Dossier]:
    """That many letters of one year, each with one paragraph."""
    return [
        dossier(f"XXX {number}/{year}", paragraph("1", words), **given)
        for number in range(1, count + 1)
    ]


def _occurrences_in(dossier: Dossier) -> Occurrences:
    found = tuple(find_occurrences(dossier))
    return Occurrences([each.citation.printed for each in found], found.__getitem__)


def _digest(dossier: Dossier) -> str:
    texts = [text for document in dossier.documents for text in document.texts]
    said = [(text.blocks, text.notes) for text in texts]
    return blake2b(repr((dossier, said)).encode("utf-8", "surrogatepass")).hexdigest()


def build_corpus(
    dossiers: Iterable[Dossier],
    instruments: Iterable[Instrument] = (),
    mandates: Iterable[Mandate] = (),
    topics: Iterable[Topic] = (),
    addressees: Iterable[Addressee] = (),
) -> Corpus:
    """Return the corpus of these records, all of them in memory."""
    ordered = sorted(dossiers, key=lambda dossier: dossier.reference.sort_key)
    held = {dossier.reference: dossier for dossier in ordered}
    occurrences = {
        reference: _occurrences_in(dossier)
        for reference, dossier in held.items()
        if not dossier.withdrawn
    }
    outlines = [
        outline_of(dossier, occurrences.get(which, ()), _digest(dossier))
        for which, dossier in held.items()
    ]
    return index_corpus(
        outlines,
        held,
        occurrences,
        occurrences,
        instruments=instruments,
        mandates=mandates,
        topics=topics,
        addressees=addressees,
    )
