"""Every kind of page keeps to the policy: nothing is refused, nothing goes to another host."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.site.browsing import Visit, header_rules, headers_at, serve, visit
from tests.site.pages import Site

from casebook.sealing.policy import EMBED, PAGE_POLICY


@pytest.fixture(scope="module")
def open_page(site: Site, browser: Browser) -> Iterator[Visit]:
    with serve(site.folder) as host, visit(browser, host) as seen:
        yield seen


def test_the_policy_comes_before_anything_that_loads(site: Site) -> None:
    for page in site.pages.values():
        elements = page.tree.css("head > *")
        assert elements[0].attributes == {"charset": "utf-8"}, page.address
        assert elements[1].attributes == {
            "http-equiv": "Content-Security-Policy",
            "content": PAGE_POLICY,
        }, page.address


def test_no_policy_allows_what_is_inline_or_evaluated(site: Site) -> None:
    assert "unsafe" not in (site.folder / "_headers").read_text()
    assert "unsafe" not in (site.folder / "headers" / "nginx.conf").read_text()


def test_no_kind_of_page_breaks_the_policy_or_asks_elsewhere(site: Site, open_page: Visit) -> None:
    # The pages below r/ lead on by script, which is what they are for.
    addresses = [address for address in site.one_of_each_kind() if not address.startswith("r/")]
    assert len(addresses) > 15
    for address in addresses:
        open_page.go(address)
        open_page.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert open_page.harm == [], address


def test_what_script_adds_keeps_to_the_policy(open_page: Visit) -> None:
    page = open_page.page
    open_page.go("cases/blr/7-2025/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#p12 button.copy").click()
    page.locator("#p12 button.copy", has_text="Copied").wait_for()
    page.locator('#p12 a.cite[href*="bangkok"]').first.hover()
    page.locator("#card").wait_for()
    assert open_page.harm == []
    open_page.go("replies/")
    page.locator("button.sort").first.click()
    page.locator(".filters select").first.select_option(index=1)
    open_page.ways.remove(f"{open_page.host}replies/?year=2012#ledger")  # what a filter writes
    assert open_page.harm == []
    open_page.go("search/?q=bangkok+rules")
    page.locator("#search-hits > *").first.wait_for()
    assert open_page.harm == []


@pytest.mark.parametrize(("path", "is_shown"), [("about/", False), (EMBED, True)])
def test_only_embedded_pages_can_be_framed(
    site: Site, browser: Browser, tmp_path: Path, path: str, *, is_shown: bool
) -> None:
    folder = tmp_path / path
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<p id=inside>inside")
    (tmp_path / "_headers").write_bytes((site.folder / "_headers").read_bytes())
    outside = tmp_path / "outside"
    outside.mkdir()
    with serve(tmp_path) as host, serve(outside, with_headers=False) as other:
        (outside / "index.html").write_text(f"<iframe src='{host}{path}'></iframe>")
        page = browser.new_page()
        page.goto(other)
        page.wait_for_load_state("networkidle")
        frame = page.frames[1]
        assert (frame.locator("#inside").count() == 1) is is_shown
        page.close()


def test_every_file_has_the_headers_that_keep_types_and_readers_safe(site: Site) -> None:
    rules = header_rules(site.folder)
    for path in ("/", "/cases/blr/7-2025/", "/data/dossiers.csv", "/nothing/here"):
        headers = headers_at(rules, path)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "camera=()" in headers["Permissions-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Content-Security-Policy"] == PAGE_POLICY
    assert headers_at(rules, "/api/v1/index.json")["Access-Control-Allow-Origin"] == "*"
