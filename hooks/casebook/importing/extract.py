"""What is taken out of a file, before anybody asks what it means, and how it is told what is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from casebook.importing.normalisation import tidy
from casebook.importing.pieces import Chunk
from casebook.words.vocabulary import Capture

LARGEST_FILE = 100_000_000
"""Bytes: a scan of three hundred pages has less."""
_SHOWN = 60


class Form(StrEnum):
    """What a file is."""

    PDF = "PDF"
    WORD = "Word"
    HTML = "HTML"
    MARKDOWN = "Markdown"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Extract:
    """What a file says."""

    form: Form
    chunks: tuple[Chunk, ...]
    pages: int | None = None
    """How many pages it has; None where a file has no pages."""
    is_scanned: bool = False
    """Whether the words were read off a picture by a machine."""
    lost: tuple[str, ...] = ()
    """What it shows and the chunks do not have, a sentence each for whoever imports it."""
    written: str = ""
    """The text itself, where it is in our dialect already and can stay as it is."""

    @property
    def capture(self) -> Capture | None:
        """How its words came out of it; of a text nobody can say."""
        if self.is_scanned:
            return Capture.OCR
        return Capture.BORN_DIGITAL if self.form in (Form.PDF, Form.WORD, Form.HTML) else None


def shown(words: str) -> str:
    """Return the beginning of some words in quotation marks, for a note on them."""
    words = " ".join(tidy(words).split())
    return f"“{words[:_SHOWN]} …”" if len(words) > _SHOWN else f"“{words}”"


def told_of_struck(words: str) -> Iterator[str]:
    """Yield what is told of words that are struck through, if there are any."""
    if words:
        yield (
            f"it strikes words through, and the text has them as if it did not: {shown(words)};"
            " decide which of them the letter says"
        )
