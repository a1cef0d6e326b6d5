"""Words in other scripts say their language and direction, and stay text."""

from casebook.rendering.bidirectional import set_apart


def test_words_in_our_script_are_only_escaped() -> None:
    assert set_apart("Leyla & <b>") == "Leyla &amp; &lt;b&gt;"


def test_words_in_another_script_are_set_apart() -> None:
    assert set_apart("Leyla (ليلى)", likely="ar") == 'Leyla (<bdi lang="ar" dir="rtl">ليلى</bdi>)'
    assert set_apart("Лейла") == '<bdi lang="und-Cyrl" dir="ltr">Лейла</bdi>'


def test_markup_among_them_stays_text() -> None:
    assert set_apart("Л<script>Л") == (
        '<bdi lang="und-Cyrl" dir="ltr">Л</bdi>&lt;script&gt;<bdi lang="und-Cyrl" dir="ltr">Л</bdi>'
    )
