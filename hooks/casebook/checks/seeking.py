"""Looking for the names of a person in what a dossier says."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from unicodedata import normalize
from urllib.parse import unquote

from casebook.words.names_in_text import Spellings
from casebook.words.readings import readings
from casebook.words.spelling import may_stand_between, untitled, words_of, written_out
from casebook.words.wording import fold

# Before a family name alone, as letters and replies write it. As names are compared: folded.
_BEFORE = (
    r"(?:(?:mr|mrs|ms|mx|messrs|dr|prof|mme|mlle|sra?|srta)[.]?|mm?[.]|miss|sir|madam|professor|"
    r"monsieur|madame|mademoiselle|senora?|senorita|г н|г жа|г жи|господин|госпожа)"
)
_SHORTEST_ALONE = 4
"""Letters of a family name that tells by itself who is meant."""
_OPENERS = frozenset([
    *("the", "when", "while", "after", "before", "in", "on", "at", "for", "from", "by", "with", "to"),
    *("that", "if", "as", "and", "but", "although", "since", "until", "where", "who", "whom"),
    *("le", "la", "les", "l", "quand", "lorsque", "selon"),
    *("el", "los", "las", "en", "con", "para", "por", "que", "cuando"),
])  # fmt: skip
"""What may begin a sentence before a family name; another capital makes it another's name."""
_SMALL = re.compile(r"(?<![\w’'])[^\W\d_A-Z][^\W_]{3,}")
_SHORTEST_INNER = 3
"""Letters of a second name that tells with the first who is meant."""
_SHORTEST_JOINED = 6
"""Letters of a whole name that are looked for however they are parted."""
_SHORTEST = 2
"""Letters of a family name: one is an initial, and may be meant."""


_NO_FURTHER = r"(?!\w)(?! [^\W\d_a-z])"
"""Behind a part of a name: what goes on with a capital is the name of another."""
_ACCENTS = re.compile("[\u0300-\u036f]")


def spaced(words: str) -> str:
    """Return a name as names are compared: folded, with single spaces."""
    return " ".join(re.split(r"[\s_-]+", fold(words))).strip()


class Words:
    """What is said in one place, as often as it is looked through."""

    def __init__(self, words: str) -> None:
        # The addresses of pages name people too.
        has_signs = "%" in words or "+" in words
        self.plain = unquote(words).replace("+", " ") if has_signs else words
        """As they are written."""

    @property
    def in_small(self) -> list[str]:
        """The longer of them that do not begin with a capital."""
        return _SMALL.findall(self.plain)

    @cached_property
    def spaced(self) -> str:
        """As names are compared."""
        return spaced(self.plain)

    @cached_property
    def cased(self) -> str:
        """With single spaces and without accents."""
        return re.sub(r"[\s_-]+", " ", _ACCENTS.sub("", normalize("NFKD", self.plain)))

    @cached_property
    def latin(self) -> tuple[str, list[str]]:
        """As `Spellings` takes them."""
        return self.plain, words_of(self.plain)

    @cached_property
    def letters(self) -> str:
        """In Latin letters, to be compared whatever parts them."""
        return " ".join(self.latin[1])

    @cached_property
    def others(self) -> list["Words"]:
        """What else a reader may see in them."""
        text, words = self.latin
        return [*map(Words, readings(text, [0, *accumulate(map(len, words))]))]


class Sought:
    """The names of one person, in every way of writing them that gives the person away."""

    def __init__(self, names: Sequence[str], public: Iterable[str] = ()) -> None:
        """`public` has the names of others that may stand there."""
        public = [*public]
        # In one dossier, Ada Example is Ada Maria Example.
        names = [" ".join(untitled(name.split())) for name in names]
        short = [
            f"{parts[0]} {parts[-1]}"
            for name in names
            if len(parts := re.split(r"[\s-]+", name)) > 2
        ]
        ways = [way for name in names for way in written_out(name) if way not in public]
        every = dict.fromkeys((*names, *short, *ways), "here")
        self._spellings = Spellings(every, public)
        letters = ["".join(words_of(name)) for name in names]
        joined = [" ?".join(each) for each in letters if len(each) >= _SHORTEST_JOINED]
        self._joined = re.compile(rf"\b(?:{'|'.join(joined)})\b") if joined else None
        taken = {part for name in public for part in spaced(name).split()}
        forms = [form for name in names for form in _forms(spaced(name), taken)]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if forms else None
        shorter = [form for name in names for form in _shorter(spaced(name), taken)]
        self._shorter = shorter and re.compile(rf"(?<!\w)(?i:{'|'.join(shorter)}){_NO_FURTHER}")
        families = {parts[-1] for name in names if len(parts := name.split()) > 1}
        alone = [each for each in families if len(each) >= _SHORTEST_ALONE]
        self._families = [each for each in alone if taken.isdisjoint(spaced(each).split())]

    def stands_in(self, words: Words) -> bool:
        """Whether the person is named."""
        return self._stands_in(words) or any(map(self._stands_in, words.others))

    def has_family_in(self, words: Words, common: Container[str]) -> bool:
        """Whether the family name stands alone, as a name and beside no other one.

        `common` has the words that stand in small letters elsewhere: those may begin a sentence.
        """
        for family in self._families:
            if family.lower() in common or family.islower():
                continue
            for found in re.finditer(
                rf"(?:(?P<before>[\w'’-]+) )?(?<![\w-]){re.escape(family)}(?![\w-]| [^\W\d_a-z])",
                words.plain,
            ):
                before = found["before"] or ""
                if not before[:1].isupper() or before.lower() in _OPENERS:
                    return True
        return False

    def _stands_in(self, words: Words) -> bool:
        if not self._pattern:
            return False
        return bool(
            self._pattern.search(words.spaced)
            or self._spellings.find(*words.latin)
            or (self._shorter and self._shorter.search(words.cased))
            or (self._joined and self._joined.search(words.letters))
        )


def _shorter(name: str, taken: Container[str]) -> Iterator[str]:
    """Yield patterns for what is left of a name: Ms. Ada, Ms. Maria, Ada Maria of three parts."""
    first, *inner = [part for part in name.split()[:-1] if not may_stand_between(part)] or [""]
    for part in (first, *inner):
        if len(part) >= _SHORTEST and part not in taken:
            yield rf"{_BEFORE} (?:\w{{1,3}} )?{re.escape(part)}"
    between = "|".join((r"\w{1,3}", *map(re.escape, inner)))
    for part in inner:
        if len(part) >= _SHORTEST_INNER and len(first) >= _SHORTEST:
            yield rf"{re.escape(first)}(?: (?:{between})){{0,3}} {re.escape(part)}"


def _forms(name: str, taken: Iterable[str]) -> Iterator[str]:
    """Yield patterns for a name: itself, Ms. and a family name, an initial and a family name."""
    if not name:
        return
    yield re.escape(name)
    parts = name.split()
    first, last = parts[0], parts[-1]
    if len(parts) > 1 and len(last) >= _SHORTEST and last not in taken:
        yield rf"{_BEFORE} (?:\w{{1,3}} )?{re.escape(last)}"
        initial, family = re.escape(first[0]), re.escape(last)
        yield rf"{initial}[.] ?(?:\w[.] ?)?{family}|{family},? {initial}[.]"
        yield rf"(?<=@){initial}{family}|{initial}{family}(?=@)"
