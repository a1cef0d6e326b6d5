"""The texts of a dossier: labelled paragraphs, with what they cite."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from casebook.citations.names import Names
from casebook.identifiers.label import Label
from casebook.model.text import (
    CodeBlock,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    Table,
    Text,
    in_notes,
    paragraphs_in,
)
from casebook.reading.citing import cite_dialect
from casebook.reading.definitions import definition_problems
from casebook.reading.dialect import MOST_REPORTED, Dialect, parse_dialect
from casebook.reading.kinds import shorten
from casebook.reading.links import link_problems
from casebook.words.problem import Problem


def read_text(
    source: str,
    path: str,
    *,
    language: str,
    is_verbatim: bool,
    names: Names,
    addressee: str | None = None,
) -> tuple[Text, list[Problem]]:
    """Return a text with its citations, and every problem in it.

    `names` are the names of the instruments we hold, by which citations are found; `addressee`
    is the code of who received the letter: "the Criminal Code" is theirs.
    """
    dialect = parse_dialect(source, path)
    problems = [*dialect.problems, *_shape_problems(source, dialect, path)]
    problems += (misread := [*islice(definition_problems(source, dialect, path), MOST_REPORTED)])
    # A label that a colon made an address is one wherever else it stands.
    defined = any(each.slug == "paragraph-label" for each in misread)
    labels = () if defined else _label_problems(dialect, path, is_verbatim=is_verbatim)
    problems += islice(labels, MOST_REPORTED)
    blocks = chain(dialect.blocks, in_notes(dialect.notes))
    problems += islice(link_problems(blocks, path), MOST_REPORTED)
    problems += islice(_broken_links(dialect, path), MOST_REPORTED)
    cited = cite_dialect(dialect, names, addressee)
    return Text(path, language, is_verbatim, cited.blocks, cited.notes), problems


def _label_problems(dialect: Dialect, path: str, *, is_verbatim: bool) -> Iterator[Problem]:
    """Hold the rule that every paragraph of the run has a label, in order, and none stands twice.

    A document's own words may begin with a masthead and end with signatures, without labels.
    """
    run = [block for block in dialect.blocks if isinstance(block, Paragraph | ItemList | Quotation)]
    labelled = [at for at, block in enumerate(run) if isinstance(block, Paragraph) and block.label]
    if is_verbatim:
        run = run[labelled[0] : labelled[-1] + 1] if labelled else run[:1]
    # What is misspelt, or no Markdown, has been reported as such.
    reported = {
        each.line for each in dialect.problems if each.slug in ("paragraph-label", "raw-html")
    }
    last = 0
    is_begun = False
    seen: set[Label] = set()
    for block in run:
        paragraph = next(paragraphs_in([block]), None)
        if not paragraph:
            continue
        if paragraph.label:
            is_begun = True
            if not paragraph.label.is_request:
                number = int(paragraph.label.number.rstrip(_LETTERS))
                if number < last and paragraph.label not in seen:
                    message = f"The label [{paragraph.label}] comes after [{last}]."
                    help_ = "Correct the number, or move the paragraph up to its place."
                    yield Problem(path, paragraph.line, 1, "label-order", message, help_)
                last = max(number, last)
                seen.add(paragraph.label)
        elif paragraph.line in reported:
            is_begun = True
        elif isinstance(block, Paragraph):
            if paragraph.plain.strip():
                yield _without_label(path, paragraph, last)
        elif not is_begun or _goes_on(block, last):
            yield _without_label(path, paragraph, last, "A list or quotation")
    yield from _doubles(dialect, path)
    yield from _wordless(dialect, path)


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _goes_on(block: ItemList | Quotation, last: int) -> bool:
    """Whether a list is a paragraph with its number before it: `8. Text` after [7]."""
    return isinstance(block, ItemList) and block.start == last + 1 > 1 and len(block.items) == 1


def _without_label(path: str, paragraph: Paragraph, last: int, what: str = "") -> Problem:
    shown = shorten(paragraph.plain)
    help_ = f"Begin it with its number, such as [{last + 1}], or with [q1] for a request."
    if paragraph.plain.startswith("#"):
        help_ = "Write a space after the # of a heading."
    message = f"This paragraph has no label: {shown}"
    if what:
        message = f"{what} stands in place of a paragraph with a label: {shown}"
    return Problem(path, paragraph.line, 1, "paragraph-without-label", message, help_)


def _doubles(dialect: Dialect, path: str) -> Iterator[Problem]:
    labels = [paragraph for paragraph in dialect.paragraphs() if paragraph.label]
    first: dict[str, int] = {}
    counts = Counter(str(paragraph.label) for paragraph in labels)
    for paragraph in labels:
        label = str(paragraph.label)
        if label in first:
            message = f"The label [{label}] stands {counts[label]} times; the first is on line {first[label]}."
            help_ = (
                "Give this paragraph its own number; a published paragraph keeps the one it has."
            )
            yield Problem(path, paragraph.line, 1, "duplicate-label", message, help_)
        first.setdefault(label, paragraph.line)


def _wordless(dialect: Dialect, path: str) -> Iterator[Problem]:
    """Hold the rule that a label and a heading have words, or a label what belongs to it."""
    for block, after in pairwise((*dialect.blocks, None)):
        match block:
            case Paragraph(label=label) if label and not block.plain.strip():
                if not isinstance(after, ItemList | Quotation | CodeBlock | Table):
                    message = f"The paragraph [{label}] has no words."
                    help_ = "Write them behind the label, or take the label out."
                    yield Problem(path, block.line, 1, "empty-text", message, help_)
            case Heading(content=()):
                help_ = "Write them behind the #, or take the line out."
                yield Problem(
                    path, block.line, 1, "empty-text", "This heading has no words.", help_
                )
            case _:
                pass


_OUR_ADDRESS = re.compile(
    r"(?<![\w.])/(?:standards/[a-z0-9-]+\.md|cases/[a-z]{3}/[0-9]+-[0-9]{4}/)[^\s)\]]*"
)


def _broken_links(dialect: Dialect, path: str) -> Iterator[Problem]:
    """Hold the rule that an address of ours is a link: where its brackets break off, it is none."""
    for paragraph in dialect.paragraphs():
        for found in _OUR_ADDRESS.finditer(paragraph.plain):
            if not any(start <= found.start() < end for start, end, _ in paragraph.taken):
                message = f"Here stands {shorten(found[0])}, and no link."
                help_ = (
                    f"Write [words]({shorten(found[0])}): no blank between the brackets or in them."
                )
                yield Problem(path, paragraph.line, 1, "link-target", message, help_)


def _shape_problems(source: str, dialect: Dialect, path: str) -> Iterator[Problem]:
    """Hold the rules that a text says something, and has no fields of its own."""
    if _FIELDS_ON_TOP.match(source):
        message = "A text of a dossier has no fields of its own."
        help_ = "Take out the lines from --- to ---: what is known of it stands in dossier.yml."
        yield Problem(path, 1, 1, "front-matter", message, help_)
    elif not dialect.problems and not any(
        isinstance(block, Paragraph | ItemList | Quotation | CodeBlock | Table)
        for block in dialect.blocks
    ):
        help_ = "Write them, each with its label, such as [1]; or take the file away."
        yield Problem(path, 1, 1, "empty-text", "This text has no paragraphs.", help_)


_FIELDS_ON_TOP = re.compile(r"---[ ]*\n(?:[\w-]+:.*\n|[ ]+.*\n|-.*\n)*---[ ]*(?:\n|$)")
