"""A run of words while it is being read."""

import sys
from bisect import bisect_right

from casebook.model.text import Inline, Words


class Run:
    """Words being collected: the inline content, and the same as plain text with positions.

    Pieces are joined once, at the end of a stretch: a text of brackets alone stays linear.
    """

    __slots__ = ("_content", "_joined", "_pieces", "length", "positions", "taken")

    def __init__(self) -> None:
        self._content: list[Inline] = []
        self._pieces: list[str] = []
        self._joined = 0
        """How many of the pieces are in the content."""
        self.length = 0
        """How many characters of plain words there are."""
        self.positions: list[tuple[int, int]] = []
        """Where pieces begin: the character of the plain words, and the byte of the source."""
        self.taken: list[tuple[int, int, str]] = []
        """Links and code: first and last character of the plain words, and the link's target."""

    @property
    def content(self) -> list[Inline]:
        """What was collected so far."""
        if self._joined < len(self._pieces):
            self._content.append(Words("".join(self._pieces[self._joined :])))
            self._joined = len(self._pieces)
        return self._content

    @property
    def plain(self) -> str:
        """The same without markup."""
        return "".join(self._pieces)

    def add(self, inline: Inline, plain: str = "") -> None:
        """Add an inline whose words, if any, are `plain`."""
        self.content.append(inline)
        self._pieces.append(plain)
        self._joined += 1
        self.length += len(plain)

    def add_words(self, text: str, at: int) -> None:
        """Add words that begin at byte `at` of the source."""
        self.positions.append((self.length, at))
        self._pieces.append(text)
        self.length += len(text)

    def open(self) -> list[Inline]:
        """Begin to collect the content of an inline; return what was collected before it."""
        outer, self._content = self.content, []
        return outer

    def close(self, outer: list[Inline]) -> tuple[Inline, ...]:
        """Return the content collected since `open`, and go on with `outer`."""
        inner, self._content = tuple(self.content), outer
        return inner

    @property
    def first_words(self) -> str:
        """The words with which the content begins; nothing where it begins with markup."""
        if not self._content:
            return "".join(self._pieces)
        first = self._content[0]
        return first.text if isinstance(first, Words) else ""

    def cut(self, length: int) -> None:
        """Drop the first `length` characters, all of which lie in the first words."""
        if self._content:
            self.content[0] = Words(self.first_words[length:])
            self._joined = 1
        whole = "".join(self._pieces)
        self._pieces = [whole[length:]]
        self.length -= length
        kept = bisect_right(self.positions, (length, sys.maxsize))
        plain, at = self.positions[kept - 1]
        later = self.positions[kept:]
        self.positions = [(0, at + len(whole[plain:length].encode()))]
        if later:
            self.positions += [(plain - length, at) for plain, at in later]
        if self.taken:
            self.taken = [(start - length, end - length, to) for start, end, to in self.taken]
