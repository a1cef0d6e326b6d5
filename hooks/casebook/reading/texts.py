"""The texts of a dossier: labelled paragraphs, with what they cite."""

from collections import Counter
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from casebook.citations.names import Names
from casebook.identifiers.label import Label
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
    paragraphs = list(dialect.paragraphs())
    problems = [
        *dialect.problems,
        *_missing_labels(dialect, path, is_verbatim=is_verbatim),
        *_duplicate_labels(paragraphs, path),
        *_link_problems(paragraphs, path),
    ]
    cited = cite_dialect(dialect, names, addressee)
    text = Text(
        path=path,
        language=language,
        is_verbatim=is_verbatim,
        blocks=cited.blocks,
        notes=cited.notes,
    )
    return text, problems


def _missing_labels(dialect: Dialect, path: str, *, is_verbatim: bool) -> Iterator[Problem]:
    """Hold the rule that every paragraph of the run has a label.

    A document's own words may begin with a masthead and end with signatures, without labels.
    """
    run = [block for block in dialect.blocks if isinstance(block, Paragraph)]
    if is_verbatim:
        labelled = [index for index, paragraph in enumerate(run) if paragraph.label]
        run = run[labelled[0] : labelled[-1] + 1] if labelled else run[:1]
    # A label that is misspelt has been reported as such, and is not missing.
    misspelt = {each.line for each in dialect.problems if each.slug == "paragraph-label"}
    last: Label | None = None
    for paragraph in run:
        if paragraph.label:
            last = last if paragraph.label.is_request else paragraph.label
        elif paragraph.plain.strip() and paragraph.line not in misspelt:
            yield Problem(
                path,
                paragraph.line,
                1,
                "paragraph-without-label",
                f"This paragraph has no label: {_shown(paragraph.plain)}",
                f"Begin it with its number, such as [{_number(last) + 1}], or with [q1] for a request.",
            )


def _number(label: Label | None) -> int:
    """Return the number of a paragraph, without the letter of one put in later."""
    return int(label.number.rstrip(ascii_lowercase)) if label else 0


def _duplicate_labels(paragraphs: Sequence[Paragraph], path: str) -> Iterator[Problem]:
    """Hold the rule that no label stands twice."""
    labelled = [(paragraph, paragraph.label) for paragraph in paragraphs if paragraph.label]
    counts = Counter(label for _, label in labelled)
    if len(counts) == len(labelled):
        return
    first: dict[Label, int] = {}
    for paragraph, label in labelled:
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


def _link_problems(paragraphs: Sequence[Paragraph], path: str) -> Iterator[Problem]:
    """Hold the rule that a link leads to a standard, a dossier, this page or the web."""
    for paragraph in paragraphs:
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
