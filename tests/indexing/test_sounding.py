import pytest

from casebook.indexing.sounding import bare_sound_of, sound_of

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
    "Rachid Rashid Rasheed رشيد",
    "Zarqawi Zarqaoui الزرقاوي",
    "Abdulrahman Abdurrahman Abderrahmane عبدالرحمن",
    "Sharif Alsharif El-Sherif الشريف",
    "Sayed Assayed Elsayed",
    "Haddad حداد",
    "Sotoudeh Sotude ستوده",
    "Yakaulieu Yakovlev Яковлев",
    "Dzmitry Dmitry Дмитрий Дзмітрый",
    "Tsikhanouski Tikhanovsky Тихановский",
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
    "Yusuf Isa",
    "Elena Lena",
    "Abdullah Abla",
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


@pytest.mark.parametrize(
    ("word", "bare"), [("Omar", "mr"), ("عمر", "mr"), ("Ali", ""), ("Khaled", ""), ("2025", "")]
)
def test_a_short_name_also_sounds_without_its_vowels(word: str, bare: str) -> None:
    assert bare_sound_of(sound_of(word)) == bare
