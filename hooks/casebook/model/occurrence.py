"""A citation where it stands, with the words around it: what other pages show of a text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from casebook.citations.citation import Citation
from casebook.identifiers.label import COMMUNICATION
from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier
from casebook.model.text import Paragraph, Text, paragraphs_in

WORDS_AROUND = 160
"""How many characters of the paragraph are kept on either side of a citation."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One citation where it stands."""

    reference: Reference
    """The dossier that cites."""
    document: str
    """The document of the dossier: communication, reply-1."""
    path: str
    """The file."""
    line: int
    """Where the paragraph begins in it."""
    anchor: str
    """The fragment on the dossier's page: p12, reply-1.p3, fn1."""
    language: str
    """Of the words: en, fr."""
    is_verbatim: bool
    """Whether these are the document's own words."""
    citation: Citation
    before: str
    """Up to WORDS_AROUND characters of the paragraph, whole words only."""
    after: str


class Occurrences(Iterable[Occurrence]):
    """The citations of one dossier, in reading order. Each is made when somebody looks at it.

    The page of a provision shows one citation of a letter that makes twenty.
    """

    def __init__(
        self, targets: Sequence[tuple[str, ...]], make: Callable[[int], Occurrence]
    ) -> None:
        """`targets` are those of each citation, as printed; `make` takes its place among them."""
        self._targets = targets
        self._make = make

    @property
    def remembering(self) -> "Occurrences":
        """The same, of which each is made once: for whoever looks at all of them again and again."""
        return Occurrences(self._targets, cache(self._make))

    def __iter__(self) -> Iterator[Occurrence]:
        return map(self._make, range(len(self._targets)))

    def pointing_at(self, targets: AbstractSet[str]) -> Iterator[Occurrence]:
        """Yield those with a target among these, as printed."""
        for index, held in enumerate(self._targets):
            if not targets.isdisjoint(held):
                yield self._make(index)


def find_occurrences(dossier: Dossier) -> Iterator[Occurrence]:
    """Yield every citation in the first text of each document, in reading order.

    The other texts of a document say the same again: they are not counted twice.
    """
    for document in dossier.documents:
        for text in document.texts[:1]:
            for anchor, paragraph in anchored_paragraphs(text, document.id):
                for citation in paragraph.citations:
                    plain = paragraph.plain
                    yield Occurrence(
                        dossier.reference,
                        document.id,
                        text.path,
                        paragraph.line,
                        anchor,
                        text.language,
                        text.is_verbatim,
                        citation,
                        _before(plain, citation.start),
                        _after(plain, citation.end),
                    )


def anchored_paragraphs(text: Text, document: str) -> Iterator[tuple[str, Paragraph]]:
    """Yield every paragraph with the fragment a link to it carries.

    `document` is what anchors in the text carry: see `Dossier.text_id`. A paragraph without a label, such as a quotation under [12], is reached by the label before
    it; one in a footnote by the footnote.
    """
    prefix = "" if document == COMMUNICATION else f"{document}."
    of = document.partition(".")[0]
    anchor = "" if of == COMMUNICATION else of
    for paragraph in paragraphs_in(text.blocks):
        if paragraph.label:
            anchor = paragraph.label.anchor_in(document)
        yield anchor, paragraph
    for note in text.notes:
        for paragraph in paragraphs_in(note.blocks):
            yield f"{prefix}fn{note.id}", paragraph


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
