"""A run of words while it is being read."""

from casebook.model.text import Inline, Words


class Run:
    """Words being collected: the inline content, and the same as plain text with positions.

    Pieces are joined once, at the end of a stretch: a text of brackets alone stays linear.
    """

    def __init__(self) -> None:
        self._content: list[Inline] = []
        self._words: list[str] = []
        self._plain: list[str] = []
        self._length = 0
        self.positions: list[tuple[int, int]] = []
        self.taken: list[tuple[int, int, str]] = []

    @property
    def content(self) -> list[Inline]:
        """What was collected so far."""
        if self._words:
            self._content.append(Words("".join(self._words)))
            self._words.clear()
        return self._content

    @property
    def plain(self) -> str:
        """The same without markup."""
        return "".join(self._plain)

    @property
    def length(self) -> int:
        """How many characters of plain words there are."""
        return self._length

    def add(self, inline: Inline, plain: str = "") -> None:
        """Add an inline whose words, if any, are `plain`."""
        self.content.append(inline)
        self._plain.append(plain)
        self._length += len(plain)

    def add_words(self, text: str, at: int) -> None:
        """Add words that begin at byte `at` of the source."""
        self.positions.append((self._length, at))
        self._words.append(text)
        self._plain.append(text)
        self._length += len(text)

    def open(self) -> list[Inline]:
        """Begin to collect the content of an inline; return what was collected before it."""
        outer, self._content = self.content, []
        return outer

    def close(self, outer: list[Inline]) -> tuple[Inline, ...]:
        """Return the content collected since `open`, and go on with `outer`."""
        inner, self._content = tuple(self.content), outer
        return inner

    def cut(self, length: int) -> None:
        """Drop the first `length` characters, all of which lie in the first words."""
        first = self.content[0]
        assert isinstance(first, Words)
        self.content[0] = Words(first.text[length:])
        self._plain = [self.plain[length:]]
        plain, at = [each for each in self.positions if each[0] <= length][-1]
        later = [(plain - length, at) for plain, at in self.positions if plain > length]
        self.positions = [(0, at + length - plain), *later]
        self.taken = [(start - length, end - length, target) for start, end, target in self.taken]
        self._length -= length
