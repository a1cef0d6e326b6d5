"""The spellings of a name, as words: how data have it, and what texts leave out of it."""

import re
from collections.abc import Iterable

from casebook.citations.lexicon.wordings import is_acronym, words_of
from casebook.citations.plain import simplify
from casebook.identifiers.symbol import parse_symbol


def spellings_of(name: str, *, is_law: bool) -> list[tuple[str, ...]]:
    """Return the names that one line of data holds, each as words.

    Parentheses hold a name of their own, or a remark: "… Prisoners (the Nelson Mandela Rules)".
    A name that is only the noun says nothing: every treaty body has a Convention.
    """
    plain = simplify(re.sub(r"\[[^\]]*\]", " ", name)).text
    parts = [re.sub(r"\([^()]*\)", " ", plain), *re.findall(r"\(([^()]*)\)", plain)]
    if is_law:
        parts = parts[:1]  # what stands in parentheses there is the State: Criminal Code (Belarus)
    found = []
    for part in " / ".join(parts).split(" / "):
        words = words_of(part)
        if words and words[0].lower() == "the":
            words = words[1:]
        if not words or parse_symbol(part.strip()):
            continue
        if len(words) == 1 and not is_acronym(words[0]) and not is_law:
            continue
        found.append(words)
    return found


def key_of(words: Iterable[str]) -> str:
    """Return what is the same for all spellings of a name that differ in hyphens and articles."""
    return " ".join(word for word in map(str.lower, words) if word != "the").replace("-", "")


def without_international(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return a long name without International, United Nations or UN before it."""
    rest = words[1:] if words[0].lower() in {"international", "un"} else None
    if [word.lower() for word in words[:2]] == ["united", "nations"]:
        rest = words[2:]
    return rest if rest and len(rest) > 3 else None
