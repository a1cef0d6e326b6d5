"""A name in a script that writes words together is found where other letters touch it."""

import pytest

from casebook.words.glued import Glued

NAMES = (
    *("王小波", "王伟", "김철수", "佐藤花子", "さとうはなこ", "สมชาย ทดสอบ", "အောင်လှ", "דוד כהן"),
    *("გიორგი ბერიძე", "Արմեն Սարգսյան", "ሰላም ተስፋዬ", "راھىلە داۋۇت", "राम शर्मा"),
)


def find(words: str, *public: str) -> str | None:
    return Glued({name: name for name in NAMES}, public).find(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("据悉，王小波先生被拘留", "王小波"),
        ("王 小波", "王小波"),
        ("律师王伟的妻子", "王伟"),
        ("王伟。", "王伟"),
        ("변호사 김철수씨의", "김철수"),
        ("弁護士の佐藤花子さんは", "佐藤花子"),
        ("弁護士のさとうはなこさんは", "さとうはなこ"),
        ("นายสมชายทดสอบถูกจับ", "สมชาย ทดสอบ"),
        ("ဦးအောင်လှသည်", "အောင်လှ"),
        ("ודוד כהן נעצר", "דוד כהן"),
        ("გიორგი ბერიძის", "გიორგი ბერიძე"),
        ("Արմեն Սարգսյանը", "Արմեն Սարգսյան"),
        ("ሰላም ተስፋዬን", "ሰላም ተስፋዬ"),
        ("راھىلە داۋۇتنىڭ", "راھىلە داۋۇت"),
        ("राम शर्मा को", "राम शर्मा"),
    ],
)
def test_a_name_is_found_among_letters_that_touch_it(words: str, name: str) -> None:
    assert find(words) == name


@pytest.mark.parametrize(
    "words", ["", "Wang Xiaobo", "王伟大的国家", "王小明", "김철", "דוד לוי", "Ада Пример"]
)
def test_other_words_are_not_taken_for_it(words: str) -> None:
    assert find(words) is None


def test_a_longer_public_name_is_not_taken_for_it() -> None:
    assert find("王小波涛", "王小波涛") is None
    assert find("王小波涛和王小波", "王小波涛")


def test_a_name_in_latin_letters_is_none_of_these() -> None:
    assert Glued({"Ada Example": "here"}).find("Ada Example 王小波") is None
