"""The dialect: Markdown events to blocks, with a problem for whatever is no part of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyromark

from casebook.identifiers.label import Label
from casebook.model.text import (
    Block,
    CodeBlock,
    Heading,
    ItemList,
    Note,
    Paragraph,
    Quotation,
    SectionEnd,
    Table,
    Words,
    in_notes,
    paragraphs_in,
)
from casebook.reading.events import Event, Places, part_paragraphs, read_events
from casebook.reading.inline import NOTE_NAME, InlineReader
from casebook.reading.labels import LABEL_AT_START, LABEL_BELOW, OPENING, find_label
from casebook.reading.run import Run
from casebook.words.problem import Problem
from casebook.words.wording import slug_of

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES
_HEADING_MARKS = re.compile(r"#*")
_AS_MANY = r"Give both top rows as many, or take cells out; for the character itself write \|."
_DEEPEST = 16
MOST_REPORTED = 500
"""Problems of a kind that one text reports; whoever has mended so many looks again."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one Markdown file says."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph in reading order, those of footnotes last."""
        yield from paragraphs_in(self.blocks)
        yield from paragraphs_in(in_notes(self.notes))


def parse_dialect(source: str, path: str, first_line: int = 1, *, has_ids: bool = False) -> Dialect:
    """Return the blocks of a text, with every problem in it.

    `first_line` is the line of the file on which `source` begins. With `has_ids`, headings carry
    their own anchors, as in standards: `## Article 14 {#article-14}`, and paragraphs no labels. Raw
    HTML, pictures and other things that are no part of the dialect yield a problem and stay as
    plain words: nothing that the source says can become markup.
    """
    return _Parser(source, path, first_line, has_ids=has_ids).parse()


_FENCE = re.compile(r" {0,3}(```|~~~)")


class _Parser:
    """A reader of events. It recurses once a level, and refuses more than `_DEEPEST`."""

    def __init__(self, source: str, path: str, first_line: int, *, has_ids: bool) -> None:
        self._source = source
        self._places = Places(source, first_line)
        self._path = path
        self._problems: list[Problem] = []
        self._notes: list[Note] = []
        self._notes_at: dict[str, int] = {}
        self._section = ""
        self._level = 1
        """Of the last heading."""
        self._anchors: dict[str, int] = {}
        self._has_ids = has_ids
        options = _OPTIONS
        if has_ids:
            options |= pyromark.Options.ENABLE_HEADING_ATTRIBUTES
        self._events = read_events(source, options)
        if LABEL_BELOW.search(source) and not has_ids:
            self._events = part_paragraphs(self._events, self._label_below)
        self._words = InlineReader(self._events, self._places, self._problem, source)
        self._depth = 0

    def parse(self) -> Dialect:
        blocks = tuple(self._blocks())
        is_whole = not self._problems
        for name, at in self._notes_at.items():
            # Where something else is wrong, the mark may be lost for that.
            if is_whole and name not in self._words.marks:
                message = f"Nothing in the text refers to the footnote [^{name}]."
                help_ = f"Write [^{name}] where it belongs, or take the note out."
                self._problem(at, "missing-footnote", message, help_)
        return Dialect(blocks, tuple(self._notes), tuple(self._problems))

    def _problem(self, at: int, slug: str, message: str, help_: str) -> None:
        if len(self._problems) == MOST_REPORTED:
            return
        line, column = self._places.place(at)
        self._problems.append(Problem(self._path, line, column, slug, message, help_))

    def _label_below(self, at: int) -> int | None:
        """Return the byte at which a label begins the line behind a line end, or None."""
        label = LABEL_AT_START.match(self._source, self._places.position(at) + 1)
        return at + 1 + label.start(1) - label.start() if label else None

    # -- blocks

    def _blocks(self) -> Iterator[Block]:
        """Yield blocks until the container they are in ends."""
        for name, details, at in self._events:
            match name:
                case "end":
                    return
                case "Paragraph":
                    yield self._paragraph(at)
                case "Heading":
                    yield self._heading(details, at)
                case "Rule":
                    self._section = ""
                    yield SectionEnd()
                case "BlockQuote":
                    yield Quotation(tuple(self._nested(at)))
                case "List":
                    yield ItemList(tuple(self._items(at)), details)
                case "CodeBlock":
                    yield self._code(at)
                case "Table":
                    yield self._table(details)
                case "FootnoteDefinition":
                    self._note(details, at)
                case "HtmlBlock":
                    yield self._raw_html(at)
                case _:
                    self._words.skip()

    def _nested(self, at: int) -> Iterator[Block]:
        self._depth += 1
        if self._depth > _DEEPEST:
            message = f"Quotations and lists are nested more than {_DEEPEST} deep here."
            help_ = "Write them side by side instead of inside each other."
            self._problem(at, "too-deep", message, help_)
            self._words.skip()
        else:
            yield from self._blocks()
        self._depth -= 1

    def _items(self, at: int) -> Iterator[tuple[Block, ...]]:
        for name, _, item_at in self._events:
            if name == "end":
                return
            yield tuple(self._nested(item_at if name == "Item" else at))

    def _until_end(self) -> Iterator[Event]:
        for event in self._events:
            if event[0] == "end":
                return
            yield event

    def _heading(self, details: dict[str, Any], at: int) -> Heading:
        level = int(details["level"][1])
        line = self._places.line(at)
        run = self._words.read_run()
        marks = _HEADING_MARKS.match(self._source, self._places.position(at))
        label = LABEL_AT_START.match(self._source, marks.end()) if marks else None
        if marks and label and not self._has_ids:
            message, help_ = (
                (f"The label {label[1]} stands in a heading.", "Begin the paragraph below with it")
                if marks[0]
                else (
                    f"The hyphens or equals signs below make a heading of the paragraph {label[1]}.",
                    "Put an empty line above them",
                )
            )
            help_ += f"; for the characters themselves write \\{label[1]}."
            self._problem(at, "paragraph-label", message, help_)
        elif not 2 <= level <= 4:
            message = f"A heading of level {level} has no place here."
            self._problem(at, "heading-level", message, "Begin the heading with ##, ### or ####.")
        self._section = run.plain.strip()
        if self._has_ids and (details.get("classes") or details.get("attrs")):
            message = "A heading has more than its id in braces here."
            help_ = f"Write {{#{details['id'] or 'article-14'}}} alone."
            self._problem(at, "provision-id", message, help_)
        anchor = details["id"] or "" if self._has_ids else self._free_anchor(run.plain)
        # Programs that read aloud go from heading to heading: a level that is left out confuses.
        highest = 4 if self._has_ids else min(self._level + 1, 4)
        self._level = min(max(level, 2), highest)
        return Heading(self._level, tuple(run.content), anchor, line)

    def _free_anchor(self, words: str) -> str:
        """Return an anchor for a heading that no paragraph and no other heading has."""
        slug = anchor = f"s-{slug_of(words)[:60] or 'section'}"
        # Counting goes on where it stopped: many headings of one name stay quick.
        count = self._anchors.get(slug, 0) + 1
        while anchor in self._anchors:
            count += 1
            anchor = f"{slug}-{count}"
        self._anchors[slug] = self._anchors[anchor] = count
        return anchor

    def _paragraph(self, at: int) -> Paragraph:
        line = self._places.line(at)
        run = self._words.read_run()
        label = self._take_label(run, at)
        return Paragraph(
            content=tuple(run.content),
            line=line,
            label=label,
            section=self._section,
            plain=run.plain,
            taken=tuple(run.taken),
            positions=self._places.positions(run.positions),
        )

    def _take_label(self, run: Run, at: int) -> Label | None:
        """Cut the label off the front of a paragraph's words and return it."""
        if self._has_ids:
            return None
        words = run.first_words
        if words[:1] in OPENING:
            # One that the source escapes is a word; that of an item begins behind the escape.
            start = self._places.position(at)
            if self._source[start] != words[:1] or self._source[start - 1 : start] == "\\":
                return None
        found = find_label(words, is_inside=bool(self._depth))
        if found.fault:
            self._problem(at, "paragraph-label", *found.fault)
        if found.label:
            run.cut(found.end)
        return found.label

    def _code(self, at: int) -> CodeBlock:
        text = "".join(text for _, text, _ in self._until_end())
        if fence := _FENCE.match(self._source, self._places.position(at)):
            is_open = self._source.find(f"\n{fence[1]}", fence.end()) < 0
            if is_open and any(map(LABEL_AT_START.match, text.split("\n"))):
                message = "The code that begins here never ends, and takes the paragraphs below it."
                help_ = "Take the line out, or write it once more where the code ends."
                self._problem(at, "paragraph-label", message, help_)
        elif LABEL_AT_START.match(text):
            message = "The spaces at the beginning of this line make code of it."
            self._problem(at, "paragraph-label", message, "Take out the spaces before the label.")
        return CodeBlock(text)

    def _raw_html(self, at: int) -> Paragraph:
        text = "".join(str(details) for _, details, _ in self._until_end())
        self._words.raw_html(at, text)
        line = self._places.line(at)
        taken = ((0, len(text), ""),)
        return Paragraph((Words(text),), line, None, self._section, text, taken=taken)

    def _table(self, alignments: tuple[str, ...]) -> Table:
        head: tuple[Paragraph, ...] = ()
        rows: list[tuple[Paragraph, ...]] = []
        self._depth += 1
        for name, _, begin in self._events:
            if name == "end":
                break
            cells = tuple(
                self._paragraph(at) for kind, _, at in self._until_end() if kind == "TableCell"
            )
            if (count := self._places.cells(begin)) > len(alignments):
                message = f"This row has {count} cells, and the table {len(alignments)} columns."
                self._problem(begin, "table-columns", message, _AS_MANY)
            if name == "TableHead":
                head = cells
            else:
                rows.append(cells)
        self._depth -= 1
        return Table(head, tuple(rows), tuple(str(each).lower() for each in alignments))

    def _note(self, name: str, at: int) -> None:
        if not NOTE_NAME.fullmatch(name):
            message = f'"[^{name[:40]}]" is no name for a footnote.'
            self._problem(at, "footnote-name", message, "Use letters, digits and hyphens: [^1].")
            self._words.skip()
            return
        if name in self._notes_at:
            message = f"The footnote [^{name}] is written twice."
            self._problem(at, "missing-footnote", message, "Give this one a name of its own.")
        self._notes_at.setdefault(name, at)
        section, self._section = self._section, ""
        self._notes.append(Note(name, tuple(self._nested(at))))
        self._section = section
