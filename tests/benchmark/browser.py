"""What a reader's browser fetches and how long it thinks: first views and searches in Chromium.

Bytes are bodies as a web server sends them: text compressed by gzip, everything else as it is.
"""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import unquote, urlsplit
from zlib import crc32

from playwright.sync_api import Browser, Page, sync_playwright
from tests.site.browsing import ALONE, CHROMIUM

COMPRESSED = ("text/", "application/json", "application/xml", "image/svg", "application/javascript")
"""Beginnings of the types that web servers and hosts compress as they are set up."""

_SEARCH = """
(query) => new Promise((resolve) => {
  const status = document.querySelector("#search-status");
  const words = document.querySelector("#search-words");
  words.value = query;
  const began = performance.now();
  let isRunning = false;
  const observer = new MutationObserver(() => {
    const text = status.textContent;
    if (text.startsWith("Searching")) isRunning = true;
    else if (isRunning && text) {
      observer.disconnect();
      // What is in the page is not yet on the screen.
      requestAnimationFrame(() => setTimeout(() => resolve([performance.now() - began, text])));
    }
  });
  observer.observe(status, { childList: true, characterData: true, subtree: true });
  words.form.requestSubmit();
})
"""

_LETTERS = """
() => [...new Set([...document.querySelectorAll("#search-answers a, #search-hits .letter-title a")]
  .map((link) => new URL(link.href).pathname)
  .filter((path) => /^[/]cases[/][a-z]+[/][0-9]+-[0-9]+[/]$/.test(path)))]
"""


@dataclass(frozen=True)
class View:
    """What the first view of a page fetches."""

    address: str
    own: int
    """Bytes of the page itself."""
    other: int
    """Bytes of everything else."""
    requests: int
    """Besides the page itself."""


@dataclass(frozen=True)
class Search:
    """What a query fetches, and how long the browser takes."""

    name: str
    query: str
    page: int
    """Bytes of the search page with its styles and scripts."""
    bytes: int
    """Bytes that the query fetched, the first of its session."""
    requests: int
    first: float
    """Milliseconds of the first query, from this machine."""
    again: tuple[float, ...]
    """Milliseconds of the same query when all it fetches is there."""
    answer: str

    @property
    def letters(self) -> int:
        """How many letters were found, as the answer says."""
        number = self.answer.partition(" ")[0].replace(",", "")
        return int(number) if number.isdecimal() else 0

    @property
    def whole(self) -> int:
        """Bytes of the first query with the page and its scripts."""
        return self.page + self.bytes


@dataclass(frozen=True)
class Rare:
    """What first queries fetch for names that few letters have."""

    asked: int
    """How many names were looked for."""
    bytes: tuple[int, ...]
    """With the page and its scripts, of those that are rare; the least first."""


@dataclass
class _Traffic:
    """What was asked for since the last count."""

    sizes: list[int] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def note(self, size: int) -> None:
        with self.lock:
            self.sizes.append(size)

    def count(self) -> list[int]:
        with self.lock:
            counted, self.sizes = self.sizes, []
        return counted


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, traffic: _Traffic, *words: object) -> None:
        self._site = site
        self._traffic = traffic
        super().__init__(*words)  # type: ignore[arg-type] # what the server hands to handlers

    def do_GET(self) -> None:
        path = self._site / unquote(urlsplit(self.path).path).lstrip("/")
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        body = path.read_bytes()
        tag = f'"{crc32(body):x}"'
        if self.headers["If-None-Match"] == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("ETag", tag)
        if kind.startswith(COMPRESSED):
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")  # as docs/hosting.md says
        self.end_headers()
        self.wfile.write(body)
        self._traffic.note(len(body))

    def log_message(self, *words: object) -> None:
        pass


@contextmanager
def _serve(site: Path) -> Iterator[tuple[str, _Traffic]]:
    traffic = _Traffic()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, site, traffic))
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", traffic
    finally:
        server.shutdown()
        server.server_close()


def look(
    site: Path, addresses: list[str], queries: dict[str, str], rounds: int
) -> tuple[list[View], list[Search]]:
    """Open pages and ask queries, each in a browser that has seen nothing yet."""
    with _serve(site) as (host, traffic), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        views = [_view(browser, host, address, traffic) for address in addresses]
        searches = [
            _search(browser, host, name, query, traffic, rounds) for name, query in queries.items()
        ]
        browser.close()
    return views, searches


def ask(site: Path, queries: list[str]) -> list[list[str]]:
    """Return the addresses of the letters that each query finds, the best first."""
    found = []
    with _serve(site) as (host, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        with _fresh_page(browser) as page:
            for query in queries:
                page.goto(f"{host}search/")
                page.evaluate(_SEARCH, query)
                found.append(page.evaluate(_LETTERS))
        browser.close()
    return found


@contextmanager
def _fresh_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    try:
        yield context.new_page()
    finally:
        context.close()


def _view(browser: Browser, host: str, address: str, traffic: _Traffic) -> View:
    with _fresh_page(browser) as page:
        traffic.count()
        page.goto(host + address, wait_until="networkidle")
        own, *other = traffic.count()
        return View(address, own, sum(other), len(other))


def _search(
    browser: Browser, host: str, name: str, query: str, traffic: _Traffic, rounds: int
) -> Search:
    with _fresh_page(browser) as page:
        traffic.count()
        page.goto(f"{host}search/", wait_until="networkidle")
        shell = sum(traffic.count())
        first, answer = page.evaluate(_SEARCH, query)
        page.wait_for_load_state("networkidle")
        fetched = traffic.count()
        again = [_repeat(page, host, query) for _ in range(rounds)]
    return Search(name, query, shell, sum(fetched), len(fetched), first, tuple(again), answer)


def _repeat(page: Page, host: str, query: str) -> float:
    """Return the milliseconds of a query on a page that knows nothing but what the browser keeps."""
    page.goto(f"{host}search/", wait_until="networkidle")
    milliseconds: float = page.evaluate(_SEARCH, query)[0]
    return milliseconds
