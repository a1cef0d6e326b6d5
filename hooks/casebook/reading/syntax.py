"""What a YAML parser's complaint means to an editor."""

import re
import unicodedata
from collections.abc import Sequence

import yaml

_QUOTES = "Put single quotes (') around the whole value, and write each ' inside it twice."
_OPEN = {
    "[": ("The list that opens here is not closed properly.", "Write [one, two]."),
    "{": ("The { that opens here is not closed properly.", "Write {one: 1, two: 2}."),
}
_NEVER_OPENED = ("A bracket closes here that never opened.", "Take it out.")
_FAULTS: tuple[tuple[str, bool, str, str], ...] = (
    # (words of the parser, whether its context shows the place better, message, help)
    ("mapping values", False, "A second colon stands in this value.", _QUOTES),
    (
        "simple key",
        True,
        "This line has no colon after a field's name.",
        "Write field: value; for a value that goes on over several lines, indent the lines below it.",
    ),
    (
        "unexpected end of stream",
        True,
        "The quotation mark that opens here is never closed.",
        "Close it, or take it out.",
    ),
    ("',' or ']'", True, *_OPEN["["]),
    ("',' or '}'", True, *_OPEN["{"]),
    (
        "cannot start any token",
        False,
        "A value cannot begin with this character.",
        "Put single quotes (') around the whole value.",
    ),
    ("escape", False, r"There is no such escape after the \.", r"Write \\ for a plain \."),
    (
        "block sequence entries",
        False,
        "A list cannot begin here.",
        "Begin each - on a line of its own.",
    ),
    (
        "'-' indicator",
        False,
        "This line is no part of the list above it.",
        "Begin it with a dash, or move it to the column of the field that it belongs to.",
    ),
    (
        "parsing a block mapping",
        False,
        "This does not fit the lines above it.",
        "Begin it in the column of the fields beside it; write a ' inside single quotes twice.",
    ),
    (
        "scanning a block scalar",
        False,
        "After | or > the text begins on the next line.",
        "Break the line here, and indent the text.",
    ),
    ("node content", False, *_NEVER_OPENED),
    ("directive", False, "A line cannot begin with %.", "Take the line out."),
    (
        "document",
        False,
        "The document ends before this line.",
        "Take the line ... or --- above it out.",
    ),
    ("an alias", False, "A value cannot begin with *.", _QUOTES),
    ("an anchor", False, "A value cannot begin with &.", _QUOTES),
    ("tag", False, "A value cannot begin with !.", _QUOTES),
    ("", False, "This is not YAML.", "Compare it with the lines of another dossier.yml."),
)


Explained = tuple[int, int, str, str]
"""Line and column, counted from 0, what is wrong, and the help."""


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Explained:
    """Return where a document of these lines breaks, what is wrong, and the help."""
    said = f"{error.problem or ''} {error.context or ''}"
    by_context, message, help_ = next(
        (by_context, message, help_)
        for words, by_context, message, help_ in _FAULTS
        if words in said
    )
    marks = [error.problem_mark, error.context_mark]
    mark = next(filter(None, reversed(marks) if by_context else marks), None)
    if not mark:
        return 0, 0, message, help_
    for at in (mark.line - 1, mark.line):
        blank = _BLANK_FIRST.match(lines[at]) if 0 <= at < len(lines) else None
        if blank:
            return at, blank.start(1), *name_blank(blank[1])
    # The parser stops where it can no longer go on; what is wrong may stand in the line before.
    earlier = _line_before(mark.line, lines) if "mapping values" in said else None
    if earlier:
        return earlier
    line = lines[mark.line] if mark.line < len(lines) else ""
    found = line[mark.column : mark.column + 1]
    if "parsing a block" in said and found in ("]", "}"):
        return mark.line, mark.column, *_NEVER_OPENED
    if "parsing a block mapping" in said and _QUOTED_BEFORE.search(line[: mark.column]):
        message = "Words stand behind the quotation mark that closes this value."
        return mark.line, mark.column, message, _QUOTES
    if "parsing a block mapping" in said and (opened := _opened_above(mark.line, lines)):
        return opened
    if found == "\t":
        return mark.line, mark.column, "A tab stands here.", "Indent with spaces."
    if "node content" in said and found == ",":
        return mark.line, mark.column, "Nothing stands before this comma.", "Take the comma out."
    is_open = "node content" in said and found not in ("]", "}")
    opened = _still_open(lines, mark.line, mark.column) if is_open else None
    return opened or (mark.line, mark.column, message, help_)


_PLAIN_VALUE = re.compile(r" *(?:- +)?[\w-]+: +(?=[^\s\[{|>&*!'\"#])")


def broken_value(error: yaml.MarkedYAMLError, lines: Sequence[str], at: int) -> int | None:
    """Return where a value begins that is no YAML and breaks nothing but its own line, or None."""
    said = error.problem or ""
    if "mapping values" not in said and "cannot start any token" not in said:
        return None
    mark = error.problem_mark
    found = _PLAIN_VALUE.match(lines[at]) if mark and mark.line == at < len(lines) else None
    below = lines[at + 1 : at + 2] or [""]
    if len(lines[at]) - len(lines[at].lstrip()) < len(below[0]) - len(below[0].lstrip()):
        return None  # it goes on below
    return found.end() if found and mark and found.end() <= mark.column else None


_QUOTED_BEFORE = re.compile(r"[:-] +(?P<mark>[\"']).*(?P=mark) *$")


_OPENS_QUOTE = re.compile(r"(?P<indent> *)(?:- +)?[\w-]+: +(?P<mark>[\"'])")


def _opened_above(line: int, lines: Sequence[str]) -> Explained | None:
    """Return the value above whose quotation mark is closed only where another value has one."""
    for at in range(min(line, len(lines)) - 1, max(-1, line - _FURTHEST), -1):
        opens = _OPENS_QUOTE.match(lines[at])
        if not opens:
            continue
        is_open = lines[at].replace('\\"', "").count(opens["mark"]) % 2
        below = lines[at + 1 : at + 2]
        goes_on = below and below[0].startswith(f"{opens['indent']} ")
        if is_open and not goes_on:
            message = "The quotation mark that opens here is not closed in its own value."
            help_ = "Close it at the end of the value, or take it out."
            return at, opens.start("mark"), message, help_
    return None


_FURTHEST = 200


def _still_open(lines: Sequence[str], line: int, column: int) -> Explained | None:
    """Return the last bracket that is open where a value is missing: the file ends after `[`."""
    closed = 0
    for at in range(min(line, len(lines) - 1), -1, -1):
        before = lines[at][:column] if at == line else lines[at]
        for place in range(len(before) - 1, -1, -1):
            closed += (before[place] in "]}") - (before[place] in "[{")
            if closed < 0:
                return at, place, *_OPEN[before[place]]
    return None


OTHER_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""What looks like a space and is none to YAML: word processors and some keyboards write it."""

_BLANK_FIRST = re.compile(rf"\s*?(?:- +)?(?:[\w-]+ *:)?({OTHER_BLANK.pattern})")


def name_blank(mark: str) -> tuple[str, str]:
    """Return what is wrong where such a space stands in the place of an ordinary one, and the help."""
    name = f"U+{ord(mark):04X} ({unicodedata.name(mark).lower()})"
    return f"Here stands {name} instead of an ordinary space.", "Write an ordinary space."


_FIELD = re.compile(r"(?P<indent> *)(?:- +)?(?P<key>[\w-]+)(?P<rest>.*)")


def _line_before(at: int, lines: Sequence[str]) -> Explained | None:
    """Return what is wrong with the line above one that looks like a field and does not fit."""
    here = _FIELD.match(lines[at]) if at < len(lines) else None
    above = next((line for line in range(at - 1, -1, -1) if lines[line].strip()), None)
    before = _FIELD.match(lines[above]) if above is not None else None
    if above is None or not here or not before or not here["rest"].startswith(":"):
        return None
    end = before.end("key")
    if before["rest"].startswith(":") and before["rest"][1:2].strip():
        return above, end, "A space is missing after this colon.", "Write field: value."
    if ":" not in before["rest"]:
        message = "This line has no colon after a field's name."
        help_ = "Write field: value; for a value that goes on over several lines, indent the lines below it."
        return above, before.start("key"), message, help_
    if len(here["indent"]) > len(before["indent"]):
        message = "This line is indented further than the field above it."
        return at, len(here["indent"]), message, "Begin both in the same column."
    return None
