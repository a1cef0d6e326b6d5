"""Everything can be reached and used with a keyboard, and one sees where one is."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site import foreign
from tests.site.browsing import Visit, serve, visit
from tests.site.pages import Site

LETTER = "cases/blr/7-2025/"

_FOCUSED = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()];
  // What lies over a control's middle hides it from those who look for the ring.
  const over = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
  return {
    name: `${element.localName} ${element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40)}`,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    shown: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth &&
      box.bottom > 0 && box.top < innerHeight,
    clear: !over || over === element || element.contains(over) || over.contains(element),
  };
}
"""

_STOPS = """
() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) &&
    !(each.type === "radio" && !each.checked)).length
"""


@pytest.fixture
def seen(browser: Browser, host: str) -> Iterator[Visit]:
    with visit(browser, host, viewport={"width": 1280, "height": 800}) as opened:
        yield opened
        assert opened.errors == []
        assert opened.elsewhere == []


@pytest.fixture
def page(seen: Visit) -> Page:
    return seen.page


def test_the_first_stop_leads_past_the_head_of_the_page(seen: Visit, page: Page) -> None:
    seen.go(LETTER)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main a").first).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", ["", "cases/blr/6-2024/", "replies/", "search/?q=Valiuk"])
def test_every_stop_is_seen_and_has_a_ring(
    seen: Visit, page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    seen.go(address)
    if "?" in address:
        expect(page.locator(".letter-title")).to_have_count(1)
    if page.locator(".dossier").count():
        # A script that comes after the page adds them all at once.
        expect(page.locator("button.copy").first).to_be_attached()
    stops = page.evaluate(_STOPS)
    page.evaluate("document.body.focus()")
    passed = 0
    for _ in range(stops + 5):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused is None:
            break
        passed += 1
        assert focused["ring"], focused
        assert focused["shown"], focused
        assert focused["clear"], focused
    assert passed == stops


def test_nothing_changes_the_order_of_the_stops(seen: Visit, page: Page) -> None:
    seen.go("cases/blr/6-2024/")
    assert page.locator("[tabindex]:not([tabindex='0']):not(main)").count() == 0


def test_slash_and_control_k_lead_to_the_search_from_anywhere(seen: Visit, page: Page) -> None:
    for key in ("/", "Control+k"):
        seen.go(LETTER)
        page.locator("#p12 a").first.focus()
        page.keyboard.press(key)
        box = page.get_by_role("searchbox")
        expect(box).to_be_focused()
        expect(box).to_be_in_viewport()
        expect(box).to_have_value("")


def test_a_card_comes_with_focus_and_goes_with_escape(seen: Visit, page: Page) -> None:
    seen.go(LETTER)
    cited = page.locator('#p12 a.cite[href*="bangkok"]').first
    page.locator("#p12 .para-number").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if cited.evaluate("each => each === document.activeElement"):
            break
    expect(cited).to_be_focused()
    card = page.locator("#card")
    expect(card).to_contain_text("Bangkok Rules")
    expect(cited).to_have_accessible_description(re.compile("Bangkok Rules"))
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(cited).to_be_focused()
    expect(cited).to_have_accessible_description("")


def test_a_card_can_be_gone_into_and_left(seen: Visit, page: Page) -> None:
    seen.go(LETTER)
    page.locator("#p12 .para-number").focus()
    page.keyboard.press("Tab")
    card = page.locator("#card")
    card.wait_for()
    page.keyboard.press("Tab")
    expect(card.get_by_role("link")).to_be_focused()
    expect(card).to_be_visible()
    page.keyboard.press("Tab")
    expect(card.get_by_role("link")).not_to_be_focused()


def test_a_card_stays_while_the_pointer_is_on_it(seen: Visit, page: Page) -> None:
    seen.go(LETTER)
    page.locator('#p12 a.cite[href*="bangkok"]').first.hover()
    card = page.locator("#card")
    card.wait_for()
    card.hover()
    page.wait_for_timeout(500)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_buttons_that_copy_are_seen_when_they_are_reached(seen: Visit, page: Page) -> None:
    seen.go(LETTER)
    button = page.get_by_role("button", name="Copy paragraph 12 with its reference", exact=True)
    button.focus()
    assert button.evaluate("each => getComputedStyle(each).opacity") == "1"


def test_the_ledger_is_filtered_and_sorted_by_keyboard(seen: Visit, page: Page) -> None:
    seen.go("replies/")
    page.get_by_role("combobox", name="Reply", exact=True).focus()
    page.keyboard.press("ArrowDown")
    shown = page.locator(".filters").get_by_role("status")
    expect(shown).not_to_have_text(re.compile("^14 of 14"))
    head = page.get_by_role("columnheader", name="Sent")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")


def test_the_address_of_a_filtered_ledger_leads_to_what_is_seen(seen: Visit, page: Page) -> None:
    seen.go("replies/?addressee=Belarus")
    shown = page.locator(".filters").get_by_role("status")
    expect(shown).to_have_text("2 of 14 letters")
    reply = page.get_by_role("combobox", name="Reply", exact=True)
    reply.select_option("Reply on record")
    expect(shown).to_have_text("1 of 14 letters")
    page.reload()
    expect(shown).to_have_text("1 of 14 letters")
    assert "reply=Reply+on+record" in page.url
    reply.select_option("all")
    page.get_by_role("combobox", name="Addressee", exact=True).select_option("all")
    expect(shown).to_have_text("14 of 14 letters")
    topic = page.get_by_role("combobox", name="Topic", exact=True)
    topic.select_option("Extradition")
    expect(shown).to_have_text("2 of 14 letters")
    assert page.url.endswith("/replies/?topic=Extradition#ledger")
    topic.select_option("all")
    assert page.url.endswith("/replies/#ledger")
    # A link that counted letters which are no longer so does not count all of them now.
    seen.go("replies/?addressee=Belarus&reply=Acknowledged+only")
    expect(shown).to_have_text("0 of 14 letters")
    assert seen.harm == []


def test_the_texts_of_a_document_are_chosen_with_arrows(
    foreign_site: Site, browser: Browser
) -> None:
    with serve(foreign_site.folder) as host, visit(browser, host) as seen:
        seen.go(foreign.LETTER)
        page = seen.page
        words = page.locator("#communication .version")
        page.get_by_role("group", name="Show the letter").get_by_role("radio").first.focus()
        expect(words.nth(0)).to_be_visible()
        expect(words.nth(1)).to_be_hidden()
        page.keyboard.press("ArrowDown")
        expect(words.nth(0)).to_be_hidden()
        expect(words.nth(1)).to_be_visible()
