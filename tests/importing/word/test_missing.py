"""Words of a Word file that did not come out of it are told."""

import pytest
from tests.importing.drawn import run, word_file

from casebook.importing.extraction import extract

UNLIKE = "o\u00ad\ufb03\u200bce \u00a0 e\u0301"
"""Words that are tidied on the way."""


def lost_of(body: str) -> tuple[str, ...]:
    return extract(word_file(f"<w:p>{run('Seen ')}</w:p>{body}")).lost


def test_words_in_what_nobody_reads_are_told() -> None:
    (told,) = lost_of(f"<w:p><w:strange>{run('Odo Marrow')}</w:strange></w:p>")
    assert "“Odo Marrow”" in told


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p><w:del>{run('Odo')}</w:del><w:moveFrom>{run('Odo')}</w:moveFrom></w:p>",
        f"<w:p>{run(UNLIKE)}</w:p>",
        f"<w:p>{run('Odo', '<w:vanish/>')}</w:p>",
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('Odo')}</w:p></w:tc></w:tr></w:tbl>",
    ],
)
def test_what_is_out_of_a_word_file_by_right_is_not_told(body: str) -> None:
    assert lost_of(body) == ()
