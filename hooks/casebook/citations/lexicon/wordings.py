"""Patterns that find a name in a text, however it is spaced, punctuated and capitalised."""

import re
from collections.abc import Iterable
from functools import lru_cache

from casebook.citations.plain import simplify

BETWEEN = "[ ,]{1,4}"
"""What may stand between two words of a name: blanks, and a comma more or less."""
_SMALL = 3
"""How long an acronym is that may be written small, where only a name can stand: article 2 cat."""
END = (
    r"(?![A-Za-z0-9]|-[A-Za-z0-9\0]|/\0|/(?-i:[A-Z]{1,2}(?![A-Za-z])"
    r"|[A-Z]{3}/(?!(?:[A-Z]{3,6}/){0,4}[A-Z]{3,6}(?![A-Za-z0-9/]))|[0-9])"
    r"| {1,2}[0-9]{1,4}/[0-9]{4}(?![0-9]))"
)
"""A name ends where its last word does; CEDAW does not in CEDAW/C/BLR/CO/9."""


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, without accents and punctuation."""
    return tuple(re.findall(r"[A-Za-z0-9&][A-Za-z0-9'.&-]*", simplify(name).text))


@lru_cache(maxsize=4096)
def key_words(name: str) -> frozenset[str]:
    """Return the words of a name for comparing: in small letters, in no order."""
    return frozenset(map(str.lower, words_of(name)))


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym: written with two capitals at least, like ICCPR or OP-CAT."""
    return sum(map(str.isupper, word)) >= 2 and " " not in word


def name_pattern(words: Iterable[str]) -> str:
    """Return the source of a pattern for a name.

    It takes commas, hyphens, "the" and "&" as they come: "Economic Social and Cultural",
    "Noncustodial", "the rights of child".
    """
    pieces = []
    pending = ""
    for word in words:
        if word.lower() == "the":
            pending = f"(?:the{BETWEEN})?"
            continue
        pieces.append(pending + _word_pattern(word))
        pending = ""
    return BETWEEN.join(pieces)


def _word_pattern(word: str) -> str:
    if word.lower() in {"and", "&"}:
        return "(?:and|&)"
    if is_acronym(word):
        small = f"|{re.escape(word.lower())}" if len(word) >= _SMALL else ""
        return f"(?-i:{re.escape(word)}{small})"
    if word.lower() in {"rules", "principles", "guidelines"}:
        # "Bangkok Rule 23"
        return f"{word[:-1]}(?:s|(?= {{0,2}}[0-9]))"
    plain = word.replace("-", "").replace(".", r"\.")
    if "-" in word:
        return "[- ]{0,2}".join(map(re.escape, word.split("-")))
    if plain.lower().startswith("non") and len(plain) > 6:
        return f"non[- ]{{0,2}}{plain[3:]}"
    return plain.replace("'", "' ?")


def one_of(names: Iterable[str]) -> str:
    """Return the source of a pattern for any of the names, the longest first."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(name_pattern(words_of(name)) for name in ordered)}){END}"


def first_words(names: Iterable[str]) -> set[str]:
    """Return the ways in which the first word of each name may be capitalised in a text."""
    found: set[str] = set()
    for name in names:
        words = words_of(name)
        word = re.split(r"[-'.]", words[0])[0]
        found.add(word)
        if is_acronym(word) and len(word) > _SMALL:
            found.add(word.lower())  # a shorter one may be another word: cat
        if len(words) > 1 and not is_acronym(word):
            found |= {word.capitalize(), word.upper()}
            if len(words) > 3:
                found.add(word.lower())
    return found


def prefix_pattern(words: Iterable[str]) -> str:
    """Return the source of a pattern for any of the words that looks at each letter once."""
    tree: dict[str, dict[str, object]] = {}
    for word in words:
        branch: dict = tree  # type: ignore[type-arg]
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _branch_pattern(tree)


def _branch_pattern(branch: dict) -> str:  # type: ignore[type-arg]
    is_end = "" in branch
    options = [
        re.escape(letter) + _branch_pattern(rest)
        for letter, rest in sorted(branch.items())
        if letter
    ]
    if not options:
        return ""
    whole = options[0] if len(options) == 1 and not is_end else f"(?:{'|'.join(options)})"
    return f"{whole}?" if is_end else whole
