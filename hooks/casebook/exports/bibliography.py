"""What there is to cite of a dossier: the UN's document, and our page about it, told apart."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from casebook.exports.basis import Basis
from casebook.exports.making import official, source_of
from casebook.exports.publisher import AUTHORS, NAME, OTHERS
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.words.dates import date_in_words


@dataclass(frozen=True, slots=True)
class Work:
    """One thing that can be cited."""

    key: str
    """Its id in files of references: blr-7-2025 for the document, casebook-blr-7-2025 for us."""
    is_page: bool
    """Whether it is our page; otherwise it is the letter itself."""
    title: str
    authors: tuple[str, ...]
    """Bodies, not persons: written as they stand."""
    genre: str
    number: str
    """The reference with its type: UA BLR 7/2025."""
    issued: date | None
    publisher: str | None
    url: str | None
    note: str
    language: str | None


def works_of(basis: Basis, dossier: Dossier) -> tuple[Work, ...]:
    """Return the UN's document and our page; of a withdrawn dossier the page alone."""
    addressee = basis.corpus.recipient_of(dossier)
    gone = dossier.withdrawn
    slug = dossier.reference.folder.replace("/", "-")
    page = Work(
        key=f"{NAME.lower()}-{slug}",
        is_page=True,
        title=dossier.page_title,
        authors=(NAME,),
        genre="case dossier",
        number=str(dossier.reference) if gone else dossier.label,
        issued=None,
        publisher=NAME,
        url=basis.page_url(dossier),
        note=f"Withdrawn on {date_in_words(gone.date)}: {gone.reason}"
        if gone
        else f"A page about the {_letter(dossier, addressee)}. {held_of(dossier).value[0]}",
        language=None if gone else "en",
    )
    if gone:
        return (page,)
    source = source_of(dossier, "communication")
    document = Work(
        key=slug,
        is_page=False,
        title=letter_in_words(dossier, addressee),
        authors=authors_of(basis.corpus, dossier),
        genre=dossier.type.in_words if dossier.type else "communication",
        number=dossier.label,
        issued=dossier.sent,
        publisher=source.publisher if source else None,
        url=official(source),
        note="The letter itself, as its publisher has it.",
        language=dossier.language,
    )
    return (document, page)


def authors_of(corpus: Corpus, dossier: Dossier) -> tuple[str, ...]:
    """Return the mandates that wrote a letter; who they belong to, when they are not known."""
    names = (
        corpus.mandates[mandate].name if mandate in corpus.mandates else mandate
        for mandate in dossier.mandates or ()
    )
    others = (OTHERS,) if dossier.has_more_senders else ()
    return (*names, *others) or (AUTHORS,)


def letter_in_words(dossier: Dossier, addressee: str) -> str:
    """Return what a letter is called: Urgent appeal UA BLR 7/2025 to Belarus."""
    kind = dossier.type.in_words if dossier.type else "communication"
    return f"{kind[:1].upper()}{kind[1:]} {dossier.label} to {addressee}"


def _letter(dossier: Dossier, addressee: str) -> str:
    words = _decapitalised(letter_in_words(dossier, addressee))
    of = f" of {date_in_words(dossier.sent)}" if dossier.sent else ", date not known"
    return f"{words}{of}"


class Held(Enum):
    """Which words of the letter our page has: in a note, and in a citation."""

    VERBATIM = ("It has the text of the letter.", "")
    RESTATED = ("It restates the letter in other words.", " (restated)")
    NONE = ("It gives facts about the letter, not its text.", " (facts only)")


def held_of(dossier: Dossier) -> Held:
    """Return which words of the letter our page has."""
    communication = dossier.document("communication")
    if not communication or not communication.texts:
        return Held.NONE
    return Held.VERBATIM if communication.texts[0].is_verbatim else Held.RESTATED


def cite_as(dossier: Dossier, addressee_name: str, address: str) -> str:
    """Return how to cite our page, or with the address of a paragraph that paragraph.

    `addressee_name` is as a sentence has it: the United Kingdom. A withdrawn dossier is cited
    by its reference alone.
    """
    if dossier.withdrawn:
        words = f"{dossier.reference}: withdrawn. {NAME}"
    else:
        sent = date_in_words(dossier.sent) if dossier.sent else "date not known"
        letter = _decapitalised(letter_in_words(dossier, addressee_name))
        words = f"{dossier.title}: {letter}, {sent}. {NAME}{held_of(dossier).value[1]}"
    return f"{words}, {address}."


def _decapitalised(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def cite_document(corpus: Corpus, dossier: Dossier, addressee_name: str) -> str | None:
    """Return how to cite the letter itself; None when the dossier was withdrawn."""
    if dossier.withdrawn:
        return None
    authors = authors_of(corpus, dossier)
    by = authors[0] if len(authors) == 1 else f"{authors[0]} and {len(authors) - 1} other mandates"
    if len(authors) == 2:
        by = f"{authors[0]} and {authors[1]}"
    sent = date_in_words(dossier.sent) if dossier.sent else "date not known"
    source = source_of(dossier, "communication")
    place = ", ".join(filter(None, (source.publisher, source.url))) if source else ""
    letter = _decapitalised(letter_in_words(dossier, addressee_name))
    return f"{by}, {letter}, {sent}{f'. {place}' if place else ''}."
