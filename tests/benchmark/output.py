"""What a built site weighs: files, bytes, its heaviest pages and its longest lists."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from tests.benchmark.invention import PARAGRAPHS

PAGE = "index.html"
_HEAVY = 40
"""How many of the largest pages are compressed to find the heaviest."""


@dataclass(frozen=True)
class Weight:
    """How much a folder holds."""

    files: int
    pages: int
    bytes: int


@dataclass(frozen=True)
class LongestList:
    """The longest list on any page of a kind."""

    pages: str
    """The address with what varies left out: cases/*/."""
    entries: int
    address: str


@dataclass(frozen=True)
class Difference:
    """What an edit changed in a site."""

    files: int
    bytes: int
    search_files: int
    search_bytes: int


@dataclass(frozen=True)
class Sample:
    """What the page of one letter has: whether builders build the same."""

    anchors: int
    """Paragraphs that can be linked to."""
    links: int
    """Different pages of the same site that it links to."""
    broken: tuple[str, ...]
    """Those of these links that lead nowhere."""


Stamp = tuple[int, int, int]
"""A file's number on the disk, its time and its size: another one, another content."""


def weigh(site: Path) -> Weight:
    """Return what a site weighs; nothing, where there is none."""
    sizes = [(path.name, path.stat().st_size) for path in _files(site)]
    pages = sum(name.endswith(".html") for name, _ in sizes)
    return Weight(len(sizes), pages, sum(size for _, size in sizes))


def stamps(site: Path) -> dict[str, Stamp]:
    """Return what tells whether a file of a site was written again."""
    found = {}
    for path in _files(site):
        status = path.stat()
        found[str(path.relative_to(site))] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return found


def difference(before: dict[str, Stamp], after: dict[str, Stamp]) -> Difference:
    """Return what was written between two states of a site."""
    written = {path: size for path, (*_, size) in after.items() if before.get(path) != after[path]}
    search = {path: size for path, size in written.items() if path.startswith("search/")}
    return Difference(len(written), sum(written.values()), len(search), sum(search.values()))


def examine(site: Path, address: str) -> Sample:
    """Return what of a letter is on its page. Links are looked up in the site."""
    page = site / address / PAGE
    if not page.is_file():
        return Sample(0, 0, ())
    tree = LexborHTMLParser(page.read_bytes())
    ids = {each.attributes.get("id") for each in tree.css("[id]")}
    links = [
        each.attributes.get("href") or "" for each in tree.css("main a[href], article a[href]")
    ]
    inner = {
        link.partition("#")[0] for link in links if not link.startswith(("http", "mailto:", "#"))
    }
    broken = tuple(sorted(link for link in inner if link and not _leads(site, address, link)))
    return Sample(
        sum(f"p{number}" in ids for number in range(1, PARAGRAPHS + 1)), len(inner), broken
    )


def _leads(site: Path, address: str, link: str) -> bool:
    below = (
        site / (link.lstrip("/") if link.startswith("/") else f"{address}{link}").partition("?")[0]
    )
    return below.is_file() or (below / PAGE).is_file()


def heaviest_page(site: Path) -> str:
    """Return the address of the page whose text is the most, compressed."""
    pages = sorted(site.rglob(PAGE), key=lambda path: path.stat().st_size, reverse=True)
    heaviest = max(pages[:_HEAVY], key=lambda path: len(gzip.compress(path.read_bytes())))
    return address_of(heaviest.relative_to(site))


def longest_lists(site: Path) -> list[LongestList]:
    """Return the longest list on the pages of each kind, the longest first."""
    found: dict[str, LongestList] = {}
    for path in site.rglob(PAGE):
        address = address_of(path.relative_to(site))
        kind = kind_of(address)
        entries = _longest_list(path.read_bytes())
        if kind not in found or entries > found[kind].entries:
            found[kind] = LongestList(kind, entries, address)
    return sorted(found.values(), key=lambda each: each.entries, reverse=True)


def kind_of(address: str) -> str:
    """Return an address with what varies left out."""
    first, *rest = address.split("/")
    varied = [re.sub(r"^(?:.*\d.*|[a-z]|[xyz][a-z]{2})$", "*", part) for part in rest]
    return "/".join((first, *varied)) or "/"


def address_of(page: Path) -> str:
    """Return the address of a page from its path."""
    return page.as_posix().removesuffix(PAGE)


def _longest_list(page: bytes) -> int:
    tree = LexborHTMLParser(page)
    lists = tree.css("ul, ol, dl, tbody")
    return max((sum(child.tag != "dd" for child in each.iter()) for each in lists), default=0)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())
