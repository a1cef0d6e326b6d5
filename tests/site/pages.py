"""A built site, as its readers' browsers see it."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

HOST = "https://site.test/"


@dataclass(frozen=True)
class Page:
    """One HTML file."""

    address: str
    html: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def anchors(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.tree.css("[id]")]

    @cached_property
    def links(self) -> list[str]:
        """Every address that the page names, made absolute."""
        return [
            urljoin(HOST + self.address, value)
            for node in self.tree.css("[href], [src], [action], [poster]")
            for name in ("href", "src", "action", "poster")
            if (value := node.attributes.get(name)) is not None
        ]


@dataclass(frozen=True)
class Site:
    """A folder of pages."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its address: cases/blr/7-2025/. Cards are parts of pages."""
        return {
            (address := self._address(path)): Page(address, path.read_text("utf-8"))
            for path in sorted(self.folder.rglob("*.html"))
            if "cards" not in path.parts
        }

    def _address(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix().removesuffix("index.html")

    def holds(self, address: str) -> bool:
        """Whether a file or page is there, at an address without its host."""
        path = self.folder / unquote(address)
        return path.is_file() or (path / "index.html").is_file()

    def one_of_each_kind(self) -> list[str]:
        """Return the address of the longest page of each kind."""
        kinds: dict[str, str] = {}
        for address, page in self.pages.items():
            parts = address.split("/")
            kind = (
                f"{parts[0]}/{len(parts)}/{bool(re.match('[0-9]', parts[1]))}"
                if parts[1:]
                else address
            )
            if kind not in kinds or len(page.html) > len(self.pages[kinds[kind]].html):
                kinds[kind] = address
        return sorted(kinds.values())

    def broken_links(self) -> list[str]:
        """Return every link within the site that misses its page or its place on it."""
        broken = []
        for page in self.pages.values():
            for link in page.links:
                if not link.startswith(HOST):
                    continue
                parts = urlsplit(link)
                address = parts.path.lstrip("/")
                target = self.pages.get(address)
                missing = not self.holds(address) or (
                    target and parts.fragment and unquote(parts.fragment) not in target.anchors
                )
                if missing:
                    broken.append(f"{page.address}: {link.removeprefix(HOST)}")
        return broken
