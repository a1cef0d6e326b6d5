"""Names in a text: in another order, with an initial between, declined, and in other scripts."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from casebook.words.answers import Answers
from casebook.words.families import Families, is_capital, pieces_of
from casebook.words.glued import Glued
from casebook.words.skeleton import ArabicNames
from casebook.words.spelling import (
    TITLES,
    may_decline,
    may_stand_between,
    orders_of,
    parts_of,
    spoken,
    squeeze,
    stem_of,
    words_of,
)

_NO_NAMES = frozenset([
    *("and", "the", "was", "were", "has", "had", "who", "that", "with", "from", "for", "nor", "but"),
    *("met", "told", "said", "near", "under", "against", "then", "after", "before", "into", "when"),
    *("une", "les", "des", "qui", "que", "est", "avec", "pour", "dans", "sur", "par", "los", "las"),
    *("con", "por", "para", "una", "como", "und", "der", "die", "das", "mit", "mrs", "not", "its"),
])  # fmt: skip
"""Words between two names that show that they are names of two."""
_NEXT = re.compile(r"[^\w\s][\W_]*$|\s\s|\n")
"""What stands behind a word with which a name ends: a mark, or the gap between two cells."""
_LEAST_PART = 3
_LEAST_RUN = 9
"""Letters of a whole name that may stand inside a longer word: fewer stand in words by chance."""
_LONGEST = 3
"""How many words of a public name may stand before its last, or behind its first."""
_SKIPPED = 3
"""How many words may stand between the parts of a name: a patronymic, an initial, a particle."""


class Spellings:
    """Names by their parts, found in every way of writing them that the modules beside this know."""

    def __init__(self, names: Mapping[str, str], public: Iterable[str] = ()) -> None:
        """`names` has names, and what to answer for each; `public` those that are no answer."""
        self.names = tuple(sorted(names))
        self._plain = _Table(names, spoken)
        self._declined = _Table(names, stem_of)
        self._families = Families(names)
        public = [*public]
        self._glued = Glued(names, public)
        self._arabic = ArabicNames(names, public)
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
        tables = (self._plain, self._declined) if may_decline(text) else (self._plain,)
        for table in tables:
            for begin, end, answer in table.find(words):
                if self._public and self._is_public(words, begin, end):
                    continue
                if not _are_two(text, words, begin, end):
                    return answer
        if other := self._families.find(text, words) or self._glued.find(text):
            return other
        if self._runs:
            for word in words:
                if len(word) > _LEAST_RUN and (answer_inside := self._inside[word]):
                    return answer_inside
        return self._arabic.find(text)

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


def _are_two(text: str, words: Sequence[str], begin: int, end: int) -> bool:
    """Whether words are the end of one name and the beginning of the next: in a row, in a table.

    As [Example, Ada] in "Ben Example, Ada Sample". Who is called Example, Ada alone is one.
    """
    if end - begin != 2 or begin == 0 or end == len(words):
        return False
    before, behind = words[begin - 1], words[end]
    if any(word in TITLES or may_stand_between(word) for word in (before, behind)):
        return False
    pieces = pieces_of(text, words)[begin - 1 : end + 1]
    first = pieces[0]
    return bool(
        is_capital(first)
        and is_capital(pieces[-1])
        and _NEXT.search(pieces[1])
        and not _NEXT.search(first)
        and not _NEXT.search(pieces[2])
    )


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
                if not may_stand_between(words[at]):
                    if not others or len(words[at]) < _LEAST_PART or words[at] in _NO_NAMES:
                        return None
                    others -= 1
                left -= 1
                at += 1
            at += 1
        return at
