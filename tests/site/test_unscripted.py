"""Without script every page is whole."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.site import foreign
from tests.site.browsing import Visit, visit
from tests.site.pages import Site

LETTER = "cases/blr/7-2025/"


@pytest.fixture(scope="module")
def unscripted(browser: Browser, host: str) -> Iterator[Visit]:
    with visit(browser, host, java_script_enabled=False) as seen:
        yield seen


_HIDDEN = """
() => [...document.querySelectorAll("main *")].filter((element) =>
  !element.children.length && element.textContent.trim() &&
  !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  !element.closest("[hidden], [data-unscripted], script, details:not([open]), .visually-hidden, select, .printed")
).map((element) => `${element.localName} ${element.textContent.trim().slice(0, 60)}`)
"""


def test_without_script_every_page_shows_all_its_words(
    site: Site, browser: Browser, host: str
) -> None:
    # Scripts of the page do not run; ours asks what is shown.
    with visit(browser, host) as seen:
        seen.page.route("**/*.js", lambda route: route.abort())
        for address in site.one_of_each_kind():
            seen.go(address)
            assert seen.page.evaluate(_HIDDEN) == [], address


def test_without_script_tables_are_whole_and_offer_nothing_that_needs_it(
    site: Site, unscripted: Visit
) -> None:
    unscripted.go("replies/")
    page = unscripted.page
    rows = page.locator("table.ledger tbody tr")
    letters = len(site.pages["replies/"].tree.css("table.ledger tbody tr"))
    assert letters > 10
    expect(rows).to_have_count(letters)
    for row in rows.all():
        assert row.is_visible()
    assert page.locator("main button, main select").count() == 0
    unscripted.go(LETTER)
    assert page.locator("main button").count() == 0
    assert page.locator("#p26").is_visible()


def test_without_script_the_ledger_says_that_a_number_leads_to_all_letters(
    browser: Browser, host: str, unscripted: Visit
) -> None:
    unscripted.go("replies/?reply=Not+known#ledger")
    expect(unscripted.page.locator("#ledger .notice")).to_be_visible()
    with visit(browser, host) as seen:
        seen.go("replies/?reply=Not+known#ledger")
        expect(seen.page.locator("#ledger .notice")).to_be_hidden()


def test_without_script_both_texts_of_a_document_can_be_read(
    browser: Browser, foreign_host: str
) -> None:
    with visit(browser, foreign_host, java_script_enabled=False) as seen:
        seen.go(foreign.LETTER)
        page = seen.page
        restated = page.locator("#communication .version").nth(1)
        expect(restated).to_be_hidden()
        page.get_by_label("Restated, in English").check()
        expect(restated).to_be_visible()
        seen.go(f"{foreign.LETTER}#communication.restated-en.p1")
        expect(restated.locator("p", has_text="invokes")).to_be_visible()
