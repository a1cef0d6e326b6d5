"""The mandates that a letter names, matched to the register in English, French and Spanish."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from casebook.model.register import Mandate
from casebook.words.wording import fold

_HEADS = {
    "rapporteur": r"Special Rapporteurs?|Rapporteu(?:r|re|se)s? sp[ée]ciale?s?|Relator(?:a|es|as)? Especial(?:es)?",
    "group": r"Working Group(?: of Experts)?|Groupe de travail(?: d['’]experts)?|Grupo de Trabajo(?: de Expertos)?",
    "expert": r"Independent Experts?|Experte?s? ind[ée]pendante?s?|Expert[oa]s? Independientes?",
    "representative": r"Special Representative|Représentante? spéciale?|Representante Especial",
}
HEAD = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in _HEADS.items()), re.IGNORECASE
)
"""How the name of a mandate begins."""

_TAIL = re.compile(
    r"(?:[\s;,.]|\b(?:and|et|y|e|the|du|des|de|la|le|les|del|los|las|as well as|ainsi que|así como"
    r"|mandates?|mandats?|mandatos?|of)\b|\bde l['’])+$",
    re.IGNORECASE,
)
_SMALL_WORDS = """
    on the of for in to a sur la le les l du de des d relatif relative aux au sobre el los las del
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_JOINS = frozenset(("and", "et", "y", "its", "ses", "sus", "as"))
_CLOSE_ENOUGH = 0.9
_LONGEST = 260

_Key = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class NamedMandate:
    """A mandate as a letter prints it."""

    printed: str
    id: str | None
    """Its id in the register; None when the register has no such name."""


class MandateNames:
    """The names of the register, ready to be recognised."""

    def __init__(self, mandates: Iterable[Mandate]) -> None:
        self._ids: dict[_Key, str] = {}
        for mandate in mandates:
            for name in (mandate.name, *mandate.also):
                if key := _key(name):
                    self._ids.setdefault(key, mandate.id)

    def find(self, words: str) -> tuple[NamedMandate, ...]:
        """Return every mandate that a sentence lists, in its order."""
        return tuple(NamedMandate(name, self.match(name)) for name in _names(words))

    def match(self, printed: str) -> str | None:
        """Return the id of the mandate of this name, or None. A name half right is no match."""
        key = _key(printed)
        if not key:
            return None
        if key in self._ids:
            return self._ids[key]
        kind, topic = key
        beginning = [
            (len(known), mandate)
            for (known_kind, known), mandate in self._ids.items()
            if known_kind == kind and _begins(topic, known)
        ]
        if beginning:
            return max(beginning)[1]
        near = [
            (score, mandate)
            for (known_kind, known), mandate in self._ids.items()
            if known_kind == kind
            and (score := SequenceMatcher(None, topic, known).ratio()) >= _CLOSE_ENOUGH
        ]
        return max(near)[1] if near else None


def _names(words: str) -> Iterator[str]:
    """Yield each name: from one head to the next, without what joins them."""
    heads = list(HEAD.finditer(words))
    ends = [*(head.start() for head in heads[1:]), len(words)][: len(heads)]
    for head, end in zip(heads, ends, strict=True):
        yield _TAIL.sub("", words[head.start() : min(end, head.start() + _LONGEST)])


def _key(name: str) -> _Key | None:
    """Return what makes a name: the kind of mandate, and the words of its subject."""
    head = HEAD.search(name)
    if not head or not head.lastgroup:
        return None
    words = re.findall(r"[a-z0-9]+", fold(name[head.end() :]))
    topic = tuple(word for word in words if word not in _SMALL)
    return (head.lastgroup, topic) if topic else None


def _begins(topic: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether one name is the other, cut short before a word such as `and`."""
    short, long = sorted((topic, known), key=len)
    return long[: len(short)] == short and long[len(short)] in _JOINS
