"""Lines that Markdown takes for the address of a link: it shows nothing of them."""

import re
from collections import Counter
from collections.abc import Iterator

from casebook.identifiers.label import parse_label
from casebook.model.text import CodeBlock
from casebook.reading.dialect import Dialect
from casebook.words.problem import Problem

_DEFINITION = re.compile(
    r"^(?P<indent> {0,3})\[(?P<name>[^\]\[\n^][^\]\[\n]{0,80})\]:"
    r"(?P<is_whole>[ \t]*(?:<[^>\n]*>|[^\s]+)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$)?",
    re.MULTILINE,
)
_NAME = re.compile(r"\[([^\]\[\n]{1,81})\]")


def definition_problems(source: str, dialect: Dialect, path: str) -> Iterator[Problem]:
    """Yield the labels with a colon behind them, and the addresses that no link has."""
    if "]:" not in source:
        return
    named = Counter(name.casefold() for name in _NAME.findall(source))
    code = {
        each.strip()
        for block in dialect.blocks
        if isinstance(block, CodeBlock)
        for each in block.text.split("\n")
    }
    line, counted = 1, 0
    for found in _DEFINITION.finditer(source):
        line += source.count("\n", counted, found.start())
        counted = found.start()
        stop = source.find("\n", found.start())
        if source[found.start() : stop if stop >= 0 else len(source)].strip() in code:
            continue
        name, column = found["name"], len(found["indent"]) + 1
        if parse_label(name):
            message = f"A colon stands behind the label [{name}]: the line is no paragraph."
            yield Problem(
                path, line, column, "paragraph-label", message, f"Write [{name}] without the colon."
            )
        elif found["is_whole"] and named[name.casefold()] == 1:
            end = max(found.start() - 1, 0)
            if source[source.rfind("\n", 0, end) + 1 : end].strip():
                continue  # it goes on with a paragraph, and is shown
            message = f"This line is the address of [{name}], which no link has: it is not shown."
            help_ = "Take it out; or begin it with the label of its paragraph, such as [12]."
            yield Problem(path, line, column, "paragraph-without-label", message, help_)
