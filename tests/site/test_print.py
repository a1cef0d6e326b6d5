"""On paper a page is a document one can file: numbered, with where it is from and what it links."""

import re
from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborNode
from tests.site.browsing import Visit, serve, visit
from tests.site.pages import Site

LETTER = "cases/blr/7-2025/"
OURS = "https://casebook.example.org/"


@pytest.fixture(scope="module")
def seen(site: Site, browser: Browser) -> Iterator[Visit]:
    with serve(site.folder) as host, visit(browser, host) as opened:
        yield opened


def printed(seen: Visit, address: str, **options: str) -> list[str]:
    """Return the words on each sheet of a page, on one line a sheet."""
    seen.go(address)
    with pypdfium2.PdfDocument(seen.page.pdf(**options)) as document:  # type: ignore[arg-type]
        return [
            # pdfium has a sign of its own for a hyphen at the end of a line.
            " ".join(sheet.get_textpage().get_text_bounded().replace("\x02", "-").split())
            for sheet in document
        ]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_sheets_are_numbered_and_say_where_they_are_from(seen: Visit, paper: str) -> None:
    sheets = printed(seen, LETTER, format=paper)
    assert len(sheets) > 5
    for number, words in enumerate(sheets, 1):
        assert f"Page {number} of {len(sheets)}" in words
        assert "Casebook" in words
    assert f"{OURS}{LETTER}" in sheets[0]


def test_no_sheet_is_left_nearly_empty(seen: Visit) -> None:
    *whole, _ = printed(seen, LETTER, format="A4")
    assert min(map(len, whole)) > 700


def test_links_to_other_hosts_are_spelled_out(site: Site, seen: Visit) -> None:
    for address in (LETTER, "standards/bangkok-rules/rule-23/", "cases/blr/", "about/"):
        words = "".join(printed(seen, address)).replace(" ", "")
        links = {
            link.attributes["href"] or ""
            for link in site.pages[address].tree.css('main a[href^="http"]:not(.cite)')
            if not _is_for_screens(link)
        }
        assert links
        assert [link for link in links if f"<{link.replace(' ', '')}>" not in words] == []


def _is_for_screens(node: LexborNode | None) -> bool:
    while node is not None and node.tag != "body":
        if "screen-only" in (node.attributes.get("class") or "").split():
            return True
        node = node.parent
    return False


def test_what_a_letter_cites_is_listed_with_its_address(seen: Visit, site: Site) -> None:
    words = "".join(printed(seen, LETTER)).replace(" ", "")
    cited = site.pages[LETTER].tree.css('#standards .cited-letters a[href^="http"]')
    for link in cited:
        assert (link.attributes["href"] or "").replace(" ", "") in words


def test_what_is_folded_on_a_screen_is_open_on_paper(seen: Visit, site: Site) -> None:
    (first, *_) = site.pages["cases/blr/"].tree.css("details blockquote mark")
    assert first.text() in " ".join(printed(seen, "cases/blr/"))
    folded = site.pages["cases/blr/"].tree.css("details figcaption a")
    words = " ".join(printed(seen, "cases/blr/"))
    assert len(re.findall(r"restated · found by machine", words)) <= len(folded)
    assert "restated · found by machine" in words


def test_tables_keep_within_the_sheet(seen: Visit) -> None:
    seen.page.emulate_media(media="print")
    seen.page.set_viewport_size({"width": 660, "height": 900})  # A4 without its margins
    for address in ("replies/", "cases/", "coverage/", "standards/"):
        seen.go(address)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 660, address
    seen.page.emulate_media(media="null")


def test_nothing_is_printed_that_needs_a_screen(seen: Visit) -> None:
    words = " ".join(printed(seen, LETTER))
    for gone in ("On this page", "Skip to the content", "Copy", "Embed", "BibTeX"):
        assert gone not in words


def test_no_sheet_says_how_long_ago_a_letter_is_today(seen: Visit) -> None:
    first, *_ = printed(seen, LETTER)
    assert "No reply found as of 22 November 2026" in first
    assert "Today" not in first
