"""Pages of docs/ that people write by hand: their fields, their Markdown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from casebook.model.promises import any_page_address
from casebook.reading.characters import find_conflict, read_characters
from casebook.reading.fields import Field, Record
from casebook.reading.findings import Findings
from casebook.reading.frontmatter import split_front_matter
from casebook.reading.values import LINE
from casebook.words.problem import Problem

LARGEST_PAGE = 100_000
"""Bytes; the longest of ours has 10,000. MkDocs needs much longer for a page than we for a text."""


@dataclass(frozen=True, slots=True)
class HandWritten:
    """One page, read."""

    body: str
    """Its Markdown, without the fields."""
    title: str | None = None
    """None: the first heading."""
    description: str | None = None


HAND_WRITTEN: Record[dict[str, str | None]] = Record(
    "a page written by hand",
    dict,
    (
        Field("title", LINE, "The title, where the first heading is none."),
        Field("description", LINE, "A sentence or two for search engines and previews."),
    ),
)


_CODE = re.compile(
    r"^(?P<fence>```|~~~)[^\n]*\n(?:(?!(?P=fence))[^\n]*\n)*(?P=fence)", re.MULTILINE
)


def read_pages(
    files: Mapping[str, bytes],
) -> tuple[dict[str, HandWritten], list[Problem]]:
    """Return the pages of these files, by path, with every problem in them.

    A page that has problems is still there, as far as it could be read: a preview shows it.
    """
    pages = {}
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for path, data in files.items():
        pages[path], found = read_page(path, data)
        problems += found
        if path.endswith("README.md") and f"{path.removesuffix('README.md')}index.md" in files:
            continue  # for whoever looks at the folder: MkDocs passes it over
        other = first.setdefault(any_page_address(path), path)
        if other != path:
            message = f"{other} has the address of this page, too."
            help_ = "Give one of them another name, or put both into one."
            problems.append(Problem(path, 1, 1, "file-name", message, help_))
    return pages, problems


def read_page(path: str, data: bytes) -> tuple[HandWritten, list[Problem]]:
    """Return one page (`docs/about.md`), with every problem in it.

    MkDocs would print broken fields as text, and obey fields that choose a template or send the
    reader away: we read fields ourselves, and know two.
    """
    characters = read_characters(data, path, LARGEST_PAGE, may_show_merges=True)
    if characters.source is None:
        return HandWritten(""), list(characters.problems)
    # An example of a merge is code.
    bare = _CODE.sub(lambda block: "\n" * block[0].count("\n"), characters.source)
    if conflict := find_conflict(bare, path):
        return HandWritten(""), [conflict]
    if not characters.source.startswith("---"):
        return HandWritten(characters.source), []
    findings = Findings(path)
    front = split_front_matter(characters.source, path)
    findings.problems += front.problems
    if front.fields is None:
        return HandWritten("" if front.problems else front.body), findings.problems
    values = HAND_WRITTEN.values(front.fields, findings) or {}
    return HandWritten(front.body, **values), findings.problems
