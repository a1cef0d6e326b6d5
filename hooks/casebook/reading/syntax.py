"""What a YAML parser's complaint means to an editor."""

import re

import yaml

_QUOTES = "Put single quotes (') around the whole value, and write each ' inside it twice."
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
    ("',' or ']'", True, "The list that opens here is not closed properly.", "Write [one, two]."),
    (
        "',' or '}'",
        True,
        "The { that opens here is not closed properly.",
        "Write {one: 1, two: 2}.",
    ),
    (
        "cannot start any token",
        False,
        "A value cannot begin with this character, and a line cannot begin with a tab.",
        "Indent with spaces; put a value that begins with @, ` or % in single quotes.",
    ),
    ("escape", False, r"There is no such escape after the \\.", r"Write \\\\ for a plain \\."),
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
        "Begin it in the column of the fields beside it; indent words that go on from the line above.",
    ),
    (
        "scanning a block scalar",
        False,
        "After | or > the text begins on the next line.",
        "Break the line here, and indent the text.",
    ),
    ("node content", False, "A bracket closes here that never opened.", "Take it out."),
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


def explain(error: yaml.MarkedYAMLError, source: str) -> tuple[int, int, str, str]:
    """Return where a document breaks (line and column from 0), what is wrong, and the help."""
    said = f"{error.problem or ''} {error.context or ''}"
    by_context, message, help_ = next(
        (by_context, message, help_)
        for words, by_context, message, help_ in _FAULTS
        if words in said
    )
    marks = [error.problem_mark, error.context_mark]
    mark = next(filter(None, reversed(marks) if by_context else marks), None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return line, column, *(_by_line(said, source.split("\n"), line, column) or (message, help_))


def _by_line(said: str, lines: list[str], line: int, column: int) -> tuple[str, str] | None:
    """Return what the line itself tells better than the parser, or None."""
    text = lines[line] if line < len(lines) else ""
    before = text[:column]
    if re.match(r" *\t", text):
        return "A tab indents this line.", "Indent it with spaces."
    if "mapping values" in said and re.fullmatch(r"\s+[\w-]+\s*", before):
        return (
            "This line goes on with the value above it, and has a colon.",
            "Begin a field in the column of the fields beside it; put single quotes around a value that goes on.",
        )
    if "parsing a block mapping" in said and before.rstrip().endswith(("'", '"')):
        return "The quotation mark before this ends the value.", _QUOTES
    return None
