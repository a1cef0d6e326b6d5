"""Everyone whom letters name, by the letter that the family name begins with.

A withheld name is not here in any form, and initials stay initials: two letters about "A. B." are
never taken for letters about one person.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from anyascii import anyascii

from casebook.identifiers.reference import Reference
from casebook.model.corpus import Corpus
from casebook.views.row import DossierRow
from casebook.words.script import script_of
from casebook.words.wording import fold, slug_of

_ASIDE = re.compile(r"\([^()]*\)|“[^”]*”|«[^»]*»|\"[^\"]*\"")
_BEFORE_LETTERS = re.compile(r"^(?:[\W_]|[ʰ-˿])+")
_SUFFIX = re.compile(r"(?:[js]r|i{2,3}|iv)\.?", re.IGNORECASE)
"""What may stand behind a family name."""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person, and the letters that name them."""

    name: str
    anchor: str
    also: tuple[str, ...]
    rows: tuple[DossierRow, ...]


@dataclass(frozen=True, slots=True)
class Initial:
    """The persons whose family name begins with one letter."""

    initial: str
    anchor: str
    persons: tuple[PersonEntry, ...]


def persons_of(corpus: Corpus, rows_of: Mapping[Reference, DossierRow]) -> dict[str, Initial]:
    """Return everyone that a letter names, by the first letter of the last part of the name.

    Search engines list the index: persons of a dossier that they shall not list are not in it.
    """
    named: dict[tuple[str, str], list[DossierRow]] = {}
    written: dict[tuple[str, str], dict[str, None]] = {}
    also: dict[tuple[str, str], dict[str, None]] = {}
    for reference, row in rows_of.items():
        outline = corpus.outlines[reference]
        for shown, is_public, others in outline.persons if outline.is_indexed else ():
            key = (_likened(shown), "") if is_public else (shown, reference.folder)
            written.setdefault(key, {})[shown] = None
            rows = named.setdefault(key, [])
            if row not in rows[-1:]:
                rows.append(row)
            if is_public:
                also.setdefault(key, {}).update(dict.fromkeys(others))
    by_initial: dict[str, list[PersonEntry]] = {}
    anchors: Counter[str] = Counter()
    best = {key: max(sorted(names), key=_how_fully) for key, names in written.items()}
    for key in sorted(named, key=lambda key: _by_last_name(best[key], key[1])):
        shown, folder = best[key], key[1]
        anchor = _anchor(f"{shown} {folder}")
        anchors[anchor] += 1
        by_initial.setdefault(_initial(shown), []).append(
            PersonEntry(
                shown,
                anchor if anchors[anchor] == 1 else f"{anchor}-{anchors[anchor]}",
                tuple(other for other in also.get(key, ()) if other not in written[key]),
                tuple(named[key]),
            )
        )
    return {
        initial: Initial(initial, slug_of(initial) or f"u{ord(initial):04x}", tuple(persons))
        for initial, persons in sorted(by_initial.items())
    }


def _likened(name: str) -> str:
    """Return what is the same for a name in capitals, or with two spaces; accents may tell two."""
    return " ".join(name.casefold().replace("’", "'").split())


def _how_fully(name: str) -> tuple[bool, int]:
    """Say how much a way of writing a name keeps of it: small letters, and single spaces."""
    return (not name.isupper(), -len(name))


def _by_last_name(name: str, folder: str) -> tuple[str, str, str]:
    return (fold(_last_name(name)), fold(name), folder)


def _last_name(name: str) -> str:
    """Return the last word of a name, from its first letter; no nickname, no Jr."""
    shorter = _ASIDE.sub(" ", name)
    told = shorter if any(map(str.isalpha, shorter)) else name
    words = [bare for word in told.split() if (bare := _BEFORE_LETTERS.sub("", word))] or [name]
    return words[-2] if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else words[-1]


def _anchor(name: str) -> str:
    """Return a name as part of an address; one in another script in our letters, and its script."""
    scripts = sorted({script for letter in name if (script := script_of(letter))})
    return slug_of(" ".join((anyascii(name), *scripts))) or "person"


def _initial(name: str) -> str:
    return fold(_last_name(name))[:1].upper()
