"""A citation with the words around it."""

from dataclasses import dataclass
from datetime import date

from casebook.model.address import dossier_address
from casebook.model.corpus import Corpus, Occurrence
from casebook.model.reply_state import ReplyOutcome
from casebook.views.place import anchor_in_words
from casebook.words.language import direction_of
from casebook.words.vocabulary import Origin

WORDS_AROUND = 160
"""How many characters of the paragraph are shown on either side of a citation."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """One citation in its paragraph, cut to size."""

    before: str
    surface: str
    after: str
    place: str
    """The paragraph in words: paragraph 12."""
    address: str
    """The paragraph itself."""
    language: str
    direction: str
    is_verbatim: bool
    """Whether these are the document's own words."""
    is_found: bool
    """Whether a machine found the citation; otherwise an editor made it."""
    target: str = ""
    """Which of several provisions it cites, in words."""


@dataclass(frozen=True, slots=True)
class CitingLetter:
    """The citations that one letter makes, with what a list of them says of the letter."""

    label: str
    """UA BLR 7/2025."""
    title: str
    address: str
    addressee: str
    sent: date | None
    reply: ReplyOutcome
    snippets: tuple[Snippet, ...]


def snippet_of(corpus: Corpus, occurrence: Occurrence, target: str = "") -> Snippet:
    """Return a citation with up to WORDS_AROUND characters on either side, whole words only."""
    plain, citation = occurrence.paragraph.plain, occurrence.citation
    start, end = citation.start, citation.end
    document = corpus.dossiers[occurrence.reference].document(occurrence.document)
    text = document.texts[0] if document and document.texts else None
    language = text.language if text else "en"
    return Snippet(
        before=_before(plain, start),
        surface=plain[start:end],
        after=_after(plain, end),
        place=anchor_in_words(occurrence.anchor),
        address=dossier_address(occurrence.reference, occurrence.anchor),
        language=language,
        direction=direction_of(language),
        is_verbatim=bool(text and text.is_verbatim),
        is_found=citation.origin is Origin.FOUND,
        target=target,
    )


def _before(plain: str, start: int) -> str:
    if start <= WORDS_AROUND:
        return plain[:start]
    cut = plain[start - WORDS_AROUND : start]
    return f"… {cut[cut.find(' ') + 1 :]}"


def _after(plain: str, end: int) -> str:
    if len(plain) - end <= WORDS_AROUND:
        return plain[end:]
    cut = plain[end : end + WORDS_AROUND]
    return f"{cut[: cut.rfind(' ')]} …" if " " in cut else f"{cut} …"
