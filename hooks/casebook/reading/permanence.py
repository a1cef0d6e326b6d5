"""docs/permalinks.txt, every address ever published, and cases/registers/moved.yml, where some went."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, islice
from typing import NamedTuple

from casebook.reading.characters import read_characters
from casebook.reading.fields import read_mapping
from casebook.reading.kinds import MapOf, Value
from casebook.reading.layout import LARGEST_LIST, MOVED_PATH, PERMALINKS_PATH
from casebook.words.problem import Problem

_MOST_WRONG = 100
"""A list that is another file altogether is wrong in every line."""

_LONGEST_GUESSED = 300

_NAME = r"[a-z0-9][a-z0-9._-]*"

_FORM = rf"(?:{_NAME}/)+(?:#{_NAME})?"

_LINES = re.compile(
    rf"(?P<page>(?:{_NAME}/)+)(?:#{_NAME})?\n(?:(?P=page)(?:#{_NAME})?\n)*"
    r"|(?:(?:#[^\n]*)?\n)+"
    r"|(?P<wrong>[^\n]+)\n"
)
"""Addresses of one page, as far as they stand together; comments and empty lines; a wrong line."""

_ADDRESS = Value(
    "an address",
    lambda words: words if re.fullmatch(_FORM, words) else None,
    "Write it from the site's root, with a slash at its end: cases/blr/7-2025/.",
    pattern=_FORM,
)

MOVED = MapOf(_ADDRESS, _ADDRESS, "the address where it is now")
"""Old addresses to new ones."""


class Block(NamedTuple):
    """Lines of docs/permalinks.txt that stand together: addresses of one page."""

    line: int
    """The number of the first."""
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Permalinks(Mapping[str, int]):
    """Every address ever published, with its line in docs/permalinks.txt.

    A large site has an address for every paragraph, and a build asks for those of few pages: lines
    are told apart when somebody looks at them.
    """

    blocks: Mapping[str, Sequence[Block]] = field(default_factory=dict)
    """By page: cases/blr/7-2025/. It need not be in the list when a place on it is."""
    digest: str = ""
    """A hash of the file."""

    def at(self, page: str) -> dict[str, int]:
        """Return the addresses of a page and of places on it, with their lines."""
        return {
            address: line
            for block in self.blocks.get(page, ())
            for line, address in enumerate(block.text.splitlines(), block.line)
        }

    def __getitem__(self, address: str) -> int:
        return self.at(address.partition("#")[0])[address]

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self.at, self.blocks))

    def __len__(self) -> int:
        return sum(len(self.at(page)) for page in self.blocks)


@lru_cache(maxsize=1)
def read_permalinks(data: bytes | None) -> tuple[Permalinks, list[Problem]]:
    """Return the addresses of docs/permalinks.txt, and every problem in it.

    Kept: a preview reads the same list at each save.
    """
    characters = read_characters(data or b"", PERMALINKS_PATH, LARGEST_LIST, may_show_merges=True)
    problems = list(characters.problems)
    source = characters.source or ""
    if not source.endswith("\n"):
        source += "\n"
    blocks: dict[str, list[Block]] = {}
    wrong: dict[str, int] = {}
    line = 1
    for match in _LINES.finditer(source):
        text = match[0]
        if match["wrong"]:
            wrong[match["wrong"]] = line
        elif match["page"]:
            blocks.setdefault(match["page"], []).append(Block(line, text))
        line += text.count("\n")
    for words, number in islice(wrong.items(), _MOST_WRONG):
        message = "This line is no address of the site."
        problems.append(
            Problem(PERMALINKS_PATH, number, 1, "wrong-value", message, _help_for(words))
        )
    return Permalinks(blocks, blake2b(data or b"", digest_size=16).hexdigest()), problems


_MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def _help_for(words: str) -> str:
    """Return what to write instead of a line that somebody's hand or program changed."""
    if words.startswith(_MERGE_MARKS):
        return "Take the marks of the merge out, and keep the addresses of both sides."
    page, mark, anchor = re.sub(r"^\s*(?:https?://[^/]+)?/*", "", words).strip().partition("#")
    meant = f"{page.removesuffix('index.html').rstrip('/')}/{mark}{anchor}".lower()
    return (
        f"Write {meant}."
        if re.fullmatch(_FORM, meant) and len(meant) < _LONGEST_GUESSED
        else "Put back what stood here, or take the line out."
    )


def read_moved(data: bytes | None) -> tuple[dict[str, str], list[Problem]]:
    """Return where addresses went, and every problem in the register."""
    if data is None:
        return {}, []
    root, findings = read_mapping(data, MOVED_PATH)
    return (MOVED.read(root, findings) or {}) if root else {}, findings.problems
