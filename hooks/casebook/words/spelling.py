"""How names are spelled: the same name in another case, script, transliteration, order or grammar.

Lyubov' Ivanova, LIUBOV-IVANOVA, Ivanova, Lyubov, Lyubov P. Ivanova's and Любови Ивановой are one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from typing import TypeVar
from unicodedata import combining, normalize

from anyascii import anyascii

T = TypeVar("T")

_SOUNDS = frozenset("'’ʼʹʺ`´")
"""Written inside a word for a sound, or for none."""

# What English puts behind a name, and French before it. Begins with the mark: that is found fast.
_CLIPPED = re.compile(
    r"['’](?:[sS]\b|(?=\w)(?:(?<=\b[cdjlmnstCDJLMNST].)|(?<=\b[qQ][uU].)|(?<=squ.)))"
)

_CYRILLIC = re.compile("[\u0400-\u052f]")


class _Latin(dict[int, str]):
    """Every character in small Latin letters; a space for what is no letter."""

    def __missing__(self, code: int) -> str:
        mark = chr(code)
        letters = "" if mark in _SOUNDS else anyascii(mark).lower().replace("'", "")
        # No name has a digit: it is the mark of a note, or the end of a file's name.
        plain = "".join(each if each.isalpha() else " " for each in letters)
        # The soft sign of Cyrillic is a letter that is written as a sound.
        is_inside = plain or mark in _SOUNDS or mark in "ьъЬЪ"
        self[code] = plain if is_inside else self._nothing(mark)
        return self[code]

    @staticmethod
    def _nothing(mark: str) -> str:
        # A mark above or below a letter stands in its word; what nobody can write parts words.
        return "" if combining(mark) else " "


_LATIN = _Latin()

# What transliterations from Cyrillic, Arabic and Greek differ in, and what is heard alike.
_ALIKE = {
    "shch": "s",
    "sch": "s",
    "sh": "s",
    "tch": "c",
    "ch": "c",
    "zh": "z",
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "ck": "k",
    "tz": "c",
    "ts": "c",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "yu": "u",
    "iu": "u",
    "ju": "u",
    "ya": "a",
    "ia": "a",
    "ja": "a",
    "iya": "a",
    "iia": "a",
    "ija": "a",
    "yo": "o",
    "io": "o",
    "jo": "o",
    "ye": "e",
    "ie": "e",
    "je": "e",
    "y": "i",
    "j": "i",
    "w": "v",
    "q": "k",
    "x": "ks",
}
_DIFFERENT = re.compile("|".join(sorted(_ALIKE, key=len, reverse=True)))
_TWICE = re.compile(r"(.)\1+")

# Of a squeezed word, as Russian declines names: Ivanov-oi, Ivanov-im, Dolin-ogo.
_ENDING = re.compile(r"(?<=..)[aeiou]+(?:go|mu|mi|m|h)?$")

_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ad",
        "as",
        "bin",
        "ben",
        "ibn",
        "bint",
        "binti",
        "abu",
        "abd",
        "de",
        "del",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
    ]
)
_PATRONYMIC = re.compile(
    r"(?:.{2,}(?:[eoi]v|[yi])|il[iy]?)it?ch(?:|a|u|em|e)|.{2,}(?:[eoi]v|ich)n(?:a|y|e|u|oy|oyu)"
)
_NO_NAMES = frozenset([
    *("and", "the", "was", "were", "has", "had", "who", "that", "with", "from", "for", "nor", "but"),
    *("met", "told", "said", "near", "under", "against", "then", "after", "before", "into", "when"),
    *("une", "les", "des", "qui", "que", "est", "avec", "pour", "dans", "sur", "par", "los", "las"),
    *("con", "por", "para", "una", "como", "und", "der", "die", "das", "mit", "mrs", "not", "its"),
])  # fmt: skip
"""Words between two names that show that they are names of two."""
_LEAST_PART = 3
_LEAST_RUN = 9
"""Letters of a whole name that may stand inside a longer word: fewer stand in words by chance."""
_LONGEST = 3
"""How many words of a public name may stand before its last, or behind its first."""
_SKIPPED = 3
"""How many words may stand between the parts of a name: a patronymic, an initial, a particle."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in small Latin letters, wherever they were written."""
    return _CLIPPED.sub(" ", text).translate(_LATIN).split()


def squeeze(words: str) -> str:
    """Return words that stand without spaces as they are compared."""
    alike = _DIFFERENT.sub(lambda match: _ALIKE[match[0]], words)
    return _TWICE.sub(r"\1", alike)


def likened(name: str) -> str:
    """Return what is the same for a name in another script and another order."""
    return " ".join(sorted(map(squeeze, words_of(name)))) or name


_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Å": "Aa", "Ø": "Oe"}
)


def written_out(name: str) -> list[str]:
    """Return the ways in which a name is written where such letters are wanting: Mueller."""
    words = normalize("NFC", name).split()
    ways = [
        (word, each) for word in words[:_MOST_WRITTEN] if (each := word.translate(_WRITTEN_OUT))
    ]
    each_way = product(*({one: None, other: None} for one, other in ways))
    rest = words[_MOST_WRITTEN:]
    return [way for some in each_way if (way := " ".join((*some, *rest))) != " ".join(words)]


_MOST_WRITTEN = 5


class Answers(dict[str, T]):
    """The answers of a function, each asked for once."""

    def __init__(self, answer: Callable[[str], T]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: str) -> T:
        self[asked] = self._answer(asked)
        return self[asked]


class Spellings:
    """Names by their parts, found in another order, with an initial between, and declined."""

    def __init__(self, names: Mapping[str, str], public: Iterable[str] = ()) -> None:
        """`names` has names, and what to answer for each; `public` those that are no answer."""
        self.names = tuple(sorted(names))
        self._plain = _Table(names, squeeze)
        self._declined = _Table(names, _stem)
        others = map(words_of, public)
        self._public = {_whole(words) for words in others if not any(self._plain.find(words, 0))}
        self._runs = {
            run: answer
            for name, answer in names.items()
            for order in orders_of(parts_of(words_of(name)))
            if len(run := squeeze("".join(order))) >= _LEAST_RUN and run not in self._public
        }
        self._inside = Answers(self._run_inside)

    def find(self, text: str, words: Sequence[str]) -> str | None:
        """Return the answer for a name in a text, of which `words` are the words, or None."""
        tables = (self._plain, self._declined) if _CYRILLIC.search(text) else (self._plain,)
        for table in tables:
            for begin, end, answer in table.find(words):
                if not (self._public and self._is_public(words, begin, end)):
                    return answer
        if self._runs:
            for word in words:
                if len(word) > _LEAST_RUN and (answer_inside := self._inside[word]):
                    return answer_inside
        return None

    def _run_inside(self, word: str) -> str | None:
        """Return the answer for a name inside a word: #FreeAdaExample, freeadaexample.org."""
        squeezed = squeeze(word)
        return next((answer for run, answer in self._runs.items() if run in squeezed), None)

    def _is_public(self, words: Sequence[str], begin: int, end: int) -> bool:
        """Whether words belong to public names: Maria [Ivanova, Lyubov] Petrova."""
        before = (words[at : begin + 1] for at in range(max(0, begin - _LONGEST), begin))
        behind = (words[end - 1 : at] for at in range(end + 1, end + 1 + _LONGEST))
        first = (words[begin:at] for at in range(begin + 2, end))
        last = (words[at:end] for at in range(begin + 1, end - 1))
        each = chain((words[begin:end],), before, behind, first, last)
        return any(_whole(some) in self._public for some in each)


def _whole(words: Sequence[str]) -> str:
    return "".join(map(squeeze, words))


class _Table:
    """Names as the parts that are compared, by the first of them."""

    def __init__(self, names: Mapping[str, str], form: Callable[[str], str]) -> None:
        self._form = Answers(form)
        self._begins = Answers(lambda word: self._form[word] in self._by_first)
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
        for name, answer in names.items():
            parts = parts_of(words_of(name))
            for order in orders_of(parts):
                first, *rest = map(form, order)
                # In its own order, a second name may stand in it: Lyubov Vera Ivanova.
                others = int(order == parts and min(map(len, parts)) >= _LEAST_PART)
                self._by_first.setdefault(first, []).append((tuple(rest), answer, others))

    def find(self, words: Sequence[str], most: int = 1) -> Iterator[tuple[int, int, str]]:
        """Yield where each name begins and ends, and its answer; `most` second names are let in."""
        begins = self._begins
        for at in [at for at, word in enumerate(words) if begins[word]]:
            for rest, answer, others in self._by_first[self._form[words[at]]]:
                if end := self._end(words, at + 1, rest, min(most, others)):
                    yield at, end, answer

    def _end(self, words: Sequence[str], at: int, rest: Sequence[str], others: int) -> int | None:
        """Return behind which word a name ends of which `rest` is to come, or None.

        `others` says how many words may stand between that only may be names.
        """
        left = _SKIPPED
        for part in rest:
            while at == len(words) or self._form[words[at]] != part:
                if at == len(words) or not left:
                    return None
                if not _may_stand_between(words[at]):
                    if not others or len(words[at]) < _LEAST_PART or words[at] in _NO_NAMES:
                        return None
                    others -= 1
                left -= 1
                at += 1
            at += 1
        return at


def _stem(word: str) -> str:
    """Return a word without what declines it, as far as two letters stay."""
    stem, before = squeeze(word), ""
    while stem != before:
        stem, before = _ENDING.sub("", stem), stem
    return stem


def _may_stand_between(word: str) -> bool:
    return len(word) == 1 or word in _PARTICLES or bool(_PATRONYMIC.fullmatch(word))


def parts_of(words: Sequence[str]) -> list[str]:
    """Return the words of a name without what it may be written without."""
    inner = [word for word in words[1:-1] if not _may_stand_between(word)]
    return [*words[:1], *inner, *words[1:][-1:]]


def orders_of(parts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the parts of a name with each of them first: Ivanova, Lyubov. One part is no name."""
    if sum(map(len, parts)) == len(parts) or len(parts) < 2:
        return
    written = [[*parts]]
    if len(parts) > 2:  # Ada M. Example
        written.append([parts[0], *(part[0] for part in parts[1:-1]), parts[-1]])
    for each in written:
        for at in range(len(each)):
            if len(each[at]) > 1:  # an initial begins too many words that are no name
                yield [*each[at:], *each[:at]]
