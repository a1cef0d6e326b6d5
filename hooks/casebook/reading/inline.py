"""The words inside a block: emphasis, links, code, marks of footnotes."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from casebook.model.text import Break, Code, Emphasis, Inline, Link, NoteMark
from casebook.reading.events import CONTAINERS, Event, Places
from casebook.reading.run import Run

NOTE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,31}")
"""What a footnote may be called."""
_DEEPEST = 16

ReportProblem = Callable[[int, str, str, str], None]
"""Takes the byte, the slug, the message and the help of a problem."""


class InlineReader:
    """Reads runs of words off the events of a text."""

    def __init__(self, events: Iterator[Event], places: Places, problem: ReportProblem) -> None:
        self._events = events
        self._places = places
        self._problem = problem
        self._depth = 0

    def read_run(self) -> Run:
        """Return the words up to the end of the block that holds them."""
        run = Run()
        for name, details, at in self._events:
            if name == "Text":
                run.add_words(details, at)
            elif name == "end":
                break
            else:
                self._inline(run, name, details, at)
        return run

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
        """ReportProblem HTML, which is no part of a text."""
        shown = " ".join(text.split())[:40]
        self._problem(
            at,
            "raw-html",
            f"HTML is no part of a text: {shown}",
            "Write it in Markdown; for a literal < write \\<.",
        )

    def _inline(self, run: Run, name: str, details: Any, at: int) -> None:
        match name:
            case "SoftBreak":
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
                    run.add(NoteMark(details))
            case "Image":
                self._problem(
                    at,
                    "picture",
                    "A text cannot hold a picture.",
                    "Describe it in words, or link to its page.",
                )
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
            self._problem(
                at,
                "too-deep",
                f"Emphasis and links are nested more than {_DEEPEST} deep here.",
                "Take some of the marks away.",
            )
            self.skip()
        else:
            for name, details, start in self._events:
                if name == "Text":
                    run.add_words(details, start)
                elif name == "end":
                    break
                else:
                    self._inline(run, name, details, start)
        self._depth -= 1
        return run.close(outer)
