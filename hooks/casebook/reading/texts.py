"""The texts of a dossier: labelled paragraphs, with what they cite."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from casebook.citations.names import Names
from casebook.identifiers.link import parse_link
from casebook.model.text import (
    Emphasis,
    Inline,
    ItemList,
    Link,
    NoteMark,
    Paragraph,
    Text,
    paragraphs_in,
)
from casebook.reading.citing import cite_dialect
from casebook.reading.dialect import Dialect, parse_dialect
from casebook.words.problem import Problem

_LINE_WITH_LABEL = re.compile(r"\[[qQ]?[1-9][0-9]{0,3}[a-z]?\](?=\s)")
_MARK_AS_WORDS = re.compile(r"\[\^[^\]\s]{1,200}\]")


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
    problems = [*dialect.problems, *_label_problems(dialect, path, is_verbatim=is_verbatim)]
    problems += _lost_labels(dialect, source, path)
    problems += _note_problems(dialect, path)
    problems += _link_problems(dialect, source, path)
    cited = cite_dialect(dialect, names, addressee)
    text = Text(
        path=path,
        language=language,
        is_verbatim=is_verbatim,
        blocks=cited.blocks,
        notes=cited.notes,
        digest=blake2b(f"{names.digest}\0{source}".encode(), digest_size=16).hexdigest(),
    )
    return text, problems


def _label_problems(dialect: Dialect, path: str, *, is_verbatim: bool) -> Iterator[Problem]:
    """Hold the rule that every paragraph of the run has a label, and none stands twice.

    A document's own words may begin with a masthead and end with signatures, without labels.
    """
    run = [block for block in dialect.blocks if isinstance(block, Paragraph)]
    if is_verbatim:
        labelled = [index for index, paragraph in enumerate(run) if paragraph.label]
        run = run[labelled[0] : labelled[-1] + 1] if labelled else run[:1]
    yield from _lists_without_label(dialect, path, is_verbatim=is_verbatim)
    # A label that is misspelt has been reported as such, and is not missing.
    misspelt = {each.line for each in dialect.problems if each.slug == "paragraph-label"}
    last = 0
    for paragraph in run:
        if paragraph.label:
            number = re.match(r"[0-9]+", paragraph.label.number)
            last = int(number[0]) if number and not paragraph.label.is_request else last
        elif paragraph.plain.strip() and paragraph.line not in misspelt:
            yield Problem(
                path,
                paragraph.line,
                1,
                "paragraph-without-label",
                f"This paragraph has no label: {_shown(paragraph.plain)}",
                f"Begin it with its number, such as [{last + 1}], or with [q1] for a request.",
            )
    labels = [paragraph for paragraph in dialect.paragraphs() if paragraph.label]
    first: dict[str, int] = {}
    counts = Counter(str(paragraph.label) for paragraph in labels)
    for paragraph in labels:
        label = str(paragraph.label)
        if label in first:
            yield Problem(
                path,
                paragraph.line,
                1,
                "duplicate-label",
                f"The label [{label}] stands {counts[label]} times; the first is on line {first[label]}.",
                "Give this paragraph its own number; a published paragraph keeps the one it has.",
            )
        first.setdefault(label, paragraph.line)


def _lists_without_label(dialect: Dialect, path: str, *, is_verbatim: bool) -> Iterator[Problem]:
    """Find paragraphs that are numbered as Markdown numbers a list: 1. instead of [1]."""
    has_labels = any(paragraph.label for paragraph in dialect.paragraphs())
    if is_verbatim and has_labels:
        return
    for block in dialect.blocks:
        if isinstance(block, Paragraph) and block.label:
            return
        if isinstance(block, ItemList) and (inner := next(paragraphs_in(block), None)):
            yield Problem(
                path,
                inner.line,
                1,
                "paragraph-without-label",
                f"This list stands below no numbered paragraph: {_shown(inner.plain)}",
                "Begin each paragraph with its number in brackets, such as [1].",
            )


def _lost_labels(dialect: Dialect, source: str, path: str) -> Iterator[Problem]:
    """Find labels that begin a line in the middle of a paragraph."""
    seen = {paragraph.line for paragraph in dialect.paragraphs() if paragraph.label}
    above, in_code = "", False
    for number, line in enumerate(source.split("\n"), 1):
        in_code ^= line.startswith("```")
        match = _LINE_WITH_LABEL.match(line)
        if match and above.strip() and not in_code and number not in seen:
            yield Problem(
                path,
                number,
                1,
                "paragraph-label",
                f"The label {match[0]} stands in the middle of a paragraph.",
                rf"Leave an empty line above it; write \{match[0]} where it is no label.",
            )
        above = line


def _note_problems(dialect: Dialect, path: str) -> Iterator[Problem]:
    """Hold the rule that every mark of a footnote has its note, and every note a mark."""
    marks = {mark for paragraph in dialect.paragraphs() for mark in _marks(paragraph.content)}
    for paragraph in dialect.paragraphs():
        for match in _MARK_AS_WORDS.finditer(paragraph.plain):
            is_code = any(start <= match.start() < end for start, end, _ in paragraph.taken)
            if not is_code:
                yield Problem(
                    path,
                    paragraph.line,
                    1,
                    "missing-note",
                    f"There is no note for {_shown(match[0])}.",
                    f"Write it at the end: {_shown(match[0])}: …",
                )
    for note in dialect.notes:
        if note.id not in marks:
            inner = (each for block in note.blocks for each in paragraphs_in(block))
            line = next((each.line for each in inner), 1)
            message = f"Nothing in the text leads to the note [^{note.id}]."
            help_ = f"Write [^{note.id}] where it belongs, or take the note out."
            yield Problem(path, line, 1, "missing-note", message, help_)


def _marks(content: Iterable[Inline]) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, NoteMark):
            yield inline.note
        elif isinstance(inline, Emphasis | Link):
            yield from _marks(inline.content)


def _shown(words: str) -> str:
    return f"{words[:50].rstrip()}…" if len(words) > 50 else words


def _link_problems(dialect: Dialect, source: str, path: str) -> Iterator[Problem]:
    """Hold the rule that a link leads to a standard, a dossier, this page or the web."""
    newlines: list[int] = []
    for paragraph in dialect.paragraphs():
        for start, end, target in paragraph.taken:
            if target and parse_link(target) is None:
                newlines = newlines or [-1, *(each.start() for each in re.finditer("\n", source))]
                at = _position(paragraph, start)
                line = bisect_left(newlines, at)
                yield Problem(
                    path,
                    line,
                    at - newlines[line - 1],
                    "link-target",
                    f'The link on "{_shown(paragraph.plain[start:end])}" cannot lead to {_shown(target)}',
                    "Link to /standards/<file>.md#<provision>, /cases/<addressee>/<number>-<year>/, "
                    "#p<number> or an https address.",
                )


def _position(paragraph: Paragraph, start: int) -> int:
    """Return where a position in a paragraph's plain text lies in its file."""
    index = bisect_right(paragraph.positions, start, key=lambda pair: pair[0]) - 1
    if index < 0:
        return 0
    plain, at = paragraph.positions[index]
    return at + start - plain
