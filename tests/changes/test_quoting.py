"""Words of strangers stay words, whatever they try."""

import re

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from casebook.changes.quoting import NOT_SHOWN, Quoting, as_code, as_text

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_MATH
)
SEEN_BY_GITHUB = re.compile(
    r"@\w|\B#\w|\w#\d|\bGH-\d|://|\bwww\.|\bmailto:|:[a-z0-9_+-]+:", re.IGNORECASE
)
"""What GitHub makes something of in the words of a comment, outside of code."""

MARKS = st.lists(
    st.one_of(
        st.text(max_size=5),
        st.sampled_from(
            [
                *(
                    "@octocat",
                    "#12",
                    "GH-12",
                    "a/b#1",
                    "https://evil.test/",
                    "www.evil.test",
                    "a@b.test",
                ),
                *(
                    "<script>",
                    "</h4>",
                    "<!--",
                    "-->",
                    "<details>",
                    "&lt;",
                    "&#x3c;",
                    "&amp;lt;",
                    "\\",
                    "\\\\",
                ),
                *(
                    "**",
                    "__",
                    "~~",
                    "`",
                    "```\n",
                    "[a](https://evil.test)",
                    "![a](b)",
                    "[a]: b\n",
                    "\n\n# A\n",
                ),
                *(
                    "\n---\n",
                    "\n- ",
                    "\n    x",
                    "|a|b|\n|-|-|\n",
                    "$x$",
                    "$$",
                    "[^1]",
                    "- [x] ",
                    "{#a}",
                    ":tada:",
                ),
                *(
                    "\u202e",
                    "\x1b[31m",
                    "\r\n",
                    "\u2028",
                    "\0",
                    "‌",
                    "> ",
                    "1. ",
                    "==",
                    "<a@b.test>",
                    "^",
                ),
            ]
        ),
    ),
    max_size=12,
).map("".join)


def shown(markdown: str) -> tuple[str, set[str | None]]:
    """Return what a reader sees of Markdown after a name, and the elements it is made of."""
    html = pyromark.html(f"- **Name**: {markdown}\n", options=OPTIONS)
    tree = LexborHTMLParser(html)
    assert tree.body
    words = tree.body.text().strip().removeprefix("Name:")
    return words.strip(), {node.tag for node in tree.body.traverse()}


@given(MARKS)
def test_words_come_out_as_words_and_as_nothing_else(words: str) -> None:
    text, elements = shown(as_text(words))
    assert elements <= {"body", "ul", "li", "strong"}
    assert not SEEN_BY_GITHUB.search(text)
    # Nothing of it is lost but what cannot be seen.
    expected = "".join(mark for mark in words if mark.isprintable() and not mark.isspace())
    assert "".join(mark for mark in text if mark.isprintable() and mark not in " ·") == (
        expected.replace("·", "").replace("\u2060", "")
    )


@given(MARKS)
def test_code_comes_out_as_code_and_as_nothing_else(words: str) -> None:
    text, elements = shown(as_code(words))
    assert elements <= {"body", "ul", "li", "strong", "code"}
    expected = "".join(mark for mark in words if mark.isprintable() and not mark.isspace())
    assert "".join(text.split()).replace("·", "").replace("\u200c", "") == expected.replace("·", "")


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("8 September 2025, article 14(7).", "8 September 2025, article 14(7)."),
        ("a *b* [c](d)", "a \\*b\\* \\[c\\](d)"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("@a #1 https://b", "@\u2060a \\#\u20601 https:\u2060//b"),
        ("می‌رود", "می‌رود"),
        ("a\u202eb\x1b\n c", "a·b· c"),
    ],
)
def test_what_is_plain_stays_readable(words: str, markdown: str) -> None:
    assert as_text(words) == markdown


def test_a_name_that_is_not_published_is_not_quoted_even_where_it_would_be_cut() -> None:
    quoting = Quoting(lambda words: "Ada Example" in words)
    for words in ("Ada Example", f"{'a ' * 400}Ada Example"):
        assert quoting.text(words) == quoting.code(words) == NOT_SHOWN


def test_long_words_are_cut() -> None:
    assert Quoting(lambda _: None).text("a " * 1000, 10) == "a a a a a …"
