"""Names as letters really print them: a letter wrong, a small word changed, the last word lost."""

import re
from collections.abc import Iterable
from functools import lru_cache

_REACH = 260
"""How far a name is looked for, in characters; the longest official name has some 200."""
_WORD = re.compile(r"[ ,]{0,3}([A-Za-z][A-Za-z'-]{0,40}|&)")
_SMALL = frozenset([
    *("of", "on", "for", "the", "and", "&", "to", "in", "its"),
    *("de", "la", "los", "las", "del", "des", "du", "les", "sur", "relatif"),
])  # fmt: skip
"""Words that letters change or drop without meaning anything else by it."""
_GOES_ON = re.compile(r" {1,2}(?:(?:of|on|for|to|against) {1,2}(?:the )?)?[A-Z\0]")
_BREAKS_OFF = re.compile(r" ?(?:[(),.;:\"]|$)")


class Likeness:
    """Finds names that are nearly printed. It says no when a whole word is another."""

    def __init__(self, names: Iterable[tuple[tuple[str, ...], str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words, instrument in names:
            content = _content(words)
            if len(content) >= 3:
                self._by_first.setdefault(content[0], []).append((content, instrument))
        self._search = lru_cache(maxsize=4096)(self._find)

    def find(self, text: str, position: int) -> tuple[str, int] | None:
        """Return the instrument whose damaged name begins at a position, and where it ends."""
        found = self._search(text[position : position + _REACH])
        return (found[0], position + found[1]) if found else None

    def _find(self, text: str) -> tuple[str, int] | None:
        words: list[tuple[str, int]] = []
        at = 0
        while len(words) < 30 and (match := _WORD.match(text, at)):
            at = match.end()
            words.append((match[1].lower().replace("-", ""), at))
        if not words:
            return None
        best: tuple[int, str, int] | None = None
        is_tied = False
        for content, instrument in self._candidates(words[0][0]):
            end = _align(content, words, text)
            if end is None or (best and (len(content), end) < (best[0], best[2])):
                continue
            is_tied = bool(best and best[0] == len(content) and best[1] != instrument)
            best = (len(content), instrument, end)
        return None if best is None or is_tied else (best[1], best[2])

    def _candidates(self, first: str) -> list[tuple[tuple[str, ...], str]]:
        if first in self._by_first:
            return self._by_first[first]
        return [
            name
            for other, names in self._by_first.items()
            if is_misprint(first, other)
            for name in names
        ]


def _content(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        word for word in (each.lower().replace("-", "") for each in words) if word not in _SMALL
    )


def _align(content: tuple[str, ...], words: list[tuple[str, int]], text: str) -> int | None:
    """Return where the name ends in the text when its words stand there in order, else None."""
    misprints = matched = end = 0
    for word, word_end in words:
        if matched == len(content):
            break
        if word == content[matched]:
            pass
        elif is_misprint(word, content[matched]):
            misprints += 1
        elif word in _SMALL:
            continue
        else:
            break
        matched += 1
        end = word_end
    lost = len(content) - matched
    if misprints > len(content) // 3:
        return None
    if not lost:
        return None if _GOES_ON.match(text, end) else end
    if lost == 1 and matched >= 4 and not misprints and _BREAKS_OFF.match(text, end):
        return end
    return None


def is_misprint(word: str, meant: str) -> bool:
    """Whether a word is another with a letter or two wrong: Convenant, Woman, Elimation."""
    word, meant = _PLURAL.sub("y", word), _PLURAL.sub("y", meant)
    if word == meant:
        return True
    if len(meant) < 5 or word[:1] != meant[:1] or abs(len(word) - len(meant)) > 2:
        return False
    return _distance(word, meant, 1 if len(meant) < 8 else 2)


_PLURAL = re.compile(r"ies$")
"""Disabilities and disability are one word."""


@lru_cache(maxsize=4096)
def _distance(word: str, meant: str, most: int) -> bool:
    """Whether at most `most` letters are added, lost, changed or swapped with their neighbour."""
    before: list[int] = []
    above = list(range(len(meant) + 1))
    for row, letter in enumerate(word, 1):
        line = [row]
        for column, other in enumerate(meant, 1):
            cost = min(
                above[column] + 1, line[column - 1] + 1, above[column - 1] + (letter != other)
            )
            is_swap = (
                row > 1 and column > 1 and letter == meant[column - 2] and word[row - 2] == other
            )
            line.append(min(cost, before[column - 2] + 1) if is_swap else cost)
        before, above = above, line
    return above[-1] <= most
