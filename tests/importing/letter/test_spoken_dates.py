"""Dates as letters and replies print them."""

from datetime import date

import pytest

from casebook.importing.letter.spoken_dates import find_dates, is_only_a_date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("8 September 2025", date(2025, 9, 8)),
        ("Geneva, 8th September 2025", date(2025, 9, 8)),
        ("September 8, 2025", date(2025, 9, 8)),
        ("le 1er août 2025", date(2025, 8, 1)),
        ("8 septembre 2025", date(2025, 9, 8)),
        ("8 de septiembre de 2025", date(2025, 9, 8)),
        ("14 MAY 2025", date(2025, 5, 14)),
        ("2025-09-08", date(2025, 9, 8)),
        ("8-Sep-2025", date(2025, 9, 8)),
        ("13/02/2025", date(2025, 2, 13)),
        ("13.02.2025", date(2025, 2, 13)),
        ("primero de febrero de 2025", date(2025, 2, 1)),
        ("15 de set. de 2025", date(2025, 9, 15)),
        ("le 1 er août 2025", date(2025, 8, 1)),
        ("Genève, le premier août 2025", date(2025, 8, 1)),
        ("2 févr. 2025", date(2025, 2, 2)),
        ("12/MAY/2025", date(2025, 5, 12)),
        ("3rd day of June 2025", date(2025, 6, 3)),
        ("20November,2025", date(2025, 11, 20)),
        ("2025/05/20", date(2025, 5, 20)),
        ("5/5/2025", date(2025, 5, 5)),
        ("20 мая 2025 г.", date(2025, 5, 20)),
        ("2025年5月20日", date(2025, 5, 20)),
        ("the second of November 2021", date(2021, 11, 2)),
        ("Geneva, this 2nd day of November, 2021", date(2021, 11, 2)),
        ("the twenty-first of March 2022", date(2022, 3, 21)),
        ("le deux novembre 2021", date(2021, 11, 2)),
        ("le trente-et-un mars 2022", date(2022, 3, 31)),
        ("Ginebra, dos de noviembre de 2021", date(2021, 11, 2)),
        ("veintiuno de marzo de 2022", date(2022, 3, 21)),
        ("treinta y uno de marzo de 2022", date(2022, 3, 31)),
        ("2 de novembro de 2021", date(2021, 11, 2)),
        ("«2» ноября 2021 года", date(2021, 11, 2)),
        ("1 st March 2022", date(2022, 3, 1)),
        ("2nd. November 2021", date(2021, 11, 2)),
        ("٢٠ أيار/مايو ٢٠٢٥", date(2025, 5, 20)),
    ],
)
def test_dates_in_the_languages_of_letters_and_replies(words: str, day: date) -> None:
    assert find_dates(words) == [day]
    assert is_only_a_date(words)


@pytest.mark.parametrize(
    "words",
    [
        *("03/04/2025", "2025/13/01", "31 February 2025", "September 2025", "in 2025"),
        *(
            "quarante-deux mars 2025",
            "cuarenta y dos de marzo de 2025",
            "thirty-first of June 2025",
        ),
        *("November 2, 2564", "12/MAY/2567"),
    ],
)
def test_what_is_unclear_is_no_date(words: str) -> None:
    assert find_dates(words) == []


def test_a_date_in_a_sentence_does_not_stand_alone() -> None:
    assert not is_only_a_date("She was held from 8 September 2025 in the prison of the capital.")
