"""How readers and other sites cite, follow, embed and picture the real letters."""

import json
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser
from tests.conftest import TODAY
from tests.site.browsing import Visit, serve, visit
from tests.site.pages import HOST, Page, Site

from casebook.exports.basis import basis_of
from casebook.exports.bibliography import cite_as, cite_document
from casebook.model.address import dossier_address
from casebook.model.sharing import PICTURE_SIZE
from casebook.reading.collection import read_collection

ROOT = Path(__file__).parents[2]
OURS = "https://casebook.example.org/"
LETTER = "cases/blr/7-2025/"


@pytest.fixture(scope="module")
def letters(site: Site) -> list[Page]:
    found = [page for page in site.pages.values() if page.tree.css_first("article.dossier")]
    assert len(found) > 10
    return found


def _meta(page: Page, name: str) -> str:
    found = page.tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    assert found, f"{page.address} has no {name}"
    return found.attributes["content"] or ""


def test_every_letter_is_cited_as_the_exports_cite_it(site: Site) -> None:
    basis = basis_of(read_collection(ROOT).corpus, OURS, TODAY)
    for held in basis.corpus.published:
        address = dossier_address(held.reference)
        addressee = basis.corpus.recipient_of(held)
        cited = [node.text() for node in site.pages[address].tree.css("#cite span[data-copy]")]
        assert cited == [
            cite_as(held, addressee, f"{OURS}{address}"),
            cite_document(basis.corpus, held, addressee),
        ]


def test_the_terms_of_reuse_stand_on_every_letter(letters: list[Page]) -> None:
    for page in letters:
        assert page.tree.css_first('#cite a[rel~="license"]'), page.address


def test_every_feed_of_a_page_has_a_link_that_can_be_seen(site: Site) -> None:
    count = 0
    for page in site.pages.values():
        feeds = {
            (link.attributes["href"] or "").replace(OURS, HOST)
            for link in page.tree.css("link[rel=alternate]")
            if "/feeds/" in (link.attributes["href"] or "")
        }
        count += len(feeds)
        seen = {link for link in page.links if "/feeds/" in link}
        assert feeds <= seen, page.address
    assert count > 100


def test_every_page_names_a_picture_that_is_there(site: Site) -> None:
    for page in site.pages.values():
        if page.address.startswith(("embed/", "r/")) or page.address == "404.html":
            continue
        path = site.folder / _meta(page, "og:image").removeprefix(OURS)
        picture = Image.open(BytesIO(path.read_bytes()))
        assert picture.size == PICTURE_SIZE
        size = (_meta(page, "og:image:width"), _meta(page, "og:image:height"))
        assert size == tuple(map(str, PICTURE_SIZE))
        assert _meta(page, "og:url") == f"{OURS}{page.address}"


def test_a_letter_has_its_own_picture(letters: list[Page]) -> None:
    for page in letters:
        assert _meta(page, "og:image") == f"{OURS}{page.address}card.png"


def test_programs_find_how_to_embed_a_letter(site: Site, letters: list[Page]) -> None:
    for page in letters:
        (found,) = page.tree.css('link[type="application/json+oembed"]')
        path = (found.attributes["href"] or "").removeprefix(OURS)
        answer = json.loads((site.folder / path).read_text("utf-8"))
        assert answer["type"] == "rich"
        shown = page.tree.css_first("#cite code[data-copy]")
        assert shown
        assert shown.text() == answer["html"]
        assert f"{OURS}embed/{page.address}" in answer["html"]
        assert site.holds(f"embed/{page.address}")


def test_a_frame_is_no_page_of_its_own_for_search_engines(site: Site) -> None:
    sitemap = (site.folder / "sitemap.xml").read_text("utf-8")
    assert "/embed/" not in sitemap
    frames = [page for page in site.pages.values() if page.address.startswith("embed/")]
    assert frames
    for page in frames:
        assert _meta(page, "robots") == "noindex"
        (canonical,) = page.tree.css("link[rel=canonical]")
        assert canonical.attributes["href"] == f"{OURS}{page.address.removeprefix('embed/')}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_letter_shows_in_a_frame_of_another_site_and_leads_out_of_it(
    site: Site, browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    answer = json.loads((site.folder / LETTER / "oembed.json").read_text("utf-8"))
    with serve(site.folder) as host, serve(tmp_path, with_headers=False) as other:
        frame = answer["html"].replace(OURS, host)
        (tmp_path / "index.html").write_text(f"<!doctype html><title>Other</title>{frame}")
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(other)
        inside = page.frame_locator("iframe")
        assert inside.locator(".kicker").inner_text() == "UA BLR 7/2025"
        assert "No reply found as of 22 November 2026" in inside.locator("main").inner_text()
        root = page.frames[1].locator("html")
        assert root.evaluate("each => each.scrollHeight <= innerHeight")
        inside.locator("h1 a").click()
        page.wait_for_url(f"{host}{LETTER}")
        context.close()


def test_a_copied_citation_has_the_day_on_which_the_page_was_read(
    site: Site, browser: Browser
) -> None:
    with serve(site.folder) as host, visit(browser, host) as seen:
        seen.go(LETTER)
        page = seen.page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.clock.set_fixed_time("2027-03-01T12:00:00Z")
        assert _copied(seen, "how to cite this page").endswith("(accessed 1 March 2027).")
        assert "accessed" not in _copied(seen, "how to cite the letter")
        assert _copied(seen, "the HTML to embed this page").startswith("<iframe ")
        assert _copied(seen, "paragraph 12 with its reference").endswith(
            f"UA BLR 7/2025 of 8 September 2025, paragraph 12, restated. {host}{LETTER}#p12"
        )
        # Neither the mark of a footnote nor the card of a citation is part of what is quoted.
        noted = page.locator(".para:has(.note-mark)").first
        noted.locator("a.cite").first.hover()
        number = (noted.get_attribute("id") or "").removeprefix("p")
        copied = _copied(seen, f"paragraph {number} with its reference")
        record = json.loads((site.folder / LETTER / "dossier.json").read_text("utf-8"))
        told = {
            each["label"]: each["text"] for each in record["documents"][0]["texts"][0]["paragraphs"]
        }
        assert copied.partition("\n")[0] == told[number]
        assert seen.harm == []


def test_numbers_in_neighbouring_cells_are_no_other_number_when_they_are_copied(
    foreign_site: Site, browser: Browser
) -> None:
    with serve(foreign_site.folder) as host, visit(browser, host) as seen:
        seen.go("cases/xxx/1-2025/")
        seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        lines = _copied(seen, "paragraph 1 with its reference").split("\n")
        assert lines[2:7] == [
            "منازل على الضفة",
            "مدرسة القرية",
            "السنة\tالمنازل",
            "2023\t4",
            "2024\t11",
        ]
        # A break of the line, which is no character, parts words as well.
        seen.page.locator("#q2 p").evaluate("each => each.innerHTML = 'of 20<br>24 houses'")
        assert _copied(seen, "request 2 with its reference").startswith("of 20\n24 houses\n")


_WHEN_COPIED = """async () => {
  for (;;) {
    const text = await navigator.clipboard.readText();
    if (text) return text;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}"""


def _copied(seen: Visit, what: str) -> str:
    seen.page.evaluate("navigator.clipboard.writeText('')")
    seen.page.get_by_role("button", name=f"Copy {what}", exact=True).click()
    copied: str = seen.page.evaluate(_WHEN_COPIED)
    return copied


def test_what_does_nothing_on_paper_is_not_printed(site: Site, browser: Browser) -> None:
    with serve(site.folder) as host, visit(browser, host) as seen:
        seen.go(LETTER)
        seen.page.locator("#cite .copy").first.wait_for()
        seen.page.emulate_media(media="print")
        words = seen.page.locator("#cite").inner_text()
        assert "CC BY 4.0" in words
        assert "Casebook (restated)" in words
        for gone in ("iframe", "BibTeX", "Atom", "Copy"):
            assert gone not in words
