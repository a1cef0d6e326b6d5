"""The words inside a block: emphasis, links, code, marks of footnotes."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from casebook.model.text import Break, Code, Emphasis, Inline, Link, NoteMark
from casebook.reading.characters import find_refused
from casebook.reading.events import CONTAINERS, Event, Places
from casebook.reading.labels import LABEL_AT_START
from casebook.reading.run import Run

NOTE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,31}")
"""What a footnote may be called."""
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
_ESCAPED_MARK = re.compile(r"\\(\[\^[^\]\s]{1,40}\])")
_TAG = re.compile(r"\s*<(?P<slash>/?)(?P<name>!--|[A-Za-z][A-Za-z0-9-]*)")
_IN_MARKDOWN = {
    "b": "Write **words**",
    "strong": "Write **words**",
    "i": "Write *words*",
    "em": "Write *words*",
    "a": "Write [words](address)",
    "p": "Put an empty line between paragraphs",
    "br": "Put an empty line between paragraphs",
    "blockquote": "Begin the lines with >",
    "!--": "Take the comment out",
}
_DEEPEST = 16

ReportProblem = Callable[[int, str, str, str], None]
"""Takes the byte, the slug, the message and the help of a problem."""


class InlineReader:
    """Reads runs of words off the events of a text."""

    def __init__(
        self, events: Iterator[Event], places: Places, problem: ReportProblem, source: str
    ) -> None:
        self._events = events
        self._places = places
        self._problem = problem
        self._source = source
        self._escaped = frozenset(_ESCAPED_MARK.findall(source)) if "[^" in source else frozenset()
        self._is_suspect = "&" in source or "[^" in source
        """Whether words can hold more than the file shows: entities, marks of footnotes."""
        self._depth = 0
        self._open_tags: Counter[str] = Counter()
        self.marks: set[str] = set()
        """The names of the footnotes that the words refer to."""

    def read_run(self) -> Run:
        """Return the words up to the end of the block that holds them."""
        run = Run()
        self._fill(run)
        return run

    def _fill(self, run: Run) -> None:
        """Add what comes up to the next end."""
        for name, details, at in self._events:
            if name == "Text":
                if self._is_suspect:
                    self._suspect(details, at)
                run.add_words(details, at)
            elif name == "end":
                break
            else:
                self._inline(run, name, details, at)

    def _suspect(self, words: str, at: int) -> None:
        if hidden := find_refused(words):
            message = f"An entity in these words writes {hidden}, which a reader cannot see."
            self._problem(at, "invisible-character", message, "Take the entity out.")
        for mark in _NOTE_MARK.findall(words):
            if mark not in self._escaped:
                help_ = (
                    f"Write the note below the text: {mark}: and its words; for the characters "
                    f"themselves write \\{mark}."
                )
                self._problem(at, "missing-footnote", f"There is no footnote {mark}.", help_)

    def skip(self) -> None:
        """Pass over everything up to the end of what was begun."""
        depth = 1
        for name, _, _ in self._events:
            if name == "end":
                depth -= 1
                if not depth:
                    return
            elif name in CONTAINERS:
                depth += 1

    def raw_html(self, at: int, text: str) -> None:
        """Report HTML, which is no part of a text: a tag that closes goes with its opening."""
        tag = _TAG.match(text)
        name = tag["name"].lower() if tag else ""
        if tag and tag["slash"] and self._open_tags[name]:
            self._open_tags[name] -= 1
            return
        self._open_tags[name] += 1
        message = f"HTML is no part of a text: {' '.join(text.split())[:40]}"
        help_ = f"{_IN_MARKDOWN.get(name, 'Write it in Markdown')}; for a literal < write \\<."
        self._problem(at, "raw-html", message, help_)

    def _inline(self, run: Run, name: str, details: Any, at: int) -> None:
        match name:
            case "SoftBreak":
                start = self._places.position(at) + 1
                if label := LABEL_AT_START.match(self._source, start):
                    message = f"The label {label[1]} stands in the middle of a paragraph."
                    help_ = f"Put an empty line before it; for the characters themselves write \\{label[1]}."
                    self._problem(at + 1, "paragraph-label", message, help_)
                run.add_words(" ", at)
            case "HardBreak":
                run.add(Break(), " ")
            case "Code":
                run.taken.append((run.length, run.length + len(details), ""))
                run.add(Code(details), details)
            case "Emphasis" | "Strong":
                inner = self._inside(run, at)
                run.add(Emphasis(inner, is_strong=name == "Strong"))
            case "Link":
                line, column = self._places.place(at)
                target = str(details["dest_url"])
                start = run.length
                run.add(Link(target, self._inside(run, at), line, column))
                run.taken.append((start, run.length, target))
            case "FootnoteReference":
                if NOTE_NAME.fullmatch(details):
                    self.marks.add(details)
                    run.add(NoteMark(details))
            case "Image":
                help_ = "Describe it in words, or link to its page."
                self._problem(at, "picture", "A text cannot hold a picture.", help_)
                start = run.length
                for inline in self._inside(run, at):
                    run.add(inline)
                run.taken.append((start, run.length, ""))
            case "InlineHtml":
                self.raw_html(at, details)
                run.taken.append((run.length, run.length + len(details), ""))
                run.add_words(details, at)
            case _ if name in CONTAINERS:
                self.skip()
            case _:
                run.add_words(str(details or ""), at)

    def _inside(self, run: Run, at: int) -> tuple[Inline, ...]:
        """Return the content of an emphasis or link; its words count in the paragraph's plain."""
        outer = run.open()
        self._depth += 1
        if self._depth > _DEEPEST:
            message = f"Emphasis and links are nested more than {_DEEPEST} deep here."
            self._problem(at, "too-deep", message, "Take some of the marks away.")
            self.skip()
        else:
            self._fill(run)
        self._depth -= 1
        return run.close(outer)
