"""The strict reading of YAML: the traps of the plain loader, one by one."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import Mapping, Node, Scalar, Sequence, place_of


def plain(node: Node | None) -> Any:
    match node:
        case Mapping(entries=entries):
            return {key: plain(value) for key, (_, value) in entries.items()}
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Scalar(text=text):
            return text
    return None


AS_WRITTEN = {
    "Norway": ("a: NO", {"a": "NO"}),
    "a key that is a word of its own": ("on: x\nno: y", {"on": "x", "no": "y"}),
    "a day": ("a: 2025-07-01", {"a": "2025-07-01"}),
    "a day that does not exist": ("a: 2025-13-40", {"a": "2025-13-40"}),
    "a number with a zero before it": ("a: 011", {"a": "011"}),
    "a number that ends in zero": ("a: 1.10", {"a": "1.10"}),
    "a time of day": ("a: 12:30:45", {"a": "12:30:45"}),
    "a number in a word": ("a: 1_000", {"a": "1_000"}),
    "a reference": ("a: BLR 7/2025", {"a": "BLR 7/2025"}),
    "nothing, in four ways": ("a:\nb: ~\nc: null\nd: NULL", dict.fromkeys("abcd")),
    "the word null": ("a: 'null'\nb: \"~\"\nc: ''", {"a": "null", "b": "~", "c": ""}),
    "a merge key": ("<<: {a: 1}\nb: 2", {"<<": {"a": "1"}, "b": "2"}),
    "folded lines": ("a: >-\n  one\n  two", {"a": "one two"}),
    "a comment": ("a: x #y", {"a": "x"}),
    "a comment after words": ("a: x y # 3 z", {"a": "x y"}),
    "nothing at all": ("", {}),
    "only a comment": ("# later\n", {}),
}


@pytest.mark.parametrize(("source", "expected"), AS_WRITTEN.values(), ids=AS_WRITTEN.keys())
def test_values_stay_as_written(source: str, expected: object) -> None:
    mapping, problems = parse_mapping(source, "x")
    assert (plain(mapping), problems) == (expected, [])


REFUSED = {
    "a second colon": ("a: OL: x", "yaml-syntax", 1, 6),
    "a quotation mark that is not closed": ("a: 1\nb: 'x\nc: 2", "yaml-syntax", 2, 4),
    "a quotation mark that another closes": ('a: "x\nb: y "z" y\nc: 2', "yaml-syntax", 1, 4),
    "a list that is not closed": ("a: [1, 2\nb: 3", "yaml-syntax", 1, 4),
    "a tab": ("a:\n\tb: 1", "yaml-syntax", 2, 1),
    "a line without a colon": ("a: 1\nb 2\nc: 3", "yaml-syntax", 2, 1),
    "a field that does not fit": ("a: #\n  b: 1\n c: 2", "yaml-syntax", 3, 2),
    "an escape that does not exist": (r'a: "\q"', "yaml-syntax", 1, 5),
    "a second document": ("a: 1\n---\nb: 1", "yaml-syntax", 2, 1),
    "a key that is a list": ("? [a]\n: b", "yaml-syntax", 1, 3),
    "a directive": ("%FOO\n---\na: 1", "yaml-syntax", 1, 5),
    "an anchor": ("a: &x 1", "yaml-alias", 1, 4),
    "a tag": ("a: !!python/object:os.system x", "yaml-tag", 1, 4),
    "a key written twice": ("a: 1\nb: 2\na: 3", "duplicate-key", 3, 1),
    "depth": ("a: " + "[" * 20 + "]" * 20, "yaml-depth", 1, 23),
    "a list instead of fields": ("- a", "wrong-type", 1, 1),
    "words instead of fields": ("some words", "wrong-type", 1, 1),
    "an escape that hides something": ('a: "\\u202e"', "invisible-character", 1, 4),
}


@pytest.mark.parametrize(("source", "slug", "line", "column"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_refused_is_named_with_its_place(
    source: str, slug: str, line: int, column: int
) -> None:
    (problem,) = parse_mapping(source, "x")[1]
    assert (problem.slug, problem.line, problem.column) == (slug, line, column)
    assert problem.message.endswith(".")
    assert problem.help.endswith(".")


def test_lines_are_counted_from_the_line_on_which_the_fields_begin() -> None:
    (problem,) = parse_mapping("a: 1\na: 2", "x", first_line=11)[1]
    assert problem.line == 12
    assert "line 11" in problem.message


BOMBS = {
    "aliases of aliases": "a: &a [x]\n"
    + "".join(
        f"{b}: &{b} [{','.join(f'*{a}' for _ in range(9))}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "merged merges": "a: &a {x: 1}\n"
    + "".join(
        f"{b}: &{b} {{<<: [{','.join(f'*{a}' for _ in range(9))}]}}\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "brackets": "[" * 200_000,
    "braces": "{a: " * 60_000,
    "dashes": "- " * 100_000,
    "keys": "".join(f"k{number}: 1\n" for number in range(15_000)),
    "the same key": "a: 1\n" * 30_000,
    "one long line": "a: " + "x" * 200_000,
    "quotes": '"' * 200_000,
}


@pytest.mark.parametrize("source", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_read_in_no_time(source: str) -> None:
    start = time.perf_counter()
    parse_mapping(source, "x")
    assert time.perf_counter() - start < 5


@given(st.text() | st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,?~ \n\t"))
def test_any_text_gives_a_mapping_or_a_problem(source: str) -> None:
    mapping, problems = parse_mapping(source, "x")
    assert mapping is not None or problems


def test_the_place_of_a_field_is_that_of_its_value_or_else_of_its_key() -> None:
    mapping, _ = parse_mapping("a: 1\nb:\n  - {to: x, as: ~}\n  - {to: y}\nc:\n", "x")
    assert mapping
    assert place_of(mapping, ("a",)) == (1, 4)
    assert place_of(mapping, ("b",)) == (2, 1)
    assert place_of(mapping, ("b", 1, "to")) == (4, 10)
    assert place_of(mapping, ("b", 0, "as")) == (3, 13)
    assert place_of(mapping, ("c",)) == (5, 1)
    assert place_of(mapping, ("b", 7, "to")) == (2, 1)
    assert place_of(mapping, ("z", 1)) == (1, 1)
