"""Everyone whom letters name, by the letter that the family name begins with.

A withheld name is not here in any form, and initials stay initials: two letters about "A. B." are
never taken for letters about one person.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from anyascii import anyascii

from casebook.identifiers.reference import Reference
from casebook.model.corpus import Corpus
from casebook.views.row import DossierRow
from casebook.words.script import script_of
from casebook.words.wording import fold, slug_of


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
    also: dict[tuple[str, str], dict[str, None]] = {}
    for reference, row in rows_of.items():
        outline = corpus.outlines[reference]
        for shown, is_public, others in outline.persons if outline.is_indexed else ():
            key = (shown, "" if is_public else reference.folder)
            rows = named.setdefault(key, [])
            if row not in rows[-1:]:
                rows.append(row)
            if is_public:
                also.setdefault(key, {}).update(dict.fromkeys(others))
    by_initial: dict[str, list[PersonEntry]] = {}
    anchors: Counter[str] = Counter()
    for key in sorted(named, key=_by_last_name):
        shown, folder = key
        anchor = _anchor(f"{shown} {folder}")
        anchors[anchor] += 1
        by_initial.setdefault(_initial(shown), []).append(
            PersonEntry(
                shown,
                anchor if anchors[anchor] == 1 else f"{anchor}-{anchors[anchor]}",
                tuple(also.get(key, ())),
                tuple(named[key]),
            )
        )
    return {
        initial: Initial(initial, slug_of(initial) or f"u{ord(initial):04x}", tuple(persons))
        for initial, persons in sorted(by_initial.items())
    }


def _by_last_name(key: tuple[str, str]) -> tuple[str, str, str]:
    name, folder = key
    return (fold(name.split()[-1]), fold(name), folder)


def _anchor(name: str) -> str:
    """Return a name as part of an address; one in another script in our letters, and its script."""
    scripts = sorted({script for letter in name if (script := script_of(letter))})
    return slug_of(" ".join((anyascii(name), *scripts)) if scripts else name) or "person"


def _initial(name: str) -> str:
    return fold(name.rsplit(maxsplit=1)[-1])[:1].upper()
