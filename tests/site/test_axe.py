"""axe-core finds nothing on any kind of page, light or dark, on narrow and on wide screens."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.site import foreign
from tests.site.axe import SCHEMES, WIDTHS, drawn_words, findings, findings_in
from tests.site.browsing import Visit, serve, visit
from tests.site.pages import Site


@pytest.fixture(scope="module")
def real(site: Site, browser: Browser) -> Iterator[Visit]:
    with serve(site.folder) as host, visit(browser, host) as seen:
        yield seen


@pytest.fixture(scope="module")
def invented(foreign_site: Site, browser: Browser) -> Iterator[Visit]:
    with serve(foreign_site.folder) as host, visit(browser, host) as seen:
        yield seen


def test_it_finds_nothing_on_any_kind_of_page_of_the_real_site(site: Site, real: Visit) -> None:
    # The pages below r/ lead on at once, by script.
    addresses = [each for each in site.one_of_each_kind() if not each.startswith("r/b")]
    assert {"", "404.html", "cases/", "replies/", "search/", "r/", "people/"} <= {*addresses}
    assert len(addresses) > 25
    found = []
    for address in addresses:
        real.go(address)
        found += findings(real, address)
    assert found == []


@pytest.mark.parametrize(
    "address",
    [
        foreign.LETTER,
        f"{foreign.LETTER}#communication.restated-en.p1",
        foreign.UNREAD,
        foreign.WITHDRAWN,
        f"embed/{foreign.LETTER}",
        f"embed/{foreign.WITHDRAWN}",
        "cases/2025/",
        "standards/river-convention/article-7/",
        "people/",
        "note/",
    ],
)
def test_it_finds_nothing_where_other_scripts_stand(invented: Visit, address: str) -> None:
    invented.go(address)
    assert findings(invented, address) == []


def test_it_finds_nothing_on_a_page_that_has_moved(foreign_site: Site, browser: Browser) -> None:
    # Its script would lead on at once.
    with serve(foreign_site.folder) as host, visit(browser, host) as seen:
        seen.page.route("**/follow.js", lambda route: route.abort())
        seen.go(foreign.MOVED)
        assert seen.page.url.endswith(foreign.MOVED)
        assert findings(seen, foreign.MOVED) == []


def test_it_finds_nothing_while_a_search_is_shown(real: Visit, invented: Visit) -> None:
    for seen, address in (
        (real, "search/?q=detention"),
        (real, "search/?q=BLR 4/2025"),
        (real, "search/?q=zyzzyva"),
        (invented, f"search/?q={foreign.CYRILLIC_NAME}"),
        (real, "r/?BLR 4/2025"),
    ):
        seen.go(address)
        page = seen.page
        if address.startswith("search"):
            expect(page.locator("#search-status")).to_contain_text("letter")
            for summary in page.locator("#search-facets summary:visible").all()[:3]:
                summary.click()
        else:
            expect(page.locator("[data-resolve]")).not_to_be_empty()
        assert findings(seen, address) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_it_finds_nothing_on_a_card(real: Visit, width: int) -> None:
    page = real.page
    page.set_viewport_size({"width": width, "height": 800})
    real.go("cases/blr/7-2025/")
    page.locator('#p12 a.cite[href*="bangkok"]').first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.locator("#card").wait_for()
    page.evaluate(_HIDE_BEHIND, "#card")
    assert [told for scheme in SCHEMES for told in findings_in(real, scheme, width, "#card")] == []


# axe gives up where what lies behind a part differs from line to line, though nobody can see it.
_HIDE_BEHIND = """
(selector) => {
  const part = document.querySelector(selector);
  for (const each of document.querySelectorAll("main *"))
    if (each !== document.activeElement && !part.contains(each) && !each.contains(part))
      each.style.visibility = "hidden";
}
"""


def test_words_in_drawings_are_measured(real: Visit) -> None:
    real.go("cases/blr/7-2025/")
    assert len(drawn_words(real)) > 5
