"""A text of ours as passages: what a difference is named after."""

from collections.abc import Callable, Iterator

from casebook.model.text import (
    Block,
    CodeBlock,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    Table,
    plain_words,
)
from casebook.originals.comparing import Passage
from casebook.reading.dialect import parse_dialect

Normalise = Callable[[str], str]


def passages_of(markdown: str, normalise: Normalise) -> list[Passage]:
    """Return the passages of a text in the dialect, footnotes last, in normalised words.

    Labels and links are not among the words. One after the other they are the words of the text.
    """
    dialect = parse_dialect(markdown, "")
    reader = _Reader(normalise)
    passages = [passage for block in dialect.blocks for passage in reader.passages(block)]
    for note in dialect.notes:
        reader.name = f"footnote {note.id}"
        passages += [passage for block in note.blocks for passage in reader.passages(block)]
    return [passage for passage in passages if passage.words]


class _Reader:
    """Names what it reads after the label, or after what stood before."""

    def __init__(self, normalise: Normalise) -> None:
        self._normalise = normalise
        self.name = "the head of the document"

    def passages(self, block: Block) -> Iterator[Passage]:
        match block:
            case Paragraph(label=label, plain=words, line=line):
                if label:
                    kind = "request" if label.is_request else "paragraph"
                    self.name = f"{kind} {label}"
                yield self._passage(words, line)
            case Heading(content=content, line=line):
                words = plain_words(content)
                self.name = f"what follows the heading “{words}”"
                yield Passage(f"the heading “{words}”", line, self._words(words))
            case Quotation(blocks=inner):
                for each in inner:
                    yield from self.passages(each)
            case ItemList(items=items):
                for item in items:
                    for each in item:
                        yield from self.passages(each)
            case Table(head=head, rows=rows):
                words = " ".join(cell.plain for row in (head, *rows) for cell in row)
                line = head[0].line if head else 1
                yield Passage(f"the table after {self.name}", line, self._words(words))
            case CodeBlock(text=words):
                yield self._passage(words, 1)
            case _:
                pass

    def _passage(self, words: str, line: int) -> Passage:
        return Passage(self.name, line, self._words(words))

    def _words(self, words: str) -> tuple[str, ...]:
        return tuple(self._normalise(words).split())
