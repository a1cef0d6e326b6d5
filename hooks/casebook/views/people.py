"""The index of persons that published letters name: `/people/`."""

from collections.abc import Mapping
from dataclasses import dataclass

from casebook.views.catalogue import Catalogue
from casebook.views.listing import Count
from casebook.views.page import PEOPLE, LinkTo, Page, Section
from casebook.views.persons import Initial
from casebook.words.wording import count_words

LONGEST_INDEX = 300
"""With more persons than this every letter of the alphabet has a page of its own."""


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The index of persons, or the part of it for one letter."""

    page: Page
    total: int
    initials: tuple[Initial, ...]
    parts: tuple[Count, ...]
    """The pages of letters, when the index is too long for one."""


def is_split(persons: Mapping[str, Initial]) -> bool:
    """Whether the index is so long that every letter has a page of its own."""
    return sum(len(initial.persons) for initial in persons.values()) > LONGEST_INDEX


def people_view(catalogue: Catalogue) -> PeopleView:
    """Return the index of persons."""
    persons = catalogue.persons
    index = tuple(persons.values())
    total = sum(len(initial.persons) for initial in index)
    parts = tuple(
        Count(LinkTo(initial.initial, f"people/{initial.anchor}/"), len(initial.persons))
        for initial in index
    )
    return PeopleView(
        page=Page(
            address="people/",
            title="People",
            description=_description(total),
            section=Section.PEOPLE,
        ),
        total=total,
        initials=() if is_split(persons) else index,
        parts=parts if is_split(persons) else (),
    )


def people_part_view(catalogue: Catalogue, letter: str) -> PeopleView:
    """Return one letter of the index of persons."""
    initial = catalogue.persons[letter]
    total = len(initial.persons)
    return PeopleView(
        page=Page(
            address=f"people/{initial.anchor}/",
            title=f"People: {initial.initial}",
            description=_description(total),
            section=Section.PEOPLE,
            crumbs=(PEOPLE,),
        ),
        total=total,
        initials=(initial,),
        parts=(),
    )


def _description(total: int) -> str:
    persons = count_words(total, "person", "persons")
    return f"{persons} whom published letters, or their official entries, name."
