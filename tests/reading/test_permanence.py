"""The list of addresses and the register of moves, read line by line."""

import pytest

from casebook.reading.permanence import read_moved, read_permalinks


def test_comments_and_empty_lines_are_passed_over() -> None:
    source = b"# A comment.\n\nabout/\ncases/blr/7-2025/#p12\n"
    assert read_permalinks(source) == ({"about/": 3, "cases/blr/7-2025/#p12": 4}, [])
    assert read_permalinks(None) == ({}, [])


@pytest.mark.parametrize(
    "line",
    ["/about/", "about", "../x/", "About/", "a b/", "https://a.example/", "about/#<b>", "about/#"],
)
def test_a_line_that_is_no_address_is_a_problem(line: str) -> None:
    lines, problems = read_permalinks(f"cases/\n{line}\n".encode())
    assert lines == {"cases/": 1}
    assert [(problem.slug, problem.line) for problem in problems] == [("wrong-value", 2)]


def test_every_line_that_is_no_address_is_told_and_left_out() -> None:
    lines, problems = read_permalinks(b"about\ncases/\na#b\n")
    assert lines == {"cases/": 2}
    assert [problem.line for problem in problems] == [1, 3]
    many = "".join(f"Line {number}\n" for number in range(10_000))
    assert len(read_permalinks(many.encode())[1]) == 100


def test_a_last_line_without_its_end_is_a_line() -> None:
    assert read_permalinks(b"about/") == ({"about/": 1}, [])


@pytest.mark.parametrize("source", [b"\xff", b"a: &a b/\n", b"- a/\n", b"a/: [b/]\n"])
def test_a_register_that_cannot_be_read_moves_nothing(source: bytes) -> None:
    moved, problems = read_moved(source)
    assert moved == {}
    assert problems


def test_addresses_move_to_addresses() -> None:
    assert read_moved(b"a/b/: c/d/\na/#p1: a/#p2\n") == ({"a/b/": "c/d/", "a/#p1": "a/#p2"}, [])
    assert read_moved(None) == ({}, [])
