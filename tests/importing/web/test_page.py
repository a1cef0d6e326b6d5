"""Lists, tables and line ends of web pages come out as a browser prints them."""

import pytest

from casebook.importing.pieces import Role, plain
from casebook.importing.refusal import Refusal
from casebook.importing.web.page import read_web


def markers(html: str) -> list[str]:
    return [chunk.marker for chunk in read_web(html).chunks]


def test_items_have_the_numbers_that_a_browser_prints() -> None:
    assert markers("<ol><li>a<li value=7>b<li>c<ol><li>d</ol></ol>") == ["1.", "7.", "8.", "1."]
    assert markers("<ol start=3 type=I><li>a<li>b</ol>") == ["III.", "IV."]
    assert markers("<ol start=39 type=i><li>a<li>b</ol>") == ["xxxix.", "xl."]
    assert markers("<ol start=0 type=i><li>a</ol>") == ["0."]
    assert markers("<ol reversed><li>a<li>b</ol>") == ["2.", "1."]
    assert markers('<ol style="list-style-type: lower-alpha"><li>a</ol>') == ["a)"]
    assert markers("<style>.x{list-style:none}</style><ol class=x><li>a</ol>") == [""]
    assert markers("<ul><li>a</ul>") == ["•"]


def test_the_numbers_of_google_docs_are_in_its_style_sheet() -> None:
    sheet = 'ol.l{list-style-type:none}.l>li:before{content:"" counter(c-0,lower-latin) ". "}'
    assert markers(f"<style>{sheet}</style><ol class=l><li>a<li>b</ol>") == ["a.", "b."]


def test_two_line_ends_begin_a_paragraph() -> None:
    chunks = read_web("<div>One.<br> <br/>Two<br>lines.<br><br><br>Three.</div>").chunks
    assert [chunk.lines for chunk in chunks] == [["One."], ["Two", "lines."], ["Three."]]


def test_a_page_that_is_a_plain_text_is_read_as_one() -> None:
    html = "<html><head></head><body><pre>A line that somebody broke\nand another.\n\n1.  An item.\n</pre></body>"
    chunks = read_web(html).chunks
    assert [chunk.words for chunk in chunks] == [
        "A line that somebody broke and another.",
        "An item.",
    ]


def test_cells_stand_in_their_columns() -> None:
    html = "<table><caption>Names</caption><tr><th colspan=2>Head<tr><td rowspan=2>a<td>b<tr><td>c</table>"
    caption, table = read_web(html).chunks
    assert caption.words == "Names"
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["Head", ""],
        ["a", "b"],
        ["", "c"],
    ]


def test_a_table_for_the_layout_of_a_page_is_read_cell_by_cell() -> None:
    letter = "".join(f"<p>Paragraph {at}.</p>" for at in range(9))
    html = f"<table><tr><td>Logo<td>Geneva<tr><td colspan=2>{letter}</table>"
    chunks = read_web(html).chunks
    assert {chunk.role for chunk in chunks} == {Role.WORDS}
    assert len(chunks) == 11
    html = "<table><tr><td>&nbsp;<td>One.<tr><td><td>Two.</table>"
    assert [chunk.words for chunk in read_web(html).chunks] == ["One.", "Two."]


def test_quotation_marks_that_a_browser_puts_are_put() -> None:
    assert read_web("<p>He said <q>no</q>.</p>").chunks[0].words == "He said “no”."


def test_the_menu_of_a_page_is_no_letter() -> None:
    html = "<form><div role=navigation><a href=/>Home</a></div><p>Excellency,</p></form>"
    assert [chunk.words for chunk in read_web(html).chunks] == ["Excellency,"]


def test_a_page_deeper_than_anybody_writes_is_turned_down_and_not_cut_off() -> None:
    assert read_web(f"{'<div>' * 150}Words.").chunks[0].words == "Words."
    with pytest.raises(Refusal, match="deeper"):
        read_web(f"{'<div>' * 500}Words.")


def test_comments_on_a_draft_are_no_part_of_it() -> None:
    html = (
        '<p>She is held<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> here.</p>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is it Olga?</span></p></div>'
    )
    assert [chunk.words for chunk in read_web(html).chunks] == ["She is held here."]


def test_what_xhtml_closes_at_once_swallows_nothing() -> None:
    html = '<?xml version="1.0"?><html><head><title/><script src="a"/></head><body><p>Words.</p>'
    assert [chunk.words for chunk in read_web(html).chunks] == ["Words."]


def test_html_to_chunks() -> None:
    html = (
        "<html><head><title>No</title></head><body><script>no()</script><nav>No</nav><h2>A title</h2>"
        "<p>Mr. <b>X</b><br>below<sup><a href='#fn1'>1</a></sup></p><ol start=3><li>three<ul><li>deep</li></ul></li>"
        "<li>four</li></ol><table><tr><td>left</td><td>right</td></tr></table>"
        "<table><tr><th>a</th><th>b</th></tr><tr><td><i>c</i></td><td>d</td></tr></table>"
        "<div>loose <!-- no --> words</div><ol><li id='fn1'><p>The note. <a href='#ref1'>↑</a></p></li></ol></body></html>"
    )
    assert [(chunk.role, chunk.marker, chunk.words) for chunk in read_web(html).chunks] == [
        (Role.HEADING, "", "A title"),
        (Role.WORDS, "", "Mr. X below"),
        (Role.ITEM, "3.", "three"),
        (Role.ITEM, "•", "deep"),
        (Role.ITEM, "4.", "four"),
        (Role.WORDS, "", "left"),
        (Role.WORDS, "", "right"),
        (Role.TABLE, "", "a b c d"),
        (Role.WORDS, "", "loose words"),
        (Role.NOTE, "1", "The note."),
    ]
