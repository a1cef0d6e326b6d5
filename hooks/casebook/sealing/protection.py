"""Names that must not get out, found however they are written.

A name is looked for as its first five words, without case, accents, spaces, hyphens and the
usual differences between transliterations: Lyubov' Ivanova, LIUBOV-IVANOVA and Любовь Иванова
are one. Names of dossiers are known, and found in other orders and forms as well; those of the
register only as salted hashes.
"""

from collections.abc import Collection, Mapping
from hashlib import blake2b
from itertools import accumulate

from casebook.model.outline import Outline
from casebook.model.register import Protected
from casebook.words.answers import Answers
from casebook.words.names_in_text import Spellings
from casebook.words.readings import readings
from casebook.words.spelling import squeeze, words_of, written_out

MOST_WORDS = 5
"""How many words of a name are looked for, and how many in a row are tried."""

LEAD = 4
"""How many letters decide whether to look closer, as they are compared."""

SHORTEST = LEAD
"""Letters, without spaces: what is shorter stands in other words everywhere."""

_READ = 8
"""How many letters of a text make them: two may become one, or three."""


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


class Guard:
    """Everything that must not be in a site, and where it is said that it must not."""

    def __init__(
        self,
        names: Mapping[str, str],
        protected: Protected = NOTHING,
        spellings: Spellings | None = None,
    ) -> None:
        """`names` has the key of each name, and the file that withholds it.

        `spellings` has the same names, to be found in other orders, forms and scripts.
        """
        self._names = names
        self._spellings = spellings
        self._protected = protected
        self._beginnings = {lead_of(name) for name in names}
        self._hints = {each.partition(":")[0] for each in protected.hashes}
        self._may_begin = Answers(self._begins)
        self._may_be_short = bool(self._hints) or any(len(name) < _READ for name in names)

    def __bool__(self) -> bool:
        return bool(self._names or self._protected.hashes)

    @property
    def key(self) -> str:
        """A hash of the whole list: with another list, everything has to be looked at again."""
        spelled = self._spellings.names if self._spellings else ()
        protected = self._protected
        told = repr((sorted(self._names), spelled, protected.salt, sorted(protected.hashes)))
        return blake2b(told.encode(), digest_size=16).hexdigest()

    def find(self, text: str) -> str | None:
        """Return the file that says why a name in this text must not be there, or None."""
        words = words_of(text)
        starts = [0, *accumulate(map(len, words))]
        if found := self._find(text, words, starts):
            return found
        for other in readings(text, starts):
            others = words_of(other)
            if found := self._find(other, others, [0, *accumulate(map(len, others))]):
                return found
        return None

    def _find(self, text: str, words: list[str], starts: list[int]) -> str | None:
        whole = "".join(words)
        may = self._may_begin
        for at, start in enumerate(starts):
            ends = starts[at + 1 : at + 1 + MOST_WORDS]
            # Where a short name ends, letters behind it could change how its last ones are compared.
            cut = [end for end in ends if end - start < _READ] if self._may_be_short else []
            if not any(may[whole[start:end]] for end in (start + _READ, *cut)):
                continue
            for end in ends:
                if why := self._reason(squeeze(whole[start:end])):
                    return why
        return self._spellings.find(text, words) if self._spellings else None

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
    if not hidden:
        return Guard({}, protected)
    named = _named(outlines)
    held = {
        name: f"cases/{outline.reference.folder}/dossier.yml"
        for outline, name, _ in hidden
        if not (outline.is_withdrawn and key_of(name) in named)
    }
    names = {key: path for name, path in held.items() if (key := key_of(name))}
    public = named.values()
    held |= {
        other: path
        for name, path in [*held.items()]
        for other in written_out(name)
        if key_of(other) not in named
    }
    names |= {key: path for name, path in held.items() if (key := key_of(name))}
    return Guard(names, protected, Spellings(held, public))


def _named(outlines: Collection[Outline]) -> dict[str, str]:
    """Return all names that are published in full, by their keys."""
    return {
        key: name
        for outline in outlines
        for shown, is_public, also in outline.persons
        if is_public
        for name in (shown, *also)
        if (key := key_of(name))
    }
