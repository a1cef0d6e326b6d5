"""A reader searches in Chromium, under the policy: types, filters, walks by keyboard, lands."""

import re
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.browsing import Visit, visit

MOTHERS = "Contact between two detained mothers and their children"
WOMAN = "Contact, health and discipline of a woman in detention"


def titles(page: Page) -> list[str]:
    """Return the titles of the letters found, once the search is done."""
    expect(page.locator("#search-status")).not_to_have_text(re.compile("^$|Searching"))
    return page.locator(".letter-title").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Лазарчик", {MOTHERS, WOMAN}),
        ("Lazarčyk", {MOTHERS, WOMAN}),
        ("lasartschik", {MOTHERS, WOMAN}),
        ("Lazar", {MOTHERS, WOMAN}),
        ("лазар", {MOTHERS, WOMAN}),
        ("لازارتشيك", {MOTHERS, WOMAN}),
        ("Vailuk", {MOTHERS}),
        ('"single mothers"', {MOTHERS}),
        ("detaining mother", {MOTHERS}),
        ("zyzzyva", set()),
    ],
)
def test_typing_a_name_or_a_phrase_finds_its_letters(
    seen: Visit, page: Page, query: str, expected: set[str]
) -> None:
    seen.go("search/")
    expect(page.locator("main .notice")).to_have_count(0)
    page.fill("#search-words", query)
    page.keyboard.press("Enter")
    assert set(titles(page)) == expected
    assert unquote(page.url).replace("+", " ").endswith(f"?q={query}")


def test_the_box_on_every_page_leads_to_the_search(seen: Visit, page: Page) -> None:
    seen.go("cases/")
    page.keyboard.press("/")
    expect(page.locator("#site-search")).to_be_focused()
    page.keyboard.type("Valiuk")
    page.keyboard.press("Enter")
    assert titles(page) == [MOTHERS]
    page.locator("h1").click()
    page.keyboard.press("Control+k")
    expect(page.locator("#search-words")).to_be_focused()


def test_a_slash_that_is_typed_stays_a_slash(seen: Visit, page: Page) -> None:
    seen.go("search/")
    page.locator("#search-words").focus()
    page.keyboard.type("BLR 7/2025")
    expect(page.locator("#search-words")).to_have_value("BLR 7/2025")


@pytest.mark.parametrize("spelling", ["UA BLR 7/2025", "blr-7-2025", "BLR/2025/7", "blr 7–2025"])
def test_a_reference_is_answered_with_its_letter_first(
    seen: Visit, page: Page, spelling: str
) -> None:
    seen.go(f"search/?q={quote(spelling)}")
    answer = page.locator("#search-answers a").first
    expect(answer).to_have_text(f"UA BLR 7/2025: {MOTHERS}")
    answer.click()
    page.wait_for_url("**/cases/blr/7-2025/")


def test_a_letter_that_is_not_held_is_said_to_be_missing(seen: Visit, page: Page) -> None:
    seen.go("search/?q=BLR 4/2025")
    expect(page.locator("#search-answers")).to_contain_text("in the series but not held")
    page.locator("#search-answers a").first.click()
    page.wait_for_url("**/cases/blr/#n4-2025")


def test_a_provision_is_answered_with_its_page(seen: Visit, page: Page) -> None:
    seen.go("search/?q=rule 23 Bangkok")
    page.locator("#search-answers a").first.click()
    page.wait_for_url("**/standards/bangkok-rules/rule-23/")


def test_a_hit_opens_its_paragraph_with_the_words_marked(seen: Visit, page: Page) -> None:
    seen.go("search/?q=disciplinary penalty")
    expect(page.locator(".hits mark").first).to_be_visible()
    assert {"disciplinary", "penalty"} <= {
        word.lower() for word in page.locator(".hits li:first-child mark").all_inner_texts()
    }
    page.get_by_role("link", name=MOTHERS).click()
    page.wait_for_url("**/cases/blr/7-2025/?mark=disciplinary%20penalty#p12")
    expect(page.locator("#p12 mark").first).to_be_visible()
    expect(page.locator("#p12")).to_be_in_viewport()
    assert set(page.locator("#p12 mark").all_inner_texts()) == {"disciplinary", "penalty"}


def test_facets_narrow_and_are_part_of_the_address(seen: Visit, page: Page) -> None:
    seen.go("search/?q=detention")
    everything = titles(page)
    page.locator("summary", has_text="Addressee").click()
    page.get_by_label("Belarus").check()
    page.wait_for_url("**/search/?q=detention&addressee=BLR")
    expect(page.locator(".letter-title")).to_have_count(2)
    page.locator("summary", has_text="Year").click()
    page.get_by_label("2024").check()
    page.wait_for_url("**/search/?q=detention&addressee=BLR&year=2024")
    expect(page.locator(".letter-title")).to_have_count(1)
    page.go_back()
    expect(page.locator(".letter-title")).to_have_count(2)
    page.go_back()
    expect(page.locator(".letter-title")).to_have_count(min(10, len(everything)))
    page.go_forward()
    expect(page.locator(".letter-title")).to_have_count(2)


@pytest.mark.parametrize(
    "facet", ["mandate=sr-belarus", "topic=family-contact", "instrument=bangkok-rules", "type=UA", "reply=none-found", "language=en", "year=2025"]
)  # fmt: skip
def test_a_search_can_be_shared_as_its_address(seen: Visit, page: Page, facet: str) -> None:
    seen.go(f"search/?{facet}")
    assert MOTHERS in titles(page)
    chosen = page.locator("#search-facets input:checked")
    expect(chosen).to_have_count(1)
    expect(chosen).to_have_value(facet.partition("=")[2])


def test_the_latest_letter_comes_first_when_asked(seen: Visit, page: Page) -> None:
    seen.go("search/?q=detention")
    titles(page)
    page.select_option("#search-order", "date")
    page.wait_for_url("**/search/?q=detention&sort=date")
    expect(page.locator(".letter-ref").first).to_have_text(re.compile("2025|2026"))


def test_results_are_walked_by_keyboard(seen: Visit, page: Page) -> None:
    seen.go("search/")
    page.keyboard.press("/")
    page.keyboard.type("Lazarchyk")
    page.keyboard.press("Enter")
    expect(page.locator(".letter-title")).to_have_count(2)
    links = page.locator(".hits a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/blr/**")


def test_what_was_found_is_announced(seen: Visit, page: Page) -> None:
    seen.go("search/?q=Valiuk")
    expect(page.get_by_role("status").first).to_have_text("1 letter found.")


def test_markup_that_is_typed_stays_text(seen: Visit, page: Page) -> None:
    seen.go(f"search/?q={quote('<img src=x onerror=alert(1)>')}")
    expect(page.locator("#search-words")).to_have_value("<img src=x onerror=alert(1)>")
    titles(page)
    assert page.locator("main img").count() == 0
    assert seen.dialogs == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("a", "Every letter has these words: add one that tells letters apart."),
        ("the of and", "Every letter has these words: add one that tells letters apart."),
        ("[a-z]+(", "Every letter has these words: add one that tells letters apart."),
        ("(", "There is no word in this to look for."),
        ("\\", "There is no word in this to look for."),
        (".* ^$", "There is no word in this to look for."),
        ("😀 👨‍👩‍👧", "No letter found."),
        ('"', "There is no word in this to look for."),
        ('""', "There is no word in this to look for."),
        ('"single mothers', "1 letter found."),
        ("x" * 2000, "No letter found."),
        ("constructor toString", "No letter found."),
        ("<b>zyzzyva</b>", "No letter found."),
        ("%E0%A4%A zyzzyva", "No letter found."),
    ],
)
def test_an_odd_question_gets_a_calm_answer(seen: Visit, page: Page, query: str, said: str) -> None:
    seen.go(f"search/?q={quote(query)}")
    expect(page.locator("#search-status")).to_have_text(said)
    assert seen.dialogs == []


def test_a_slip_of_the_pen_is_answered_with_what_was_meant(seen: Visit, page: Page) -> None:
    seen.go("search/?q=familly+contact")
    expect(page.locator("#search-status")).to_contain_text("Did you mean “family contact”?")
    page.locator("#search-answers a").click()
    expect(page.locator("#search-status")).to_contain_text("letters found")
    page.go_back()
    expect(page.locator("#search-status")).to_contain_text("Did you mean")


@pytest.mark.parametrize(
    "facets", ["year=abc", "addressee=%3Cimg%3E", "mandate=nope", "sort=bogus&type=UA"]
)
def test_an_address_with_filters_that_are_none_gets_a_calm_answer(
    seen: Visit, page: Page, facets: str
) -> None:
    seen.go(f"search/?{facets}")
    expect(page.locator("#search-status")).to_have_text(re.compile("letters? found"))


def test_only_the_word_itself_is_marked_where_it_stands(seen: Visit, page: Page) -> None:
    seen.go("cases/blr/7-2025/?mark=human")
    expect(page.locator("main mark").first).to_be_visible()
    assert {word.lower() for word in page.locator("main mark").all_inner_texts()} == {"human"}


def test_without_script_the_page_offers_the_pages_to_browse(browser: Browser, host: str) -> None:
    with visit(browser, host, java_script_enabled=False) as seen:
        seen.go("search/?q=Valiuk")
        expect(seen.page.locator("main .notice")).to_contain_text("needs JavaScript")
        ways = seen.page.locator("#search-ways a")
        assert ways.all_inner_texts()[:3] == ["Cases", "Standards", "Mandates"]
        expect(ways.first).to_be_visible()


def test_a_first_search_fetches_little(seen: Visit, page: Page) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())) if "/search/" in response.url and response.status == 200 else None)  # fmt: skip
    seen.go("search/?q=Лазарчик")
    titles(page)
    assert 0 < sum(sizes) < 200_000


def test_a_search_whose_line_breaks_says_so_and_goes_on_when_it_is_back(
    browser: Browser, host: str
) -> None:
    with visit(browser, host) as seen:
        page = seen.page
        seen.go("search/")
        page.route("**/search/terms/*", lambda route: route.abort())
        page.fill("#search-words", "Valiuk")
        page.keyboard.press("Enter")
        expect(page.locator("#search-status")).to_contain_text("could not be loaded")
        page.unroute("**/search/terms/*")
        page.keyboard.press("Enter")
        assert titles(page) == [MOTHERS]
