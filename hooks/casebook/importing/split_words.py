"""Words that a line end splits: made whole, with their hyphen where they have one of their own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from casebook.importing.pieces import Piece, Pieces, neat, plain

_KEEPS_HYPHEN = re.compile(
    r"(?:non|anti|counter|self|well|co|ex|semi|inter|multi|pre|post|re|cross|so|quasi|vice|mid|long"
    r"|short|above|below|ill|all|half|pro|sub|sous|demi|contre|extra)",
    re.IGNORECASE,
)
"""What often stands before a hyphen of the word's own."""

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*(?![-‐]$)")
_SPLIT = re.compile(r"([^\W\d_]+)[-‐]$")
_FIRST = re.compile(r"[^\W\d_]+")
_LONGEST = 80
"""In characters: no word is longer."""
_ENOUGH = 3
_SHARE = 0.025


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a document's own words say of a split one."""

    known: frozenset[str] = frozenset()
    splits_words: bool = False
    """Whether its lines were broken within words. Word does not, unless somebody asks for it."""


def vocabulary_of(lines: Iterable[str]) -> Vocabulary:
    """Return the vocabulary of a document, given its lines."""
    held = list(lines)
    known = frozenset(word.casefold() for line in held for word in _WORD.findall(line))
    split = [
        f"{first[1]}{second[0]}".casefold()
        for line, after in pairwise(held)
        if line.endswith(("-", "‐"))
        and (first := _SPLIT.search(line[-_LONGEST:]))
        and (second := _FIRST.match(after))
        and after[0].islower()
    ]
    is_frequent = len(split) >= max(_ENOUGH, _SHARE * len(held))
    return Vocabulary(known, is_frequent or any(word in known for word in split))


def join_lines(lines: Sequence[Pieces], vocabulary: Vocabulary) -> Pieces:
    """Return the lines of a paragraph as one run, with words that were split made whole."""
    run: list[Piece] = []
    for at, line in enumerate(lines):
        run += line
        if at + 1 < len(lines) and line:
            between = _between(plain(line), plain(lines[at + 1]), vocabulary)
            if between is None:
                run[-1] = replace(run[-1], text=run[-1].text.rstrip()[:-1])
            else:
                run.append(replace(line[-1], text=between, note=""))
    return neat(run)


def _between(before: str, after: str, vocabulary: Vocabulary) -> str | None:
    """Return what stands between two lines; None where a hyphen goes, too."""
    before = before[-60:].rstrip()
    match, follows = _SPLIT.search(before), _FIRST.match(after)
    if not match or not follows:
        # 361- / 1 and A/HRC/ / 41: what follows a digit's hyphen or a slash belongs to it.
        glued = re.search(r"[0-9]-$|[A-Z0-9]/$", before) and after[:1].isalnum()
        return "" if glued else " "
    return "" if _keeps_hyphen(match[1], follows[0], vocabulary) else None


def _keeps_hyphen(first: str, second: str, vocabulary: Vocabulary) -> bool:
    whole, hyphenated = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
    if hyphenated in vocabulary.known or not second[0].islower():
        return True
    if whole in vocabulary.known:
        return False
    return not vocabulary.splits_words or bool(_KEEPS_HYPHEN.fullmatch(first))
