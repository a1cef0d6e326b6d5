"""Footnotes of web pages, as every program writes them."""

import pytest

from casebook.importing.healing import heal
from casebook.importing.pieces import Chunk, Piece, Role
from casebook.importing.web.page import read_web

PAGES = {
    "Word": '<p>Text<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> on.</p><div><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Note.</p></div></div>',
    "LibreOffice": '<p>Text<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> on.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Note.</p></div>',
    "Pandoc": '<p>Text<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a> on.</p><section class="footnotes"><hr><ol><li id="fn1"><p>Note.<a href="#fnref1">↩︎</a></p></li></ol></section>',
    "Markdown": '<p>Text<sup id="fnref:1"><a href="#fn:1">1</a></sup> on.</p><div class="footnote"><hr><ol><li id="fn:1"><p>Note.&#160;<a href="#fnref:1">↩</a></p></li></ol></div>',
    "Wikipedia": '<p>Text<sup id="cite_ref-x"><a href="#cite_note-x">[1]</a></sup> on.</p><ol><li id="cite_note-x"><a href="#cite_ref-x">^</a> Note.</li></ol>',
    "a symbol": '<p>Text<a href="#n" id="m">*</a> on.</p><p id="n"><a href="#m">*</a> Note.</p>',
}


@pytest.mark.parametrize("program", PAGES)
def test_a_footnote_is_found_by_where_its_link_leads(program: str) -> None:
    chunks = read_web(f"<body>{PAGES[program]}</body>").chunks
    body, note = (chunk for chunk in chunks if chunk.words)
    assert (body.role, body.words) == (Role.WORDS, "Text on.")
    assert (note.role, note.words) == (Role.NOTE, "Note.")
    assert [piece.note for piece in body.pieces if piece.note] == [note.marker]


def test_a_note_of_two_paragraphs_is_one() -> None:
    html = '<p>Text<a href="#n1">1</a></p><div id="n1"><p>One.</p><p>Two.</p></div><p>After.</p>'
    assert [(chunk.role, chunk.marker, chunk.words) for chunk in read_web(html).chunks] == [
        (Role.WORDS, "", "Text"),
        (Role.NOTE, "1", "One."),
        (Role.NOTE, "", "Two."),
        (Role.WORDS, "", "After."),
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<p>See <a href="#part">the part below</a>.</p><p id="part">Words.</p>',
        '<p>See <a href="#none">1</a>.</p><p>Words.</p>',
        '<p id="top">See 1.</p><p><a href="#top">2</a></p>',
    ],
    ids=["a long link", "to nowhere", "upwards"],
)
def test_other_links_are_words(html: str) -> None:
    assert all(chunk.role is Role.WORDS for chunk in read_web(html).chunks)


def test_the_content_is_what_the_page_calls_so() -> None:
    menu = "<header><p>Menu</p></header>"
    letter = "<p>Excellency,</p><p>We write of a matter that concerns us.</p>"
    page = f"<body>{menu}<main>{letter}</main><footer><p>Imprint</p></footer></body>"
    assert [chunk.words for chunk in read_web(page).chunks] == [
        "Excellency,",
        "We write of a matter that concerns us.",
    ]


def test_a_main_part_without_the_words_is_not_the_content() -> None:
    page = f"<body><main></main><p>{'The letter. ' * 9}</p></body>"
    assert read_web(page).chunks[0].words.startswith("The letter.")


def test_a_table_in_a_footnote_is_words_of_it() -> None:
    page = (
        '<p>Words<a href="#n">1</a> here.</p><div id="n"><table><tr><td>a<td>b<tr><td>c<td>d'
        "</table></div>"
    )
    assert [chunk.words for chunk in read_web(page).chunks if chunk.role is Role.NOTE]


def test_a_footnote_may_be_marked_twice_and_a_mark_of_none_is_words() -> None:
    twice = '<p>One<a href="#n">1</a> two<a href="#n">1</a>.</p><p id="n">1 Note.</p>'
    body, _ = heal(read_web(twice).chunks)
    assert [piece.note for piece in body.pieces if piece.note] == ["1", "1"]
    (lone,) = heal([Chunk((Piece("One"), Piece("[7]", note="7")))])
    assert lone.words == "One[7]"
