"""A name is found however it is written, and nothing else is taken for it."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.factories import dossier, person

from casebook.model.dossier import Withdrawal
from casebook.model.outline import outline_of
from casebook.model.register import Protected
from casebook.sealing.protection import Guard, guard_of, hash_of, key_of
from casebook.words.vocabulary import Naming

SALT = b"0123456789abcdef"


def guards(*names: str) -> tuple[Guard, Guard]:
    """Return two guards of the same names: one knows them, one only their hashes."""
    keys = [key for name in names if (key := key_of(name))]
    assert len(keys) == len(names)
    hashes = frozenset(hash_of(key, SALT) for key in keys)
    return Guard(dict.fromkeys(keys, "known")), Guard({}, Protected("hashed", SALT, hashes))


@pytest.mark.parametrize(
    "words",
    [
        "They wrote of Lyubov Ivanova-Petrova in May.",
        "LYUBOV IVANOVA PETROVA",
        "lyubov_ivanova_petrova.png",
        "/people/lyubov-ivanova-petrova/",
        "LyubovIvanova Petrova",
        "Lyu bov Ivanova-Petrova",
        "Lyubov' Ivanova–Petrova",
        "Любовь Иванова-Петрова",
        "Liubov Ivanova Petrova",
        "Lubov Iwanowa Petrowa",
        "L\u00fdub\u00f6v Ivan\u00f3va Petrova",
        "\uff2c\uff59\uff55\uff42\uff4f\uff56 Ivanova Petrova",
        "Lyubov\u00a0Ivanova\nPetrova",
        "Lyubov Ivanova-Petrova's house",
        "la maison d’Lyubov Ivanova-Petrova",
        "Lyubov [1] Ivanova-Petrova",
        "lyubov-ivanova-petrova2.png",
    ],
)
def test_a_name_is_found_in_any_writing(words: str) -> None:
    known, hashed = guards("Lyubov Ivanova-Petrova", "Somebody Else")
    assert known.find(words) == "known"
    assert hashed.find(words) == "hashed"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Lyubov Petrova",
        "L. I. P.",
        "Slyubov Ivanova Petrova",
        "Lyubov Ivanova Petrovanov",
        "lyubov went to ivanova, and petrova stayed",
    ],
)
def test_other_words_are_not_taken_for_it(words: str) -> None:
    for guard in guards("Lyubov Ivanova-Petrova"):
        assert guard.find(words) is None


KNOWN = (
    "Lyubov Ivanova",
    "Igor Dolinski",
    "Ada B. Example",
    "Maria Sample",
    "Omar bin Said",
    "Eva Maria Dove",
)


@pytest.mark.parametrize(
    "words",
    [
        "IVANOVA, Lyubov",
        "Lyubov P. Ivanova",
        "Lyubov Petrovna Ivanova",
        "Ivanova Lyubov Petrovna",
        "Любови Ивановой и другим",
        "с Любовью Петровной Ивановой",
        "Игоря Долинского",
        "Игорем Долинским",
        "Ada Example",
        "Ada Bea Example, Ada B. C. Example",
        "Мария Сампле",
        "Омар Саид",
        "Said, Omar",
        "Eva M. Dove",
        "Dove, Eva M.",
    ],
)
def test_a_name_is_found_in_other_orders_and_forms(words: str) -> None:
    held = dossier("XXX 1/2025", persons=[person(name, Naming.WITHHELD) for name in KNOWN])
    assert guard_of([outline_of(held, ())]).find(words)


@pytest.mark.parametrize(
    "words",
    [
        "Lyubov",
        "Ms. Ivanova",
        "Lyubov and Ivanova",
        "Lyubova Ivanovoi",
        "of Vera Ivanova, Lyubov Sidorova and others",
        "Игорь Долин",
        "ivanova",
        "Eva A. Dove",
        "Eva Dove",
    ],
)
def test_people_of_the_same_names_are_not_taken_for_each_other(words: str) -> None:
    public = ("Vera Ivanova", "Lyubov Sidorova")
    held = dossier(
        "XXX 1/2025",
        persons=[
            *(person(name, Naming.WITHHELD) for name in KNOWN),
            *(person(name) for name in public),
        ],
    )
    assert guard_of([outline_of(held, ())]).find(words) is None


def test_a_public_name_in_another_order_hides_nobody() -> None:
    held = (
        dossier("XXX 1/2025", persons=[person("Lyubov Ivanova", Naming.WITHHELD)]),
        dossier("XXX 2/2025", persons=[person("Ivanova Lyubov")]),
    )
    assert guard_of([outline_of(each, ()) for each in held]).find("Ivanova, Lyubov")


def test_a_long_name_is_looked_for_by_its_first_five_words() -> None:
    for guard in guards("Abu Bakr al-Sadiq ibn Yusuf al-Misri"):
        assert guard.find("of Abu Bakr Al Sadiq ibn Yusuf, who")


@pytest.mark.parametrize("name", ["", "Li", "A. B.", "---", "!"])
def test_a_name_of_few_letters_cannot_be_looked_for(name: str) -> None:
    assert key_of(name) is None


@given(
    st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1), min_size=1, max_size=5),
    st.sampled_from([" ", "-", "_", "  ", "\n", ", "]),
    st.text("abc .,-", max_size=20),
)
@example(["aba", "i"], " ", "a")  # with the letter behind it, "ia" is an "a"
def test_every_name_is_found_between_other_words(
    words: list[str], between: str, around: str
) -> None:
    name = " ".join(words)
    if key_of(name):
        for guard in guards(name):
            assert guard.find(f"{around} {between.join(words).upper()} {around}")


def test_what_no_dossier_shows_is_guarded() -> None:
    held = (
        dossier("XXX 1/2025", persons=(person("Ada Example", Naming.WITHHELD, "Adda Exemplar"),)),
        dossier("XXX 2/2025", persons=(person("Ben Example", Naming.INITIALS),)),
        dossier("XXX 3/2025", persons=(person("Cyd Example", Naming.PUBLIC),)),
        dossier(
            "XXX 4/2025",
            persons=(person("Cyd Example"), person("Dia Example")),
            withdrawn=Withdrawal(date(2026, 1, 5), "asked for"),
        ),
    )
    guard = guard_of([outline_of(each, ()) for each in held])
    assert guard.find("Ada Example") == "cases/xxx/1-2025/dossier.yml"
    assert guard.find("Adda Exemplar") == "cases/xxx/1-2025/dossier.yml"
    assert guard.find("Ben Example") == "cases/xxx/2-2025/dossier.yml"
    assert guard.find("B. E.") is None
    assert guard.find("Cyd Example") is None
    assert guard.find("Dia Example") == "cases/xxx/4-2025/dossier.yml"


def test_a_site_without_such_names_needs_no_look() -> None:
    assert not guard_of([outline_of(dossier(persons=(person("Cyd Example"),)), ())])


def test_a_longer_list_is_another_list() -> None:
    assert len({guard.key for guard in (*guards("Ada Example"), *guards("Ben Example"))}) == 4


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("#FreeLyubovIvanova", True),
        ("https://freelyubovivanova.example.org/", True),
        ("ivanovalyubov2025", True),
        ("@savelubovivanovanow", True),
        ("#FreeIvanova", False),
        ("#FreeAnnaIvanova", False),
    ],
)
def test_a_name_is_found_inside_a_longer_word(words: str, is_found: bool) -> None:
    held = dossier(persons=(person("Lyubov Ivanova", Naming.WITHHELD),))
    guard = guard_of([outline_of(held, ())])
    assert bool(guard.find(words)) is is_found


@pytest.mark.parametrize(("name", "is_found"), [("Bo Sampler", True), ("Bo Sample", False)])
def test_only_a_name_of_nine_letters_is_looked_for_inside_words(name: str, is_found: bool) -> None:
    held = dossier(persons=(person(name, Naming.WITHHELD),))
    word = f"#free{name.replace(' ', '')}now"
    assert bool(guard_of([outline_of(held, ())]).find(word)) is is_found


@pytest.mark.parametrize(
    "particle",
    [
        *("al", "el", "ad", "as", "bin", "ben", "ibn", "bint", "binti", "abu", "abd", "de", "del"),
        *("da", "do", "dos", "das", "di", "du", "van", "von", "der", "den", "de la A.", "B. C. D."),
        *("al-", "Petrovich", "Petrovna", "Ilyinichna"),
    ],
)
def test_a_name_is_found_with_what_may_stand_between_its_parts(particle: str) -> None:
    held = dossier(persons=(person("Omar Sample", Naming.WITHHELD),))
    found = guard_of([outline_of(held, ())]).find(f"to Omar {particle.replace('la ', '')} Sample")
    assert found, particle


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("to Omar Hassan Sample", True),
        ("OMAR HASSAN AL-SAMPLE", True),
        ("Omar Hassan Karim Sample", False),
        ("Omar and Sample", False),
        ("Omar met Sample", False),
        ("Sample later Omar", False),
        ("Omar Public, Sample", False),
        ("Omar Other Sample", False),
    ],
)
def test_a_second_name_hides_no_name(words: str, is_found: bool) -> None:
    """An editor writes the short name, and the letter had the long one."""
    public = person("Omar Public"), person("Omar Other Sample")
    held = dossier(persons=(person("Omar Sample", Naming.WITHHELD), *public))
    assert bool(guard_of([outline_of(held, ())]).find(words)) is is_found


def test_two_people_whose_names_meet_are_not_a_third() -> None:
    public = person("Maria Anna Vera Ivanova"), person("Lyubov Petrova Anna Maria")
    held = dossier(persons=(person("Lyubov Ivanova", Naming.WITHHELD), *public))
    guard = guard_of([outline_of(held, ())])
    assert guard.find("Maria Anna Vera Ivanova, Lyubov Sample") is None
    assert guard.find("Vera Ivanova, Lyubov Petrova Anna Maria") is None
    assert guard.find("Ivanova, Lyubov Sample")


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("Anna Ivanova, Lyubov Sample", False),
        ("Anna Ivanova\nLyubov Sample", False),
        ("Anna Ivanova; Lyubov Sample", False),
        ("Ms. Ivanova, Lyubov Sample", True),
        ("Ivanova, Lyubov", True),
        ("of Ivanova, Lyubov Sample", True),
        ("Anna Ivanova, Lyubov Petrovna", True),
    ],
)
def test_two_people_in_a_row_are_not_a_third(words: str, is_found: bool) -> None:
    held = dossier(persons=(person("Lyubov Ivanova", Naming.WITHHELD),))
    assert bool(guard_of([outline_of(held, ())]).find(words)) is is_found
