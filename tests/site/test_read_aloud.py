"""What a screen reader gets: landmarks with names, headings in order, words for every control,
and an announcement when something changes."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.browsing import Visit, serve, visit
from tests.site.pages import Site

LETTER = "cases/blr/7-2025/"


@pytest.fixture(scope="module")
def seen(site: Site, browser: Browser) -> Iterator[Visit]:
    with serve(site.folder) as host, visit(browser, host) as opened:
        yield opened


@pytest.fixture
def page(seen: Visit) -> Page:
    return seen.page


@pytest.mark.parametrize("address", ["", LETTER, "replies/", "about/", "search/", "404.html"])
def test_a_page_has_its_landmarks_and_each_has_a_name(
    seen: Visit, page: Page, address: str
) -> None:
    seen.go(address)
    for role in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)
    expect(page.get_by_role("navigation", name="Site")).to_have_count(1)
    expect(page.get_by_role("search")).to_have_count(1)
    regions = page.locator("section[aria-label], aside").all()
    names = [each.get_attribute("aria-label") for each in regions]
    assert all(names)
    assert len({*names}) == len(names)


def test_the_way_one_is_on_is_said(seen: Visit, page: Page) -> None:
    seen.go(LETTER)
    site = page.get_by_role("navigation", name="Site")
    assert site.locator("[aria-current]").all_inner_texts() == ["Cases"]


def test_headings_go_down_one_level_at_a_time(site: Site) -> None:
    for page in site.pages.values():
        levels = [int(str(node.tag)[1]) for node in page.tree.css("main :is(h1,h2,h3,h4,h5,h6)")]
        assert levels[0] == 1, page.address
        for before, after in pairwise(levels):
            assert after <= before + 1, page.address


def test_every_control_and_link_has_a_name_of_words(seen: Visit, page: Page) -> None:
    for address in (LETTER, "replies/", "search/?q=detention", "cases/blr/"):
        seen.go(address)
        if "?" in address:
            page.locator("#search-hits > *").first.wait_for()
        snapshot = page.locator("body").aria_snapshot()
        for line in snapshot.splitlines():
            found = re.match(
                r"\s*- (link|button|combobox|searchbox|checkbox|radio|table)\b(.*)", line
            )
            if found:
                assert re.search(r'"[^"]*\w[^"]*"|/url|: ', found[2]), f"{address} {line}"


def test_the_name_of_a_paragraph_begins_with_what_is_seen(seen: Visit, page: Page) -> None:
    seen.go(LETTER)
    expect(page.locator("#p12 .para-number")).to_have_accessible_name("Paragraph 12, link to it")
    expect(page.locator("#q2 .para-number")).to_have_accessible_name("Q2: request, link to it")
    expect(page.locator(".note-back").first).to_have_accessible_name("Back to the text")


def test_the_state_of_the_reply_is_words_and_not_colour_alone(seen: Visit, page: Page) -> None:
    seen.go("replies/")
    states = page.locator("table .state").all_inner_texts()
    assert states
    assert all(re.search("reply", each, re.IGNORECASE) or "known" in each for each in states)


def test_drawings_say_nothing_that_their_lists_do_not_say(seen: Visit, page: Page) -> None:
    for address in (LETTER, "replies/", "cases/blr/"):
        seen.go(address)
        for drawing in page.locator("main svg").all():
            expect(drawing).to_have_attribute("aria-hidden", "true")
    seen.go(LETTER)
    drawn = page.locator(".timeline-drawing .mark text").all_text_contents()
    listed = page.locator("ol.timeline > li").count()
    assert drawn == [str(number) for number in range(1, listed + 1)]


def test_tables_say_what_their_numbers_are(site: Site) -> None:
    for page in site.pages.values():
        for table in page.tree.css("main .page:not(.prose) table"):
            assert table.css_first("caption"), page.address
            assert table.css("thead th[scope=col]"), page.address
            for row in table.css("tbody tr"):
                assert row.css_first("th[scope=row]"), page.address


_ANNOUNCED = """
() => {
  window.announced = [];
  const note = (records) => {
    for (const { target } of records) {
      const region = (target.closest ? target : target.parentElement)?.closest("[role=status], output");
      const words = region?.textContent.trim();
      if (words && words !== window.announced.at(-1)) window.announced.push(words);
    }
  };
  new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true });
}
"""


def test_a_search_tells_what_it_found_in_a_region_that_was_there_before(
    seen: Visit, page: Page
) -> None:
    seen.go("search/")
    assert page.get_by_role("status").count() == 1
    page.evaluate(_ANNOUNCED)
    page.get_by_role("searchbox").fill("Valiuk")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 letter found.")
    page.get_by_role("searchbox").fill("zyzzyva")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("No letter found.")
    announced = page.evaluate("window.announced")
    assert announced[-1] == "No letter found."
    assert "1 letter found." in announced


def test_what_a_filter_leaves_is_told(seen: Visit, page: Page) -> None:
    seen.go("replies/")
    page.evaluate(_ANNOUNCED)
    page.get_by_role("combobox", name="Reply", exact=True).select_option(index=1)
    (told,) = page.evaluate("window.announced")
    assert re.fullmatch(r"\d+ of \d+ letters", told)


def test_that_something_was_copied_is_told(seen: Visit, page: Page) -> None:
    seen.go(LETTER)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(_ANNOUNCED)
    page.get_by_role("button", name="Copy how to cite the letter", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    page.locator("h1").click()
    assert page.evaluate("window.announced") == ["Copied"]


def test_the_resolver_tells_what_it_does_not_hold(seen: Visit, page: Page) -> None:
    seen.go("r/?BLR 4/2025")
    expect(page.get_by_role("status")).to_contain_text("in the series but not held")
