"""Labels of paragraphs and symbols of documents."""

import pytest

from casebook.identifiers.label import Label, parse_anchor, parse_label
from casebook.identifiers.symbol import Symbol, parse_symbol


@pytest.mark.parametrize(
    ("text", "anchor"), [("12", "p12"), ("q2", "q2"), ("12a", "p12a"), ("1", "p1")]
)
def test_a_label_has_one_anchor(text: str, anchor: str) -> None:
    label = parse_label(text)
    assert label
    assert (str(label), label.anchor) == (text, anchor)
    assert parse_anchor(anchor) == label
    assert label.anchor_in("communication") == anchor
    assert label.anchor_in("reply-1") == f"reply-1.{anchor}"


@pytest.mark.parametrize("text", ["", "0", "01", "p12", "Q2", "q", "12.1", "12ab", "-1", "٣"])
def test_what_is_no_label(text: str) -> None:
    assert parse_label(text) is None


def test_a_request_is_no_paragraph() -> None:
    assert Label("2") != Label("2", is_request=True)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("A/HRC/41/33", "a-hrc-41-33"),
        ("A/78/327", "a-78-327"),
        ("CEDAW/C/BLR/CO/9", "cedaw-c-blr-co-9"),
        ("S/RES/1373 (2001)", "s-res-1373"),
        ("A/HRC/WGAD/2012/39", "a-hrc-wgad-2012-39"),
        ("A/HRC/4/20/Add.1", "a-hrc-4-20-add-1"),
        ("E/CN.4/2005/7", "e-cn-4-2005-7"),
        ("A/RES/2200 A (XXI)", "a-res-2200-a-xxi"),
        ("E/RES/663 (XXIV)", "e-res-663-xxiv"),
    ],
)
def test_symbols_print_as_they_were_written(text: str, slug: str) -> None:
    symbol = parse_symbol(text)
    assert symbol
    assert (str(symbol), symbol.slug) == (text, slug)


@pytest.mark.parametrize("text", ["", "A", "A/", "and/or", "BLR 7/2025", "X/HRC/1", "A/HRC"])
def test_what_is_no_symbol(text: str) -> None:
    assert parse_symbol(text) is None


def test_a_symbol_is_a_value() -> None:
    assert Symbol("A/78/327") == parse_symbol(" A/78/327 ")
