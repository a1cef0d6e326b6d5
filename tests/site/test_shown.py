"""Pages are whole on every screen: magnified four times, in forced colours, without motion."""

import pytest
from playwright.sync_api import Browser, expect
from tests.site import foreign
from tests.site.browsing import visit
from tests.site.pages import Site

LETTER = "cases/blr/7-2025/"

_WIDER = """
() => {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page: ${root.scrollWidth}`);
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    if (!box.width || !element.checkVisibility()) continue;
    // Tables may be wider than a screen (WCAG 2.2, 1.4.10), and scroll by themselves.
    if (element.closest(".scroll, .table-scroll, .visually-hidden, .skip, svg")) continue;
    if (box.right > root.clientWidth + 1 || box.left < -1)
      found.push(`${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`);
  }
  return found;
}
"""


def test_nothing_is_wider_than_a_screen_magnified_four_times(
    site: Site, foreign_site: Site, browser: Browser, host: str, foreign_host: str
) -> None:
    # 1280 by 1024 pixels at 400 %.
    for folder, address_of_host in ((site, host), (foreign_site, foreign_host)):
        with visit(browser, address_of_host, viewport={"width": 320, "height": 256}) as seen:
            for address in folder.one_of_each_kind():
                if not address.startswith(("r/b", "r/x", foreign.MOVED)):
                    seen.go(address)
                    assert seen.page.evaluate(_WIDER) == [], address
            seen.go("search/?q=flood detention")
            expect(seen.page.locator("#search-hits > *").first).to_be_visible()
            assert seen.page.evaluate(_WIDER) == []


def test_large_type_makes_nothing_wider_than_the_screen(browser: Browser, host: str) -> None:
    with visit(browser, host, viewport={"width": 640, "height": 512}) as seen:
        for address in ("", LETTER, "replies/", "cases/blr/"):
            seen.go(address)
            # What a reader's own style sheet may ask for (WCAG 2.2, 1.4.12).
            seen.page.evaluate(
                """() => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync(`html { font-size: 200% } * { line-height: 1.5 !important;
                    letter-spacing: .12em !important; word-spacing: .16em !important }
                    p { margin-bottom: 2em !important }`);
                  document.adoptedStyleSheets = [sheet];
                }"""
            )
            assert seen.page.evaluate(_WIDER) == [], address


def test_a_card_fits_a_narrow_screen(browser: Browser, host: str) -> None:
    with visit(browser, host, viewport={"width": 320, "height": 640}) as seen:
        seen.go(LETTER)
        for cited in seen.page.locator('#communication a.cite[href*="standards/"]').all()[:12]:
            cited.hover()
            seen.page.locator("#card").wait_for()
            assert seen.page.evaluate(_WIDER) == []
            seen.page.keyboard.press("Escape")


_FORCED = """
() => {
  const seen = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return [style.color, style.backgroundColor, style.borderTopColor, style.outlineColor];
  };
  const canvas = getComputedStyle(document.body).backgroundColor;
  const bars = [...document.querySelectorAll("svg rect, svg circle, svg line")].filter((each) => {
    const { fill, stroke } = getComputedStyle(each);
    return fill === canvas && (stroke === canvas || stroke === "none");
  });
  return {
    canvas,
    ink: getComputedStyle(document.body).color,
    link: getComputedStyle(document.querySelector("main a")).color,
    marks: [...document.querySelectorAll(".state")].filter((each) =>
      seen(each, "::before")[2] === canvas).length,
    bars: bars.length,
  };
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_everything_is_still_there(
    browser: Browser, host: str, scheme: str
) -> None:
    with visit(browser, host, forced_colors="active", color_scheme=scheme) as seen:
        for address in ("replies/", LETTER):
            seen.go(address)
            told = seen.page.evaluate(_FORCED)
            assert told["ink"] != told["canvas"]
            assert told["link"] not in (told["canvas"], told["ink"])
            assert told["marks"] == 0
            assert told["bars"] == 0


def test_nothing_moves_by_itself(site: Site) -> None:
    sheets = [*(site.folder / "assets").rglob("*.css")]
    assert sheets
    for sheet in sheets:
        words = sheet.read_text("utf-8")
        for moving in ("animation", "transition", "scroll-behavior", "@keyframes"):
            assert moving not in words, sheet.name


_HEADS = """
() => {
  const scroll = document.querySelector("#ledger .scroll");
  return [scroll.scrollWidth - scroll.clientWidth,
    [...document.querySelector(".ledger tbody tr").cells].map((cell) =>
      getComputedStyle(cell, "::before").content.replace(/^none$/, ""))];
}
"""


_SHOWN_HEADS = """
() => [...document.querySelectorAll('th[scope="col"]:not(.wide)')].length +
      [...document.querySelectorAll("th.wide")].filter((head) => head.checkVisibility()).length
"""

_BEYOND_THE_EDGE = """
() => [...document.querySelectorAll(".scroll")].filter((part) => part.scrollWidth > part.clientWidth)
  .map((part) => part.getAttribute("aria-label"))
"""


@pytest.mark.parametrize("has_script", [True, False])
def test_on_a_phone_the_ledger_is_read_without_scrolling_sideways(
    browser: Browser, host: str, has_script: bool
) -> None:
    with visit(
        browser, host, viewport={"width": 360, "height": 640}, java_script_enabled=has_script
    ) as seen:
        seen.go("replies/")
        wider, heads = seen.page.evaluate(_HEADS)
        assert wider == 0
        assert [each.strip('" ') for each in heads] == [
            *("", "", "Days to the first reply", "Sent", "", "Mandates")
        ]
        # What is laid out as blocks is a table still, for programs that read aloud.
        session = seen.page.context.new_cdp_session(seen.page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        told = [node["role"]["value"] for node in nodes if not node["ignored"]]
        rows = seen.page.locator("table tr").count()
        assert told.count("row") == rows
        assert told.count("rowheader") == seen.page.locator('th[scope="row"]').count()
        # Only drawings of what numbers say are left away.
        assert told.count("columnheader") == seen.page.evaluate(_SHOWN_HEADS)


@pytest.mark.parametrize("address", ["cases/", "cases/blr/", "mandates/", "replies/", "standards/"])
def test_on_a_phone_every_number_of_a_table_is_seen(
    browser: Browser, host: str, address: str
) -> None:
    with visit(browser, host, viewport={"width": 360, "height": 640}) as seen:
        seen.go(address)
        assert seen.page.evaluate(_BEYOND_THE_EDGE) == []


def test_on_a_phone_a_filter_hides_the_other_letters(browser: Browser, host: str) -> None:
    with visit(browser, host, viewport={"width": 360, "height": 640}) as seen:
        seen.go("replies/?addressee=Belarus#ledger")
        rows = seen.page.locator(".ledger tbody tr")
        shown = [row for row in rows.all() if row.is_visible()]
        assert 0 < len(shown) < rows.count()
        assert all("Belarus" in row.inner_text() for row in shown)


_MORE_TEXTS = """
const versions = document.querySelector("#communication .versions");
for (let number = 0; number < 6; number += 1) {
  for (const last of ["input", ".version"]) {
    const held = [...versions.querySelectorAll(last)].at(-1);
    held.after(held.cloneNode(true));
  }
}
"""


def test_on_a_phone_a_number_is_never_parted(browser: Browser, host: str) -> None:
    with visit(browser, host, viewport={"width": 320, "height": 640}) as seen:
        seen.go(LETTER)
        number = seen.page.locator("#p1 .para-number")
        for words in ("1", "26", "100", "100a", "999", "Q10", "Q12", "Q12a"):
            number.evaluate("(number, words) => { number.textContent = words; }", words)
            box = number.bounding_box()
            assert box
            assert box["height"] < 30, words


def test_of_very_many_texts_of_a_document_the_last_can_be_read(
    browser: Browser, foreign_host: str
) -> None:
    with visit(browser, foreign_host) as seen:
        seen.go(foreign.LETTER)
        seen.page.evaluate(_MORE_TEXTS)
        seen.page.locator("#communication input").last.check()
        expect(seen.page.locator("#communication .version").last).to_be_visible()


_SHIFTS = """
() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_a_page_loads(browser: Browser, host: str, width: int) -> None:
    with visit(browser, host, viewport={"width": width, "height": 640}) as seen:
        for address in ("", LETTER, "replies/", "search/", "search/?q=detention", "r/?nonsense"):
            seen.go(address)
            seen.page.wait_for_load_state("networkidle")
            assert seen.page.evaluate(_SHIFTS) < 0.1, address
