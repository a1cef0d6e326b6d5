"""Nothing that strangers write runs, loads, leads away, covers the page or breaks its script.

The hostile collection is built as a preview: what has problems is shown there, and scripts may
stand in pages, so the policy hides nothing that cleaning let through.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.site import vectors
from tests.site.browsing import Visit, serve, visit
from tests.site.invented import Ended, make_collection, run_build
from tests.site.pages import Site

EXTENSIONS = (
    "tables, footnotes, toc, attr_list, md_in_html, admonition, def_list, abbr, fenced_code"
)
"""More than ours: those that let Markdown write attributes, too."""

POKE = """
(isWhole) => {
  const found = [];
  const main = document.querySelector("main");
  for (const element of document.querySelectorAll("body, body *")) {
    for (const name of ["click", "mouseover", "pointerover", "focus", "error", "load", "toggle",
                        "animationstart", "slotchange", "beforetoggle", "begin", "start"]) {
      const event = new Event(name, { bubbles: true, cancelable: true });
      // Links and forms do what they do only when they stay here.
      if (name === "click") event.preventDefault();
      element.dispatchEvent(event);
    }
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`${element.localName} has ${name}`);
      if (/^(href|action|formaction|src|data|xlink:href)$/.test(name)) {
        const address = new URL(value, location.href);
        const isLink = element.localName === "a" && name === "href";
        const isFine = isLink ? /^(https?|mailto):$/.test(address.protocol)
                              : address.origin === location.origin;
        if (!isFine) found.push(`${element.localName} ${name} leads to ${address}`);
      }
    }
    if (element.closest("main > .prose")) {
      const style = getComputedStyle(element);
      if (/fixed|sticky/.test(style.position)) found.push(`${element.localName} floats`);
    }
  }
  for (const link of document.querySelectorAll(".site-nav a, .site-name a")) {
    scrollTo(0, 0);
    const box = link.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (top !== link) found.push(`${link.textContent} is covered by ${top?.outerHTML}`);
  }
  for (const [what, count] of [["main", 1], ["#main", 1], [".site-header", 1], [".site-nav", 1],
                               [".site-footer", 1], [".skip", 1], ["base", 0], ["main form", 0],
                               ["iframe, object, embed, frame, portal", 0], ["main style", 0],
                               ["meta[http-equiv=refresh]", 0], ["[popover], dialog", 0]]) {
    const there = document.querySelectorAll(what).length;
    if (there !== (isWhole || !count || what === "main" ? count : 0)) found.push(`${there} of ${what}`);
  }
  if (isWhole && document.querySelector("#main")?.localName !== "main") found.push("#main is forged");
  if (!matchMedia("(min-width: 1px)").matches) found.push("no style");
  return found;
}
"""


@pytest.fixture(scope="module")
def built(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Site, Ended]:
    folder = tmp_path_factory.mktemp("hostile")
    files = {
        **vectors.VALID,
        **vectors.WRONG,
        **vectors.SLOW,
        **vectors.RECORDS,
        **vectors.TEXTS,
        **vectors.TEXT_DOSSIERS,
    }
    collection = make_collection(folder / "collection", files, EXTENSIONS)
    result = run_build(collection, folder / "site", is_preview=True)
    assert result.returncode == 0, result.stderr[-2000:]
    assert not (collection / "ran").exists()
    return Site(folder / "site"), result


@pytest.fixture(scope="module")
def hostile(built: tuple[Site, Ended]) -> Site:
    return built[0]


@pytest.fixture(scope="module")
def open_page(hostile: Site, browser: Browser) -> Iterator[Visit]:
    with serve(hostile.folder, with_headers=False) as host, visit(browser, host) as seen:
        yield seen


def harm_of(seen: Visit) -> list[str]:
    """Return what happened and should not have; a picture of ours that is not there is no harm."""
    return [each for each in seen.harm if "status of 404" not in each]


def test_there_are_more_vectors_than_anybody_published() -> None:
    assert vectors.COUNT > 2 * 113


def test_nothing_runs_loads_leads_away_or_covers_the_page(hostile: Site, open_page: Visit) -> None:
    harm = []
    written = {
        path.removeprefix("docs/").replace(".md", "/")
        for path in {**vectors.VALID, **vectors.WRONG, **vectors.SLOW}
    }
    for address, page in hostile.pages.items():
        if address.startswith(("r/", "search/")):
            continue  # they lead on, or are a form, by design
        if address in written or "alert" in page.html or "evil.test" in page.html:
            open_page.go(address)
            is_whole = not address.startswith("embed/")
            found = [*open_page.page.evaluate(POKE, is_whole), *harm_of(open_page)]
            if found:
                harm.append(f"{address}: {found}")
    assert not harm, "\n".join(harm)


def test_the_script_of_the_theme_still_works_on_a_hostile_page(
    hostile: Site, open_page: Visit
) -> None:
    open_page.go("replies/")
    open_page.page.locator("button.sort").first.click()
    open_page.page.locator(".filters select").first.select_option(index=1)
    open_page.ways.remove(f"{open_page.host}replies/?year=2024#ledger")  # what a filter writes
    assert open_page.harm == []


def test_only_pages_and_pictures_are_published_from_docs(hostile: Site) -> None:
    paths = {path.relative_to(hostile.folder).as_posix() for path in hostile.folder.rglob("*")}
    assert not {"run.html", "run.js", "run.svg", "run.xhtml"} & paths
    assert "default-src 'none'" in (hostile.folder / "_headers").read_text()
    assert "alert(1)" not in (hostile.folder / "assets" / "casebook.js").read_text()
    assert "Forged" not in hostile.pages["search/"].html
    assert "cases/xxx/9-2025/" not in hostile.pages
    assert "standards/forged/" not in hostile.pages


@pytest.mark.parametrize("path", vectors.SLOW)
def test_a_page_that_would_never_end_is_stopped(path: str, built: tuple[Site, Ended]) -> None:
    address = path.removeprefix("docs/").replace(".md", "/")
    assert "This page cannot be shown" in built[0].pages[address].html


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("docs/<img src=x onerror=alert(1)>.md", "file-name"),
        ("docs/a b.md", "file-name"),
        ("docs/cases", "file-name"),
        ("docs/search.md", "file-name"),
        ("docs/a/b/c/d/e.md", "file-name"),
        ("docs/run.html", "unexpected-file"),
        ("docs/run.svg", "unexpected-file"),
        ("docs/_headers", "file-name"),
        ("docs/latin1.md", "not-utf-8"),
        ("docs/huge.md", "too-large"),
        ("docs/bidi.md", "invisible-character"),
        ("docs/fields-template-redirect.md", "unknown-field"),
        ("docs/fields-alias.md", "yaml-alias"),
        ("docs/fields-python.md", "yaml-tag"),
        ("docs/fields-bracket.md", "yaml-syntax"),
        ("docs/fields-twice.md", "duplicate-key"),
        ("docs/fields-open.md", "front-matter"),
        ("docs/fields-deep.md", "yaml-depth"),
    ],
)
def test_the_editor_is_told(built: tuple[Site, Ended], path: str, slug: str) -> None:
    lines = [line for line in built[1].stderr.splitlines() if f" {path}:" in line]
    assert any(f"[{slug}]" in line for line in lines), lines


def test_the_public_site_of_hostile_pages_breaks_no_policy(
    tmp_path: Path, browser: Browser
) -> None:
    files = {
        path: words
        for number, (path, words) in enumerate(vectors.VALID.items())
        if number % 10 == 0 or "block" in path
    }
    collection = make_collection(tmp_path / "collection", files, EXTENSIONS)
    result = run_build(collection, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    site = Site(tmp_path / "site")
    with serve(site.folder) as host, visit(browser, host) as seen:
        for path in files:
            seen.go(path.removeprefix("docs/").replace(".md", "/"))
            assert harm_of(seen) == [], path


def test_a_strict_build_refuses_what_had_to_be_cleaned(tmp_path: Path) -> None:
    files = {"docs/a.md": "# T\n\n<p onclick=alert(1)>x</p>\n"}
    collection = make_collection(tmp_path / "collection", files)
    result = run_build(collection, tmp_path / "site", "--strict")
    assert result.returncode == 1
    assert "docs/a.md holds what no page may hold; write it without: onclick" in result.stderr
    assert not (tmp_path / "site").exists()
