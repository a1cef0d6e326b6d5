"""The texts of a dossier: labelled paragraphs, with what they cite."""

import re
from collections import Counter
from collections.abc import Iterator

from casebook.citations.names import Names
from casebook.identifiers.link import parse_link
from casebook.model.text import Paragraph, Text
from casebook.reading.citing import cite_dialect
from casebook.reading.dialect import Dialect, parse_dialect
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
    problems = [*dialect.problems, *_label_problems(dialect, path, is_verbatim=is_verbatim)]
    problems += _link_problems(dialect, path)
    cited = cite_dialect(dialect, names, addressee)
    text = Text(
        path=path,
        language=language,
        is_verbatim=is_verbatim,
        blocks=cited.blocks,
        notes=cited.notes,
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


def _shown(words: str) -> str:
    return f"{words[:50].rstrip()}…" if len(words) > 50 else words


def _link_problems(dialect: Dialect, path: str) -> Iterator[Problem]:
    """Hold the rule that a link leads to a standard, a dossier, this page or the web."""
    for paragraph in dialect.paragraphs():
        for start, _, target in paragraph.taken:
            if target and parse_link(target) is None:
                yield Problem(
                    path,
                    paragraph.line,
                    1,
                    "link-target",
                    f'The link on "{_shown(paragraph.plain[start : start + 40])}" cannot lead to {_shown(target)}',
                    "Link to /standards/<file>.md#<provision>, /cases/<addressee>/<number>-<year>/, "
                    "#p<number> or an https address.",
                )
