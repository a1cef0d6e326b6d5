import pytest

from casebook.reading.characters import LARGEST_MAPPING, find_refused, read_characters

ALLOWED = {
    "letters of any script": "Лазарчык، عائشة، 李, Ł, ñ",
    "marks that writing from right to left needs": "א\u200fב \u061c",
    "joiners of Persian and Indic scripts": "می\u200cخواهم क\u094d\u200dष",
    "tabs in a text": "a\tb",
    "emoji and other planes": "𝕏 🏛",
}
REFUSED = {
    "a byte order mark": ("\ufeffa", (1, 1), "U+FEFF"),
    "a null": ("a\0", (1, 2), "U+0000"),
    "a lone carriage return": ("a\n\rb", (2, 1), "U+000D"),
    "an override of direction": ("ab\n1\u202e2", (2, 2), "U+202E (right-to-left override)"),
    "an isolate": ("\u2066a", (1, 1), "U+2066"),
    "a space without width": ("a\u200bb", (1, 2), "U+200B (zero width space)"),
    "a soft hyphen": ("a\u00adb", (1, 2), "U+00AD (soft hyphen)"),
    "a line separator": ("a\u2028b", (1, 2), "U+2028 (line separator)"),
    "a control character of the second set": ("a\x85b", (1, 2), "U+0085"),
    "an operator that nobody sees": ("a\u2062b", (1, 2), "U+2062"),
    "a joiner of marks": ("a\u034fb", (1, 2), "U+034F"),
    "a filler": ("a\u3164b", (1, 2), "U+3164"),
    "a pattern of no dots": ("a\u2800b", (1, 2), "U+2800"),
    "a tag": ("a\U000e0041", (1, 2), "U+E0041"),
}


@pytest.mark.parametrize("words", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_writing_needs_is_allowed(words: str) -> None:
    characters = read_characters(words.encode(), "x")
    assert (characters.source, characters.problems) == (words, ())


@pytest.mark.parametrize(("words", "place", "name"), REFUSED.values(), ids=REFUSED.keys())
def test_what_a_reader_cannot_see_is_a_problem(
    words: str, place: tuple[int, int], name: str
) -> None:
    characters = read_characters(words.encode(), "x")
    assert characters.source is None
    (problem,) = characters.problems
    assert (problem.slug, problem.line, problem.column) == ("invisible-character", *place)
    assert name in problem.message
    assert find_refused(words) in problem.message  # type: ignore[operator]


def test_lines_may_end_as_on_windows() -> None:
    assert read_characters(b"a\r\nb\r\n", "x").source == "a\nb\n"


def test_bytes_that_are_not_utf_8_are_a_problem_where_they_stand() -> None:
    characters = read_characters("один\nдва".encode() + b"\xe9", "x")
    (problem,) = characters.problems
    assert (problem.slug, problem.line, problem.column) == ("not-utf-8", 2, 4)
    assert "0xe9" in problem.message


def test_a_file_beyond_the_limit_is_a_problem() -> None:
    assert read_characters(b"a" * LARGEST_MAPPING, "x", LARGEST_MAPPING).source
    (problem,) = read_characters(b"a" * (LARGEST_MAPPING + 1), "x", LARGEST_MAPPING).problems
    assert problem.slug == "too-large"
    assert "200,000" in problem.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_characters_of_several_bytes_are_one_problem(encoding: str) -> None:
    (problem,) = read_characters("title: A\n".encode(encoding), "x").problems
    assert problem.slug == "not-utf-8"


def test_a_file_full_of_nulls_gives_a_few_problems_not_a_million() -> None:
    assert len(read_characters(b"\0" * 1_000_000, "x").problems) == 10
