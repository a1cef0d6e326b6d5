"""The dialect: what is part of it becomes blocks, what is not becomes a problem."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.identifiers.label import Label
from casebook.model.text import (
    CodeBlock,
    Emphasis,
    Heading,
    ItemList,
    Link,
    NoteMark,
    Paragraph,
    Quotation,
    SectionEnd,
    Table,
    Words,
    paragraphs_in,
)
from casebook.reading.dialect import parse_dialect


def slugs(source: str) -> list[str]:
    return [problem.slug for problem in parse_dialect(source, "text.md").problems]


def paragraphs(source: str) -> list[Paragraph]:
    return [*paragraphs_in(parse_dialect(source, "text.md").blocks)]


def test_a_label_is_cut_off_its_paragraph() -> None:
    (paragraph,) = paragraphs("[12] The experts recall.\n")
    assert paragraph.label == Label("12")
    assert paragraph.plain == "The experts recall."
    assert paragraph.content == (Words("The experts recall."),)


@pytest.mark.parametrize("below", ["[q2]", "  [q2]", "\t[q2]"])
def test_a_label_begins_a_paragraph_without_an_empty_line_above_it(below: str) -> None:
    source = f"[11] Voilà *what* is said,\nand said.\n{below} What is asked?\n[q3] And what else?\n"
    dialect = parse_dialect(source, "text.md")
    found = [*paragraphs_in(dialect.blocks)]
    assert [(str(each.label), each.line, each.plain) for each in found] == [
        ("11", 1, "Voilà what is said, and said."),
        ("q2", 3, "What is asked?"),
        ("q3", 4, "And what else?"),
    ]
    assert not dialect.problems
    (_, at) = found[1].positions[0]
    assert source[at:].startswith("What is asked?")


@pytest.mark.parametrize(
    ("source", "slugs_found"),
    [
        ("[1] *one\n[2] two*", ["paragraph-label"]),
        ("- one\n[2] two", ["paragraph-label"]),
        ("> one\n[2] two", ["paragraph-label"]),
        ("[1] one\n\\[2] two", []),
        ("[1] one\n[2](https://un.org) two", []),
        ("[1] one\n[2003] two", []),
    ],
)
def test_a_line_that_begins_no_paragraph(source: str, slugs_found: list[str]) -> None:
    assert len(paragraphs(source)) == 1
    assert slugs(source) == slugs_found


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("[1] x", Label("1")),
        ("[12a] x", Label("12a")),
        ("[q2] x", Label("2", is_request=True)),
        ("[q12] *x*", Label("12", is_request=True)),
        ("[3]\tx", Label("3")),
        ("\\[3] x", None),
        ("a [3] x", None),
        ("*[3] x*", None),
        ("[d]isciplinary x", None),
        ("[3](https://un.org) x", None),
    ],
)
def test_labels(source: str, label: Label | None) -> None:
    assert paragraphs(source)[0].label == label


@pytest.mark.parametrize("label", ["0", "12.1", "Q1", "1-2", "99999", "12ab"])
def test_what_looks_like_a_label_and_is_none_is_a_problem(label: str) -> None:
    assert slugs(f"[{label}] x\n") == ["paragraph-label"]


@pytest.mark.parametrize("mark", ["\u200f", "\u200e\u200f", "\u061c"])
def test_a_mark_that_nobody_sees_before_a_label_is_a_problem(mark: str) -> None:
    """The editor sees a label: "no label" would tell nothing."""
    (problem,) = parse_dialect(f"[1] x\n\n{mark}[2] متن\n", "x.md").problems
    assert (problem.slug, problem.line) == ("paragraph-label", 3)
    assert f"U+{ord(mark[0]):04X}" in problem.message
    assert slugs(f"{mark}متن [2]\n") == []


def test_the_section_of_a_paragraph_is_the_heading_it_stands_under() -> None:
    source = "[1] a\n\n## Women prisoners\n\n[2] b\n\n---\n\n[3] c\n"
    assert [each.section for each in paragraphs(source)] == ["", "Women prisoners", ""]


def test_every_element_of_the_dialect() -> None:
    source = (
        "## One\n\n[1] *a* **b** `c` [d](https://un.org)[^n]\n\n> e\n\n- f\n- g\n\n"
        "3. h\n4. i\n\n```\nj\n```\n\n---\n\n| k | l |\n|---|--:|\n| m | n |\n\n[^n]: o\n"
    )
    dialect = parse_dialect(source, "text.md")
    assert dialect.problems == ()
    assert [type(block) for block in dialect.blocks] == [
        Heading,
        Paragraph,
        Quotation,
        ItemList,
        ItemList,
        CodeBlock,
        SectionEnd,
        Table,
    ]
    paragraph = dialect.blocks[1]
    assert isinstance(paragraph, Paragraph)
    kinds = [type(inline) for inline in paragraph.content if not isinstance(inline, Words)]
    assert kinds[:2] == [Emphasis, Emphasis]
    assert kinds[-2:] == [Link, NoteMark]
    assert paragraph.plain == "a b c d"
    assert [note.id for note in dialect.notes] == ["n"]
    numbered = dialect.blocks[4]
    assert isinstance(numbered, ItemList)
    assert numbered.start == 3


def test_a_list_item_may_hold_a_quotation() -> None:
    (items,) = parse_dialect("- a\n  > b\n- c\n", "text.md").blocks
    assert isinstance(items, ItemList)
    assert [[type(block) for block in item] for item in items.items] == [
        [Paragraph, Quotation],
        [Paragraph],
    ]


@pytest.mark.parametrize(
    ("source", "slug", "line", "column"),
    [
        ("[1] a <b>c</b>\n", "raw-html", 1, 7),
        ("[1] a\n\n<script>x</script>\n", "raw-html", 3, 1),
        ("[1] é — <i>c\n", "raw-html", 1, 9),
        ("[1] <!-- hidden -->\n", "raw-html", 1, 5),
        ("[1] a ![b](c.png)\n", "picture", 1, 7),
        ("# A\n", "heading-level", 1, 1),
        ("##### A\n", "heading-level", 1, 1),
        ("[1] a[^b<c>]\n\n[^b<c>]: d\n", "footnote-name", 3, 1),
        (">" * 40 + " a\n", "too-deep", 1, 17),
        ("[1] " + "*a _b " * 40 + "c_ d*" * 40 + "\n", "too-deep", 1, None),
    ],
)
def test_what_is_no_part_of_the_dialect(
    source: str, slug: str, line: int, column: int | None
) -> None:
    problem = parse_dialect(source, "text.md").problems[0]
    assert (problem.slug, problem.line) == (slug, line)
    assert column in (None, problem.column)
    assert problem.message
    assert problem.help


def test_lines_count_from_where_the_text_begins_in_its_file() -> None:
    (problem,) = parse_dialect("<b>\n", "text.md", first_line=7).problems
    assert problem.line == 7


@pytest.mark.parametrize("source", ["## P12\n", "## Q2\n", "## fn1\n", "## !\n", "## A\n\n## A\n"])
def test_no_heading_takes_the_anchor_of_a_paragraph_or_of_another_heading(source: str) -> None:
    anchors = [
        block.anchor for block in parse_dialect(source, "t").blocks if hasattr(block, "anchor")
    ]
    assert all(anchor.startswith("s-") for anchor in anchors)
    assert len(set(anchors)) == len(anchors)


def test_paragraphs_of_standards_carry_no_labels() -> None:
    (paragraph,) = parse_dialect("[1] words\n", "t.md", has_ids=True).paragraphs()
    assert (paragraph.label, paragraph.plain) == (None, "[1] words")


def test_the_level_below_a_heading_is_never_left_out() -> None:
    source = "#### a\n\n#### b\n\n### c\n\n## d\n\n#### e\n"
    blocks = parse_dialect(source, "t.md").blocks
    assert [block.level for block in blocks if isinstance(block, Heading)] == [2, 3, 3, 2, 3]


def test_headings_of_standards_carry_their_own_anchors() -> None:
    source = "## Article 14 {#article-14}\n\n## Paragraphs 64 to 77 {#para-64..para-77}\n"
    blocks = parse_dialect(source, "s.md", has_ids=True).blocks
    assert [getattr(block, "anchor", None) for block in blocks] == [
        "article-14",
        "para-64..para-77",
    ]


@pytest.mark.parametrize(
    "before",
    ["[1] ", "[1]\u00a0\u00a0", "[1] \u3000\u3000", "Smith &amp; ", "&eacute;t&#xe9; ", "a\\*&lt;"],
)
def test_words_behind_entities_and_wide_blanks_keep_their_place(before: str) -> None:
    (paragraph,) = paragraphs(f"{before}word")
    plain, at = paragraph.positions[-1]
    assert at + paragraph.plain.index("word") - plain == len(before)


@given(st.text(alphabet="[]()*_<>#-|!^: \n12qaé;~", max_size=200))
def test_positions_lead_back_to_the_words_of_the_file(source: str) -> None:
    for paragraph in paragraphs(source):
        for plain, at in paragraph.positions:
            if not paragraph.plain[plain : plain + 1].isspace():
                assert paragraph.plain[plain : plain + 1] in (source[at], "")


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(source: str) -> None:
    parse_dialect(source, "text.md")
    parse_dialect(source, "text.md", has_ids=True)


@pytest.mark.parametrize(
    "source",
    ["[" * 200_000, "é[" * 100_000, "<b>" * 30_000, "*a " * 100_000, "> " * 50_000, "a_" * 100_000],
    ids=["brackets", "wide brackets", "tags", "stars", "quotes", "underscores"],
)
def test_hostile_texts_take_no_time_out_of_proportion(source: str) -> None:
    start = time.process_time()
    parse_dialect(source, "text.md")
    assert time.process_time() - start < 10


@pytest.mark.parametrize("before", ["One.", "The child’s mother, “Łada”."])
@pytest.mark.parametrize("fence", ["```", "~~~", "  ````"])
def test_code_that_is_not_ended_does_not_take_paragraphs(fence: str, before: str) -> None:
    source = f"[1] {before}\n\n{fence}\nx = 1\n\n[2] Two.\n"
    (problem,) = parse_dialect(source, "x.md").problems
    assert (problem.slug, problem.line) == ("paragraph-label", 3)
    assert "never ends" in problem.message
    ended = fence.strip()
    assert slugs(f"[1] {before}\n\n{fence}\nx = 1\n{ended}\n\n[2] Two.\n") == []
