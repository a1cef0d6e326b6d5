"""Markdown files of others: HTML in them, what they say of themselves, footnotes, boxes to tick."""

import pytest
from tests.importing.measure import mandate_names

from casebook.importing.extract import Extract, Form
from casebook.importing.extraction import extract
from casebook.importing.importer import take_apart
from casebook.importing.pieces import Role
from casebook.importing.web.markdown import is_markdown, read_markdown


def read(text: str) -> Extract:
    return extract(f"# Letter\n\n{text}\n".encode())


def words_of(text: str) -> list[str]:
    return [chunk.words for chunk in read(text).chunks[1:]]


@pytest.mark.parametrize(
    "text",
    [
        'They hold her <span style="display:none">Olga</span>here.',
        "They hold her <!-- Olga -->here.",
        "<!--\nOlga\n-->\n\nThey hold her here.",
        "<div hidden>\n\nOlga\n\n</div>\n\nThey hold her here.",
        "<script>Olga</script>\n\nThey hold <b>her</b> here.",
    ],
)
def test_what_html_hides_in_markdown_stays_out(text: str) -> None:
    assert words_of(text) == ["They hold her here."]


def test_what_only_looks_like_html_are_words() -> None:
    held = ["They hold <name withheld> here."]
    assert words_of(held[0]) == held
    assert words_of(f"{held[0]} <!-- a -->") == held


def test_a_text_with_html_keeps_its_lines_and_footnotes() -> None:
    body, note = read("The *Minister*\nof Justice[^1]<br>Geneva\n\n[^1]: Or <b>so</b>.").chunks[1:]
    assert body.lines == ["The Minister", "of Justice", "Geneva"]
    assert [piece.note for piece in body.pieces if piece.note] == ["1"]
    assert (note.marker, note.words) == ("1", "Or so.")


def test_what_a_file_says_of_itself_is_no_letter() -> None:
    text = "---\ntitle: A\ntags:\n  - b\n---\n\n# Letter\n\nExcellency,\n"
    assert [chunk.words for chunk in extract(text.encode()).chunks] == ["Letter", "Excellency,"]
    ruled = extract(b"---\n\nExcellency, we *write* so.\n\n---\n\nEnd: so.\n")
    assert ruled.form is Form.MARKDOWN
    assert len(ruled.chunks) == 2


def test_a_footnote_of_two_paragraphs_is_one() -> None:
    notes = read("Words[^a].\n\n[^a]: One.\n\n    Two.").chunks[2:]
    assert [(note.marker, note.words) for note in notes] == [("a", "One."), ("", "Two.")]


@pytest.mark.parametrize(
    "item", ["- [x] done", "- [ ] open", "- 1) one", "- (a) one", "- [11] one"]
)
def test_an_item_that_begins_with_a_number_is_not_turned_down(item: str) -> None:
    assert take_apart(read(f"{item}\n\nEnd."), mandate_names()).differs_at is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A [link](#).", True),
        ("**bold** words", True),
        ("## A heading\n", True),
        ("words[^1]\n\n[^1]: note", True),
        ("Plain words, 2 * 3 * 4 and [d]isciplinary.", False),
        ("1. A list\n2. of two", False),
    ],
)
def test_markdown_is_known_by_its_marks(text: str, expected: bool) -> None:
    assert is_markdown(text) is expected


def test_markdown_to_chunks() -> None:
    text = (
        "# A title\n\nMr. **X**\nbelow[^n]\n\n1) one\n2) two\n   - deep\n\n> quoted\n\n"
        "| a | b |\n| - | - |\n| *c* | d |\n\n[^n]: The note.\n\n<name withheld> `code` ![alt](x.png)\n"
    )
    chunks = read_markdown(text).chunks
    assert [(chunk.role, chunk.marker, chunk.words) for chunk in chunks] == [
        (Role.HEADING, "", "A title"),
        (Role.WORDS, "", "Mr. X below"),
        (Role.ITEM, "1)", "one"),
        (Role.ITEM, "2)", "two"),
        (Role.ITEM, "•", "deep"),
        (Role.WORDS, "", "quoted"),
        (Role.TABLE, "", "a b c d"),
        (Role.NOTE, "n", "The note."),
        (Role.WORDS, "", "<name withheld> code alt"),
    ]
    assert chunks[1].lines == ["Mr. X", "below"]
    assert chunks[4].depth == 1
