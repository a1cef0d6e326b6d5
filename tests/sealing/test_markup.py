"""What hand-written HTML keeps, what it loses, and that an editor is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from casebook.sealing.markup import clean_html, plain, taken_out

EVERYTHING = """
# Heading

Words with *emphasis*, **weight**, `code`, a [link](other.md#place), one [out](https://example.org/?a=b&c=d),
<kbd>Ctrl</kbd>, an <abbr title="United Nations">UN</abbr>, a note[^1] and <span lang="ar" dir="rtl">نص</span>.

> A quotation.

1. One
2. Two
    - deeper

| left | right |
| :--- | ----: |
| a    | 1     |

![A picture](pictures/dossier.png "Its title")

<details open><summary>More</summary>Said.</details>

[^1]: Here.
"""


def test_nothing_that_ours_pages_need_is_lost() -> None:
    before = markdown(EVERYTHING, extensions=["tables", "footnotes", "toc"])
    after = clean_html(before)
    assert taken_out(before, after) == ()
    assert clean_html(after) == after
    for part in ('id="heading"', 'class="align-right"', 'id="fn:1"', 'dir="rtl"', "<details open"):
        assert part in after


@pytest.mark.parametrize("line", ["| --- | --- |", "| ---: | :---: |"])
def test_a_heading_cell_without_words_heads_nothing(line: str) -> None:
    html = clean_html(markdown(f"|  | Words |\n{line}\n| a | b |", extensions=["tables"]))
    assert html.count("<td></td>") == html.count("<th") - html.count("<thead") == 1


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("<p onclick=a()>x</p>", "<p>x</p>", ("onclick",)),
        ("<script>a()</script>x", "x", ("<script>",)),
        ('<a href="javascript:a()">x</a>', '<a rel="noopener noreferrer">x</a>', ("href",)),
        ('<img src="https://e.example/x.png" alt="">', '<img alt="">', ("src",)),
        ('<img src="//e.example/x.png" alt="">', '<img alt="">', ("src",)),
        ('<img src="../x.png" alt="">', '<img src="../x.png" alt="">', ()),
        ('<p id="main">x</p>', "<p>x</p>", ("id",)),
        ('<p id="search-words">x</p>', "<p>x</p>", ("id",)),
        ('<p id="Card">x</p>', "<p>x</p>", ("id",)),
        ('<p id="two words">x</p>', "<p>x</p>", ("id",)),
        ('<p class="skip footnote">x</p>', '<p class="footnote">x</p>', ()),
        ('<p style="position:fixed">x</p>', "<p>x</p>", ("style",)),
        ("a<!-- b -->c", "ac", ()),
    ],
)
def test_what_a_page_may_not_hold_is_taken_out(
    before: str, after: str, lost: tuple[str, ...]
) -> None:
    assert clean_html(before) == after
    assert taken_out(before, after) == lost


@given(st.text("<>/=\"' abcdefgimnoprstux:&#;!-", max_size=200))
def test_cleaning_twice_changes_nothing(words: str) -> None:
    once = clean_html(words)
    assert clean_html(once) == once


def test_a_title_is_one_line() -> None:
    assert plain(" a\n\tb ") == "a b"
