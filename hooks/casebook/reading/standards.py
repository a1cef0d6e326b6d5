"""A file of standards/ to an instrument: its fields, its gloss, its provisions."""

import re
from dataclasses import replace
from hashlib import blake2b
from itertools import islice
from typing import Any

from casebook.citations.names import Names
from casebook.identifiers.provision import Provision, Unit, parse_provision
from casebook.model.standard import Instrument, ProvisionEntry
from casebook.model.text import Block, Heading, Paragraph, plain_words
from casebook.reading.characters import read_characters
from casebook.reading.citing import cite_dialect
from casebook.reading.dialect import MOST_REPORTED, parse_dialect
from casebook.reading.fields import Field, Record
from casebook.reading.findings import Findings
from casebook.reading.frontmatter import split_front_matter
from casebook.reading.kinds import ListOf, MapOf, one_of, shorten
from casebook.reading.links import link_problems
from casebook.reading.values import (
    ADDRESSEE_CODE,
    COUNT,
    DAY,
    ID,
    LINE,
    PARTIAL_DAY,
    SYMBOL,
    UNIT,
    WEB_ADDRESS,
)
from casebook.words.problem import Problem
from casebook.words.vocabulary import InstrumentKind

INSTRUMENT: Record[dict[str, Any]] = Record(
    "an instrument",
    dict,
    (
        Field("title", LINE, "The full title.", is_required=True),
        Field("short", LINE, "The short title, as our pages print it.", is_required=True),
        Field("also", ListOf(LINE), "Other names and acronyms, in any language."),
        Field(
            "kind",
            one_of("a kind of instrument", InstrumentKind),
            "What kind of text it is.",
            is_required=True,
        ),
        Field("noun", LINE, "How a text refers back to it: Covenant, Convention."),
        Field("symbol", SYMBOL, "The symbol of the UN document."),
        Field("adopted", PARTIAL_DAY, "When it was adopted."),
        Field("in-force", PARTIAL_DAY, "Since when it is in force."),
        Field("adopted-by", LINE, "Who adopted it."),
        Field("url", WEB_ADDRESS, "The official page."),
        Field(
            "highest",
            MapOf(UNIT, COUNT, "its highest number"),
            "The highest number of each unit.",
        ),
        Field(
            "parties",
            MapOf(ADDRESSEE_CODE, DAY, "the day of ratification or accession"),
            "Addressees that are party, and the day on which each joined.",
        ),
        Field("sources", ListOf(LINE), "Where these facts come from."),
    ),
)


_NO_NAMES = Names(())


def read_instrument(path: str, data: bytes) -> tuple[Instrument | None, list[Problem]]:
    """Return the instrument of one file (`standards/iccpr.md`), with every problem in it.

    An instrument that has an error is None.
    """
    name = path.rsplit("/", 1)[-1].removesuffix(".md")
    findings = Findings(path)
    if ID.parse(name) is None:
        guess = ID.guess(name)
        help_ = f"{ID.help[:-1].partition(':')[0]}."
        if guess and ID.parse(guess):
            help_ = f"Rename it to {guess}.md."
        message = f'"{shorten(name)}.md" is no name for an instrument.'
        findings.at(1, 1, "file-name", message, help_)
    characters = read_characters(data, path)
    findings.problems += characters.problems
    if characters.source is None:
        return None, findings.problems
    front = split_front_matter(characters.source, path)
    findings.problems += front.problems
    values = INSTRUMENT.values(front.fields, findings) if front.fields else None
    if front.problems:
        return None, findings.problems  # where the fields end, and the text begins, is not known
    dialect = parse_dialect(front.body, path, front.first_line, has_ids=True)
    findings.problems += dialect.problems
    links = link_problems(dialect.blocks, path, standard=name)
    findings.problems += islice(links, MOST_REPORTED)
    # References and symbols lead somewhere in a gloss too; its provisions are linked by editors.
    dialect = cite_dialect(dialect, _NO_NAMES)
    gloss, entries = _entries(dialect.blocks, findings)
    if values is None or findings.problems:
        return None, findings.problems
    instrument = Instrument(
        id=name,
        gloss=gloss,
        entries=entries,
        path=path,
        digest=blake2b(characters.source.encode(), digest_size=16).hexdigest(),
        **values,
    )
    return instrument, findings.problems


def _entries(
    blocks: tuple[Block, ...], findings: Findings
) -> tuple[tuple[Block, ...], tuple[ProvisionEntry, ...]]:
    """Return what stands before the first provision, and the provisions with their glosses."""
    glosses: list[list[Block]] = [[]]
    entries: list[ProvisionEntry] = []
    lines: dict[Provision, int] = {}
    for block in blocks:
        if not isinstance(block, Heading):
            if isinstance(block, Paragraph) and _LOST_HEADING.match(block.plain):
                _lost_heading(block, findings)
            glosses[-1].append(block)
            continue
        words = plain_words(block.content)
        place = _provision(block, words, findings)
        if not place:
            continue
        provision, last = place
        if provision in lines:
            message = f"{provision} has two headings; the first is on line {lines[provision]}."
            help_ = "Keep one of them, and put both glosses under it."
            findings.at(block.line, 1, "duplicate-provision", message, help_)
        lines.setdefault(provision, block.line)
        heading = words.partition(": ")[2].strip()
        entries.append(ProvisionEntry(provision, last, heading, (), block.line))
        glosses.append([])
    gloss, *others = map(tuple, glosses)
    return gloss, tuple(map(_with_gloss, entries, others))


def _with_gloss(entry: ProvisionEntry, gloss: tuple[Block, ...]) -> ProvisionEntry:
    return replace(entry, gloss=gloss)


_LOST_HEADING = re.compile(r"#{1,6}\S|[^\n{]{1,200}\{#[\w.-]+\}")
"""What was meant for a heading: ##Article 7, Article 7 {#article-7}."""


def _lost_heading(block: Paragraph, findings: Findings) -> None:
    words = block.plain.splitlines()[0]
    message = f"This heading is none: {shorten(words)}"
    level, said = re.findall(r"^(#*)\s*(.*)", words)[0]
    help_ = f"Write {(level or '##')[:4]} {shorten(said)} on a line of its own."
    findings.at(block.line, 1, "provision-id", message, help_)


def _provision(
    heading: Heading, words: str, findings: Findings
) -> tuple[Provision, Provision | None] | None:
    """Return the provision of a heading, and the last of its run, or None and a problem."""
    found = _parse_run(heading.anchor)
    guess = _guess(words.partition("{")[0].strip())
    if found:
        if guess and guess != heading.anchor:
            message = f'The heading "{shorten(words)}" has the id {heading.anchor}.'
            help_ = f"Write {{#{guess}}}, or correct the heading."
            findings.at(heading.line, 1, "heading-and-id", message, help_)
        return found
    message = f'The heading "{shorten(words)}" has no id.'
    if heading.anchor:
        message = f'"{shorten(heading.anchor)}" is no id of a provision.'
    help_ = "End the heading with its unit and number: {#article-14}, {#rule-52.3}, {#para-88.i}."
    if guess and _parse_run(guess):
        help_ = f"End the heading with {{#{guess}}}."
    findings.at(heading.line, 1, "provision-id", message, help_)
    return None


def _parse_run(anchor: str) -> tuple[Provision, Provision | None] | None:
    """Return the provision that an id names, and the last of its run, or None."""
    first_id, dots, last_id = anchor.partition("..")
    first = parse_provision(first_id)
    last = parse_provision(last_id) if dots else None
    return (first, last) if first and (not dots or (last and _is_run(first, last))) else None


def _is_run(first: Provision, last: Provision) -> bool:
    is_numbered = first.number.isdigit() and last.number.isdigit()
    return (
        is_numbered
        and first.unit is last.unit
        and not (first.levels or last.levels)
        and int(first.number) < int(last.number)
    )


_WORDS = re.compile(
    r"([a-z]+?)s? ([0-9]+[a-z]{0,9}(?:-[0-9]+)?)((?:\([0-9a-z]+\))*)(?: (?:to|and) ([0-9]+))?"
)
_RUN = re.compile(r"([a-z]+)s ([0-9]+) ?[-–] ?([0-9]+)")


def _guess(words: str) -> str | None:
    """Return the id that a heading's words spell: article-14.7 for Article 14(7), or None."""
    plain = words.partition(":")[0].strip().lower()
    if plain == Unit.PREAMBLE.value:
        return plain
    if run := _RUN.fullmatch(plain):
        plain = f"{run[1]}s {run[2]} to {run[3]}"
    match = _WORDS.fullmatch(plain)
    unit = next((unit for unit in Unit if match and match[1] == unit.in_words), None)
    if not match or not unit:
        return None
    levels = match[3].replace("(", ".").replace(")", "")
    first = f"{unit}-{match[2]}{levels}"
    if not match[4]:
        return first
    if match[2].isdigit() and int(match[2]) > int(match[4]):
        return f"{unit}-{match[4]}..{first}"
    return f"{first}..{unit}-{match[4]}"
