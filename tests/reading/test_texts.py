"""What an editor's text must keep: every label, every note, every link."""

import time

import pytest

from casebook.citations.names import Names
from casebook.reading.texts import read_text


def problems(source: str, *, is_verbatim: bool = False) -> list[tuple[str, int, int]]:
    found = read_text(source, "t.md", language="en", is_verbatim=is_verbatim, names=Names(()))[1]
    return [(problem.slug, problem.line, problem.column) for problem in found]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("1. First.\n\n2. Second.\n", [("paragraph-without-label", 1, 1)]),
        ("## A\n\n- Item.\n\n[1] a\n", [("paragraph-without-label", 3, 1)]),
        ("[1] a\n\n1. First.\n2. Second.\n", []),
        ("[1] a\n[2] b\n", []),
        ("[1] a\n[q1] b\n\n[q2] c\n", []),
        ("[1] *a\n[2] b*\n", [("paragraph-label", 2, 1)]),
        ("[1] a\n\n- b\n[2] c\n", [("paragraph-label", 4, 1)]),
        ("[1] a\n\\[2] b\n", []),
        ("[1] a\n[2](https://example.org/) b\n", []),
        ("[1] a\n\n```\nb\n[2] c\n```\n", []),
        ("## A\n[1] a\n", []),
        ("[1] a[^1]\n\n[^1]: b\n", []),
        ("[1] a *b[^1]*\n\n[^1]: b\n", []),
        ("[1] a[^1]\n", [("missing-footnote", 1, 1)]),
        ("[1] a `[^1]`\n", []),
        ("[1] a\n\n[^n]: b\n", [("missing-footnote", 3, 1)]),
        ("[1] a\n\n[2]: b\n", [("paragraph-label", 3, 1)]),
        ("[1] a\n\n[2]: b c\n", [("paragraph-label", 3, 1)]),
        ("[1] a\n\n[1]: https://example.org/\n", [("paragraph-label", 3, 1)]),
        ("[1] a\n\n```\n[2]: b\n```\n", []),
        ("[1] a\n\n[b]: c\n", [("paragraph-without-label", 3, 1)]),
        ("[1] a\n[b]: c\n", []),
        ("[1] a [b]\n\n[B]: https://example.org/\n", []),
        ("[1] a\n---\n\n[2] b\n", [("paragraph-label", 1, 1)]),
        ("[1] a\n===\n", [("paragraph-label", 1, 1)]),
        ("[1] a\n\n---\n\n[2] b\n", []),
        ("## [2] a\n\n[3] b\n", [("paragraph-label", 1, 1)]),
        ("## \\[2] a\n\n[3] b\n", []),
        ("[1] a\n\n- [2] b\n", [("paragraph-label", 3, 3)]),
        ("[1] a\n\n- \\[2] b\n", []),
        ("[1] a\n\n> b\n>\n> [q2] c\n", [("paragraph-label", 5, 3)]),
        ("[1] a\n\n|b|\n|-|\n|[2]|\n", [("paragraph-label", 5, 2)]),
        ("[1] a[^1]\n\n[^1]: [2] b\n", [("paragraph-label", 3, 7)]),
        ("[1] a\n\n[2]\n\n[3]\n\n- b\n", [("empty-text", 3, 1)]),
        ("##\n\n[1] a\n", [("empty-text", 1, 1)]),
        ("[1] [a](/standards/b.md\n", [("link-target", 1, 1)]),
        ("[1] [a] (/standards/b.md#article-1)\n", [("link-target", 1, 1)]),
        ("[1] [a](/cases/xxx/1-2025/ #p1)\n", [("link-target", 1, 1)]),
        ("[1] `/standards/b.md` [/standards/b.md](/standards/b.md)\n", []),
        ("[1] https://casebook.example.org/cases/xxx/1-2025/\n", []),
        ("[1] a [](https://un.org) [ ](#p1)\n", [("link-target", 1, 7), ("link-target", 1, 26)]),
        ("[1] a\n\n[2] b [c](d.md) [e](f.md)\n", [("link-target", 3, 7), ("link-target", 3, 17)]),
    ],
)
def test_nothing_of_a_text_is_lost_without_a_word(
    source: str, found: list[tuple[str, int, int]]
) -> None:
    assert problems(source) == found


def test_a_documents_own_words_may_list_things_before_their_paragraphs() -> None:
    assert problems("1. A mandate.\n2. Another.\n\n[1] a\n", is_verbatim=True) == []
    assert problems("1. First.\n\n2. Second.\n", is_verbatim=True) == [
        ("paragraph-without-label", 1, 1)
    ]


@pytest.mark.parametrize(
    "source",
    [
        "[1] a\n" * 100_000,
        "[^a] " * 100_000,
        "[1] " + "[a](b.md) " * 50_000,
        "[^a]: b\n\n" * 30_000,
        "[a]: b\n\n" * 30_000,
    ],
)
def test_long_texts_take_no_time_out_of_proportion(source: str) -> None:
    start = time.process_time()
    problems(source)
    assert time.process_time() - start < 20
