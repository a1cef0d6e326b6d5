"""The list of addresses and the register of moves."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.reading.permanence import read_moved, read_permalinks


def read(source: bytes | None) -> tuple[dict[str, int], list[tuple[str, int]]]:
    """Return every address with its line, and of every problem what it is and where."""
    permalinks, problems = read_permalinks(source)
    return dict(permalinks), [(problem.slug, problem.line) for problem in problems]


def read_line_by_line(source: str) -> tuple[dict[str, int], list[tuple[str, int]]]:
    lines = {
        line: number
        for number, line in enumerate(source.replace("\r\n", "\n").split("\n"), 1)
        if line and not line.startswith("#")
    }
    form = r"([a-z0-9][a-z0-9._-]*/)+(#[a-z0-9][a-z0-9._-]*)?"
    wrong = [line for line in lines if not re.fullmatch(form, line)]
    return lines, [("wrong-value", lines.pop(line)) for line in wrong]


_ADDRESSES = st.builds(
    "{}{}".format,
    st.sampled_from(["cases/", "cases/blr/7-2025/", "cases/blr/7-2025/x/", "cases/blr/7/", "7/"]),
    st.sampled_from(["", "", "#p1", "#p2", "#p10", "#reply-1.p1", "#", "#P"]),
)
_LINES = st.one_of(_ADDRESSES, _ADDRESSES, st.sampled_from(["", "#", "# x/", " ", "x", "/", "7/7"]))
_SOURCES = st.builds(
    "{}{}".format,
    st.lists(st.tuples(_LINES, st.sampled_from(["\n", "\n", "\r\n"])), max_size=30).map(
        lambda lines: "".join(line + end for line, end in lines)
    ),
    st.one_of(st.just(""), _LINES),
)


@given(_SOURCES | st.text("abc7/#._- \n", max_size=60))
@example("cases/blr/7-2025/#p1\nabout/\ncases/blr/7-2025/\ncases/blr/7-2025/#p1")
def test_addresses_and_lines_are_those_that_a_plain_reading_finds(source: str) -> None:
    assert read(source.encode()) == read_line_by_line(source)


@given(_SOURCES)
def test_the_addresses_of_a_page_are_those_that_begin_with_it(source: str) -> None:
    permalinks, _ = read_permalinks(source.encode())
    for address, line in permalinks.items():
        assert address in permalinks
        assert permalinks[address] == line
    for page in permalinks.blocks:
        places = {address for address in permalinks if address.partition("#")[0] == page}
        assert permalinks.at(page).keys() == places
    assert len(permalinks) == len({*permalinks})


def test_what_is_not_in_the_list_is_not_there() -> None:
    permalinks, _ = read_permalinks(b"cases/blr/7-2025/#p1\n")
    assert "cases/blr/7-2025/" not in permalinks
    assert "cases/blr/7-2025/#p2" not in permalinks
    assert permalinks.at("about/") == {}


def test_addresses_of_one_page_that_stand_together_are_one_block() -> None:
    source = b"a/\na/#p1\na/#p2\na/b/\n# A comment.\n\na/b/#p1\na/\n"
    blocks = read_permalinks(source)[0].blocks
    lines = {page: [block.line for block in held] for page, held in blocks.items()}
    assert lines == {"a/": [1, 8], "a/b/": [4, 7]}


def test_comments_and_empty_lines_are_passed_over() -> None:
    source = b"# A comment.\n\nabout/\ncases/blr/7-2025/#p12\n"
    assert read(source) == ({"about/": 3, "cases/blr/7-2025/#p12": 4}, [])
    assert read(None) == ({}, [])


@pytest.mark.parametrize(
    "line",
    ["/about/", "about", "../x/", "About/", "a b/", "https://a.example/", "about/#<b>", "about/#"],
)
def test_a_line_that_is_no_address_is_a_problem(line: str) -> None:
    source = f"cases/\n{line}\n".encode()
    assert read(source) == ({"cases/": 1}, [("wrong-value", 2)])


@pytest.mark.parametrize(
    ("line", "help_"),
    [
        ("/cases/xxx/1-2025/", "Write cases/xxx/1-2025/."),
        ("https://a.example/cases/XXX/1-2025/#p1 ", "Write cases/xxx/1-2025/#p1."),
        ("about/index.html", "Write about/."),
        ("<<<<<<< HEAD", "Take the marks of the merge out, and keep the addresses of both sides."),
        ("a b", "Put back what stood here, or take the line out."),
    ],
)
def test_what_an_address_was_before_somebody_changed_it_is_told(line: str, help_: str) -> None:
    _, (problem,) = read_permalinks(f"{line}\n".encode())
    assert problem.help == help_


def test_every_line_that_is_no_address_is_told_and_left_out() -> None:
    source = b"about\ncases/\na#b\n"
    assert read(source) == ({"cases/": 2}, [("wrong-value", 1), ("wrong-value", 3)])
    many = "".join(f"Line {number}\n" for number in range(10_000))
    assert len(read_permalinks(many.encode())[1]) == 100


def test_a_last_line_without_its_end_is_a_line() -> None:
    assert read(b"about/") == ({"about/": 1}, [])


@pytest.mark.parametrize("source", [b"\xff", b"a: &a b/\n", b"- a/\n", b"a/: [b/]\n"])
def test_a_register_that_cannot_be_read_moves_nothing(source: bytes) -> None:
    moved, problems = read_moved(source)
    assert moved == {}
    assert problems


def test_addresses_move_to_addresses() -> None:
    assert read_moved(b"a/b/: c/d/\na/#p1: a/#p2\n") == ({"a/b/": "c/d/", "a/#p1": "a/#p2"}, [])
    assert read_moved(None) == ({}, [])
