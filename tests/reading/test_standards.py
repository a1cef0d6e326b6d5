from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.identifiers.provision import Unit, parse_provision
from casebook.model.standard import Instrument
from casebook.model.text import Paragraph
from casebook.reading.standards import read_instrument
from casebook.words.dates import PartialDate
from casebook.words.problem import Problem
from casebook.words.vocabulary import InstrumentKind

FIELDS = """\
---
title: Convention on the Rivers of Exampleland
short: River Convention
also: [RC, Convention des rivières]
kind: treaty
noun: Convention
symbol: A/RES/1/2
adopted: 1966-12-16
in-force: 1976
adopted-by: Assembly
url: https://example.org/
highest: {article: 53, rule: 4}
parties: {XXX: 1973-11-12}
sources: [https://example.org/list]
---
"""
SHORT = "---\ntitle: A\nshort: A\nkind: rules\n---\n"
BODY = """\

Two paragraphs

of gloss.

## Preamble {#preamble}

## Article 7: Dams {#article-7}

Whoever owns a dam looks after it.

- A list.

### Article 7(2) {#article-7.2}

Once a year.

## Articles 8 to 10 {#article-8..article-10}

Locks.
"""


def read(source: str, name: str = "rc") -> tuple[Instrument | None, list[Problem]]:
    return read_instrument(f"standards/{name}.md", source.encode())


def test_every_field_is_read() -> None:
    instrument, problems = read(FIELDS + BODY)
    assert problems == []
    assert instrument
    assert (instrument.id, instrument.path) == ("rc", "standards/rc.md")
    assert instrument.kind is InstrumentKind.TREATY
    assert instrument.also == ("RC", "Convention des rivières")
    assert instrument.in_force == PartialDate(1976)
    assert instrument.highest == {Unit.ARTICLE: 53, Unit.RULE: 4}
    assert instrument.parties == {"XXX": date(1973, 11, 12)}
    assert str(instrument.symbol) == "A/RES/1/2"
    assert instrument.digest


def test_the_text_comes_apart_into_provisions() -> None:
    instrument, _ = read(FIELDS + BODY)
    assert instrument
    assert [each.plain for each in instrument.gloss if isinstance(each, Paragraph)] == [
        "Two paragraphs",
        "of gloss.",
    ]
    assert [
        (str(entry.provision), str(entry.last or ""), entry.heading, entry.line, len(entry.gloss))
        for entry in instrument.entries
    ] == [
        ("preamble", "", "", 21, 0),
        ("article-7", "", "Dams", 23, 2),
        ("article-7.2", "", "", 29, 1),
        ("article-8", "article-10", "", 33, 1),
    ]
    inside, outside = parse_provision("article-9"), parse_provision("article-11")
    assert inside
    assert outside
    assert instrument.entry(inside) == instrument.entries[-1]
    assert instrument.entry(outside) is None


HEADINGS = {
    "no id": ("## Article 14(7)", "provision-id", "{#article-14.7}"),
    "an id that is none": ("## Rule 52(3)(a) {#rule52}", "provision-id", "{#rule-52.3.a}"),
    "a run that goes backwards": (
        "## Paragraphs 9 to 5 {#para-9..para-5}",
        "provision-id",
        "{#para-9..para-5}",
    ),
    "a run of two units": ("## Rules {#rule-1..article-5}", "provision-id", "{#article-14}"),
    "another number": ("## Article 14 {#article-15}", "heading-and-id", "{#article-14}"),
    "another unit": ("## Rule 14: Fish {#article-14}", "heading-and-id", "{#rule-14}"),
    "a hyphen in the number": ("## Article 361-1", "provision-id", "{#article-361-1}"),
    "no space after its marks": ("##Article 14 {#article-14}", "provision-id", "## Article 14 {"),
    "no marks": ("Article 14 {#article-14}", "provision-id", "## Article 14 {"),
    "more than an id": ("## Article 14 {#article-14 onclick=x}", "provision-id", "{#article-14}"),
    "other words": ("## Fish and birds", "provision-id", "{#article-14}"),
}


@pytest.mark.parametrize(("heading", "slug", "id_"), HEADINGS.values(), ids=HEADINGS.keys())
def test_a_heading_without_the_right_id_is_a_problem(heading: str, slug: str, id_: str) -> None:
    _, (problem,) = read(f"{SHORT}\n{heading}\n\nGloss.\n")
    assert (problem.slug, problem.line, problem.column) == (slug, 7, 1)
    # A help that would repeat what is there cannot be followed.
    assert (id_ in problem.help) or "backwards" in heading or problem.help


def test_a_provision_with_two_headings_is_a_problem() -> None:
    _, (problem,) = read(f"{SHORT}\n## Rule 1 {{#rule-1}}\n\n## Rule 1 {{#rule-1}}\n")
    assert (problem.slug, problem.line) == ("duplicate-provision", 9)
    assert "line 7" in problem.message


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("River_Law", "Rename it to river-law.md."),
        ("1966", "a letter first"),
        ("é", "Rename it to e.md."),
    ],
)
def test_a_name_that_is_no_address_is_a_problem(name: str, help_: str) -> None:
    _, (problem,) = read(SHORT, name)
    assert problem.slug == "file-name"
    assert help_ in problem.help


def test_problems_of_fields_and_text_are_reported_at_once() -> None:
    _, problems = read("---\nshort: A\nkind: rule\n---\n\n# <b>\n")
    assert {problem.slug for problem in problems} >= {"missing-field", "unknown-value", "raw-html"}


@given(
    st.binary()
    | st.text().map(str.encode)
    | st.lists(
        st.sampled_from([*(SHORT + BODY).splitlines(keepends=True), "{#", "}", "..", "## "]),
        max_size=30,
    )
    .map("".join)
    .map(str.encode)
)
def test_any_bytes_give_an_instrument_or_a_problem(data: bytes) -> None:
    instrument, problems = read_instrument("standards/rc.md", data)
    assert (instrument is None) == bool(problems)
