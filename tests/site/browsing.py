"""Chromium in front of a built site: what a page asks for, says, opens, breaks."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Frame, Page, Request

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
"""Debian's; `make test` installs it where it can."""

ALONE = ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",)
"""Arguments of a Chromium that finds no host but this machine."""

_TELL = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""


def header_rules(folder: Path) -> dict[str, dict[str, str]]:
    """Return the rules of a site's `_headers`, by the path they are for."""
    rules: dict[str, dict[str, str]] = {}
    for line in (folder / "_headers").read_text("utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[next(reversed(rules))][name] = value
        else:
            rules[line] = {}
    return rules


def headers_at(rules: Mapping[str, Mapping[str, str]], path: str) -> dict[str, str]:
    """Return the headers of a path. Where rules meet, values are joined, as Cloudflare does."""
    headers: dict[str, str] = {}
    for pattern, given in rules.items():
        if fnmatchcase(path, pattern):
            for name, value in given.items():
                headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    rules: Mapping[str, Mapping[str, str]] = {}

    def end_headers(self) -> None:
        for name, value in headers_at(self.rules, urlsplit(self.path).path).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *words: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that leaves a page hangs up."""


@contextmanager
def serve(folder: Path, *, with_headers: bool = True) -> Iterator[str]:
    """Serve a folder on this machine; yield its address."""
    rules = header_rules(folder) if with_headers else {}
    handler = type("Handler", (_Handler,), {"rules": rules})
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Visit:
    """A page open in the browser, and all that should not happen on it."""

    page: Page
    host: str
    errors: list[str] = field(default_factory=list)
    """What the page complains of: broken scripts, refused requests, what the policy forbids."""
    elsewhere: list[str] = field(default_factory=list)
    """Requests to other hosts, none of which got through."""
    dialogs: list[str] = field(default_factory=list)
    popups: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    """Every address the main frame has been at."""

    def go(self, address: str) -> None:
        """Open an address of the site and wait until all of it is there."""
        for noted in (self.errors, self.elsewhere, self.dialogs, self.popups, self.ways):
            noted.clear()
        self.page.goto(self.host + address, wait_until="load")

    @property
    def harm(self) -> list[str]:
        """Everything that happened and should not have."""
        return [*self.errors, *self.elsewhere, *self.dialogs, *self.popups, *self.ways[1:]]


@contextmanager
def visit(browser: Browser, host: str, **options: object) -> Iterator[Visit]:
    """Open a page on which nothing leaves this machine and everything is noted."""
    context = browser.new_context(**options)  # type: ignore[arg-type] # Playwright's own options
    # A busy machine is no fault of a page.
    context.set_default_navigation_timeout(180_000)
    context.add_init_script(_TELL)
    page = context.new_page()
    seen = Visit(page, host)

    def on_request(request: Request) -> None:
        if not request.url.startswith((host, "data:")):
            seen.elsewhere.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            seen.errors.append(message.text)

    def on_dialog(dialog: Dialog) -> None:
        seen.dialogs.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()

    def on_way(frame: Frame) -> None:
        if frame is page.main_frame:
            seen.ways.append(frame.url)

    page.on("request", on_request)
    page.on("console", on_console)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("dialog", on_dialog)
    page.on("popup", lambda popup: seen.popups.append(popup.url))
    page.on("framenavigated", on_way)
    try:
        yield seen
    finally:
        context.close()
