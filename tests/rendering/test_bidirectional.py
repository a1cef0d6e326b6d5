"""Words in other scripts say their language and direction, and stay text."""

from casebook.rendering.bidirectional import set_apart, set_apart_sentence


def test_words_in_our_script_are_only_escaped() -> None:
    assert set_apart("Leyla & <b>") == "Leyla &amp; &lt;b&gt;"


def test_words_in_another_script_are_set_apart() -> None:
    assert set_apart("Leyla (ليلى)", likely="ar") == 'Leyla (<bdi lang="ar" dir="rtl">ليلى</bdi>)'
    assert set_apart("Лейла") == '<bdi lang="und-Cyrl" dir="ltr">Лейла</bdi>'


def test_markup_among_them_stays_text() -> None:
    assert set_apart("Л<script>Л") == (
        '<bdi lang="und-Cyrl" dir="ltr">Л</bdi>&lt;script&gt;<bdi lang="und-Cyrl" dir="ltr">Л</bdi>'
    )


def test_a_sentence_that_is_written_to_the_left_stays_in_one_piece() -> None:
    asked = "لطفاً درباره ماده 9 ICCPR توضیح دهید <b>."
    assert set_apart_sentence(asked, "fa") == (
        '<bdi lang="fa" dir="rtl">لطفاً درباره ماده 9 ICCPR توضیح دهید &lt;b&gt;.</bdi>'
    )
    assert set_apart_sentence("ليلى (Leyla Nahri)") == (
        '<bdi lang="und-Arab" dir="rtl">ليلى</bdi> (Leyla Nahri)'
    )
    assert set_apart_sentence("Leyla (ليلى نهري)").startswith("Leyla (<bdi")
    assert set_apart_sentence("Лейла A/HRC/41/33 Нахри").count("<bdi") == 2
