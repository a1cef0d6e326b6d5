"""Numbers that Word counts itself: as it prints them, through headings and levels."""

import pytest
from tests.importing.drawn import word_file

from casebook.importing.extraction import extract
from casebook.importing.refusal import Refusal


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "(%2)")}'
    f"{level(2, 'lowerRoman', '%3)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "&#xf0b7;")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "decimal", "Section %1")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/></w:style>'
)


def word(*paragraphs: str) -> bytes:
    """Return a Word file of these paragraphs."""
    return word_file("".join(paragraphs), numbering=NUMBERING, styles=STYLES)


def item(words: str, number: int | None = None, depth: int = 0, style: str = "") -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return (
        f"<w:p><w:pPr>{f'<w:pStyle w:val=~{style}~/>'.replace('~', chr(34)) if style else ''}"
        f"{numbers if number is not None else ''}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )


def read(*paragraphs: str) -> list[tuple[str, int, str]]:
    return [(chunk.marker, chunk.depth, chunk.words) for chunk in extract(word(*paragraphs)).chunks]


def test_a_list_goes_on_below_a_heading() -> None:
    assert read(item("One.", 1), item("Title"), item("Two.", 1)) == [
        ("1.", 0, "One."),
        ("", 0, "Title"),
        ("2.", 0, "Two."),
    ]


def test_levels_count_for_themselves_and_begin_anew() -> None:
    found = read(
        item("a", 1),
        item("b", 1, 1),
        item("c", 1, 1),
        item("d", 1, 2),
        item("e", 1),
        item("f", 1, 1),
    )
    assert [marker for marker, _, _ in found] == ["1.", "(a)", "(b)", "i)", "2.", "(a)"]
    assert [depth for _, depth, _ in found] == [0, 1, 1, 2, 0, 1]


def test_another_list_of_the_same_model_begins_anew_where_it_says_so() -> None:
    found = read(item("a", 1), item("b", 1), item("c", 2), item("d", 2))
    assert [marker for marker, _, _ in found] == ["1.", "2.", "1.", "2."]


def test_a_style_gives_its_paragraphs_numbers() -> None:
    found = read(item("a", style="Own"), item("b", style="Base"), item("c", 0, style="Own"))
    assert [marker for marker, _, _ in found] == ["1.", "2.", ""]


def test_bullets_of_symbol_fonts_are_bullets() -> None:
    assert read(item("a", 3)) == [("•", 0, "a")]


def test_what_is_no_number_of_an_item_stays_words() -> None:
    assert read(item("of the Act", 4)) == [("", 0, "Section 1 of the Act")]


def test_an_empty_paragraph_has_no_number() -> None:
    assert [marker for marker, _, _ in read(item("a", 1), "<w:p/>", item("b", 1))] == ["1.", "2."]


@pytest.mark.parametrize("number", [99, 1])
def test_an_unknown_list_or_level_is_no_list(number: int) -> None:
    assert read(item("a", number, 7)) == [("", 0, "a")]


def test_changes_that_wait_count_as_made() -> None:
    words = (
        "<w:p><w:r><w:t>kept </w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    )
    assert read(words) == [("", 0, "kept new")]


def test_a_part_with_a_dtd_is_turned_down() -> None:
    with pytest.raises(Refusal, match="damaged"):
        extract(word("<!DOCTYPE w>"))
