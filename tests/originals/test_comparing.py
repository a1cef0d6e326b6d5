"""Two texts, word by word: where they differ, in which paragraph, and how."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.importing.normalisation import normalise, plain_words
from casebook.originals.comparing import MOST, Difference, Passage, compare
from casebook.originals.passages import passages_of

TEXT = """Excellency,

[1] The experts write about *a bridge* in [Lower Example](https://example.org/).[^1]

## The bridge

[2] It was closed on 3 May.

- first span
- second span

> Nobody may cross.

| Span | Length |
| --- | --- |
| first | 12 m |

[q1] Say why it was closed.

---

[3] The experts thank the Government.

[^1]: A village.
"""
WORDS = normalise(plain_words(TEXT))


def differ(source: str) -> list[Difference]:
    return compare(passages_of(TEXT, normalise), normalise(source).split())


def test_passages_are_the_words_of_the_text() -> None:
    words = [word for passage in passages_of(TEXT, normalise) for word in passage.words]
    assert " ".join(words) == WORDS
    assert differ(WORDS) == []


@pytest.mark.parametrize(
    ("was", "now", "passage", "line", "ours", "theirs"),
    [
        ("Excellency,", "Madam,", "the head of the document", 1, "Excellency,", "Madam,"),
        ("a bridge in", "the bridge in", "paragraph 1", 3, "a", "the"),
        ("bridge in Lower", "bridge Lower", "paragraph 1", 3, "in", ""),
        ("3 May.", "3 or 4 May.", "paragraph 2", 7, "", "or 4"),
        ("3 May.", "3 May. It stayed closed.", "paragraph 2", 7, "", "It stayed closed."),
        ("The bridge It", "Bridges It", "the heading “The bridge”", 5, "The bridge", "Bridges"),
        ("Nobody may", "Everybody may", "paragraph 2", 12, "Nobody", "Everybody"),
        ("12 m", "13 m", "the table after paragraph 2", 14, "12", "13"),
        ("Say why it", "Say when it", "request q1", 18, "why", "when"),
        ("thank the", "thank His Majesty's", "paragraph 3", 22, "the", "His Majesty's"),
        ("A village.", "A town.", "footnote 1", 24, "village.", "town."),
        ("A village.", "A village. End.", "footnote 1", 24, "", "End."),
        ("it", "it’", "request q1", 18, "it", "it’"),
    ],
)
def test_a_difference_names_its_paragraph_and_words(
    was: str, now: str, passage: str, line: int, ours: str, theirs: str
) -> None:
    at = WORDS.index(f" {was}" if was == "it" else was) + (was == "it")
    (difference,) = differ(WORDS[:at] + now + WORDS[at + len(was) :])
    assert (difference.passage, difference.line) == (passage, line)
    assert (difference.ours, difference.source) == (ours, theirs)


def test_the_words_around_a_difference_are_told() -> None:
    (difference,) = differ(WORDS.replace("closed on 3 May", "closed on 4 May"))
    assert difference.before == "bridge It was closed on"
    assert difference.after == "May. first span second span"


def test_words_hidden_in_code_are_words() -> None:
    hidden = TEXT.replace("> Nobody", "    Not in the source.\n\n> Nobody")
    (difference,) = compare(passages_of(hidden, normalise), WORDS.split())
    assert difference.ours == "Not in the source."


def test_differences_are_told_one_by_one() -> None:
    found = differ(WORDS.replace("bridge", "tunnel").replace("experts", "mandates"))
    assert [each.ours for each in found] == ["experts", "bridge", "bridge", "experts"]


def test_nothing_and_something() -> None:
    assert compare([], []) == []
    (more,) = compare([], ["a"])
    assert (more.passage, more.ours, more.source) == ("the text", "", "a")
    (less,) = compare([Passage("paragraph 1", 3, ("a", "b"))], [])
    assert (less.line, less.ours, less.source) == (3, "a b", "")


WORD_LISTS = st.lists(st.sampled_from("abcd"), max_size=30)


@given(WORD_LISTS, WORD_LISTS)
def test_differences_lead_from_one_text_to_the_other(ours: list[str], source: list[str]) -> None:
    found = compare([Passage("p", 1, tuple(ours))], source)
    assert bool(found) is (ours != source)
    more = sum(len(each.ours.split()) for each in found)
    less = sum(len(each.source.split()) for each in found)
    if len(found) < MOST:
        assert len(ours) - more == len(source) - less


def test_two_long_and_quite_different_texts_take_no_time() -> None:
    ours = [Passage("p", 1, tuple(f"a{number % 7}" for number in range(100_000)))]
    source = [f"b{number % 5}" if number % 9 else "a1" for number in range(100_000)]
    began = time.monotonic()
    assert compare(ours, source)
    assert time.monotonic() - began < 2
