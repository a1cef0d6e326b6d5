"""Where the files of a collection lie, and which names those of docs/ may have.

Every build looks at them, also the one that finds the site as it should be: nothing is loaded for
that which reads.
"""

import re

from casebook.words.problem import Problem

MANDATES_PATH = "cases/registers/mandates.yml"
TOPICS_PATH = "cases/registers/topics.yml"
ADDRESSEES_PATH = "cases/registers/addressees.yml"
PROTECTED_PATH = "cases/registers/protected.yml"
MOVED_PATH = "cases/registers/moved.yml"
REGISTER_PATHS = frozenset(
    (MANDATES_PATH, TOPICS_PATH, ADDRESSEES_PATH, PROTECTED_PATH, MOVED_PATH)
)
"""All that cases/registers/ may hold."""

PERMALINKS_PATH = "docs/permalinks.txt"

LARGEST_LIST = 50_000_000
"""Bytes of it: a million addresses."""

SCHEMA_FOLDER = "docs/schema"

PAGES_FOLDER = "docs"
"""Where pages written by hand lie."""

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
"""What may lie beside the pages. An SVG can hold script and a browser runs it."""

OF_RECORDS = frozenset(
    re.findall(
        r"\w+",
        "api assets cases coverage embed feeds headers mandates people r replies search standards "
        "topics",
    )
)
"""The first part of addresses that only records have: no page can pass for one of them."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_DEEPEST = 4


def name_problem(path: str) -> Problem | None:
    """Return what is wrong with the name of a file below docs/, or None."""
    parts = path.split("/")[1:]
    first = parts[0].partition(".")[0].lower()
    if first in OF_RECORDS:
        message = f"Addresses that begin with {first}/ belong to records."
        return _named_badly(path, message, "Give the page another name.")
    if len(parts) > _DEEPEST:
        message = "This lies too deep for an address."
        return _named_badly(path, message, f"Use no more than {_DEEPEST - 1} folders.")
    if not all(_NAME.fullmatch(part) for part in parts):
        message = "A page has its address from this name."
        help_ = "Use letters without accents, digits, hyphens, dots and underscores."
        return _named_badly(path, message, help_)
    return _page_problem(path, parts) if path.endswith(".md") else None


def _page_problem(path: str, parts: list[str]) -> Problem | None:
    name = parts[-1].removesuffix(".md")
    plain = [*parts[:-1], "" if name == "README" else name]
    if any(part != part.lower() for part in plain):
        message = "A page has its address from this name, and addresses have small letters."
        return _named_badly(path, message, f"Rename it to {path.lower()}.")
    if is_file_name(name):
        message = "A page of this name would lie where a file of the site lies."
        return _named_badly(path, message, "Give the page another name.")
    return None


_FILES = frozenset(
    re.findall(
        r"\w+",
        "atom bib bin conf css csv html ics jpg js json jsonl png ris sqlite svg txt xml zip",
    )
)


def is_file_name(name: str) -> bool:
    """Whether a name has an ending that files of the site have: no page lies in a folder called so."""
    return "." in name and name.rpartition(".")[2].lower() in _FILES


def _named_badly(path: str, message: str, help_: str) -> Problem:
    return Problem(path, 1, 1, "file-name", message, help_)
