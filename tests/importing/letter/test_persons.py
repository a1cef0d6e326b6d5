"""Persons are proposed where a letter names them in full; children never."""

import pytest

from casebook.importing.letter.persons import find_persons
from casebook.importing.pieces import Chunk, Piece


def test_persons_are_proposed_in_full_where_the_letter_gives_them_in_full() -> None:
    words = (
        "Ms. Anna Example and Mr. Ben van der Test-Case met M. Éric Dupont; Sra. Lucía Pérez. "
        "Ms. Example's sister, Ms. Special Rapporteur, did not."
    )
    bold = Piece(" Carl Proof", is_bold=True)
    found = find_persons([Chunk((Piece(words), bold))])
    assert [person.name for person in found if person.is_sure] == [
        "Anna Example",
        "Ben van der Test-Case",
        "Éric Dupont",
        "Lucía Pérez",
    ]
    assert [person.name for person in found if not person.is_sure] == ["Carl Proof"]


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        (
            "Ms. Liubov Testova wrote. Ms. Lubov Testova waits.",
            [("Liubov Testova", ("Lubov Testova",))],
        ),
        ("Ms. Maria Proof met Ms. Marta Proof.", [("Maria Proof", ()), ("Marta Proof", ())]),
        ("Mr. Jan Proof met Ms. Jana Proof.", [("Jan Proof", ()), ("Jana Proof", ())]),
        ("Ms. Anna Proofer, and Ms. Profoer again.", [("Anna Proofer", ("Profoer",))]),
    ],
)
def test_spellings_are_joined_only_when_no_letter_is_another(
    words: str, persons: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(each.name, each.also) for each in find_persons([Chunk((Piece(words),))])] == persons


@pytest.mark.parametrize(
    "words",
    [
        "Mr. Tim Small, a 15-year-old, was held.",
        "her son Mr. Tim Small was held.",
        "Mr. Tim Small (16) was held.",
        "Mr. Tim Small, aged 9, was held.",
        "M. Tim Small, âgé de 12 ans, est détenu.",
        "the minor **Tim Small** was held",
        "Mr. Tim Small (16 years old) was held.",
        "Mr. Tim Small, 16, was held.",
        "Mr. Tim Small (m, 16) was held.",
        "Mr. Tim Small, a sixteen-year-old pupil, was held.",
        "a 16-year-old pupil, Mr. Tim Small, was held.",
        "Mr. Tim Small, who was 16 at the time, was held.",
        "Mr. Tim Small, then a minor, was held.",
        "Mr. Tim Small, a teenager, was held.",
        "Mr. Tim Small, son of the victim, aged 16, was held.",
        "Mr. Tim Small, born on 3 May 2016, was held in 2032.",
        "Mr. Tim Small (b. 2016) was held in 2032.",
        "Ms. Ann Small (DOB 5 May 2019) was held in 2032.",
        "Ms. Ann Small (05.05.2019) was held in 2032.",
        "Mr. Tim Small, an eighth-grade student, was held.",
        "Mr. Tim Small, a student of the eighth grade, was held.",
        "Mr. Tim Small, who turned 17 in prison, was held.",
        "Ms. Ann Small, who is not yet 18, was held.",
        "Ms. Ann Small, under the age of 18, was held.",
        "Ms. Ann Small had not reached the age of majority.",
        "Ms. Ann Small (15 y.o.) was held.",
        "Mr. Tim Small was only fifteen in that year.",
        "The juvenile offender Mr. Tim Small was held.",
        "Her children, namely Mr. Tim Small and Ms. Ann Small, were held.",
        "Mr. Tim Small and Ms. Ann Small, both minors, were held.",
        "Mr. Tim Small and Ms. Ann Small, both under 18, were held.",
        "Mr. Tim Small, Ms. Ann Small and Ms. Eve Small, aged 14, 15 and 16 respectively, were held.",
        "Mr. Tim Small, Ms. Ann Small and Ms. Eve Small (14, 15 and 16) were held.",
        "The children, Mr. Tim Small and Ms. Ann Small, were held.",
        "Mr. Tim Small, aged 9, was held; a brother of Mr. Small was not.",
        "M. Tim Small (12 ans) est détenu.",
        "M. Tim Small, alors mineur, est détenu.",
        "M. Tim Small, lycéen de 16 ans, est détenu.",
        "Sr. Tim Small, menor de edad, está detenido.",
        "el adolescente Sr. Tim Small está detenido.",
        "The child victim Ms. Ann Small was held.",
        "Mr. Tim Small, aged between 15 and 17, was held.",
        "Mr. Tim Small, 16",
        "Mr. Tim d’Exemple, 16, was held.",
        "Mr. Tim (Timmy) Small, 16, was held.",
        "Mr. Tim SMALL was held. Mr. Tim Small, 16, is ill.",
        "Mr. T. Small was held; Mr. Tim James Small, too. Mr. Tim Small, 16, is ill.",
        "Mr. Tim de la Peña, 16, was held. Mr. de la Peña is ill.",
        "Mr. Tim Smalls was held. Mr. Tim Small, 16, is ill.",
    ],
)
def test_a_child_is_never_proposed(words: str) -> None:
    before, bold, after = [*words.split("**"), "", ""][:3]
    assert find_persons([Chunk((Piece(before), Piece(bold, is_bold=True), Piece(after)))]) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Ms. Ann Grown is a single mother of a child born in December 2023. She was held in 2032.",
        "Ms. Ann Grown has two children, aged 5 and 9.",
        "Ms. Ann Grown and her 5-year-old daughter were held.",
        "Ms. Ann Grown, aged 45, was held.",
        "Ms. Ann Grown, born in 1990, was held in 2032.",
        "Ms. Ann Grown was sentenced to 15 years in prison.",
        "Ms. Ann Grown and her husband, both parents of two children, were held.",
        "Ms. Ann Grown and 15 others were held.",
        "Ms. Ann Grown is a child rights defender.",
        "Mme Ann Grown, condamnée à 15 ans de prison, est détenue.",
    ],
)
def test_an_adult_beside_a_child_or_a_number_is_proposed(words: str) -> None:
    assert [each.name for each in find_persons([Chunk((Piece(words),))])] == ["Ann Grown"]


def test_the_writers_are_no_persons_of_the_case() -> None:
    assert (
        find_persons([Chunk((Piece("Please accept, Mr. Hallam Other, …"),))], ["Hallam Other"])
        == ()
    )


@pytest.mark.parametrize(
    "name",
    [
        "Ivan Petrov d’Exemple",
        "Sidi Mohamed ould Sample",
        "Aminetou mint Sample",
        "Maria dos Santos e Silva",
        "Jordi Exemple i Puig",
        "Ivan S. Example",
        "J. R. R. Sample",
        "Elchin Sample oglu",
        "Abdullah Mohammed Ahmed Salem Saleh Al-Sample",
        "Issam ad-Din Sample",
        "‘Abd al-Rahman Sample",
        "Muhammad ibn `Abd al-Sample",
        "Petr von und zu Sample",
        "Łukasz Żółć",
        "Иван Примеров",
    ],
)
def test_no_name_is_cut_short(name: str) -> None:
    words = f"Mr. {name} was held."
    found = find_persons([Chunk((Piece(words),))])
    assert [(each.name, each.is_sure) for each in found] == [(name, True)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Mr. Ivan “Vanya” Exampleov was held.", ["Ivan Exampleov"]),
        ("Mr. Ivan Exampleov Member of Parliament was held.", ["Ivan Exampleov"]),
        ("Mr. Ivan S. The police came.", []),
        ("Sr. Juan Ejemplo y Sra. Ana Muestra", ["Juan Ejemplo", "Ana Muestra"]),
        ("Mr. Ivan EXAMPLEOV, Mr. I. Exampleov, Mr. Ivan Exampleov", ["Ivan Exampleov"]),
        ("Mr. José Ejemplo de la Peña; Mr. de la Peña", ["José Ejemplo de la Peña"]),
        ("Professor Jane Sample met Maître Jean Exemple.", ["Jane Sample", "Jean Exemple"]),
        ("The Imam Hussein Mosque was closed.", []),
    ],
)
def test_a_person_is_proposed_once_and_by_the_name_alone(words: str, names: list[str]) -> None:
    found = find_persons([Chunk((Piece(words),))])
    assert [each.name for each in found if each.is_sure] == names
