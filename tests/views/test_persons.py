"""The index of persons: everyone whom letters name, each once, and nobody who is withheld."""

import pytest
from tests import factories as make
from tests.factories import build_corpus

from casebook.model.dossier import Person
from casebook.views.catalogue import catalogue_of
from casebook.views.people import is_split, people_view
from casebook.words.vocabulary import Naming


def test_the_index_of_persons_holds_no_withheld_name_and_never_joins_initials() -> None:
    corpus = build_corpus(
        [
            make.dossier(
                f"XXX {number}/2025",
                persons=(
                    make.person("Ann Example", Naming.WITHHELD),
                    make.person("Bob Example", Naming.INITIALS),
                    make.person("Zoë Ångström", Naming.PUBLIC, "Zoe Angstrom"),
                ),
            )
            for number in (1, 2)
        ]
    )
    catalogue = catalogue_of(corpus)
    assert [(initial.initial, len(initial.persons)) for initial in catalogue.persons.values()] == [
        ("A", 1),
        ("E", 2),
    ]
    view = people_view(catalogue)
    assert view.initials[0].persons[0].anchor == "zoe-angstrom"
    assert len(view.initials[0].persons[0].rows) == 2
    assert "Ann" not in repr(view)
    assert "Bob" not in repr(view)


def test_the_index_of_persons_leads_to_no_letter_that_search_engines_shall_not_find() -> None:
    persons = (
        make.person("Zoë Ångström", Naming.PUBLIC),
        make.person("Bob Example", Naming.INITIALS),
    )
    hidden = make.dossier("XXX 1/2025", persons=persons, noindex=True)
    assert not catalogue_of(build_corpus([hidden])).persons
    shown = make.dossier("XXX 2/2025", persons=persons)
    for initial in people_view(catalogue_of(build_corpus([hidden, shown]))).initials:
        for person in initial.persons:
            assert [row.reference for row in person.rows] == [shown.reference]


def test_a_long_index_of_persons_is_split_by_letter() -> None:
    persons = tuple(make.person(f"Person A{number}") for number in range(301))
    catalogue = catalogue_of(build_corpus([make.dossier(persons=persons)]))
    assert is_split(catalogue.persons)
    assert [part.link.address for part in people_view(catalogue).parts] == ["people/a/"]


def test_every_person_and_every_initial_has_an_anchor_of_its_own() -> None:
    names = (
        "Leyla Nahri",
        "Лейла Нахри",
        "Пётр Иванов",
        "ليلى نهري",
        "José Ló",
        "Jose Lo",
        "Łó Łuk",
    )
    persons = tuple(Person(name, Naming.PUBLIC) for name in names)
    catalogue = catalogue_of(build_corpus([make.dossier(persons=persons)]))
    index = catalogue.persons.values()
    anchors = [person.anchor for initial in index for person in initial.persons]
    assert len({*anchors}) == len(names)
    assert {"leyla-nahri", "leyla-nakhri-cyrl", "jose-lo", "jose-lo-2"} <= {*anchors}
    initials = [initial.anchor for initial in index]
    assert len({*initials}) == len(initials) == 6


@pytest.mark.parametrize(
    ("name", "initial"),
    [
        ("Ada Example (the younger)", "E"),
        ("Ada “Bee”", "A"),
        ("Ada Sample Jr.", "S"),
        ("Ada Sample III", "S"),
        ("ʿUmar ʿAli", "A"),
        ("'Abd al-Sample", "A"),
        ("X (unknown)", "X"),
        ("“Bee”", "B"),
        ("Łó Łuk", "Ł"),
    ],
)
def test_a_person_stands_below_the_first_letter_of_the_last_name(name: str, initial: str) -> None:
    corpus = build_corpus([make.dossier(persons=(make.person(name),))])
    assert [*catalogue_of(corpus).persons] == [initial]


def test_a_name_in_capitals_is_the_same_person_and_is_shown_once() -> None:
    letters = [
        make.dossier("XXX 1/2025", persons=(make.person("ADA EXAMPLE", Naming.PUBLIC, "Adda"),)),
        make.dossier("XXX 2/2025", persons=(make.person("Ada Example", Naming.PUBLIC, "Adda"),)),
        make.dossier(
            "XXX 3/2025", persons=(make.person("Ada  Example", Naming.PUBLIC, "Ada Example"),)
        ),
    ]
    (initial,) = catalogue_of(build_corpus(letters)).persons.values()
    (person,) = initial.persons
    assert (person.name, person.also, len(person.rows)) == ("Ada Example", ("Adda",), 3)
