"""A citation is shown with whole words around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import factories as make
from tests.factories import build_corpus

from casebook.model.occurrence import WORDS_AROUND
from casebook.views.citing import snippet_of
from casebook.views.place import anchor_in_words


@given(st.integers(0, 900), st.integers(0, 900))
def test_a_snippet_never_grows_beyond_its_measure(before: int, after: int) -> None:
    words = f"{'ab ' * before}[article 7](iccpr#article-7){' cd' * after}"
    corpus = build_corpus(
        [make.dossier("XXX 1/2025", make.paragraph("1", words))], [make.instrument("iccpr")]
    )
    (found,) = corpus.occurrences[make.reference("XXX 1/2025")]
    snippet = snippet_of(found)
    assert snippet.surface == "article 7"
    assert len(snippet.before) <= WORDS_AROUND + 2
    assert len(snippet.after) <= WORDS_AROUND + 2
    assert {*snippet.before.split()} <= {"…", "ab"}
    assert {*snippet.after.split()} <= {"…", "cd"}


@pytest.mark.parametrize(
    ("anchor", "words", "short"),
    [
        ("p12", "paragraph 12", "12"),
        ("q2", "request 2", "Q2"),
        ("fn1", "note 1", "note 1"),
        ("reply-1.p3", "reply 1, paragraph 3", "reply 1, 3"),
        ("reply-1", "reply 1", "reply 1"),
        ("", "the text", "the text"),
    ],
)
def test_a_place_is_said_in_words(anchor: str, words: str, short: str) -> None:
    assert anchor_in_words(anchor) == words
    assert anchor_in_words(anchor, is_short=True) == short
