"""A reader comes back after the site was built again, with what the browser has kept of it."""

import os
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from tests.site.browsing import serve, visit
from tests.site.invented import make_collection, run_build

LETTER = "cases/xxx/1-2025/"
LONG_AGO = 1_700_000_000
"""Browsers keep for weeks what has not changed since, where a server does not say otherwise."""


def build(root: Path, *edits: tuple[str, str, str]) -> Path:
    for path, old, new in edits:
        words = (root / path).read_text("utf-8")
        assert old in words
        (root / path).write_text(words.replace(old, new), "utf-8")
    result = run_build(root, root / "site", "--strict")
    assert result.returncode == 0, result.stdout + result.stderr
    return root / "site"


def found(page: Page, host: str, words: str) -> None:
    """Look for a word, and expect the letter."""
    page.goto(f"{host}search/?q={words}")
    expect(page.locator("#search-status")).to_have_text("1 letter found.")


def test_who_comes_back_is_told_what_is_known_now(browser: Browser, tmp_path: Path) -> None:
    root = make_collection(tmp_path / "collection")
    site = build(root)
    for path in site.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    with (
        serve(site) as host,
        serve(site, with_headers=False) as bare_host,
        visit(browser, host) as seen,
    ):
        page = seen.page
        seen.go(LETTER)
        expect(page.locator("#reply-state")).to_contain_text("No reply found")
        found(page, host, "village")
        found(page, bare_host, "village")
        reply = "checked: 2025-12-01\nreplies:\n  reply-1: {received: 2025-12-24}"
        build(
            root,
            (f"{LETTER}dossier.yml", "checked: 2025-12-01", reply),
            (f"{LETTER}dossier.yml", "Flooding of a village", "Flooding of a harbour"),
        )
        for address in (host, bare_host):
            found(page, address, "harbour")
            expect(page.locator(".state")).to_contain_text("Reply received, 24 December 2025")
        seen.go(LETTER)
        expect(page.locator("#reply-state")).to_contain_text("Reply received")
