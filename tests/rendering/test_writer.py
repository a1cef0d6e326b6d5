"""The writer: what it writes for the dialect, and that nothing else gets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests import factories
from tests.factories import build_corpus

from casebook.citations.names import Names
from casebook.model.text import Text
from casebook.reading.texts import read_text
from casebook.rendering.hyperlinks import Hyperlinks
from casebook.rendering.writer import write_text

HYPERLINKS = Hyperlinks(
    build_corpus([], [factories.instrument("rules", "rule-5", "rule-6.1")]), "../../../"
)
ELEMENTS = {
    *("-text", "html", "head", "body", "section", "div", "p", "h3", "h4", "h5", "em", "strong"),
    *("code", "pre", "a", "sup", "br", "hr", "ul", "ol", "li", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td", "bdi"),
}
ATTRIBUTES = {
    "id",
    "class",
    "href",
    "lang",
    "dir",
    "start",
    "scope",
    "tabindex",
    "aria-label",
    "rel",
}


def text_of(source: str, language: str = "en") -> Text:
    return read_text(source, "t.md", language=language, is_verbatim=True, names=Names(()))[0]


def html(source: str, document: str = "communication") -> str:
    return write_text(text_of(source), document, HYPERLINKS)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "[12] a *b* **c**\n",
            (
                '<div class="para" id="p12"><a class="para-number" href="#p12" '
                'aria-label="Paragraph 12, link to it">12</a><p>a <em>b</em> <strong>c</strong></p>'
            ),
        ),
        (
            "[q2] a\n",
            (
                '<div class="para request" id="q2"><a class="para-number" href="#q2" '
                'aria-label="Q2: request, link to it">Q2</a><p>a</p>'
            ),
        ),
        ("[1] a\n\n> b\n\n[2] c\n", "<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</div>\n"),
        ("## A & B\n", '<h3 id="s-a-b">A &amp; B</h3>'),
        ("- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("|a|b|\n|-|-:|\n|1|2|\n", '<td class="align-right">2</td>'),
        ("[1] a[^x]\n\n[^x]: b\n", '<li id="fnx"><p>b</p>\n<a class="note-back" href="#fnrefx"'),
        ("[1] [a](https://un.org?a=1&b=2)\n", 'href="https://un.org?a=1&amp;b=2">a</a>'),
        (
            "[1] [a](/standards/rules.md#rule-6.1)\n",
            '<a class="cite" href="../../../standards/rules/rule-6/#rule-6.1">a</a>',
        ),
        (
            "[1] [a](/standards/rules.md)\n",
            '<a class="cite" href="../../../standards/rules/">a</a>',
        ),
        ("[1] [a](/standards/none.md#rule-6)\n", "<p>a</p>"),
        ("[1] [a](javascript:alert)\n", "<p>a</p>"),
        ("[1] a < b & c\n", "<p>a &lt; b &amp; c</p>"),
        ("[1] <b>a</b>\n", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("[1] `<script>`\n", "<code>&lt;script&gt;</code>"),
    ],
)
def test_elements(source: str, expected: str) -> None:
    assert expected in html(source)


def test_anchors_in_a_reply_carry_its_name() -> None:
    written = html("[3] a[^1]\n\n[^1]: b\n", "reply-1")
    assert 'id="reply-1.p3"' in written
    assert 'id="reply-1.fn1"' in written
    assert 'href="#reply-1.fnref1"' in written


@pytest.mark.parametrize(
    "source", ["[1] a Лейла\n", "[1] *Лейла* recalls BLR 6/2024\n", "## Лейла\n"]
)
def test_words_in_another_script_are_set_apart_wherever_they_stand(source: str) -> None:
    assert '<bdi lang="und-Cyrl" dir="ltr">Лейла</bdi>' in html(source)


def test_a_text_says_its_language_and_direction() -> None:
    assert write_text(text_of("[1] a", "fa"), "reply-1", HYPERLINKS).startswith(
        '<div class="text" lang="fa" dir="rtl">'
    )


@given(st.text(alphabet="[]()<>*_`#|-!&;:/\"'= \n^1qabs\\", max_size=200))
def test_whatever_a_text_says_only_known_elements_come_out(source: str) -> None:
    tree = LexborHTMLParser(html(source))
    assert tree.root
    for node in tree.root.traverse(include_text=False):
        assert node.tag in ELEMENTS
        assert {*node.attributes} <= ATTRIBUTES
        assert not (node.attributes.get("href") or "#").lower().startswith("javascript")
