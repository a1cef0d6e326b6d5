"""What is taken out of a file, before anybody asks what it means."""

from dataclasses import dataclass
from enum import StrEnum

from casebook.importing.pieces import Chunk

LARGEST_FILE = 100_000_000
"""Bytes: a scan of three hundred pages has less."""


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
