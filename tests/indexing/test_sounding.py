import pytest

from casebook.indexing.sounding import sound_of

ALIKE = [
    "Лазарчик Лазарчык Lazarčyk Lazarchyk Lasartschik Łazarczyk Lazartchik Lazarcyk لازارتشيك ლაზარჩიკი",
    "Valiuk Валюк Wałuk Valyuk",
    "Lubov Liubov Lyubov Любовь",
    "Tsikhanouskaya Tsikhanovskaya Ціханоўская",
    "Shevchenko Шевченко Szewczenko Schewtschenko Ševčenko",
    "Hanna Ganna Ганна",
    "Ihar Igor Игорь Ігар",
    "Siarhei Sergei Сергей Сяргей Serghei",
    "Khaled Khalid خالد",
    "Hussein Husain حسين",
    "Walid Waleed وليد",
    "Abdulla Abdullah عبدالله",
    "Mahmoud Mahmud محمود",
    "Muižnieks Muiznieks Муйжниекс",
]
APART = [
    "Lazarchyk Lazarev",
    "Valiuk Vasiuk",
    "Ivanov Petrov",
    "Maria Marta",
    "Khaled Walid",
    "Hanna Anna",
    "Saul Saleh",
]


@pytest.mark.parametrize("spellings", ALIKE)
def test_spellings_of_one_name_sound_alike(spellings: str) -> None:
    assert len({sound_of(name) for name in spellings.split()}) == 1
    assert sound_of(spellings.split(maxsplit=1)[0])


@pytest.mark.parametrize("names", APART)
def test_other_names_sound_otherwise(names: str) -> None:
    one, other = names.split()
    assert sound_of(one) != sound_of(other)


@pytest.mark.parametrize("word", ["2025", "Li", "A", "波", "", "h2o"])
def test_numbers_and_very_short_words_have_no_sound(word: str) -> None:
    assert sound_of(word) == ""
