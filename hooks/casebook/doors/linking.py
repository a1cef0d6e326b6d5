"""Citations of a text in its source: where they stand, and the source with links on them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from casebook.citations.citation import Citation, DocumentTarget, StandardTarget, Target
from casebook.citations.members import find_members
from casebook.identifiers.label import Label
from casebook.model.corpus import Corpus
from casebook.model.text import Paragraph, Text, paragraphs_in
from casebook.words.vocabulary import Origin


@dataclass(frozen=True, slots=True)
class Placed:
    """A citation, and where it stands in the file."""

    citation: Citation
    paragraph: Paragraph
    label: Label | None
    """Of the paragraph, or of the one that a list, a quotation or a table belongs to."""
    at: int
    """In characters from the beginning of the file."""
    line: int
    column: int


def place_citations(text: Text, source: str) -> Iterator[Placed]:
    """Yield every citation of a text with its place in the file it was read from."""
    newlines = [-1, *(index for index, mark in enumerate(source) if mark == "\n")]
    for label, paragraph in _with_labels(text):
        for citation in paragraph.citations:
            at = _position(paragraph, citation.start)
            line = bisect_left(newlines, at)
            yield Placed(citation, paragraph, label, at, line, at - newlines[line - 1])


def _with_labels(text: Text) -> Iterator[tuple[Label | None, Paragraph]]:
    """Yield every paragraph with the label by which links reach it; a footnote has none."""
    label = None
    for paragraph in paragraphs_in(text.blocks):
        label = paragraph.label or label
        yield label, paragraph
    for note in text.notes:
        for paragraph in paragraphs_in(note.blocks):
            yield None, paragraph


def _position(paragraph: Paragraph, start: int) -> int:
    """Return where a position in a paragraph's plain text lies in its file."""
    index = bisect_right(paragraph.positions, start, key=lambda pair: pair[0]) - 1
    plain, at = paragraph.positions[max(index, 0)]
    return at + start - plain


_MOST_PASSES = 8


def link_until_settled(source: str, corpus: Corpus, read: Callable[[str], Text]) -> str:
    """Return the source with links, so that linking it again would change nothing.

    A link may tell of its neighbour what the words did not: what "article 2 of [it]" is of.
    """
    for _ in range(_MOST_PASSES):
        linked = link_citations(list(place_citations(read(source), source)), source, corpus)
        if linked == source:
            break
        source = linked
    return source


def link_citations(placed: Sequence[Placed], source: str, corpus: Corpus) -> str:
    """Return the source with a link on every citation of a standard that we hold.

    References and symbols need no markup: the build links them. Where the words of a citation
    are interrupted by other marks, it is left to the editor.
    """
    edits: list[tuple[int, int, str]] = []
    for each in placed:
        if each.citation.origin is not Origin.FOUND:
            continue
        for start, end, target in find_members(each.citation):
            address = _file_of(target, corpus)
            at = _position(each.paragraph, start)
            # A line may end in two characters that are one in the paragraph.
            words = source[at : _position(each.paragraph, end - 1) + 1]
            is_whole = words.split() == each.paragraph.plain[start:end].split()
            # After these two a bracket is no link: \\[ is a bracket, ![ is a picture.
            is_free = source[at - 1 : at] not in {"\\", "!"} and not set("[]`<>") & set(words)
            if address and is_whole and is_free:
                edits.append((at, at + len(words), f"[{words}]({address})"))
    pieces, done = [], 0
    for start, end, link in sorted(edits):
        if start >= done:
            pieces += [source[done:start], link]
            done = end
    return "".join((*pieces, source[done:]))


def _file_of(target: Target, corpus: Corpus) -> str | None:
    """Return the file of a standard, as a link to it is written; None for what needs no link."""
    if isinstance(target, DocumentTarget) and "/RES/" not in target.symbol.text:
        return None
    standard = corpus.standard_of(target)
    if not isinstance(target, StandardTarget | DocumentTarget) or not standard:
        return None
    instrument, provision = standard
    return f"/standards/{instrument.id}.md{f'#{provision}' if provision else ''}"
