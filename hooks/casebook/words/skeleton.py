"""Names in Arabic letters, which leave vowels out: compared by the consonants that both have."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from casebook.words.spelling import orders_of, parts_of, squeeze, with_servants, words_of

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_WORD = re.compile("[\u0620-\u064a\u066e-\u06d3]+")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f]")
_CONSONANTS: Mapping[int, str] = str.maketrans(
    {
        **dict.fromkeys("بﭖ", "b"),
        **dict.fromkeys("پ", "p"),
        **dict.fromkeys("تطثٹ", "t"),
        **dict.fromkeys("دضذزظژڈ", "d"),
        **dict.fromkeys("حخهەھہ", "h"),
        **dict.fromkeys("رڑ", "r"),
        **dict.fromkeys("سصش", "s"),
        **dict.fromkeys("غگقكک", "k"),
        **dict.fromkeys("ف", "f"),
        **dict.fromkeys("لڵ", "l"),
        **dict.fromkeys("م", "m"),
        **dict.fromkeys("نں", "n"),
        **dict.fromkeys("چ", "c"),
    }
)
_VOWELS = re.compile(r"[^bcdfghklmnprst]|(?<=[td])h|h$")
"""What is left out on one side or the other: vowels, j, v and y, and the h of th and dh."""
_TWICE = re.compile(r"(.)\1+")
_BEFORE = re.compile(r"\b[وف]?(?:[بلك](?=[أإآ]|عبد)|ل(?=[^\Wال]\w{3}))")
"""To, by and as, which are written with the name behind them."""
_SERVANT = re.compile(r"\b([وفبلك]{0,2}عبد) ?ال(?=\w{2})")
"""A servant of God, in one word or in two, is one name with what is behind the article."""
_OF_SONS = frozenset(["بن", "ابن", "بنت", "ابنة", "آل"])
_LEAST = 5
"""Consonants of a whole name: fewer stand beside each other by chance."""


def has_arabic(text: str) -> bool:
    """Whether a text has anything in Arabic letters."""
    return not text.isascii() and _ARABIC.search(text) is not None


def arabic_words(text: str) -> list[str]:
    """Return the consonants of each word in Arabic letters, those that say whose child left out."""
    plain = _SERVANT.sub(r"\1", _MARKS.sub("", text))
    return [_arabic(word) for word in _WORD.findall(plain) if word not in _OF_SONS]


def _beginnings(text: str, words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return what each of the words of a text may be as the first of a name: "to Ahmed" is one."""
    bare = arabic_words(_BEFORE.sub("", text)) if _BEFORE.search(text) else words
    return [*zip(words, bare, strict=True)] if len(bare) == len(words) else [(w,) for w in words]


def _arabic(word: str) -> str:
    bare = word.removeprefix("و") if word.startswith("وال") else word
    bare = bare.removeprefix("ال") if len(bare) > 4 else bare
    return skeleton(bare.translate(_CONSONANTS))


def skeleton(word: str) -> str:
    """Return the consonants of a word in Latin letters, as far as transliterations agree on them."""
    plain = squeeze(word).replace("z", "d").replace("g", "k")
    bare = _TWICE.sub(r"\1", _VOWELS.sub("", plain))
    return "bd" if bare == "bdl" else bare  # Abdel


class ArabicNames:
    """Names in Latin letters, found in texts in Arabic letters."""

    def __init__(self, names: Mapping[str, str], public: Iterable[str]) -> None:
        """`names` has names, and what to answer for each; `public` those that are no answer."""
        others = {
            tuple(sorted(map(skeleton, parts_of(words_of(with_servants(name)))))) for name in public
        }
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, answer in names.items():
            written = parts_of(words_of(with_servants(name)))
            parts = [*map(skeleton, written)]
            is_enough = all(parts) and sum(map(len, parts)) >= _LEAST
            if not is_enough or tuple(sorted(parts)) in others:
                continue
            for order in orders_of(written):
                first, *rest = map(skeleton, order)
                self._by_first.setdefault(first, []).append((tuple(rest), answer))

    def find(self, text: str) -> str | None:
        """Return the answer for a name in a text, or None."""
        if not self._by_first or not has_arabic(text):
            return None
        words = arabic_words(text)
        for at, begins in enumerate(_beginnings(text, words), 1):
            for rest, answer in chain.from_iterable(
                self._by_first.get(each, ()) for each in begins
            ):
                # The name of the father may stand between.
                spans = (words[at : at + len(rest)], words[at + 1 : at + 1 + len(rest)])
                if any(tuple(span) == rest for span in spans):
                    return answer
        return None
