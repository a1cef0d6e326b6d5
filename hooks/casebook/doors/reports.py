"""The same problems for a person, for GitHub, for machines."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from casebook.words.problem import Problem
from casebook.words.wording import count_words

_TAB = 4
_WIDEST = 100
_ERROR = "error"
"""How GitHub and SARIF call what must not be published; nothing that a rule finds is less."""
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def one_line(problem: Problem) -> str:
    """Return a problem as one line, for a log."""
    return f"{_place(problem)}: [{problem.slug}] {problem.message} {problem.help}"


def _place(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}:{problem.column}"


@dataclass(frozen=True, slots=True)
class Ink:
    """How parts of a report are set off: nothing at all, or the codes of a terminal."""

    bad: str = ""
    faint: str = ""
    strong: str = ""
    end: str = ""


PLAIN = Ink()
COLOURS = Ink(bad="\x1b[31m", faint="\x1b[2m", strong="\x1b[1m", end="\x1b[0m")


def report_text(problems: Sequence[Problem], root: Path, ink: Ink = PLAIN) -> str:
    """Return the problems for a person: each with the line it points at, and what to write."""
    line_of = _line_reader(root)
    blocks = []
    for problem in problems:
        place = f"{ink.strong}{_place(problem)}{ink.end}"
        kind = f"{ink.bad}{_ERROR}{ink.end}"
        block = [f"{place}: {kind}: [{problem.slug}] {problem.message}"]
        source = line_of(problem.path, problem.line)
        if source is not None:
            number = str(problem.line)
            shown, caret = _excerpt(source, problem.column)
            block += [
                f"{ink.faint}{number} |{ink.end} {shown}",
                f"{ink.faint}{' ' * len(number)} |{ink.end} {ink.bad}{caret}{ink.end}",
            ]
        blocks.append("\n".join([*block, f"  help: {problem.help}"]))
    return "\n\n".join([*blocks, _summary(problems)]) + "\n"


def _line_reader(root: Path) -> Callable[[str, int], str | None]:
    inside = root.resolve()

    @lru_cache(maxsize=4)
    def lines(path: str) -> list[str]:
        try:
            place = (root / path).resolve()
            # No line of a file elsewhere, and no waiting for a pipe.
            if not place.is_relative_to(inside) or not place.is_file():
                return []
            return place.read_text("utf-8").replace("\r\n", "\n").split("\n")
        except (OSError, ValueError, RuntimeError):  # RuntimeError: a circle of links
            return []

    def line_of(path: str, line: int) -> str | None:
        held = lines(path)
        shown = held[line - 1] if 0 < line <= len(held) else ""
        return shown if shown.strip() else None

    return line_of


def _excerpt(source: str, column: int) -> tuple[str, str]:
    """Return the line as shown, with a caret line for it; long lines are cut around the place."""
    start = max(0, column - 1 - _WIDEST // 2) if len(source) > _WIDEST else 0
    before = source[start : column - 1].expandtabs(_TAB)
    after = source[column - 1 : start + _WIDEST].expandtabs(_TAB)
    lead = "…" if start else ""
    tail = "…" if len(source) > start + _WIDEST else ""
    # What a terminal would obey instead of show is shown as a dot.
    shown = "".join(mark if mark.isprintable() else "·" for mark in f"{lead}{before}{after}{tail}")
    return shown, f"{' ' * len(lead + before)}^"


def _summary(problems: Sequence[Problem]) -> str:
    if not problems:
        return "No problems."
    files = len({problem.path for problem in problems})
    return f"{count_words(len(problems), _ERROR)} in {count_words(files, 'file')}."


def report_json(problems: Sequence[Problem], root: Path) -> str:
    """Return the problems as a JSON list (design.md, section 6)."""
    del root
    listed = [
        {
            "slug": problem.slug,
            "severity": _ERROR,
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "message": problem.message,
            "help": problem.help,
        }
        for problem in problems
    ]
    return _json(listed)


def report_github(problems: Sequence[Problem], root: Path) -> str:
    """Return the problems as workflow commands, which GitHub shows beside the lines of a change.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    del root
    lines = []
    for problem in problems:
        properties = {
            "file": problem.path,
            "line": str(problem.line),
            "col": str(problem.column),
            "title": problem.slug,
        }
        listed = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
        message = _escape(f"{problem.message} {problem.help}")
        lines.append(f"::{_ERROR} {listed}::{message}\n")
    return "".join(lines)


def _escape(text: str, more: str = "") -> str:
    for mark in f"%\r\n{more}":
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text


def report_sarif(problems: Sequence[Problem], root: Path) -> str:
    """Return the problems as SARIF 2.1.0, which code scanning services read."""
    del root
    slugs = sorted({problem.slug for problem in problems})
    results: list[dict[str, Any]] = [
        {
            "ruleId": problem.slug,
            "ruleIndex": slugs.index(problem.slug),
            "level": _ERROR,
            "message": {"text": f"{problem.message} {problem.help}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(problem.path), "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": problem.line, "startColumn": problem.column},
                    }
                }
            ],
        }
        for problem in problems
    ]
    rules = [
        {"id": slug, "help": {"text": f"docs/problems/{slug}.md explains the rule."}}
        for slug in slugs
    ]
    run = {
        "tool": {"driver": {"name": "casebook", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return _json({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


REPORTS: dict[str, Callable[[Sequence[Problem], Path], str]] = {
    "text": report_text,
    "github": report_github,
    "json": report_json,
    "sarif": report_sarif,
}
"""By the name that --format takes; each takes the problems and the collection's folder."""
