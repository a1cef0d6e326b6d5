"""A document taken apart and written anew: words, facts, and the proof that no word was lost."""

from collections import Counter
from dataclasses import dataclass

from casebook.importing.extract import Extract
from casebook.importing.healing import heal
from casebook.importing.letter.facts import Facts, read_facts
from casebook.importing.letter.mandate_names import MandateNames
from casebook.importing.letter.structure import Letter, parse_letter
from casebook.importing.markdown import write_markdown
from casebook.importing.normalisation import normalise, plain_words, source_words
from casebook.importing.pieces import Chunk


@dataclass(frozen=True, slots=True)
class Imported:
    """A document, read."""

    extract: Extract
    letter: Letter
    facts: Facts
    markdown: str
    differs_at: str | None
    """The words after which the text is not the source any more; None when it is the source."""


def take_apart(extract: Extract, names: MandateNames) -> Imported:
    """Return what a document says, as a text in the dialect and as facts."""
    chunks = heal(extract.chunks)
    letter = parse_letter(chunks)
    facts = read_facts(letter, names)
    # A text of our own is its own draft, unless it says something that it cannot show.
    for markdown in filter(None, (extract.written, write_markdown(letter))):
        if (differs_at := _difference(chunks, letter, markdown)) is None:
            break
    return Imported(extract, letter, facts, markdown, differs_at)


def _difference(chunks: tuple[Chunk, ...], letter: Letter, markdown: str) -> str | None:
    """Compare text and source, word by word; the order of the letter's parts is the letter's own."""
    written = normalise(plain_words(markdown)).split()
    source = normalise(source_words(letter.chunks)).split()
    for at, (ours, theirs) in enumerate(zip(written, source, strict=False)):
        if ours != theirs:
            return " ".join(source[max(0, at - 5) : at + 5])
    if len(written) != len(source):
        shorter = min(len(written), len(source))
        return " ".join((written if len(written) > len(source) else source)[shorter : shorter + 8])
    lost = Counter(_all_words(chunks)) - Counter(_all_words(letter.chunks))
    return " ".join(list(lost)[:8]) or None


def _all_words(chunks: tuple[Chunk, ...]) -> list[str]:
    return normalise(source_words(chunks)).split()
