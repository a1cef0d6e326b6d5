"""Names that must not get out, found however they are written.

A name is looked for as its first five words, without case, accents, spaces, hyphens and the
usual differences between transliterations: Lyubov' Ivanova, LIUBOV-IVANOVA and Любовь Иванова
are one. Names of dossiers are known; those of the register only as salted hashes.
"""

import re
from collections.abc import Callable, Collection, Mapping
from hashlib import blake2b
from itertools import accumulate
from unicodedata import combining

from anyascii import anyascii

from casebook.model.outline import Outline
from casebook.model.register import Protected

MOST_WORDS = 5
"""How many words of a name are looked for, and how many in a row are tried."""

LEAD = 4
"""How many letters decide whether to look closer, as they are compared."""

SHORTEST = LEAD
"""Letters, without spaces: what is shorter stands in other words everywhere."""

_SOUNDS = frozenset("'’ʼʹʺ`´")
"""Written inside a word for a sound, or for none."""


class _Latin(dict[int, str]):
    """Every character in small Latin letters; a space for what is no letter or digit."""

    def __missing__(self, code: int) -> str:
        mark = chr(code)
        letters = "" if mark in _SOUNDS else anyascii(mark).lower().replace("'", "")
        plain = "".join(each if each.isalnum() else " " for each in letters)
        self[code] = plain if plain or mark in _SOUNDS or letters else self._nothing(mark)
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

_READ = 8
"""How many letters of a text make them: two may become one, or three."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in small Latin letters, wherever they were written."""
    return text.translate(_LATIN).split()


def squeeze(words: str) -> str:
    """Return words that stand without spaces as they are compared."""
    alike = _DIFFERENT.sub(lambda match: _ALIKE[match[0]], words)
    return _TWICE.sub(r"\1", alike)


def key_of(name: str) -> str | None:
    """Return what stands for a name, or None when it is too short to be looked for."""
    key = squeeze("".join(words_of(name)[:MOST_WORDS]))
    return key if len(key) >= SHORTEST else None


def lead_of(key: str) -> str:
    """Return the beginning by which a name is looked for first."""
    return key[:LEAD]


def hint_of(lead: str, salt: bytes) -> str:
    """Return two hexadecimal digits for a lead: enough to pass over most words of a text."""
    return blake2b(lead.encode(), key=salt, digest_size=1, person=b"casebook lead").hexdigest()


def hash_of(key: str, salt: bytes) -> str:
    """Return what the register holds of a name: the hint of its lead, then its hash."""
    full = blake2b(key.encode(), key=salt, digest_size=20, person=b"casebook name").hexdigest()
    return f"{hint_of(lead_of(key), salt)}:{full}"


NOTHING = Protected("", b"", frozenset())


class _Answers(dict[str, bool]):
    """The answers of a function, each asked for once."""

    def __init__(self, answer: Callable[[str], bool]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: str) -> bool:
        self[asked] = self._answer(asked)
        return self[asked]


class Guard:
    """Everything that must not be in a site, and where it is said that it must not."""

    def __init__(self, names: Mapping[str, str], protected: Protected = NOTHING) -> None:
        """`names` has the key of each name, and the file that withholds it."""
        self._names = names
        self._protected = protected
        self._beginnings = {lead_of(name) for name in names}
        self._hints = {each.partition(":")[0] for each in protected.hashes}
        self._may_begin = _Answers(self._begins)

    def __bool__(self) -> bool:
        return bool(self._names or self._protected.hashes)

    @property
    def key(self) -> str:
        """A hash of the whole list: with another list, everything has to be looked at again."""
        told = repr((sorted(self._names), self._protected.salt, sorted(self._protected.hashes)))
        return blake2b(told.encode(), digest_size=16).hexdigest()

    def find(self, text: str) -> str | None:
        """Return the file that says why a name in this text must not be there, or None."""
        words = words_of(text)
        whole = "".join(words)
        starts = [0, *accumulate(map(len, words))]
        may = self._may_begin
        candidates = [at for at, start in enumerate(starts) if may[whole[start : start + _READ]]]
        for at in candidates:
            start = starts[at]
            for end in starts[at + 1 : at + 1 + MOST_WORDS]:
                if why := self._reason(squeeze(whole[start:end])):
                    return why
        return None

    def _begins(self, read: str) -> bool:
        """Whether a name may begin with these letters of a text."""
        lead = lead_of(squeeze(read))
        if len(lead) < LEAD:
            return len(read) == _READ
        return lead in self._beginnings or (
            bool(self._hints) and hint_of(lead, self._protected.salt) in self._hints
        )

    def _reason(self, key: str) -> str | None:
        if len(key) < SHORTEST:
            return None
        if key in self._names:
            return self._names[key]
        protected = self._protected
        is_protected = protected.hashes and hash_of(key, protected.salt) in protected.hashes
        return protected.path if is_protected else None


def guard_of(outlines: Collection[Outline], protected: Protected = NOTHING) -> Guard:
    """Return the guard of every name that is not published.

    That is: persons withheld or shown as initials, those of withdrawn dossiers unless another
    dossier names them, and the register.
    """
    hidden = [(outline, name, only) for outline in outlines for name, only in outline.hidden]
    withdrawn = {key for _, name, only in hidden if only and (key := key_of(name))}
    named = _named(outlines) if withdrawn else frozenset[str]()
    names = {
        key: f"cases/{outline.reference.folder}/dossier.yml"
        for outline, name, _ in hidden
        if (key := key_of(name)) and not (outline.is_withdrawn and key in named)
    }
    return Guard(names, protected)


def _named(outlines: Collection[Outline]) -> frozenset[str]:
    """Return the keys of all names that are published in full."""
    return frozenset(
        key
        for outline in outlines
        for shown, is_public, also in outline.persons
        if is_public
        for name in (shown, *also)
        if (key := key_of(name))
    )
