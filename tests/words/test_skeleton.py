"""Names in Latin letters are found in texts in Arabic letters, which leave vowels out."""

import pytest

from casebook.words.skeleton import ArabicNames


def find(name: str, words: str, *public: str) -> str | None:
    return ArabicNames({name: name}, public).find(words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Latif Hasanin", "لطيف حسنين"),
        ("Ahmed Salman", "كتبت لأحمد سلمان"),
        ("Ahmed Salman", "سلمان أحمد"),
        ("Ahmed Salman", "أحمد محمد سلمان"),
        ("Ahmed Salman", "أَحْمَد بن سلمان"),
        ("Abdulrahman Karimi", "عبد الرحمن كريمي"),
        ("Abdulrahman Karimi", "عبدالرحمن كريمي"),
        ("Abdulrahman Karimi", "عبد الرحمٰن كريمي"),
        ("Abd al-Rahman Karimi", "عبدالرحمن كريمي"),
        ("Abdurrahman Karimi", "كتبت لعبد الرحمن كريمي"),
        ("Abdul Nasser Karimi", "كريمي، عبد الناصر"),
        ("Abdullah Karimi", "عبد الله كريمي"),
    ],
)
def test_a_name_is_found(name: str, words: str) -> None:
    assert find(name, words) == name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ahmed Salman", "أحمد"),
        ("Ahmed Salman", "أحمد سليم"),
        ("Abdulrahman Karimi", "عبد الكريم كريمي"),
        ("Abdulrahman Karimi", "عبد الرحمن"),
    ],
)
def test_another_name_is_not_found(name: str, words: str) -> None:
    assert find(name, words) is None


def test_a_public_name_is_no_answer() -> None:
    assert find("Ahmed Salman", "أحمد سلمان", "Ahmad Salman") is None
