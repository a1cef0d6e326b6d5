"""A name is found in other scripts and in the spellings of its language, and nothing else is."""

from datetime import date

import pytest
from tests.factories import dossier, person

from casebook.model.dossier import Withdrawal
from casebook.model.outline import outline_of
from casebook.sealing.protection import guard_of
from casebook.words.vocabulary import Naming


@pytest.mark.parametrize(
    "words",
    [
        "كتب محمد الشريف إلى",
        "الشريف، محمد",
        "محمّد أحمد الشريف",
        "أحمد بن خالد المنصور",
        "علیرضا و نرگس محمدی",
        "Juergen Mueller",
        "MUELLER, Jürgen",
        "Jurgen Muller",
    ],
)
def test_a_name_is_found_in_arabic_letters_and_without_umlauts(words: str) -> None:
    names = ("Mohammed al-Sharif", "Ahmad Khaled Mansour", "Narges Mohammadi", "Jürgen Müller")
    held = dossier("XXX 1/2025", persons=[person(name, Naming.WITHHELD) for name in names])
    assert guard_of([outline_of(held, ())]).find(words)


@pytest.mark.parametrize(
    "words", ["محمد", "الشريف", "علي حسني", "خالد الشريف", "محمد علي خالد الشريف"]
)
def test_others_in_arabic_letters_are_not_taken_for_it(words: str) -> None:
    held = dossier(
        "XXX 1/2025",
        persons=[
            person("Mohammed al-Sharif", Naming.WITHHELD),
            person("Alia Hosseini", Naming.WITHHELD),
            person("Ali Hasani"),
        ],
    )
    assert guard_of([outline_of(held, ())]).find(words) is None


def test_who_is_withdrawn_here_and_named_there_in_another_spelling_is_not_guarded() -> None:
    gone = Withdrawal(date(2026, 1, 5), "asked for")
    held = (
        dossier(
            "XXX 1/2025", persons=(person("Cyd Example"), person("Dia Sample")), withdrawn=gone
        ),
        dossier("XXX 2/2025", persons=(person("Sid Example", Naming.PUBLIC, "Cyd Example"),)),
    )
    guard = guard_of([outline_of(each, ()) for each in held])
    assert guard.find("Cyd Example") is None
    assert guard.find("Dia Sample")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Omar Sample", "Umar Sample"),
        ("Ahmed Example", "Ahmad Example"),
        ("Hussein Example", "Husayn Example"),
        ("Ahmed al-Sampel", "Ahmed Elsampel"),
        ("Ahmed al-Sayed", "Ahmed Assayed"),
        ("Hadi al-Tastawi", "Hadi Tastaoui"),
        *(("Abdulrahman Test", f"{way} Test") for way in ("Abd al-Rahman", "Abdel Rahman")),
        ("Abd ar-Rahman Test", "Abdurrahman Test"),
        ("Abdulrahman Test", "Abdalrahman Test"),
        ("Abdullah Test", "Abdallah Test"),
        ("Dr. Ada Example", "Ada Example"),
        ("Sheikh Omar Sample", "Sample, Omar"),
        ("Omar Sample", "Omar Ould Sample"),
        ("Anna Testowska", "dla Anny Testowskiej, więzionej"),
        ("Mehmet Test", "Mehmet Test'in annesi, Mehmet Test’ten"),
        ("Ahmed Salman", "كتبت لأحمد سلمان"),
        ("Latif Hasanin", "لطيف حسنين"),
        ("Nikos Soutos", "Νίκος Σούτος"),
        ("Kim Chol Test", "Kim Cheol Test"),
    ],
)
def test_a_name_is_found_in_the_spellings_and_forms_of_its_language(name: str, words: str) -> None:
    held = dossier(persons=(person(name, Naming.WITHHELD),))
    assert guard_of([outline_of(held, ())]).find(words)


def test_a_short_word_is_not_taken_for_a_name_that_sounds_alike() -> None:
    held = dossier(persons=(person("June Public", Naming.WITHHELD),))
    assert guard_of([outline_of(held, ())]).find("one public place") is None


def test_letters_that_latin_has_not_part_no_word() -> None:
    held = dossier(persons=(person("Ali Omar", Naming.WITHHELD, "علي عمر"),))
    guard = guard_of([outline_of(held, ())])
    assert guard.find("السيد علي عمر")
    assert guard.find("علي عمران") is None
    assert guard.find("أهالي عمر") is None


def test_a_letter_of_one_name_declines_no_other() -> None:
    held = dossier(persons=(person("Maria Testova", Naming.WITHHELD),))
    assert guard_of([outline_of(held, ())]).find("Mario Testov, Nils Muižnieks") is None
