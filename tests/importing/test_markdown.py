"""Texts in the dialect: whatever the words, they are read again as these words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.identifiers.label import Label
from casebook.importing.letter.structure import DocumentKind, Letter, Part
from casebook.importing.markdown import escape, write_markdown
from casebook.importing.normalisation import normalise, plain_words, source_words, tidy
from casebook.importing.pieces import Chunk, Piece, Role, neat
from casebook.model.text import Paragraph, Table
from casebook.reading.dialect import parse_dialect

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1)
MARKED = st.text(st.sampled_from(list("*_`[]()<>!#|\\~&;:.-+=^1 a\"'")), min_size=1)
PIECES = st.builds(
    Piece,
    st.one_of(WORDS, MARKED).map(tidy),
    is_bold=st.booleans(),
    is_italic=st.booleans(),
)


def letter_of(*parts: Part, notes: tuple[Chunk, ...] = ()) -> Letter:
    return Letter(DocumentKind.COMMUNICATION, (), parts, notes)


def part(*pieces: Piece, label: str = "1", role: Role = Role.WORDS, marker: str = "") -> Part:
    return Part(Chunk(neat(pieces), role, marker), Label(label))


@given(st.lists(PIECES, min_size=1))
def test_a_paragraph_reads_as_it_was(pieces: list[Piece]) -> None:
    letter = letter_of(part(*pieces))
    words = normalise(source_words(letter.chunks))
    dialect = parse_dialect(write_markdown(letter), "")
    assert normalise(plain_words(write_markdown(letter))) == words
    assert not dialect.problems
    if words:
        assert [type(block) for block in dialect.blocks] == [Paragraph]


@given(st.lists(st.one_of(WORDS, MARKED).map(tidy).filter(str.strip), min_size=1, max_size=4))
def test_a_masthead_reads_as_it_was(lines: list[str]) -> None:
    chunk = Chunk(neat([Piece("\n".join(lines))]))
    letter = Letter(DocumentKind.COMMUNICATION, (chunk,), (part(Piece("Words.")),), ())
    written = write_markdown(letter)
    assert normalise(plain_words(written)) == normalise(source_words(letter.chunks))
    assert not parse_dialect(written, "").problems


@given(
    st.lists(st.lists(PIECES.map(lambda piece: neat([piece])), min_size=2, max_size=2), min_size=2)
)
def test_a_table_reads_as_it_was(rows: list[list[tuple[Piece, ...]]]) -> None:
    chunk = Chunk((), Role.TABLE, rows=tuple(map(tuple, rows)))
    letter = letter_of(Part(chunk))
    written = write_markdown(letter)
    assert "".join(plain_words(written).split()) == "".join(source_words(letter.chunks).split())
    assert isinstance(parse_dialect(written, "").blocks[0], Table)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("'[d]isciplinary", "'\\[d\\]isciplinary"),
        ("a * b", "a \\* b"),
        ("Q&A &amp; B", "Q&A \\&amp; B"),
        ("361-1, 64-77 (a)", "361-1, 64-77 (a)"),
    ],
)
def test_marks_are_escaped_where_they_would_be_read(words: str, written: str) -> None:
    assert escape(words) == written


@pytest.mark.parametrize(
    "words", ["# no heading", "- no item", "1. no item", "> no quotation", "+ x", "=", "4) x"]
)
def test_a_line_opens_with_words(words: str) -> None:
    (block,) = parse_dialect(f"{escape(words, opens_line=True)}\n", "").blocks
    assert isinstance(block, Paragraph)
    assert block.plain == words


def test_emphasis_is_kept_where_it_is_read() -> None:
    letter = letter_of(part(Piece("Ms. "), Piece("Anna Example", is_bold=True), Piece(" wrote.")))
    assert write_markdown(letter) == "[1] Ms. **Anna Example** wrote.\n"


def test_emphasis_that_would_change_the_words_is_left_out() -> None:
    letter = letter_of(part(Piece("un"), Piece("(bel", is_italic=True), Piece("ievable")))
    assert write_markdown(letter) == "[1] un(believable\n"


def test_live_links_stay_and_dead_ones_are_words() -> None:
    letter = letter_of(
        part(
            Piece("See "),
            Piece("here", target="https://www.ohchr.org/a_(b)"),
            Piece(" and "),
            Piece("there", target="#"),
            Piece(", not "),
            Piece("this", target="javascript:alert(1)"),
        )
    )
    written = "[1] See [here](<https://www.ohchr.org/a_(b)>) and there, not this\n"
    assert write_markdown(letter) == written


def test_a_number_that_the_label_says_is_not_said_twice() -> None:
    item = part(Piece("What?"), label="q2", role=Role.ITEM, marker="2.")
    question = Part(item.chunk, Label("2", is_request=True))
    assert write_markdown(letter_of(question)) == "[q2] What?\n"
    assert (
        write_markdown(letter_of(part(Piece("x"), label="4", role=Role.ITEM, marker="4.")))
        == "[4] x\n"
    )
    other = part(Piece("x"), label="4", role=Role.ITEM, marker="(a)")
    assert write_markdown(letter_of(other)) == "[4] (a) x\n"


def test_what_stands_between_two_labels_without_one_is_a_list() -> None:
    signature = Part(Chunk((Piece("A. Name\nChair"),)), is_aside=True)
    written = write_markdown(
        letter_of(part(Piece("One.")), signature, part(Piece("Two."), label="2"))
    )
    assert written == "[1] One.\n\n- A. Name\\\n  Chair\n\n[2] Two.\n"
    assert (
        write_markdown(letter_of(part(Piece("One.")), signature))
        == "[1] One.\n\nA. Name\\\nChair\n"
    )
