"""The index of persons that published letters name: `/people/`.

A withheld name is not here in any form, and initials stay initials: two letters about "A. B." are
never taken for letters about one person.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from anyascii import anyascii

from casebook.views.catalogue import Catalogue, DossierRow
from casebook.views.listing import Count
from casebook.views.page import PEOPLE, LinkTo, Page, Section
from casebook.words.script import script_of
from casebook.words.vocabulary import Naming
from casebook.words.wording import count_words, fold, slug_of

LONGEST_INDEX = 300
"""With more persons than this every letter of the alphabet has a page of its own."""


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


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The index of persons, or the part of it for one letter."""

    page: Page
    total: int
    initials: tuple[Initial, ...]
    parts: tuple[Count, ...]
    """The pages of letters, when the index is too long for one."""


def person_index(catalogue: Catalogue) -> tuple[Initial, ...]:
    """Return everyone that a letter names, by the first letter of the last part of the name.

    Search engines list the index: persons of a dossier that they shall not list are not in it.
    """
    named: dict[tuple[str, str], list[DossierRow]] = {}
    also: dict[tuple[str, str], dict[str, None]] = {}
    for reference, row in catalogue.rows.items():
        dossier = catalogue.corpus.dossiers[reference]
        for person in () if dossier.noindex else dossier.persons:
            if shown := person.shown:
                is_public = person.naming is Naming.PUBLIC
                key = (shown, "" if is_public else reference.folder)
                rows = named.setdefault(key, [])
                if row not in rows[-1:]:
                    rows.append(row)
                if is_public:
                    also.setdefault(key, {}).update(dict.fromkeys(person.also))
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
    return tuple(
        Initial(initial, slug_of(initial) or f"u{ord(initial):04x}", tuple(persons))
        for initial, persons in sorted(by_initial.items())
    )


def is_split(index: Sequence[Initial]) -> bool:
    """Whether the index is so long that every letter has a page of its own."""
    return sum(len(initial.persons) for initial in index) > LONGEST_INDEX


def people_view(index: Sequence[Initial]) -> PeopleView:
    """Return the index of persons."""
    total = sum(len(initial.persons) for initial in index)
    parts = tuple(
        Count(LinkTo(initial.initial, f"people/{initial.anchor}/"), len(initial.persons))
        for initial in index
    )
    return PeopleView(
        page=Page(
            address="people/",
            title="People",
            description=f"{count_words(total, 'person', 'persons')} whom published letters name.",
            section=Section.PEOPLE,
        ),
        total=total,
        initials=() if is_split(index) else tuple(index),
        parts=parts if is_split(index) else (),
    )


def people_part_view(initial: Initial) -> PeopleView:
    """Return one letter of the index of persons."""
    total = len(initial.persons)
    return PeopleView(
        page=Page(
            address=f"people/{initial.anchor}/",
            title=f"People: {initial.initial}",
            description=f"{count_words(total, 'person', 'persons')} whom published letters name.",
            section=Section.PEOPLE,
            crumbs=(PEOPLE,),
        ),
        total=total,
        initials=(initial,),
        parts=(),
    )


def _by_last_name(key: tuple[str, str]) -> tuple[str, str, str]:
    name, folder = key
    return (fold(name.split()[-1]), fold(name), folder)


def _anchor(name: str) -> str:
    """Return a name as part of an address; one in another script in our letters, and its script."""
    scripts = sorted({script for letter in name if (script := script_of(letter))})
    return slug_of(" ".join((anyascii(name), *scripts)) if scripts else name) or "person"


def _initial(name: str) -> str:
    return fold(name.rsplit(maxsplit=1)[-1])[:1].upper()
